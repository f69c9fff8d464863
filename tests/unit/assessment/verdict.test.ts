import { describe, expect, it } from "vitest";
import { chosenIds, judge, scoreOf } from "@/server/assessment/rules";
import { type Verdict, verdict } from "@/server/assessment/schema";
import type { Answer, GradableQuestion, QuestionText } from "@/server/catalogue/question/schema";

describe("scoreOf", () => {
  it.each<[number[], number, number]>([
    [[1, 1, 1, 1], 4, 100],
    [[], 0, 0],
    [[], 5, 0],
    [[1, 1, 1], 4, 75],
    [[1, 1, 0], 3, 66],
    [[1 / 3, 1 / 3, 1 / 3], 3, 33],
    [[1, 1, 1, 0.999], 4, 99],
    [[0.1, 0.2, 0.3, 0.4, 1], 5, 40],
  ])("of %j over %i questions is %i", (credits, count, score) => {
    expect(scoreOf(credits, count)).toBe(score);
  });

  it("is the same for credits that were stored in single precision", () => {
    const denominators = [1, 2, 3, 4, 5, 6];
    const credits = denominators.flatMap((n) => Array.from({ length: n + 1 }, (_, k) => k / n));
    for (const one of credits) {
      for (const other of credits) {
        for (const third of credits) {
          const exact = [one, other, third, 1, 1];
          const stored = exact.map((credit) => Number(Math.fround(credit).toPrecision(7)));
          expect(scoreOf(stored, 5)).toBe(scoreOf(exact, 5));
        }
      }
    }
  });
});

const common = { id: "q", competences: ["2.6"], outcomes: ["LO2.6.05"], difficulty: 1 };
const choice = (name: string) => ({ text: `text ${name}`, feedback: `feedback ${name}` });
const words = (change: Partial<QuestionText> = {}): QuestionText => ({
  prompt: "prompt",
  correct: "Yes.",
  incorrect: "Not yet.",
  ...change,
});

type Case = [string, GradableQuestion, QuestionText, Answer, Partial<Verdict>];
const multiple: GradableQuestion = {
  ...common,
  kind: "multiple",
  choices: ["a", "b", "c"],
  key: ["a", "c"],
};
const single: GradableQuestion = { ...common, kind: "single", choices: ["a", "b"], key: "b" };
const abc = words({ choices: { a: choice("a"), b: choice("b"), c: choice("c") } });

describe("judge", () => {
  it.each<Case>([
    [
      "a right choice says so and names no solution",
      single,
      abc,
      { kind: "single", choice: "b" },
      {
        correct: true,
        sentence: "Yes.",
        choices: [{ id: "b", text: "text b", feedback: "feedback b", right: true }],
        solution: [],
      },
    ],
    [
      "a wrong choice gets its own feedback and the solution in words",
      single,
      abc,
      { kind: "single", choice: "a" },
      {
        correct: false,
        sentence: "Not yet.",
        choices: [{ id: "a", text: "text a", feedback: "feedback a", right: false }],
        solution: ["text b"],
      },
    ],
    [
      "each tick is judged on its own",
      multiple,
      abc,
      { kind: "multiple", choices: ["a", "b"] },
      {
        credit: 0,
        choices: [
          { id: "a", text: "text a", feedback: "feedback a", right: true },
          { id: "b", text: "text b", feedback: "feedback b", right: false },
        ],
        solution: ["text a", "text c"],
      },
    ],
    [
      "true and false are choices like others",
      { ...common, kind: "true-false", key: false },
      words({ choices: { true: choice("true"), false: choice("false") } }),
      { kind: "true-false", value: true },
      { choices: [expect.objectContaining({ id: "true", right: false })], solution: ["text false"] },
    ],
    [
      "an order is told as a whole",
      { ...common, kind: "order", choices: ["a", "b", "c"], key: ["c", "b", "a"] },
      abc,
      { kind: "order", order: ["a", "b", "c"] },
      { choices: [], solution: ["text c", "text b", "text a"] },
    ],
    [
      "pairs are judged one by one",
      { ...common, kind: "match", left: ["a", "b"], right: ["x", "y"], key: { a: "x", b: "y" } },
      words({ choices: { a: choice("a"), b: choice("b") }, right: { x: "word x", y: "word y" } }),
      { kind: "match", pairs: { a: "x", b: "x" } },
      {
        credit: 0.5,
        choices: [
          expect.objectContaining({ id: "a", right: true }),
          expect.objectContaining({ id: "b", right: false }),
        ],
        solution: ["text a → word x", "text b → word y"],
      },
    ],
    [
      "a typed answer shows the first accepted spelling",
      { ...common, kind: "fill-in", input: "text" },
      words({ accepted: ["jeton", "le jeton"] }),
      { kind: "fill-in", text: "code" },
      { choices: [], solution: ["jeton"] },
    ],
  ])("%s", (_name, question, text, answer, expected) => {
    expect(judge(question, text, answer)).toMatchObject(expected);
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty", "", "z"])(
    "takes the invented choice %j for nothing, and can still be told",
    (invented) => {
      const answers: [GradableQuestion, Answer][] = [
        [single, { kind: "single", choice: invented }],
        [multiple, { kind: "multiple", choices: ["a", invented] }],
        [
          { ...common, kind: "match", left: ["a", "b"], right: ["x", "y"], key: { a: "x", b: "y" } },
          { kind: "match", pairs: { [invented]: "x" } },
        ],
      ];
      for (const [question, answer] of answers) {
        const told = judge(question, abc, answer);
        expect(verdict.parse(told)).toEqual(told);
        expect(told.correct).toBe(false);
        expect(told.choices.map(({ id }) => id)).not.toContain(invented);
      }
    },
  );
});

it("chosenIds names what the learner chose", () => {
  expect(chosenIds({ kind: "single", choice: "a" })).toEqual(["a"]);
  expect(chosenIds({ kind: "multiple", choices: ["b", "a"] })).toEqual(["b", "a"]);
  expect(chosenIds({ kind: "true-false", value: false })).toEqual(["false"]);
  expect(chosenIds({ kind: "match", pairs: { a: "x" } })).toEqual(["a"]);
  expect(chosenIds({ kind: "order", order: ["a"] })).toEqual([]);
  expect(chosenIds({ kind: "fill-in", text: "a" })).toEqual([]);
});
