import type { Scenario } from "@/server/catalogue/scenario/schema";
import type { Test } from "@/server/catalogue/scenario-conditions/schema";
import { factsOf } from "../engine/compile";
import { holds } from "../engine/conditions";
import type { RunState } from "../engine/types";

/**
 * What tells situations apart: screens, messages, timers, goals, what has happened, and of each value only the answers
 * it gives to the conditions of the scenario. Values that are shown, copied or counted count as they are.
 */
export function keyMaker(scenario: Scenario): (state: RunState) => string {
  const { later, whole } = howValuesCount(scenario);
  return ({ position: { value, story } }) => {
    const facts = factsOf(story, value);
    const answers = later
      .map(([name, test]) => (holds({ values: { [name]: test } }, facts) ? 1 : 0))
      .join("");
    const kept = whole.map((name) => story.values[name]);
    const { timers, notifications, happened, reached, back } = story;
    return JSON.stringify([
      Object.values(value),
      answers,
      kept,
      Object.keys(timers).sort(),
      [...notifications].sort(),
      [...happened].sort(),
      [...reached].sort(),
      back,
    ]);
  };
}

/** All tests that are made; those that look at a value later than the move that gives it; values that count whole. */
type Counting = { all: Tests; later: Tests; whole: Set<string> };
type Tests = Map<string, [string, Test]>;
type Counts = { all: [string, Test][]; later: [string, Test][]; whole: string[] };

const counted = new WeakMap<Scenario, Counts>();

/** The tests that conditions make on each value, and the values of which more than that counts. */
export function howValuesCount(scenario: Scenario): Counts {
  const known = counted.get(scenario);
  if (known) return known;
  const found: Counting = { all: new Map(), later: new Map(), whole: new Set() };
  const { values: given, variants: _variants, personas: _personas, ...structure } = scenario;
  count(structure, found, null);
  const counts = {
    all: [...found.all.values()],
    later: [...found.later.values()],
    whole: [...found.whole].filter((name) => name in given).sort(),
  };
  counted.set(scenario, counts);
  return counts;
}

const asked = new WeakMap<Scenario, Map<string, [string, Test][]>>();

/** The tests whose answer the content of one value can change: those on it, and those that compare with it. */
export function testsThatAsk(scenario: Scenario, into: string): [string, Test][] {
  const known = asked.get(scenario) ?? new Map<string, [string, Test][]>();
  asked.set(scenario, known);
  const tests =
    known.get(into) ??
    howValuesCount(scenario).all.filter(
      ([name, test]) =>
        name === into || test["same-as"] === into || JSON.stringify(test).includes(`{value.${into}}`),
    );
  known.set(into, tests);
  return tests;
}

/** @param into the value an element has just been given: its own answers look at the new content, never at the old. */
function count(node: unknown, found: Counting, into: string | null): void {
  if (typeof node === "string") {
    for (const [, name = ""] of node.matchAll(/\{value\.([a-z0-9-]+)\}/g)) found.whole.add(name);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const one of node) count(one, found, into);
    return;
  }
  const part = node as Record<string, unknown>;
  for (const name of Object.keys(part.add ?? {})) found.whole.add(name);
  const own = typeof part.into === "string" ? part.into : into;
  for (const [name, test] of Object.entries((part.values ?? {}) as Record<string, Test>)) {
    const words = JSON.stringify([name, test]);
    found.all.set(words, [name, test]);
    if (name !== into) found.later.set(words, [name, test]);
    const other = test["same-as"];
    if (other) for (const one of [name, other]) if (one !== into) found.whole.add(one);
  }
  for (const [word, inner] of Object.entries(part)) {
    count(inner, found, word === "does" || word === "options" || into ? own : null);
  }
}

/** The values that took most different contents in what was seen: what an author should look at first. */
export function busiestValues(scenario: Scenario, seen: readonly RunState[]): string[] {
  const counted = Object.keys(scenario.values).map((name) => ({
    name,
    contents: new Set(seen.map(({ position }) => String(position.story.values[name]))).size,
  }));
  return counted
    .filter(({ contents }) => contents > 2)
    .sort((one, other) => other.contents - one.contents)
    .slice(0, 3)
    .map(({ name }) => name);
}
