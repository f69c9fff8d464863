import { describe, expect, it } from "vitest";
import type { Activity } from "@/server/catalogue/schema";
import {
  activeSecondsBetween,
  isStuck,
  nextActivity,
  percentDone,
  STUCK_DAYS,
  STUCK_TRIES,
  trustedInstant,
} from "@/server/learning/rules";
import type { Progress } from "@/server/learning/schema";
import { seeded, shuffled } from "../../support/seeded";

const NOW = new Date("2026-11-22T10:00:00Z");
const DAY_MS = 86_400_000;
const ago = (milliseconds: number) => new Date(NOW.getTime() - milliseconds);

const activity = (id: string): Activity => ({
  id: `lesson/${id}`,
  lesson: "lesson",
  kind: "steps",
  stepCount: 4,
  simulation: null,
});
const place = (id: string, change: Partial<Progress> = {}): Progress => ({
  activityId: `lesson/${id}`,
  lesson: "lesson",
  stepId: "one",
  stepNumber: 1,
  stepCount: 4,
  doneSteps: [],
  triesOnStep: 0,
  stepSince: NOW,
  startedAt: NOW,
  lastEventAt: NOW,
  completedAt: null,
  bestScore: null,
  lastScore: null,
  ...change,
});
const done = { completedAt: NOW };
const ABC = ["a", "b", "c"].map(activity);

describe("what stands behind “Continue”", () => {
  it.each<[string, Progress[], string | null]>([
    ["the first, for who has not begun", [], "a"],
    ["the first not begun, when nothing is open", [place("a", done)], "b"],
    ["what is open, before what is not begun", [place("b")], "b"],
    [
      "of several open ones the one left last",
      [
        place("a", { lastEventAt: ago(1000) }),
        place("c", { lastEventAt: ago(10) }),
        place("b", { lastEventAt: ago(500) }),
      ],
      "c",
    ],
    ["a gap before what is done", [place("a", done), place("c", done)], "b"],
    ["nothing, when all is done", [place("a", done), place("b", done), place("c", done)], null],
    ["nothing that is not published any more", [place("old"), place("a", done)], "b"],
  ])("%s", (_name, progress, id) => {
    expect(nextActivity(ABC, progress)?.activity.id ?? null).toBe(id && `lesson/${id}`);
  });

  it("brings the place along where there is one", () => {
    expect(nextActivity(ABC, [place("b", { stepNumber: 3 })])?.progress).toMatchObject({ stepNumber: 3 });
    expect(nextActivity(ABC, [])?.progress).toBeNull();
    expect(nextActivity([], [place("a")])).toBeNull();
  });

  it("goes on from the lesson she worked in last, and comes back for the lessons before it", () => {
    const of = (lesson: string, id: string): Activity => ({ ...activity(id), id: `${lesson}/${id}`, lesson });
    const at = (lesson: string, id: string, ms: number) =>
      place(id, { ...done, lesson, activityId: `${lesson}/${id}`, lastEventAt: ago(ms) });
    const all = ["one", "two", "three"].flatMap((lesson) => [of(lesson, "steps"), of(lesson, "check")]);
    const nextAfter = (...progress: Progress[]) => nextActivity(all, progress)?.activity.id ?? null;
    const two = [at("two", "steps", 50), at("two", "check", 10)];
    const three = [at("three", "steps", 9), at("three", "check", 8)];
    expect(nextAfter(at("two", "steps", 50))).toBe("two/check");
    expect(nextAfter(...two)).toBe("three/steps");
    expect(nextAfter(...two, ...three)).toBe("one/steps");
    expect(nextAfter(...two, ...three, at("one", "steps", 5), at("one", "check", 4))).toBeNull();
  });
});

describe("percentDone", () => {
  it.each<[string, Activity[], Progress[], number]>([
    ["an empty course", [], [], 0],
    ["nothing begun", ABC, [], 0],
    ["begun is not done", ABC, [place("a"), place("b"), place("c")], 0],
    ["one of three", ABC, [place("a", done)], 33],
    ["two of three", ABC, [place("a", done), place("b", done)], 66],
    ["all", ABC, [place("c", done), place("a", done), place("b", done)], 100],
    ["what is not published does not count", ABC, [place("x", done), place("a", done)], 33],
  ])("%s: %#", (_name, activities, progress, percent) => {
    expect(percentDone(activities, progress)).toBe(percent);
  });

  it("is 100 for all and only for all, whole, and never falls", () => {
    const random = seeded(42);
    for (let round = 0; round < 300; round += 1) {
      const count = 1 + Math.floor(random() * 120);
      const activities = Array.from({ length: count }, (_, index) => activity(String(index)));
      const order = shuffled(random, activities);
      let last = 0;
      for (const doneCount of [0, Math.floor(random() * count), count - 1, count].sort((a, b) => a - b)) {
        const progress = order.slice(0, doneCount).map(({ id }) => place(id.slice("lesson/".length), done));
        const percent = percentDone(activities, progress);
        expect(Number.isInteger(percent) && percent >= last && percent <= 100).toBe(true);
        expect(percent === 100).toBe(doneCount === count);
        last = percent;
      }
    }
  });
});

describe("isStuck", () => {
  it.each<[string, Partial<Progress>, boolean]>([
    ["just begun", {}, false],
    ["two wrong tries", { triesOnStep: STUCK_TRIES - 1 }, false],
    ["three wrong tries", { triesOnStep: STUCK_TRIES }, true],
    ["silent for almost two days", { lastEventAt: ago(STUCK_DAYS * DAY_MS - 1) }, false],
    ["silent for two days", { lastEventAt: ago(STUCK_DAYS * DAY_MS) }, true],
    ["done, and silent since", { ...done, lastEventAt: ago(40 * DAY_MS) }, false],
    ["done, and trying again", { ...done, triesOnStep: 9 }, false],
  ])("%s: %#", (_name, change, stuck) => {
    expect(isStuck(place("a", change), NOW)).toBe(stuck);
  });
});

describe("active time between two events", () => {
  it.each([
    [0, 0],
    [999, 0],
    [1000, 1],
    [90_500, 90],
    [180_000, 180],
    [180_999, 180],
    [181_000, 0],
    [3_600_000, 0],
    [-5000, 0],
  ])("%i ms apart: %i s", (gap, seconds) => {
    expect(activeSecondsBetween(NOW, new Date(NOW.getTime() + gap))).toBe(seconds);
  });
});

describe("trustedInstant", () => {
  it.each([
    ["now", NOW, NOW],
    ["an hour ago", ago(3_600_000), ago(3_600_000)],
    ["thirty days ago", ago(30 * DAY_MS), ago(30 * DAY_MS)],
    ["thirty-one days ago", ago(31 * DAY_MS), ago(30 * DAY_MS)],
    ["1970, an empty battery", new Date(0), ago(30 * DAY_MS)],
    ["a minute ahead", ago(-60_000), NOW],
    ["the year 9999", new Date("9999-12-31T23:59:59Z"), NOW],
  ])("%s", (_name, claimed, trusted) => {
    expect(trustedInstant(claimed, NOW)).toEqual(trusted);
  });
});
