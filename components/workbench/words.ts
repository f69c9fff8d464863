import { fillIn } from "@/components/ui/fill-in";
import type { Turn } from "@/server/simulation/moments/rules";
import type { WorkbenchLabels } from "./labels";

/** What a key of the texts says; null when there is no such text. */
export type FindText = (key: string) => string | null;

/** A move in the words of the screens: what is pressed, typed, chosen. */
export function moveWords(turn: Turn, find: FindText, labels: WorkbenchLabels["moves"]): string {
  if (turn === "wait") return labels.wait;
  switch (turn.type) {
    case "press": {
      const [screen, id = ""] = turn.on.split(".");
      return screen === "notification"
        ? fillIn(labels.message, { what: find(`notifications.${id}.text`) ?? id })
        : fillIn(labels.press, { what: nameOf(turn.on, find) });
    }
    case "type":
      return turn.value
        ? fillIn(labels.type, { value: turn.value, what: nameOf(turn.on, find) })
        : fillIn(labels.withheld, { what: nameOf(turn.on, find) });
    case "choose":
      return fillIn(labels.choose, { what: find(`screens.${turn.on}.${turn.option}`) ?? turn.option });
    case "tick":
      return fillIn(turn.checked ? labels.tick : labels.untick, { what: nameOf(turn.on, find) });
    default:
      return labels.back;
  }
}

const nameOf = (on: string, find: FindText): string => find(`screens.${on}`) ?? on;

/** What the exercise answers: the words of a mistake, a remark or a clock. */
export function saidWords(said: string | null, find: FindText): string | null {
  if (said === null) return null;
  return find(`${said}.what`) ?? find(said) ?? said;
}

/** Words in as few lines as they need, `most` at the most, each of at most `signs` signs. */
export function linesOf(text: string, signs: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest && lines.length < most) {
    const isLast = lines.length === most - 1;
    if (rest.length <= signs) {
      lines.push(rest);
      break;
    }
    const space = rest.lastIndexOf(" ", signs);
    const cut = isLast || space < 1 ? signs - 1 : space;
    lines.push(`${rest.slice(0, cut).trim()}${isLast ? "…" : ""}`);
    rest = rest.slice(cut).trim();
  }
  return lines;
}
