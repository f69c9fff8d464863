import { describe, expect, it } from "vitest";
import { drawQuestions, shuffled } from "@/server/assessment/drawn/rules";
import { listBank } from "@/server/catalogue/exam/reads";
import type { SimulationEntry } from "@/server/catalogue/exam/schema";
import { courseLibraries } from "@/server/catalogue/library/reads";
import type { ServiceContext } from "@/server/kernel/context";
import { drawSimulations, examStateOf, markExam, variantKey } from "@/server/simulation/exam/rules";

const ctx = { actor: { kind: "anonymous" } } as ServiceContext;
const bank = await listBank(ctx, { course: "itsme-eid" });
const blueprint = courseLibraries().get("itsme-eid")?.exam.body.file;
if (!blueprint) throw new Error("no exam");
const SEEDS = Array.from({ length: 40 }, (_, index) => `seed-${index}`);

describe("drawing questions", () => {
  it.each(SEEDS)("takes twenty once each, from every lesson, one or two each (%s)", (seed) => {
    const drawn = drawQuestions(bank.questions, 20, seed);
    expect(new Set(drawn.map(({ id }) => id)).size).toBe(20);
    const lessons = new Set(bank.questions.map(({ lesson }) => lesson));
    const perLesson = [...lessons].map((lesson) => drawn.filter((one) => one.lesson === lesson).length);
    expect(Math.max(...perLesson) - Math.min(...perLesson)).toBeLessThanOrEqual(1);
    const asked = new Set(drawn.flatMap(({ competences }) => competences));
    expect(
      [...new Set(bank.questions.flatMap(({ competences }) => competences))].filter(
        (code) => !asked.has(code),
      ),
    ).toEqual([]);
  });

  it("depends on the seed and not on the order of the bank", () => {
    const ids = (questions: typeof bank.questions, seed: string) =>
      drawQuestions(questions, 20, seed).map(({ id }) => id);
    expect(ids(bank.questions.toReversed(), "a")).toEqual(ids(bank.questions, "a"));
    expect(ids(bank.questions, "b")).not.toEqual(ids(bank.questions, "a"));
    expect(shuffled(["x", "y", "z"], "a", (name) => name)).toHaveLength(3);
  });

  it("gives all there is when the bank is small, and nothing of nothing", () => {
    expect(drawQuestions(bank.questions.slice(0, 3), 20, "a")).toHaveLength(3);
    expect(drawQuestions([], 20, "a")).toEqual([]);
  });

  it("has one question of each name in the whole bank: an answer is kept under its name", () => {
    expect(new Set(bank.questions.map(({ id }) => id)).size).toBe(bank.questions.length);
  });
});

describe("drawing simulations", () => {
  const entry = (simulation: string, variants: string[], lesson = simulation): SimulationEntry => ({
    lesson,
    simulation,
    hash: "",
    variants: ["standard", ...variants],
  });
  const wish = { count: 2, requests: ["refuse"], seen: new Set<string>(), seed: "a" };
  const small = [entry("refuse", ["x"]), entry("pay", ["x", "y"]), entry("sign", []), entry("block", ["x"])];

  it.each(SEEDS)(
    "takes six from different lessons, none as the lesson plays it, one with a request (%s)",
    (seed) => {
      const { simulations: count, requests } = blueprint;
      const drawn = drawSimulations(bank.simulations, { count, requests, seen: new Set(), seed });
      expect(drawn).toHaveLength(6);
      expect(new Set(drawn.map(({ lesson }) => lesson)).size).toBe(6);
      expect(drawn.filter(({ variant }) => ["main", "standard"].includes(variant))).toEqual([]);
      expect(drawn.some(({ simulation }) => requests.includes(simulation))).toBe(true);
      expect(drawSimulations(bank.simulations, { count, requests, seen: new Set(), seed })).toEqual(drawn);
    },
  );

  it.each([
    ["always one in which somebody else asks", {}, (names: string[]) => names.includes("refuse/x")],
    [
      "what has nothing new comes last",
      { count: 3 },
      (names: string[]) => !names.some((name) => name.startsWith("sign/")),
    ],
    [
      "a variant she has met only when there is no other",
      { count: 4, seen: new Set(["pay/x"]) },
      (names: string[]) => names.includes("pay/y") && names.includes("sign/main"),
    ],
    [
      "all met: another than the lesson's own all the same",
      { count: 4, seen: new Set(["pay/x", "pay/y", "refuse/x", "block/x"]) },
      (names: string[]) => names.includes("block/x"),
    ],
  ] as const)("%s", (_, change, holds) => {
    for (const seed of SEEDS) {
      const drawn = drawSimulations(small, { ...wish, ...change, seed });
      const names = drawn.map(({ simulation, variant }) => `${simulation}/${variant}`);
      expect(holds(names), names.join()).toBe(true);
    }
  });

  it("knows that main and standard are the same", () => {
    expect(variantKey("pay", "standard")).toBe(variantKey("pay", "main"));
  });

  it("leaves out a lesson's second simulation while other lessons are left", () => {
    const two = [entry("one", ["x"], "log-in"), entry("two", ["x"], "log-in"), entry("refuse", ["x"])];
    for (const seed of SEEDS) {
      const drawn = drawSimulations(two, { ...wish, seed });
      expect(new Set(drawn.map(({ lesson }) => lesson)).size).toBe(2);
    }
  });
});

describe("marking an exam", () => {
  const drawn = { questions: 4, simulations: 2, passMark: 80 };
  const run = (score: number, falseAccepts: number | null = null) => ({ score, falseAccepts });

  it.each([
    ["everything right", [1, 1, 1, 1], [run(100), run(100, 0)], 100, true],
    ["eighty is enough", [1, 1, 1, 0.8], [run(90), run(60)], 85, true],
    ["exactly at the mark", [1, 1, 1, 0.4], [run(75), run(75)], 80, true],
    ["one below", [1, 1, 1, 0.4], [run(75), run(74)], 79, false],
    [
      "the best result does not outweigh an accepted request",
      [1, 1, 1, 1],
      [run(100), run(85, 1)],
      96,
      false,
    ],
    ["not everything is there: what is missing counts nothing", [1, 1], [run(100)], 50, false],
    ["nothing", [], [], 0, false],
  ])("%s", (_, credits, runs, score, passed) => {
    expect(markExam(credits, runs, drawn)).toMatchObject({ score, passed });
  });
});

describe("when an exam may be taken", () => {
  const fresh = { isOpen: false, taken: 0, granted: 0, wholeLessons: 0, lessons: 12 };
  const done = { wholeLessons: 12 };

  it.each([
    ["lessons are left", {}, "closed"],
    ["eleven of twelve", { wholeLessons: 11 }, "closed"],
    ["all lessons are done", done, "ready"],
    ["the trainer opened it early", { granted: 1 }, "ready"],
    ["opened early and taken", { granted: 1, taken: 1 }, "used"],
    ["the third of three is left", { ...done, taken: 2 }, "ready"],
    ["all three are taken", { ...done, taken: 3 }, "used"],
    ["a fourth was given", { ...done, taken: 3, granted: 1 }, "ready"],
    ["one is open, whatever else", { isOpen: true, taken: 9 }, "open"],
    ["a course without lessons", { lessons: 0 }, "closed"],
  ])("%s: %s", (_, change, state) => {
    expect(examStateOf({ ...fresh, ...change }, 3)).toBe(state);
  });
});
