import { describe, expect, it } from "vitest";
import type { Score } from "@/server/simulation/engine/score";
import { isAchieved, moveEffect } from "@/server/simulation/rules";
import { runScore } from "@/server/simulation/schema";

const STEPS = ["one", "two", "three"];
const score = (change: Partial<Score>): Score => ({
  outcome: "not-reached",
  score: 0,
  hintsUsed: 0,
  mistakes: 0,
  criticalMistakes: 0,
  falseAccepts: null,
  falseRefuses: null,
  activeSeconds: 10,
  stepId: "one",
  stepNumber: 1,
  steps: 3,
  assistance: "alone",
  ended: false,
  ...change,
});

describe("a run achieves its activity", () => {
  it.each<[string, Partial<Score>, boolean]>([
    ["reached alone", { ended: true, outcome: "reached" }, true],
    ["reached with a hint", { ended: true, outcome: "reached", assistance: "with-hint" }, true],
    ["shown", { ended: true, outcome: "reached", assistance: "shown" }, false],
    ["the goal reached, the run not over", { ended: false, outcome: "reached" }, false],
    ["ended unsafely", { ended: true, outcome: "unsafe" }, false],
    ["ended without the goal", { ended: true, outcome: "not-reached" }, false],
  ])("%s: %#", (_name, change, achieved) => {
    expect(isAchieved(score(change))).toBe(achieved);
  });
});

describe("what one move did", () => {
  const start = score({});
  it.each<[string, Score, Score, object]>([
    ["nothing yet", start, start, { stepId: "one", stepNumber: 1, done: [], wrong: 0, score: null }],
    ["a step further", start, score({ stepId: "two", stepNumber: 2 }), { stepId: "two", done: ["one"] }],
    ["a mistake", start, score({ mistakes: 1 }), { wrong: 1, done: [] }],
    ["two mistakes at once", score({ mistakes: 1 }), score({ mistakes: 3 }), { wrong: 2 }],
    ["an undone mistake is not negative", score({ mistakes: 2 }), score({ mistakes: 1 }), { wrong: 0 }],
    [
      "the end",
      score({ stepId: "three", stepNumber: 3 }),
      score({ stepId: "three", stepNumber: 3, ended: true, outcome: "reached", score: 95 }),
      { done: STEPS, achieved: true, score: 95 },
    ],
    [
      "an unsafe end",
      start,
      score({ stepId: "two", stepNumber: 2, ended: true, outcome: "unsafe", score: 0 }),
      { done: ["one"], achieved: false, score: 0 },
    ],
  ])("%s", (_name, before, after, effect) => {
    expect(moveEffect(STEPS, before, after, false)).toMatchObject({
      stepCount: 3,
      restarted: false,
      ...effect,
    });
  });

  it("says when a new passage begins", () => {
    expect(moveEffect(STEPS, start, start, true).restarted).toBe(true);
  });
});

it("the verdict sent to the browser tells neither steps nor weights", () => {
  expect(Object.keys(runScore.parse(score({ ended: true, outcome: "reached" }))).sort()).toEqual([
    "criticalMistakes",
    "hintsUsed",
    "mistakes",
    "outcome",
    "score",
  ]);
});
