import type { Case, Scenario } from "@/server/catalogue/scenario/schema";
import type { Condition } from "@/server/catalogue/scenario-conditions/schema";
import { nearest } from "@/server/catalogue/scenario-texts/rules";

/** Something that is well written but cannot work, at a path of the scenario. */
export type Fault = { path: (string | number)[]; message: string };
type Path = (string | number)[];
type Names = Record<
  "screens" | "devices" | "values" | "timers" | "notifications" | "mistakes" | "goals",
  string[]
>;

/**
 * Finds names that lead nowhere, answers that are never given, and runs that cannot end.
 * @param people the names of personas.yaml
 */
export function scenarioFaults(scenario: Scenario, people: readonly string[]): Fault[] {
  const names: Names = {
    screens: Object.keys(scenario.screens),
    devices: Object.keys(scenario.devices),
    values: Object.keys(scenario.values),
    timers: Object.keys(scenario.timers),
    notifications: Object.keys(scenario.notifications),
    mistakes: Object.keys(scenario.mistakes),
    goals: Object.keys(scenario.goals),
  };
  const cases = casesOf(scenario);
  return [
    ...reservedNames(names),
    ...places(scenario, names),
    ...cases.flatMap(({ path, list, mayBeSilent }) => [
      ...list.flatMap((one, index) => caseFaults(scenario, names, one, place(path, list, index))),
      ...answered(path, list, mayBeSilent),
    ]),
    ...stepFaults(scenario, names),
    ...variantFaults(scenario, names, people),
    ...placeholders(scenario),
    ...(cases.some(({ list }) => list.some(({ finish }) => finish))
      ? []
      : [
          {
            path: ["screens"],
            message: "nothing ends the exercise: write finish: true where the goal is reached",
          },
        ]),
  ];
}

type Place = { path: Path; list: Case[]; mayBeSilent: boolean };

function casesOf(scenario: Scenario): Place[] {
  const elements = Object.entries(scenario.screens).flatMap(([screen, { elements: list }]) =>
    list.flatMap((element, index): Place[] => {
      const path = ["screens", screen, "elements", index];
      const own = "does" in element && element.does ? [{ path: [...path, "does"], list: element.does }] : [];
      const options =
        "options" in element
          ? element.options.flatMap(({ does }, at) =>
              does ? [{ path: [...path, "options", at, "does"], list: does }] : [],
            )
          : [];
      return [...own, ...options].map((one) => ({ ...one, mayBeSilent: element.kind === "field" }));
    }),
  );
  const named = (["timers", "notifications", "happenings"] as const).flatMap((kind) =>
    Object.entries(scenario[kind]).map(([id, { does }]) => ({
      path: [kind, id, "does"],
      list: does,
      mayBeSilent: true,
    })),
  );
  const ways = Object.entries(scenario.mistakes).flatMap(([id, { back }]) =>
    back ? [{ path: ["mistakes", id, "back"], list: [back], mayBeSilent: true }] : [],
  );
  return [...elements, ...named, ...ways];
}

function place(path: Path, list: Case[], index: number): Path {
  return list.length > 1 ? [...path, index] : path;
}

function missing(kind: string, name: string, known: readonly string[], path: Path): Fault[] {
  if (known.includes(name)) return [];
  const near = nearest(name, known);
  const instead = near ? `write ${near}` : `write one of: ${known.join(", ") || "none exists yet"}`;
  return [{ path, message: `there is no ${kind} called "${name}"; ${instead}` }];
}

