import type { Element, Scenario } from "@/server/catalogue/scenario/schema";

/** A text that must exist in every language: its key, and what it is for. */
export type ExpectedText = { key: string; about: string };

/** Every text a scenario needs, in the order an author would write them. */
export function expectedTexts(scenario: Scenario): ExpectedText[] {
  const each = (names: readonly string[], prefix: string, about: string, parts?: readonly string[]) =>
    names.flatMap((name) =>
      parts
        ? parts.map((part) => ({ key: `${prefix}.${name}.${part}`, about }))
        : [{ key: `${prefix}.${name}`, about }],
    );
  const mistakes = Object.entries(scenario.mistakes).flatMap(([id, { back }]) =>
    ["what", "next", ...(back ? ["back"] : [])].map((part) => ({
      key: `mistakes.${id}.${part}`,
      about: part === "back" ? "the button of the way back" : "a mistake",
    })),
  );
  return [
    { key: "title", about: "the name of the exercise" },
    { key: "summary", about: "one sentence that says what one learns" },
    { key: "story", about: "the situation, read before starting" },
    { key: "task", about: "what to do, in one sentence" },
    ...each(Object.keys(scenario.devices), "devices", "the name of a device"),
    ...each(Object.keys(scenario.actors), "actors", "the name of an actor"),
    ...Object.entries(scenario.screens).flatMap(([name, screen]) => [
      { key: `screens.${name}.name`, about: "the name of the screen, read aloud when it appears" },
      ...screen.elements.flatMap((element) => textsOfElement(`screens.${name}.${element.id}`, element)),
    ]),
    ...each(Object.keys(scenario.notifications), "notifications", "a notification", ["from", "text"]),
    ...each(Object.keys(scenario.timers), "timers", "what is said when the time is over"),
    ...each(
      scenario.steps.map(({ id }) => id),
      "steps",
      "a step of the trail",
      ["title", "hint", "caption", "sheet"],
    ),
    ...mistakes,
    ...each(saidIn(scenario), "says", "a remark"),
    ...each(scenario.remember, "remember", "something to remember"),
  ];
}

function textsOfElement(key: string, element: Element): ExpectedText[] {
  const about = `${/^[aeiou]/.test(element.kind) ? "an" : "a"} ${element.kind}`;
  const parts = (names: string[]) => names.map((name) => ({ key: `${key}.${name}`, about }));
  switch (element.kind) {
    case "browser":
      return [];
    case "list":
      return parts(element.items);
    case "choices":
    case "icons":
      return parts(["label", ...element.options.map(({ option }) => option)]);
    case "sms":
    case "call":
      return parts(["from", "text"]);
    default:
      return [{ key, about }];
  }
}

/** The remarks (`say:`) of a scenario, each once. */
export function saidIn(scenario: Scenario): string[] {
  const said = new Set<string>();
  JSON.stringify(scenario, (key, value: unknown) => {
    if (key === "say" && typeof value === "string") said.add(value);
    return value;
  });
  return [...said].sort();
}

/** The word of the list that was probably meant, when one is near enough. */
export function nearest(word: string, words: readonly string[]): string | null {
  return ranked(word, words)[0] ?? null;
}

/** Those of the list that were perhaps meant, the nearest first; parts of a name count. */
export function nearestOnes(word: string, words: readonly string[], most = 3): string[] {
  const parts = words.filter((other) => word.length > 2 && other.includes(word));
  return [...new Set([...ranked(word, words), ...parts])].slice(0, most);
}

function ranked(word: string, words: readonly string[]): string[] {
  const limit = Math.max(2, Math.floor(word.length / 3));
  return words
    .map((other) => ({ other, far: distance(word, other) }))
    .filter(({ far }) => far <= limit)
    .sort((one, two) => one.far - two.far)
    .map(({ other }) => other);
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [column, wanted] of [...other].entries()) {
      const swap = (row[column] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(swap, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
