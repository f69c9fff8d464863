import { describe, expect, it } from "vitest";
import { foldProgress } from "@/server/learning/rules";
import type { LearnerEvent, Progress, ProgressEffect } from "@/server/learning/schema";
import { seeded, shuffled } from "../../support/seeded";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 10, minute));
const STEPS = ["one", "two", "three", "four"];

const effect = (change: Partial<ProgressEffect>): ProgressEffect => ({
  stepId: "one",
  stepNumber: 1,
  stepCount: STEPS.length,
  done: [],
  wrong: 0,
  restarted: false,
  achieved: false,
  score: null,
  ...change,
});
const read = (stepId: string, minute: number): LearnerEvent => ({
  kind: "step-read",
  activityId: "log-in/steps",
  occurredAt: at(minute),
  effect: effect({ stepId, stepNumber: STEPS.indexOf(stepId) + 1, done: [stepId] }),
});
const answer = (minute: number, change: Partial<ProgressEffect>): LearnerEvent => ({
  kind: "answer-given",
  activityId: "log-in/check",
  occurredAt: at(minute),
  effect: effect(change),
});
const fold = (events: LearnerEvent[]) =>
  events.reduce<Progress | null>((place, event) => foldProgress(place, event), null);

describe("reading", () => {
  it("notes where she is and since when", () => {
    expect(fold([read("one", 0), read("two", 3)])).toEqual({
      activityId: "log-in/steps",
      lesson: "log-in",
      stepId: "two",
      stepNumber: 2,
      stepCount: 4,
      doneSteps: ["one", "two"],
      triesOnStep: 0,
      stepSince: at(3),
      startedAt: at(0),
      lastEventAt: at(3),
      completedAt: null,
      bestScore: null,
      lastScore: null,
    });
  });

  it("is complete with the last unread step, whichever that is, and not before", () => {
    const random = seeded(7);
    for (let round = 0; round < 50; round += 1) {
      const order = shuffled(random, STEPS);
      const events = order.map((step, minute) => read(step, minute));
      for (let count = 1; count < STEPS.length; count += 1) {
        expect(fold(events.slice(0, count))?.completedAt).toBeNull();
      }
      expect(fold(events)?.completedAt).toEqual(at(STEPS.length - 1));
    }
  });

  it("counts a step once, however often it is read", () => {
    const place = fold([read("one", 0), read("two", 1), read("one", 2), read("one", 3)]);
    expect(place?.doneSteps).toEqual(["one", "two"]);
    expect(place?.completedAt).toBeNull();
    expect(place?.stepSince).toEqual(at(2));
  });

  it("never un-completes", () => {
    const complete = STEPS.map((step, minute) => read(step, minute));
    const later = fold([...complete, read("one", 30), read("two", 31)]);
    expect(later?.completedAt).toEqual(at(3));
    expect(later).toMatchObject({ stepId: "two", lastEventAt: at(31) });
  });

  it("stays complete when a later version has more steps", () => {
    const complete = STEPS.map((step, minute) => read(step, minute));
    const longer = { ...read("one", 40), effect: effect({ done: ["one"], stepCount: 9 }) };
    expect(fold([...complete, longer])).toMatchObject({ completedAt: at(3), stepCount: 9 });
  });

  it("takes an event that arrives late for the newest place, and keeps the latest time", () => {
    expect(fold([read("three", 20), read("one", 5)])).toMatchObject({
      stepId: "one",
      lastEventAt: at(20),
      startedAt: at(20),
      doneSteps: ["three", "one"],
    });
  });
});

describe("checks and simulations", () => {
  it("count wrong tries on this very step and forget them on the next", () => {
    const events = [
      answer(0, { stepId: "one", wrong: 1 }),
      answer(1, { stepId: "one", wrong: 2 }),
      answer(2, { stepId: "one", wrong: 0 }),
    ];
    expect(fold(events)).toMatchObject({ triesOnStep: 3, stepSince: at(0) });
    expect(fold([...events, answer(3, { stepId: "two", wrong: 0 })])).toMatchObject({
      triesOnStep: 0,
      stepSince: at(3),
    });
  });

  it("leave her on the step she got to when a mistake leads back, and count it there", () => {
    const move = (minute: number, stepNumber: number, wrong: number): LearnerEvent => ({
      kind: "simulation-move",
      activityId: "log-in/exercise",
      occurredAt: at(minute),
      effect: effect({ stepId: STEPS[stepNumber - 1] ?? "", stepNumber, wrong }),
    });
    const back = [move(0, 1, 0), move(1, 3, 0), move(2, 2, 1), move(3, 3, 0), move(4, 2, 1)];
    expect(fold(back)).toMatchObject({ stepId: "three", stepNumber: 3, triesOnStep: 2, stepSince: at(1) });
    expect(fold([...back, move(5, 4, 0)])).toMatchObject({
      stepId: "four",
      triesOnStep: 0,
      stepSince: at(5),
    });
  });

  it("are complete by their own rule, not by the number of steps done", () => {
    expect(fold([answer(0, { done: STEPS, score: 50 })])?.completedAt).toBeNull();
    expect(fold([answer(0, { done: ["one"], achieved: true, score: 90 })])?.completedAt).toEqual(at(0));
  });

  it("begin anew on a restart: nothing done, no tries, the same beginning", () => {
    const before = [
      answer(0, { done: ["one"], wrong: 2 }),
      answer(1, { stepId: "one", done: ["two"], wrong: 1 }),
    ];
    expect(fold([...before, answer(2, { stepId: "one", restarted: true })])).toMatchObject({
      doneSteps: [],
      triesOnStep: 0,
      stepSince: at(2),
      startedAt: at(0),
    });
  });

  it("keep best and last result, and the completion, through a worse second passage", () => {
    const events = [
      answer(0, { restarted: true }),
      answer(1, { achieved: true, score: 90 }),
      answer(2, { restarted: true }),
      answer(3, { achieved: false, score: 40 }),
    ];
    expect(fold(events)).toMatchObject({ completedAt: at(1), bestScore: 90, lastScore: 40 });
  });

  it("know a result of zero from no result", () => {
    expect(fold([answer(0, { score: 0 })])).toMatchObject({ bestScore: 0, lastScore: 0 });
    expect(fold([answer(0, {})])).toMatchObject({ bestScore: null, lastScore: null });
  });
});

it("folding is pure: the place before is not touched", () => {
  const before = foldProgress(null, read("one", 0));
  const copy = structuredClone(before);
  foldProgress(before, read("two", 1));
  expect(before).toEqual(copy);
});
