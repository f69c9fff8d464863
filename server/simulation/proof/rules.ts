import {
  SCENARIO_LOCALES,
  type ScenarioLocale,
  type ScenarioTexts,
} from "@/server/catalogue/scenario/schema";
import type { CompiledScenario } from "../engine/compile";
import { outcomeOf } from "../engine/score";
import { nextIdealMove } from "../engine/steps";
import { textOf } from "../engine/texts";
import type { RunState } from "../engine/types";
import { type RunView, viewRun } from "../engine/view";
import { playTurns, type Turn } from "../moments/rules";
import {
  MOST_SITUATIONS,
  traps,
  variantsOf,
  type Walk,
  type Way,
  walkOptions,
  walkScenario,
} from "../walk/rules";

/** Something that only shows when every path is walked: where an author must look, and what to write. */
export type ProofFault = {
  file: "scenario" | ScenarioLocale;
  path: (string | number)[];
  message: string;
};

export type Proof = { walks: Walk[]; faults: ProofFault[] };
type Texts = Record<ScenarioLocale, ScenarioTexts>;

/**
 * Walks every path of every variant and says what is wrong: what nobody can come to, where nobody gets out any more,
 * what gets no answer, and words that are missing where they would be read.
 * @param most situations of one variant beyond which it gives up
 */
export function proveScenario(compiled: CompiledScenario, texts: Texts, most = MOST_SITUATIONS): Proof {
  const walks: Walk[] = [];
  const faults: ProofFault[] = [];
  for (const variant of variantsOf(compiled.scenario)) {
    const walked = walkScenario(compiled, variant, most);
    if (walked.ok) walks.push(walked.walk);
    else faults.push(tooMany(walked.values, most));
  }
  if (faults.length) return { walks, faults: once(faults) };
  const silent = walks.flatMap((walk) => [...trapped(compiled, walk), ...unanswered(walk)]);
  const stuck = walks.flatMap(({ options }) => demonstrationFaults(compiled, options.variant));
  return {
    walks,
    faults: once([...unreached(compiled, walks), ...silent, ...stuck, ...wordFaults(compiled, walks, texts)]),
  };
}

const inScenario = (path: ProofFault["path"], message: string): ProofFault => ({
  file: "scenario",
  path,
  message,
});

function once(faults: readonly ProofFault[]): ProofFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

function tooMany(values: string[], most: number): ProofFault {
  const which = values.length
    ? `The values with most different contents are ${values.join(", ")}: keep fewer different contents, or test them only where they are typed`
    : "Split it into two exercises";
  return inScenario(
    ["values", ...values.slice(0, 1)],
    `there are more than ${most} different situations, too many to look at each of them. ${which}`,
  );
}

/** What is written down and never happens. */
function unreached({ scenario }: CompiledScenario, walks: readonly Walk[]): ProofFault[] {
  const states = walks.flatMap((walk) => [
    ...walk.states.values(),
    ...[...walk.ways.values()].flat().map(({ state }) => state),
  ]);
  const of = (names: (state: RunState) => readonly string[]) => new Set(states.flatMap(names));
  const missing = (kind: string, all: readonly string[], seen: ReadonlySet<string>, message: string) =>
    all.filter((name) => !seen.has(name)).map((name) => inScenario([kind, name], message));
  const steps = of(({ step }) => [step.id]);
  return [
    ...missing(
      "screens",
      Object.keys(scenario.screens),
      of(({ position }) => Object.values(position.value)),
      "nobody can come to this screen: let a move show it, or delete it",
    ),
    ...scenario.steps.flatMap(({ id }, index) =>
      steps.has(id)
        ? []
        : [inScenario(["steps", index], `nothing ever happens in the step ${id}: check its at: and when:`)],
    ),
    ...missing(
      "mistakes",
      Object.keys(scenario.mistakes),
      of(({ feedback }) => (feedback?.kind === "mistake" ? [feedback.id] : [])),
      "nobody can make this mistake: name it in a does:, or delete it",
    ),
    ...missing(
      "notifications",
      Object.keys(scenario.notifications),
      of(({ position }) => position.story.notifications),
      "this message never arrives: write notify: where it should, or delete it",
    ),
    ...missing(
      "timers",
      Object.keys(scenario.timers),
      of(({ position }) => Object.keys(position.story.timers)),
      "this clock never starts: write start: where it should, or delete it",
    ),
    ...missing(
      "goals",
      Object.keys(scenario.goals),
      of(({ position }) => position.story.reached),
      "nobody can reach this goal: write reach: where it is reached",
    ),
  ];
}

/** A person must be able to come to the goal from everywhere, whatever she did before. */
function trapped(compiled: CompiledScenario, walk: Walk): ProofFault[] {
  const [key] = traps(compiled, walk);
  const state = key === undefined ? undefined : walk.states.get(key);
  if (!state || key === undefined) return [];
  const screen = state.position.value[state.position.story.attention ?? ""];
  const shown =
    screen ?? Object.values(state.position.value).find((name) => name in compiled.scenario.screens);
  const way = (walk.turns(key) ?? []).map(turnInWords).join(", then ") || "at the very beginning";
  return [
    inScenario(
      ["screens", shown ?? ""],
      `from here nobody can reach the goal any more (${way}): add a way back or a way on`,
    ),
  ];
}