function caseFaults(scenario: Scenario, names: Names, one: Case, path: Path): Fault[] {
  const all = (kind: string, list: string[] | undefined, known: string[], word: string) =>
    (list ?? []).flatMap((name) => missing(kind, name, known, [...path, word]));
  const shown = (one.show ?? []).map((name) => scenario.screens[name]?.device);
  const twice = shown.some((device, index) => device !== undefined && shown.indexOf(device) !== index);
  return [
    ...all("screen", one.show, names.screens, "show"),
    ...all("device", one.look ? [one.look] : [], names.devices, "look"),
    ...all("timer", one.start, names.timers, "start"),
    ...all("timer", one.stop, names.timers, "stop"),
    ...all("notification", one.notify, names.notifications, "notify"),
    ...all("notification", one.dismiss, names.notifications, "dismiss"),
    ...all("goal", one.reach, names.goals, "reach"),
    ...all("mistake", one.mistake ? [one.mistake] : [], names.mistakes, "mistake"),
    ...all("value", Object.keys(one.set ?? {}), names.values, "set"),
    ...all("value", Object.keys(one.add ?? {}), names.values, "add"),
    ...(twice
      ? [{ path: [...path, "show"], message: "two screens of one device cannot show at once; keep one" }]
      : []),
    ...conditionFaults(names, one.when, [...path, "when"]),
  ];
}

function conditionFaults(names: Names, condition: Condition | undefined, path: Path): Fault[] {
  if (!condition) return [];
  const { values, on, running, reached, any, none } = condition;
  return [
    ...Object.entries(values).flatMap(([name, test]) => [
      ...missing("value", name, names.values, [...path, name]),
      ...(test["same-as"] ? missing("value", test["same-as"], names.values, [...path, name]) : []),
      ...(test.like === undefined || isPattern(test.like)
        ? []
        : [
            {
              path: [...path, name],
              message: `"${test.like}" is not a pattern that can be read; ask for help with it`,
            },
          ]),
    ]),
    ...Object.entries(on ?? {}).flatMap(([device, screens]) => [
      ...missing("device", device, names.devices, [...path, "on", device]),
      ...screens.flatMap((screen) => missing("screen", screen, names.screens, [...path, "on", device])),
    ]),
    ...(running ?? []).flatMap((name) => missing("timer", name, names.timers, [...path, "running"])),
    ...(reached ?? []).flatMap((name) => missing("goal", name, names.goals, [...path, "reached"])),
    ...[...(any ?? []), ...(none ?? [])].flatMap((one) => conditionFaults(names, one, path)),
  ];
}

