import type { Activity } from "@/server/catalogue/schema";
import type { Progress } from "../schema";
import type { NextSurprise, SurpriseHistory } from "./schema";

const DAY_MS = 86_400_000;

/** Fewest days between two surprises of one learner: never two in a week. */
export const DAYS_BETWEEN = 7;

/** Up to so many days are added, so that nobody can count on the day. */
export const SPREAD_DAYS = 3;

/** Days of quiet after the first whole lesson. */
export const DAYS_AFTER_FIRST_LESSON = 2;

const SURPRISE = "surprise";

/** The activity under which a surprise is logged. It is no part of any lesson. */
export const surpriseActivity = (scenario: string) => `${SURPRISE}/${scenario}`;

/** Whether an activity is a surprise: its events count as time, but it is no place in the course. */
export const isSurpriseActivity = (activityId: string) => activityId.startsWith(`${SURPRISE}/`);

/** Whether somebody stopped surprises: the learner or a trainer. */
export const isStopped = (
  schedule: { stoppedByLearnerAt: Date | null; stoppedByTrainerAt: Date | null } | null,
) => schedule !== null && (schedule.stoppedByLearnerAt ?? schedule.stoppedByTrainerAt) !== null;

const plusDays = (instant: Date, days: number) => new Date(instant.getTime() + days * DAY_MS);

/** When everything in some lesson was done for the first time; null while no lesson is done as a whole. */
export function firstWholeLessonAt(
  activities: readonly Activity[],
  progress: readonly Pick<Progress, "activityId" | "completedAt">[],
): Date | null {
  const doneAt = new Map(progress.map((place) => [place.activityId, place.completedAt]));
  const lessons = [...new Set(activities.map((activity) => activity.lesson))];
  const ends = lessons.flatMap((lesson) => {
    const parts = activities.filter((activity) => activity.lesson === lesson);
    const times = parts.flatMap((part) => doneAt.get(part.id)?.getTime() ?? []);
    return times.length === parts.length ? [Math.max(...times)] : [];
  });
  return ends.length > 0 ? new Date(Math.min(...ends)) : null;
}

/** Whether the time has come. Cheap enough to be asked with every course page. */
export function isSurpriseDue(history: Omit<SurpriseHistory, "shown">, now: Date): boolean {
  if (history.stopped) return false;
  if (history.dueAt) return history.dueAt <= now;
  return history.firstLessonAt !== null && plusDays(history.firstLessonAt, DAYS_AFTER_FIRST_LESSON) <= now;
}

/**
 * The surprise a learner meets now, or null. Never two within a week, whatever the due time says; never before her
 * first whole lesson; none while she or a trainer has stopped them. It makes no difference whether the course is
 * finished: she has opened a lesson. The one she answered least often comes, in the order of the course, so that one
 * she did not answer comes again first. Two devices that ask at once are given the same number, and one of them loses.
 *
 * @param extraDays 0 to `SPREAD_DAYS`, by chance: added until the next one
 */
export function nextSurprise(
  history: SurpriseHistory,
  now: Date,
  scenarios: readonly string[],
  extraDays: number,
): NextSurprise | null {
  if (!isSurpriseDue(history, now)) return null;
  const last = history.shown.at(-1);
  if (last && plusDays(last.shownAt, DAYS_BETWEEN) > now) return null;
  const answered = (scenario: string) =>
    history.shown.filter((one) => one.scenario === scenario && one.outcome !== null).length;
  const [scenario] = [...scenarios].sort((a, b) => answered(a) - answered(b));
  if (scenario === undefined) return null;
  return {
    number: (last?.number ?? 0) + 1,
    scenario,
    dueAt: plusDays(now, DAYS_BETWEEN + extraDays),
  };
}

type Schedule = {
  personId: string;
  course: string;
  dueAt: Date | null;
  stoppedByLearnerAt: Date | null;
  stoppedByTrainerAt: Date | null;
};

const latest = (a: Date | null, b: Date | null) => (a && b ? (a > b ? a : b) : (a ?? b));
const earliest = (a: Date | null, b: Date | null) => (a && b ? (a < b ? a : b) : (a ?? b));

/**
 * The schedules of two learners who are one, one per course: the next surprise comes when the later of the two was due,
 * and whoever stopped them has stopped them.
 */
export function joinSchedules<Row extends Schedule>(schedules: readonly Row[], personId: string): Row[] {
  const byCourse = new Map<string, Row>();
  for (const schedule of schedules) {
    const other = byCourse.get(schedule.course);
    byCourse.set(schedule.course, {
      ...(other ?? schedule),
      personId,
      dueAt: latest(schedule.dueAt, other?.dueAt ?? null),
      stoppedByLearnerAt: earliest(schedule.stoppedByLearnerAt, other?.stoppedByLearnerAt ?? null),
      stoppedByTrainerAt: earliest(schedule.stoppedByTrainerAt, other?.stoppedByTrainerAt ?? null),
    });
  }
  return [...byCourse.values()];
}
