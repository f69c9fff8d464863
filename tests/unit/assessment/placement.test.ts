import { describe, expect, it } from "vitest";
import {
  type Given,
  knownLessons,
  nextQuestion,
  placementStateOf,
} from "@/server/assessment/placement/rules";
import { listBank } from "@/server/catalogue/exam/reads";
import { courseLibraries } from "@/server/catalogue/library/reads";
import type { ServiceContext } from "@/server/kernel/context";

const ctx = { actor: { kind: "anonymous" } } as ServiceContext;
const { questions: bank } = await listBank(ctx, { course: "itsme-eid" });
const blueprint = courseLibraries().get("itsme-eid")?.placement.body.file;
if (!blueprint) throw new Error("no placement");
const rules = blueprint;
const moduleOf = (id: string) => bank.find((entry) => entry.id === id)?.module ?? "";
const modules = [...new Set(bank.map(({ module }) => module))];

/** Asks until nothing is left to ask; `knows` says which questions she answers rightly. */
function place(seed: string, knows: (id: string) => boolean) {
  const given: Given[] = [];
  for (let next = nextQuestion(bank, given, rules, seed); next && given.length < 50; ) {
    given.push({ id: next.id, correct: knows(next.id) });
    next = nextQuestion(bank, given, rules, seed);
  }
  return { given, known: knownLessons(bank, given, rules) };
}

describe.each(["a", "b", "c", "d", "e"])("a placement (%s)", (seed) => {
  it("asks who knows nothing once a part, and proposes nothing", () => {
    const { given, known } = place(seed, () => false);
    expect(given.map(({ id }) => moduleOf(id))).toEqual(modules);
    expect(known).toEqual([]);
  });

  it("asks who knows everything ten questions at most, never one twice, and keeps what is always worth doing", () => {
    const { given, known } = place(seed, () => true);
    expect(given.length).toBeGreaterThanOrEqual(6);
    expect(given.length).toBeLessThanOrEqual(rules.most);
    expect(new Set(given.map(({ id }) => id)).size).toBe(given.length);
    const lessons = new Set(bank.map(({ lesson }) => lesson));
    expect([...lessons].filter((lesson) => !known.includes(lesson))).toEqual(rules.always);
  });

  it("proposes the parts she knows and no other", () => {
    const [first] = modules;
    const { known } = place(seed, (id) => moduleOf(id) === first);
    const own = new Set(bank.filter(({ module }) => module === first).map(({ lesson }) => lesson));
    expect(known).toEqual([...own].filter((lesson) => !rules.always.includes(lesson)));
  });

  it("asks different lessons of a part, and the same again for the same answers", () => {
    const { given } = place(seed, () => true);
    const install = given.filter(({ id }) => moduleOf(id) === "install");
    const lessons = install.map(({ id }) => bank.find((entry) => entry.id === id)?.lesson);
    expect(new Set(lessons).size).toBe(install.length);
    expect(place(seed, () => true).given).toEqual(given);
  });
});

it("stops in the middle when somebody leaves: what was not asked enough is not known", () => {
  const { given } = place("a", () => true);
  expect(knownLessons(bank, given.slice(0, 2), rules)).toEqual([]);
  expect(knownLessons(bank, [{ id: given[0]?.id ?? "", correct: null }], rules)).toEqual([]);
});

it("knows every lesson that is always worth doing", () => {
  expect(rules.always.filter((lesson) => !bank.some((entry) => entry.lesson === lesson))).toEqual([]);
});

describe("a placement is offered", () => {
  it.each([
    ["to a newcomer", { status: null, hasBegun: false }, "offered"],
    ["not to who has begun", { status: null, hasBegun: true }, "closed"],
    ["and goes on", { status: "open", hasBegun: true }, "open"],
    ["once", { status: "completed", hasBegun: false }, "done"],
  ] as const)("%s", (_, standing, state) => {
    expect(placementStateOf(standing)).toBe(state);
  });
});
