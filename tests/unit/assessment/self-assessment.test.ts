import { describe, expect, it } from "vitest";
import { compareRatings, gainOf, momentNow, momentToOffer } from "@/server/assessment/self-assessment/rules";
import { countWholeLessons, isPlaceInCourse } from "@/server/learning/rules";

const fresh = { open: null, hasBefore: false, hasAfter: false, wholeLessons: 0, lessons: 12 };

describe("which self-assessment there is", () => {
  it.each([
    ["before anything", {}, "before", "before"],
    ["in the middle without one: to catch up, unasked for", { wholeLessons: 3 }, "before", null],
    ["at the end without one: the chance is gone", { wholeLessons: 12 }, "after", "after"],
    ["with the first done and no lesson yet: nothing", { hasBefore: true }, null, null],
    ["after one lesson: when she likes", { hasBefore: true, wholeLessons: 1 }, "after", null],
    ["when all is done: offered", { hasBefore: true, wholeLessons: 12 }, "after", "after"],
    ["once more: when she likes", { hasBefore: true, hasAfter: true, wholeLessons: 12 }, "after", null],
    [
      "one left open goes on, whatever happened since",
      { open: "before", wholeLessons: 12 },
      "before",
      "before",
    ],
    ["a second one left open as well", { open: "after", hasBefore: true, wholeLessons: 2 }, "after", "after"],
  ] as const)("%s", (_, change, now, offered) => {
    const standing = { ...fresh, ...change };
    expect(momentNow(standing)).toBe(now);
    expect(momentToOffer(standing)).toBe(offered);
  });
});

describe("what changed", () => {
  it.each([
    ["all of it", { a: 1, b: 2 }, { a: 3, b: 2 }, 1],
    ["downwards too: to be careful is no shame", { a: 4 }, { a: 3 }, -1],
    ["only what was rated twice: another version had others", { a: 1, old: 4 }, { a: 2, new: 1 }, 1],
    ["nothing in common", { a: 1 }, { b: 4 }, null],
    ["no first time", null, { a: 4 }, null],
    ["no second time", { a: 4 }, null, null],
  ])("%s", (_, before, after, gain) => {
    expect(gainOf(before, after)).toBe(gain);
  });

  it("is told per statement, and no name of a built-in is taken for one", () => {
    expect(compareRatings({ a: 1 }, { a: 2, constructor: 3 })).toEqual([{ id: "a", before: 1, after: 2 }]);
  });
});

describe("places in the course", () => {
  it.each([
    ["log-in/steps", true],
    ["refuse/check", true],
    ["surprise/surprise-shop", false],
    ["self-assessment/before", false],
    ["exam/questions", false],
    ["placement/questions", false],
  ])("%s: %s", (id, is) => {
    expect(isPlaceInCourse(id)).toBe(is);
  });

  it("make whole lessons when everything in them is done", () => {
    const part = (lesson: string, name: string) => ({
      id: `${lesson}/${name}`,
      lesson,
      kind: "steps" as const,
      stepCount: 1,
      simulation: null,
    });
    const activities = [part("a", "steps"), part("a", "check"), part("b", "steps")];
    const done = (activityId: string) => ({ activityId, completedAt: new Date(0) });
    expect(countWholeLessons(activities, [])).toEqual({ whole: 0, all: 2 });
    expect(countWholeLessons(activities, [done("a/steps"), done("b/steps")])).toEqual({ whole: 1, all: 2 });
    expect(countWholeLessons(activities, [{ activityId: "b/steps", completedAt: null }])).toMatchObject({
      whole: 0,
    });
  });
});
