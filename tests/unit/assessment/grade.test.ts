import { describe, expect, it } from "vitest";
import { foldNumber, foldText, grade } from "@/server/assessment/rules";
import type { Answer, GradableQuestion } from "@/server/catalogue/question/schema";

const common = { id: "q", competences: ["2.6"], outcomes: ["LO2.6.05"], difficulty: 1 };
const single: GradableQuestion = { ...common, kind: "single", choices: ["a", "b", "c"], key: "b" };
const multiple: GradableQuestion = {
  ...common,
  kind: "multiple",
  choices: ["a", "b", "c", "d"],
  key: ["a", "c"],
};
const isTrue: GradableQuestion = { ...common, kind: "true-false", key: true };
const order: GradableQuestion = {
  ...common,
  kind: "order",
  choices: ["d", "b", "a", "c"],
  key: ["a", "b", "c", "d"],
};
const match: GradableQuestion = {
  ...common,
  kind: "match",
  left: ["l1", "l2", "l3"],
  right: ["r1", "r2", "r3"],
  key: { l1: "r2", l2: "r1", l3: "r3" },
};
const sorting: GradableQuestion = {
  ...common,
  kind: "sort",
  choices: ["a", "b", "c", "d"],
  groups: ["g", "h"],
  key: { a: "g", b: "h", c: "g", d: "h" },
};
const point: GradableQuestion = {
  ...common,
  kind: "point",
  screen: {
    device: "phone",
    lines: [
      { id: "a", look: "button" },
      { id: "b", look: "link" },
      { id: "t", look: "text" },
    ],
  },
  choices: ["a", "b"],
  key: "b",
};
const text: GradableQuestion = { ...common, kind: "fill-in", input: "text" };
const number: GradableQuestion = { ...common, kind: "fill-in", input: "number" };

const pick = (choice: string): Answer => ({ kind: "single", choice });
const tick = (...choices: string[]): Answer => ({ kind: "multiple", choices });
const say = (value: boolean): Answer => ({ kind: "true-false", value });
const sort = (...ids: string[]): Answer => ({ kind: "order", order: ids });
const pair = (pairs: Record<string, string>): Answer => ({ kind: "match", pairs });
const put = (groups: Record<string, string>): Answer => ({ kind: "sort", groups });
const touch = (choice: string): Answer => ({ kind: "point", choice });
const type = (words: string): Answer => ({ kind: "fill-in", text: words });

describe("one answer is worth", () => {
  it.each<[string, GradableQuestion, Answer, number]>([
    ["the right choice", single, pick("b"), 1],
    ["another choice", single, pick("a"), 0],
    ["a choice that is not there", single, pick("z"), 0],
    ["a word of the language", single, pick("constructor"), 0],
    ["true, rightly", isTrue, say(true), 1],
    ["false, wrongly", isTrue, say(false), 0],

    ["all right ticks", multiple, tick("a", "c"), 1],
    ["all right ticks in another order", multiple, tick("c", "a"), 1],
    ["the same right tick twice", multiple, tick("a", "a"), 0.5],
    ["half of the right ticks", multiple, tick("a"), 0.5],
    ["no tick at all", multiple, tick(), 0],
    ["one right and one wrong", multiple, tick("a", "b"), 0],
    ["both right and one wrong", multiple, tick("a", "b", "c"), 0.5],
    ["everything ticked", multiple, tick("a", "b", "c", "d"), 0],
    ["wrong ticks only, never below nothing", multiple, tick("b", "d"), 0],
    ["right ticks with one that is not there", multiple, tick("a", "c", "z"), 0],

    ["the right order", order, sort("a", "b", "c", "d"), 1],
    ["the order upside down", order, sort("d", "c", "b", "a"), 0],
    ["one part moved to the end", order, sort("b", "c", "d", "a"), 2 / 3],
    ["two neighbours exchanged", order, sort("b", "a", "c", "d"), 1 / 3],
    ["an order with a part missing", order, sort("a", "b", "c"), 0],
    ["an order with a part twice", order, sort("a", "b", "c", "d", "d"), 0],
    ["an order with a part that is not there", order, sort("a", "b", "c", "z"), 0],
    ["an empty order", order, sort(), 0],

    ["all pairs right", match, pair({ l1: "r2", l2: "r1", l3: "r3" }), 1],
    ["one pair of three right", match, pair({ l1: "r1", l2: "r2", l3: "r3" }), 1 / 3],
    ["only one pair given", match, pair({ l1: "r2" }), 1 / 3],
    ["a pair not chosen", match, pair({ l1: "r2", l2: "r1", l3: "" }), 2 / 3],
    ["pairs that are not there", match, pair({ z: "r1", l1: "z" }), 0],
    ["no pair", match, pair({}), 0],

    ["everything in its group", sorting, put({ a: "g", b: "h", c: "g", d: "h" }), 1],
    ["all in one group", sorting, put({ a: "g", b: "g", c: "g", d: "g" }), 0.5],
    ["one item sorted", sorting, put({ b: "h" }), 0.25],
    ["all in the other group", sorting, put({ a: "h", b: "g", c: "h", d: "g" }), 0],
    ["items and groups that are not there", sorting, put({ z: "g", a: "z", constructor: "g" }), 0],
    ["nothing sorted", sorting, put({}), 0],

    ["the right place", point, touch("b"), 1],
    ["another place", point, touch("a"), 0],
    ["a line that is only to be read", point, touch("t"), 0],
    ["a place that is not there", point, touch("constructor"), 0],
  ])("%s", (_name, question, answer, credit) => {
    const result = grade(question, answer);
    expect(result.credit).toBeCloseTo(credit, 10);
    expect(result.correct).toBe(credit === 1);
  });

  it("nothing for an answer of another kind, whatever the kinds", () => {
    const questions = [single, multiple, isTrue, order, match, sorting, point, text];
    const answers = [
      pick("b"),
      tick("a", "c"),
      say(true),
      sort("a", "b", "c", "d"),
      pair({}),
      put({ a: "g" }),
      touch("b"),
      type("b"),
    ];
    for (const question of questions) {
      for (const answer of answers.filter(({ kind }) => kind !== question.kind)) {
        expect(grade(question, answer, ["b"])).toEqual({ correct: false, credit: 0 });
      }
    }
  });
});

