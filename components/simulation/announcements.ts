import { fillIn } from "@/components/ui/fill-in";
import type { RunView, ViewDevice } from "@/server/simulation/engine/view";
import type { AdviceText } from "./advice";
import type { SimulationLabels } from "./labels";

/** The words for a card that may be in a device: a bank card in a bank reader, an identity card elsewhere. */
export function cardWords(kind: ViewDevice["kind"], isIn: boolean, labels: SimulationLabels): string {
  const { bank, identity } = labels.card;
  const words = kind === "bank-reader" ? bank : identity;
  return isIn ? words.in : words.out;
}

/**
 * What changed between two views, in the order a person needs it: the answer to the move, the hint, the card and the light,
 * the new screens, the messages that arrived, the next step, the end. Each change once.
 *
 * @param focused the device whose screen takes the focus: the browser says its name, so it is not said again
 */
export function announce(
  before: RunView,
  after: RunView,
  {
    advice,
    focused,
    isShown,
    textOf,
    labels,
  }: {
    advice: AdviceText | null;
    focused: string | null;
    /** *Montre-moi*: the caption takes the place of the screens' and the step's names. */
    isShown: boolean;
    textOf: (key: string) => string;
    labels: SimulationLabels;
  },
): string[] {
  const said = advice ? [advice.title, ...advice.lines] : [];
  if (after.hint && (!before.hint || before.hint.key !== after.hint.key)) said.push(textOf(after.hint.key));
  for (const device of after.devices) {
    const old = before.devices.find(({ id }) => id === device.id);
    if (device.card !== null && device.card !== old?.card) {
      said.push(cardWords(device.kind, device.card, labels));
    }
    if (device.light !== null && device.light !== old?.light) {
      said.push(device.light ? labels.light.on : labels.light.off);
    }
  }
  for (const device of isShown ? [] : after.devices) {
    const old = before.devices.find(({ id }) => id === device.id);
    if (device.id === focused || device.screen === old?.screen) continue;
    said.push(fillIn(labels.now, { device: textOf(device.key), screen: textOf(device.screenKey) }));
  }
  for (const device of after.devices) {
    const old = before.devices.find(({ id }) => id === device.id)?.notifications.map(({ id }) => id) ?? [];
    for (const { id, kind, key } of device.notifications) {
      if (old.includes(id)) continue;
      const words = { from: textOf(`${key}.from`), text: textOf(`${key}.text`) };
      said.push(fillIn(labels.arrived, { device: textOf(device.key), kind: labels.kinds[kind], ...words }));
    }
  }
  if (after.ended && !before.ended) said.push(isShown ? labels.show.done : labels.end.reached);
  else if (isShown) {
    if (after.caption && after.caption !== before.caption) said.push(textOf(after.caption));
  } else if (after.step.id !== before.step.id) {
    said.push(fillIn(labels.step, { n: after.step.index, total: after.step.total }));
    if (after.step.key) said.push(textOf(after.step.key));
  }
  return said.map(asSentence);
}

function asSentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