function turnInWords(turn: Turn): string {
  if (turn === "wait") return "wait";
  if ("option" in turn) return `choose ${turn.on}.${turn.option}`;
  if (turn.type === "type") return `type "${turn.value}" in ${turn.on}`;
  return "on" in turn ? `${turn.type} ${turn.on}` : turn.type;
}

/** Every move changes something or is answered in words. Typing what nobody tests may pass in silence. */
function unanswered(walk: Walk): ProofFault[] {
  return [...walk.ways].flatMap(([key, ways]) =>
    ways.flatMap(({ turn, state, feedback }: Way) => {
      if (turn === "wait" || turn.type === "type" || feedback || !("on" in turn)) return [];
      const before = walk.states.get(key)?.position;
      if (JSON.stringify(before) !== JSON.stringify(state.position)) return [];
      const [screen = ""] = turn.on.split(".");
      return [
        inScenario(
          ["screens", screen],
          `after "${turnInWords(turn)}" nothing changes and nothing is said: add say:, show: or a mistake:`,
        ),
      ];
    }),
  );
}

/** *Montre-moi* must come to the end by itself. */
function demonstrationFaults(compiled: CompiledScenario, variant: string): ProofFault[] {
  const options = { ...walkOptions(variant, "show"), timer: "none" as const };
  const turns: Turn[] = [];
  let run = playTurns(compiled, options, turns);
  while (run && !run.state.ended && turns.length < 200) {
    turns.push(nextIdealMove(compiled, run.state) ?? "wait");
    const next = playTurns(compiled, options, turns);
    if (!next) break;
    run = next;
  }
  if (run?.state.ended && outcomeOf(compiled, run.state) === "reached") return [];
  const step = run?.state.step;
  return [
    inScenario(
      ["steps", step?.index ?? 0],
      `the demonstration does not come to the goal: it stops in the step ${step?.id ?? ""} (${variant}); check its moves:`,
    ),
  ];
}

/** What is read in each situation is whole: no key without text, nothing unfilled, feedback in sentences. */
function wordFaults(compiled: CompiledScenario, walks: readonly Walk[], texts: Texts): ProofFault[] {
  const asked = new Map<string, { key: string; params: Record<string, string> }>();
  for (const walk of walks) {
    for (const ways of walk.ways.values()) {
      for (const { state } of ways) {
        const view = viewRun(compiled, state);
        for (const key of keysOf(view)) {
          const used = placeholdersOf(texts, key).map((name) => view.params[name] ?? "");
          asked.set(JSON.stringify([key, used]), { key, params: view.params });
        }
      }
    }
  }
  return SCENARIO_LOCALES.flatMap((locale) =>
    [...asked.values()].flatMap(({ key, params }): ProofFault[] => {
      const path = key.split(".");
      const raw = texts[locale][key];
      if (raw === undefined) return [{ file: locale, path, message: "this text is missing" }];
      const text = textOf(texts[locale], key, params);
      const empty = namesIn(raw).find((name) => params[name]?.trim() === "");
      if (empty) {
        return [{ file: locale, path, message: `{${empty}} is still empty when this is read` }];
      }
      if (/[{}]/.test(text)) return [{ file: locale, path, message: `something stays unfilled: ${text}` }];
      const isAdvice = /^mistakes\.[^.]+\.(?:what|next)$/.test(key);
      return isAdvice && !/\p{L}.*[.!?]["»”“)]?$/su.test(text)
        ? [{ file: locale, path, message: "write a whole sentence, with its full stop" }]
        : [];
    }),
  );
}

const namesIn = (text: string) =>
  [...text.matchAll(/\{([a-z]+\.[a-z0-9-]+)\}/g)].map(([, name = ""]) => name);

function placeholdersOf(texts: Texts, key: string): string[] {
  return [...new Set(SCENARIO_LOCALES.flatMap((locale) => namesIn(texts[locale][key] ?? "")))].sort();
}

/** Every text that a view reads, by its key. */
function keysOf(view: RunView): string[] {
  const { feedback } = view;
  const said =
    feedback?.kind === "mistake"
      ? ["what", "next", ...(feedback.back ? ["back"] : [])].map((part) => `mistakes.${feedback.id}.${part}`)
      : feedback?.kind === "tip"
        ? [`says.${feedback.id}`]
        : feedback?.kind === "expired"
          ? [`timers.${feedback.id}`]
          : [];
  const devices = view.devices.flatMap(({ key, screenKey, elements, notifications }) => [
    key,
    screenKey,
    ...notifications.flatMap((message) => [`${message.key}.from`, `${message.key}.text`]),
    ...elements.flatMap((element): string[] => {
      if (element.kind === "browser") return [];
      if (element.kind === "list") return element.items;
      if (element.kind === "sms" || element.kind === "call")
        return [`${element.key}.from`, `${element.key}.text`];
      if ("options" in element)
        return [`${element.key}.label`, ...element.options.map((option) => option.key)];
      return [element.key];
    }),
  ]);
  return [...devices, ...said, ...(view.step.key ? [view.step.key] : [])];
}