describe("a typed text is right when a person would call it the same", () => {
  const accepted = ["Le jeton", "l’été", "œuvre"];
  it.each([
    ["Le jeton", true],
    ["le  JETON ", true],
    ["Le\u00a0jeton.", true],
    ["l'ete", true],
    ["L’ÉTÉ !", true],
    ["l’e\u0301te\u0301", true],
    ["œuvre", true],
    ["jeton", false],
    ["Le jetons", false],
    ["", false],
    ["  ", false],
  ])("%j: %j", (given, isRight) => {
    expect(grade(text, type(given), accepted).correct).toBe(isRight);
  });

  it("nothing is right where nothing is accepted", () => {
    expect(grade(text, type("")).correct).toBe(false);
    expect(grade(number, type("5")).correct).toBe(false);
  });
});

describe("a typed number is right however it is written", () => {
  it.each([
    ["5", ["5"], true],
    [" 5 ", ["5"], true],
    ["5.", ["5"], true],
    ["5,0", ["5"], true],
    ["05", ["5"], true],
    ["+5", ["5"], true],
    ["cinq", ["5", "cinq"], true],
    ["Cinq chiffres", ["5", "cinq chiffres"], true],
    ["six", ["5", "cinq"], false],
    ["5 chiffres", ["5"], false],
    ["55", ["5"], false],
    ["-5", ["5"], false],
    ["1 000", ["1000"], true],
    ["1\u202f000", ["1000"], true],
    ["1.000", ["1000"], true],
    ["1,000", ["1000"], true],
    ["1.000,50", ["1000,5"], true],
    ["1,000.5", ["1000.5"], true],
    ["0,125", ["0.125"], true],
    ["0.125", ["125"], false],
    ["3,14", ["3.14"], true],
    ["1.2.3", ["123"], false],
    ["", ["0"], false],
  ])("%j against %j: %j", (given, accepted, isRight) => {
    expect(grade(number, type(given), accepted).correct).toBe(isRight);
  });

  it("a text question does not read numbers", () => {
    expect(grade(text, type("5,0"), ["5"]).correct).toBe(false);
  });
});

it("foldText and foldNumber are stable: folding twice is folding once", () => {
  for (const words of ["  L’Été, déjà !! ", "STRASSE", "a\u00a0b", "…"]) {
    expect(foldText(foldText(words))).toBe(foldText(words));
  }
  for (const words of ["1.000,5", "+32 470 00 00 01", "-0,50"]) {
    const once = foldNumber(words);
    expect(foldNumber(once ?? "")).toBe(once);
  }
});