function isPattern(written: string): boolean {
  try {
    return new RegExp(written, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** The last case must have no condition, or some move would get no answer at all. */
function answered(path: Path, list: Case[], mayBeSilent: boolean): Fault[] {
  if (mayBeSilent || !list.at(-1)?.when) return [];
  return [
    { path, message: "some moves get no answer here: add a last case without when, for instance a mistake" },
  ];
}

function reservedNames(names: Names): Fault[] {
  const taken = (kind: keyof Names, words: string[]) =>
    names[kind]
      .filter((name) => words.includes(name))
      .map((name) => ({
        path: [kind, name],
        message: `"${name}" has a meaning of its own here; choose another name`,
      }));
  return [
    ...taken("screens", ["notification"]),
    ...taken("devices", ["story"]),
    ...taken("values", ["values", "on", "running", "reached", "any", "none"]),
  ];
}

/** Devices that take a card and show a light. */
const READERS = ["bank-reader", "eid-reader"];

function places(scenario: Scenario, names: Names): Fault[] {
  const devices = Object.entries(scenario.devices).flatMap(([device, { start, kind, card, light }]) => [
    ...conditionFaults(names, card, ["devices", device, "card"]),
    ...conditionFaults(names, light, ["devices", device, "light"]),
    ...((card || light) && !READERS.includes(kind)
      ? [{ path: ["devices", device], message: "only a bank-reader or an eid-reader has a card and a light" }]
      : []),
    ...missing("screen", start, names.screens, ["devices", device, "start"]),
    ...(scenario.screens[start] && scenario.screens[start].device !== device
      ? [{ path: ["devices", device, "start"], message: `the screen "${start}" belongs to another device` }]
      : []),
  ]);
  const screens = Object.entries(scenario.screens).flatMap(([name, screen]) => {
    const ids = screen.elements.map(({ id }) => id);
    return [
      ...missing("device", screen.device, names.devices, ["screens", name, "device"]),
      ...screen.elements.flatMap((element, index) => {
        const path = ["screens", name, "elements", index];
        const into = "into" in element && element.into ? element.into : null;
        return [
          ...(ids.indexOf(element.id) === index && element.id !== "name"
            ? []
            : [{ path, message: `"${element.id}" is already used on this screen; choose another name` }]),
          ...(into ? missing("value", into, names.values, [...path, "into"]) : []),
          ...(element.kind === "countdown"
            ? missing("timer", element.timer, names.timers, [...path, "timer"])
            : []),
          ...conditionFaults(names, element.when, [...path, "when"]),
          ...optionFaults(element, path),
        ];
      }),
    ];
  });
  const notified = Object.entries(scenario.notifications).flatMap(([id, { device }]) =>
    missing("device", device, names.devices, ["notifications", id, "device"]),
  );
  const happenings = Object.entries(scenario.happenings).flatMap(([id, { by, when }]) => [
    ...(by ? missing("actor", by, Object.keys(scenario.actors), ["happenings", id, "by"]) : []),
    ...conditionFaults(names, when, ["happenings", id, "when"]),
  ]);
  return [...devices, ...screens, ...notified, ...happenings];
}

function optionFaults(element: Scenario["screens"][string]["elements"][number], path: Path): Fault[] {
  if (!("options" in element)) return [];
  const silent = element.options.findIndex(({ does }) => !does && !element.does && !element.into);
  return silent === -1
    ? []
    : [{ path: [...path, "options", silent], message: "choosing this does nothing: add does: or into:" }];
}

function stepFaults(scenario: Scenario, names: Names): Fault[] {
  const targets = Object.entries(scenario.screens).flatMap(([screen, { elements }]) =>
    elements.map(({ id }) => `${screen}.${id}`),
  );
  const known = [...targets, ...names.notifications.map((id) => `notification.${id}`)];
  return scenario.steps.flatMap((step, index) => [
    ...step.at.flatMap((screen) => missing("screen", screen, names.screens, ["steps", index, "at"])),
    ...step.moves.flatMap((move, at) =>
      Object.entries(move).flatMap(([word, on]) =>
        word === "value" || word === "option"
          ? []
          : missing("element", on, known, ["steps", index, "moves", at]),
      ),
    ),
  ]);
}

function variantFaults(scenario: Scenario, names: Names, people: readonly string[]): Fault[] {
  return [
    ...missing("persona", scenario.persona, people, ["persona"]),
    ...Object.entries(scenario.variants).flatMap(([id, { persona, values, start }]) => [
      ...(persona ? missing("persona", persona, people, ["variants", id, "persona"]) : []),
      ...Object.keys(values ?? {}).flatMap((name) => missing("value", name, names.values, ["variants", id])),
      ...Object.values(start ?? {}).flatMap((name) =>
        missing("screen", name, names.screens, ["variants", id]),
      ),
    ]),
  ];
}

/** Placeholders that stand for nothing, anywhere in the structure. */
function placeholders(scenario: Scenario): Fault[] {
  const { personas: _personas, ...structure } = scenario;
  const look = (node: unknown, path: Path): Fault[] => {
    if (typeof node === "string") {
      return unknownPlaceholders(scenario, node).map((one) => ({
        path,
        message: `{${one}} stands for nothing: check the name`,
      }));
    }
    if (typeof node !== "object" || node === null) return [];
    return Object.entries(node).flatMap(([key, inner]) => look(inner, [...path, key]));
  };
  return look(structure, []);
}

/** The `{persona.…}` and `{value.…}` of a text that stand for nothing in this scenario. */
export function unknownPlaceholders(scenario: Scenario, text: string): string[] {
  const people = Object.values(scenario.personas);
  return [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, inside = ""]) => {
    const [kind, name = ""] = inside.split(".");
    if (kind === "value" && name in scenario.values) return [];
    if (kind === "persona" && people.every((person) => name in person)) return [];
    return /^[,\d]+$/.test(inside) ? [] : [inside];
  });
}
