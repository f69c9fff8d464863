import type { Activity } from "@/server/catalogue/schema";
import type { LearnerEvent, Progress } from "./schema";

/** What belongs to the course as a whole, and what comes up by itself: first part of the activity's id. */
const OUTSIDE_LESSONS = ["surprise", "refresher", "self-assessment", "exam", "placement"];

/** Whether an activity is a place in the course. The others are logged and count as time, and nobody stands in them. */
export const isPlaceInCourse = (activityId: string) =>
  !OUTSIDE_LESSONS.includes(activityId.slice(0, activityId.indexOf("/")));

/** A pause longer than this is not counted as time spent learning. */
export const IDLE_CUT_OFF_SECONDS = 180;

/** Wrong tries on one step after which a learner counts as stuck. */
export const STUCK_TRIES = 3;

/** Days without an event, in the middle of an activity, after which a learner counts as stuck. */
export const STUCK_DAYS = 2;

/** An event may arrive late (no network), but not older than this, and never from the future. */
const OLDEST_EVENT_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * When an event really happened: what the browser says, held between thirty days ago and now,
 * because the clocks of old tablets are wrong.
 */
export function trustedInstant(claimed: Date, now: Date): Date {
  const oldest = now.getTime() - OLDEST_EVENT_DAYS * DAY_MS;
  return new Date(Math.min(now.getTime(), Math.max(oldest, claimed.getTime())));
}

/** Active seconds between two events in a row of one learner: their distance, or 0 across an idle pause. */
export function activeSecondsBetween(earlier: Date, later: Date): number {
  const seconds = Math.floor((later.getTime() - earlier.getTime()) / 1000);
  return seconds > 0 && seconds <= IDLE_CUT_OFF_SECONDS ? seconds : 0;
}

/**
 * Where she stands after the event. A mistake in a simulation often leads back a few steps: she is still at the step
 * she got to, and that is the one she is stuck on.
 */
function placeAfter(before: Progress | null, { kind, effect }: LearnerEvent) {
  const fellBack =
    kind === "simulation-move" && before && !effect.restarted && effect.stepNumber < before.stepNumber;
  return fellBack
    ? { stepId: before.stepId, stepNumber: before.stepNumber }
    : { stepId: effect.stepId, stepNumber: effect.stepNumber };
}

/**
 * The place of a learner in an activity after one more event.
 * Reading is complete when every step was read; a check or a simulation when its own rule says "achieved".
 * Once complete an activity stays complete: repeating never erases history.
 */
export function foldProgress(before: Progress | null, event: LearnerEvent): Progress {
  const { effect, occurredAt } = event;
  const kept = before && !effect.restarted ? before.doneSteps : [];
  const doneSteps = [...new Set([...kept, ...effect.done])];
  const isComplete = event.kind === "step-read" ? doneSteps.length >= effect.stepCount : effect.achieved;
  const place = placeAfter(before, event);
  const sameStep = before?.stepId === place.stepId && !effect.restarted;
  return {
    activityId: event.activityId,
    lesson: event.activityId.slice(0, event.activityId.indexOf("/")),
    ...place,
    stepCount: effect.stepCount,
    doneSteps,
    triesOnStep: (sameStep ? before.triesOnStep : 0) + effect.wrong,
    stepSince: sameStep ? before.stepSince : occurredAt,
    startedAt: before?.startedAt ?? occurredAt,
    lastEventAt: before && before.lastEventAt > occurredAt ? before.lastEventAt : occurredAt,
    completedAt: before?.completedAt ?? (isComplete ? occurredAt : null),
    bestScore:
      effect.score === null ? (before?.bestScore ?? null) : Math.max(before?.bestScore ?? 0, effect.score),
    lastScore: effect.score ?? before?.lastScore ?? null,
  };
}

/**
 * The activity to offer behind "Continue": the one left open last; else the first not yet begun from the lesson she
 * worked in last on, going round to the beginning of the course; else none.
 */
export function nextActivity(
  activities: readonly Activity[],
  progress: readonly Progress[],
): { activity: Activity; progress: Progress | null } | null {
  const byId = new Map(progress.map((place) => [place.activityId, place]));
  const open = activities
    .flatMap((activity) => {
      const place = byId.get(activity.id);
      return place && !place.completedAt ? [{ activity, progress: place }] : [];
    })
    .sort((a, b) => b.progress.lastEventAt.getTime() - a.progress.lastEventAt.getTime());
  if (open[0]) return open[0];
  const [latest] = progress.toSorted((a, b) => b.lastEventAt.getTime() - a.lastEventAt.getTime());
  const from = Math.max(
    0,
    activities.findIndex(({ lesson }) => lesson === latest?.lesson),
  );
  const fresh = [...activities.slice(from), ...activities.slice(0, from)].find(({ id }) => !byId.has(id));
  return fresh ? { activity: fresh, progress: null } : null;
}

/** Whether a learner needs a call: several wrong tries on one step, or days of silence in the middle of an activity. */
export function isStuck(
  place: Pick<Progress, "triesOnStep" | "completedAt" | "lastEventAt">,
  now: Date,
): boolean {
  if (place.completedAt) return false;
  return (
    place.triesOnStep >= STUCK_TRIES || now.getTime() - place.lastEventAt.getTime() >= STUCK_DAYS * DAY_MS
  );
}

/** Share of the published activities that are done, 0–100, rounded down so that 100 means all. */
export function percentDone(activities: readonly Activity[], progress: readonly Progress[]): number {
  if (activities.length === 0) return 0;
  const done = new Set(progress.filter((place) => place.completedAt).map((place) => place.activityId));
  return Math.floor(
    (100 * activities.filter((activity) => done.has(activity.id)).length) / activities.length,
  );
}

/** How many of the published lessons are done as a whole: everything in them. */
export function countWholeLessons(
  activities: readonly Activity[],
  progress: readonly Pick<Progress, "activityId" | "completedAt">[],
): { whole: number; all: number } {
  const done = new Set(progress.filter((place) => place.completedAt).map((place) => place.activityId));
  const lessons = new Set(activities.map(({ lesson }) => lesson));
  const begun = new Set(activities.filter(({ id }) => !done.has(id)).map(({ lesson }) => lesson));
  return { whole: lessons.size - begun.size, all: lessons.size };
}

/**
 * Of two things that are open in the same activity: the one with more done in it, and where they are equal the one worked
 * on last. She would lose more by leaving the other one.
 */
export function furtherOf<Work extends { lines: number; last: number }>(a: Work, b: Work): Work {
  if (a.lines !== b.lines) return a.lines > b.lines ? a : b;
  return a.last >= b.last ? a : b;
}

/** What has to be closed so that one is open per activity: of each two the one `furtherOf` does not choose. */
export function openTooMuch<Work extends { course: string; activityId: string; lines: number; last: number }>(
  works: readonly Work[],
): Work[] {
  const staying = new Map<string, Work>();
  for (const work of works) {
    const spot = `${work.course}/${work.activityId}`;
    const other = staying.get(spot);
    staying.set(spot, other ? furtherOf(other, work) : work);
  }
  const kept = new Set(staying.values());
  return works.filter((work) => !kept.has(work));
}
