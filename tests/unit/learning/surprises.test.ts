import { describe, expect, it } from "vitest";
import { activitiesOf } from "@/server/catalogue/rules";
import {
  DAYS_AFTER_FIRST_LESSON,
  DAYS_BETWEEN,
  firstWholeLessonAt,
  isStopped,
  isSurpriseActivity,
  isSurpriseDue,
  nextSurprise,
  SPREAD_DAYS,
  surpriseActivity,
} from "@/server/learning/surprises/rules";
import type { SurpriseHistory } from "@/server/learning/surprises/schema";

const NOW = new Date("2026-11-22T10:00:00Z");
const MINUTE = 60_000;
const DAY = 86_400_000;
const ago = (days: number, minutes = 0) => new Date(NOW.getTime() - days * DAY - minutes * MINUTE);

const SCENARIOS = ["shop", "bank", "parcel"];
type Shown = SurpriseHistory["shown"][number];
const shown = (scenario: string, days: number, outcome: Shown["outcome"] = "refused", number = 1): Shown => ({
  number,
  scenario,
  shownAt: ago(days),
  outcome,
});
const ready: SurpriseHistory = { stopped: false, dueAt: null, firstLessonAt: ago(5), shown: [] };
const next = (change: Partial<SurpriseHistory>, scenarios = SCENARIOS, extraDays = 0) =>
  nextSurprise({ ...ready, ...change }, NOW, scenarios, extraDays);

describe("the next surprise of a learner", () => {
  it.each<[string, Partial<SurpriseHistory>, string | null]>([
    ["in the first lesson: none", { firstLessonAt: null }, null],
    ["the very day of the first whole lesson: none", { firstLessonAt: ago(0) }, null],
    [
      "a minute before the days of quiet are over: none",
      { firstLessonAt: ago(DAYS_AFTER_FIRST_LESSON, -1) },
      null,
    ],
    [
      "two days after the first whole lesson: the first one",
      { firstLessonAt: ago(DAYS_AFTER_FIRST_LESSON) },
      "shop",
    ],
    ["long after, the course finished: still the first one", { firstLessonAt: ago(300) }, "shop"],
    ["stopped: none", { stopped: true }, null],
    ["stopped, although it is due: none", { stopped: true, dueAt: ago(1), shown: [shown("shop", 9)] }, null],
    ["not due yet: none", { dueAt: ago(-1), shown: [shown("shop", 8)] }, null],
    ["due: the next in the order of the course", { dueAt: ago(1), shown: [shown("shop", 9)] }, "bank"],
    ["due this very minute: it comes", { dueAt: NOW, shown: [shown("shop", 7)] }, "bank"],
    ["due, but the last one is six days away: none", { dueAt: ago(1), shown: [shown("shop", 6)] }, null],
    [
      "an hour after one was shown, whatever stands in the schedule: none",
      { shown: [shown("shop", 0)] },
      null,
    ],
    ["not answered: the same one again", { dueAt: ago(1), shown: [shown("shop", 8, null)] }, "shop"],
    [
      "accepted counts as answered: the next one",
      { dueAt: ago(1), shown: [shown("shop", 8, "accepted")] },
      "bank",
    ],
    [
      "all answered: from the beginning",
      {
        dueAt: ago(0),
        shown: [shown("shop", 40), shown("bank", 30, "refused", 2), shown("parcel", 20, "refused", 3)],
      },
      "shop",
    ],
    [
      "the first lesson changed after she had done it: what came once goes on",
      { firstLessonAt: null, dueAt: ago(1), shown: [shown("shop", 9)] },
      "bank",
    ],
  ])("%s", (_name, change, scenario) => {
    expect(next(change)?.scenario ?? null).toBe(scenario);
  });

  it("in a course without surprises: none", () => {
    expect(next({}, [])).toBeNull();
  });

  it("has the next number: two devices at once are given the same, and one of them loses", () => {
    expect(next({})?.number).toBe(1);
    const history = { dueAt: ago(1), shown: [shown("shop", 20), shown("bank", 10, null, 2)] };
    expect(next(history)?.number).toBe(3);
    expect(next(history)).toEqual(next(history));
  });

  it.each(Array.from({ length: SPREAD_DAYS + 1 }, (_, extra) => extra))(
    "the one after it is a week and %i days away",
    (extra) => {
      const due = next({}, SCENARIOS, extra)?.dueAt.getTime() ?? 0;
      expect((due - NOW.getTime()) / DAY).toBe(DAYS_BETWEEN + extra);
    },
  );

  it("never two in any seven days, over a year of opening lessons every hour", () => {
    const seen: Shown[] = [];
    let dueAt: Date | null = null;
    for (let hour = 0; hour < 365 * 24; hour += 1) {
      const now = new Date(NOW.getTime() + hour * 3_600_000);
      const found = nextSurprise({ ...ready, dueAt, shown: seen }, now, SCENARIOS, hour % 4);
      if (!found) continue;
      seen.push({
        number: found.number,
        scenario: found.scenario,
        shownAt: now,
        outcome: seen.length % 3 ? "refused" : null,
      });
      dueAt = found.dueAt;
    }
    expect(seen.length).toBeGreaterThan(30);
    expect(seen.length).toBeLessThanOrEqual(53);
    const gaps = seen
      .slice(1)
      .map((one, index) => one.shownAt.getTime() - (seen[index]?.shownAt.getTime() ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(DAYS_BETWEEN * DAY);
    expect(new Set(seen.map(({ scenario }) => scenario))).toEqual(new Set(SCENARIOS));
  });

  it("asking whether it is due agrees with what is handed out, but for the week since the last one", () => {
    for (const history of [ready, { ...ready, stopped: true }, { ...ready, firstLessonAt: null }]) {
      expect(isSurpriseDue(history, NOW)).toBe(nextSurprise(history, NOW, SCENARIOS, 0) !== null);
    }
  });
});

describe("the first whole lesson", () => {
  const lesson = (id: string, simulations: string[]) =>
    activitiesOf(
      {
        id,
        minutes: 10,
        competences: ["4.2"],
        steps: [{ id: "a" }, { id: "b" }, { id: "c" }, { id: "d" }],
        simulations,
      },
      5,
    );
  const activities = [...lesson("log-in", ["play"]), ...lesson("refuse", [])];
  const done = (activityId: string, days: number | null) => ({
    activityId,
    completedAt: days === null ? null : ago(days),
  });
  it.each<[string, ReturnType<typeof done>[], Date | null]>([
    ["nothing done", [], null],
    ["read, not practised", [done("log-in/steps", 3), done("log-in/play", null)], null],
    ["a part of each", [done("log-in/steps", 3), done("log-in/play", 2), done("refuse/steps", 1)], null],
    [
      "all of one: when its last part was done",
      [done("log-in/steps", 9), done("log-in/play", 4), done("log-in/check", 7)],
      ago(4),
    ],
    [
      "all of the second only",
      [done("refuse/steps", 2), done("refuse/check", 1), done("log-in/steps", 3)],
      ago(1),
    ],
    [
      "both: the earlier",
      [
        done("log-in/steps", 9),
        done("log-in/play", 8),
        done("log-in/check", 7),
        done("refuse/steps", 2),
        done("refuse/check", 1),
      ],
      ago(7),
    ],
  ])("%s", (_name, progress, at) => {
    expect(firstWholeLessonAt(activities, progress)).toEqual(at);
  });
});

describe("stopping", () => {
  it.each([
    [null, false],
    [{ stoppedByLearnerAt: null, stoppedByTrainerAt: null }, false],
    [{ stoppedByLearnerAt: NOW, stoppedByTrainerAt: null }, true],
    [{ stoppedByLearnerAt: null, stoppedByTrainerAt: NOW }, true],
    [{ stoppedByLearnerAt: NOW, stoppedByTrainerAt: NOW }, true],
  ])("%j: %s", (schedule, stopped) => {
    expect(isStopped(schedule)).toBe(stopped);
  });
});

describe("the activity of a surprise", () => {
  it("is none of a lesson", () => {
    expect(isSurpriseActivity(surpriseActivity("surprise-shop"))).toBe(true);
    expect(["log-in/steps", "refuse/surprise-shop", "surprised/steps"].some(isSurpriseActivity)).toBe(false);
  });
});
