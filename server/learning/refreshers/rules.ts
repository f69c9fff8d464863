import type { RefresherItem } from "@/server/catalogue/refresher-items/schema";
import { addDays, brusselsDay } from "@/server/kernel/calendar";
import type { Progress } from "../schema";
import type { Answered, Opened, Recall, RefresherGrade, RefresherState } from "./schema";

const REFRESHER = "refresher";

/** The score, 0–100, from which a refresher counts as passed: the pass mark of the checks. */
export const PASS_SCORE = 80;
const HALF_SCORE = 50;

/** The activity under which a refresher is logged. It is no part of any lesson. */
export const refresherActivity = (item: string) => `${REFRESHER}/${item}`;

/** Whether an activity is a refresher: its events count as time, but it is no place in the course. */
export const isRefresherActivity = (activityId: string) => activityId.startsWith(`${REFRESHER}/`);

/** How well something was recalled, by its score 0–100: partly right, or with hints, comes back sooner. */
export function gradeOf(score: number): RefresherGrade {
  if (score >= PASS_SCORE) return "good";
  return score >= HALF_SCORE ? "hard" : "again";
}

/** Whether somebody stopped refreshers: the learner or a trainer. */
export const isStopped = (
  row: { stoppedByLearnerAt: Date | null; stoppedByTrainerAt: Date | null } | null | undefined,
) => row != null && (row.stoppedByLearnerAt ?? row.stoppedByTrainerAt) !== null;

type Switch = {
  personId: string;
  course: string;
  stoppedByLearnerAt: Date | null;
  stoppedByTrainerAt: Date | null;
};

const earliest = (a: Date | null, b: Date | null) => (a && b ? (a < b ? a : b) : (a ?? b));

/** The switches of two learners who are one, one per course: whoever stopped them has stopped them. */
export function joinSwitches<Row extends Switch>(switches: readonly Row[], personId: string): Row[] {
  const byCourse = new Map<string, Row>();
  for (const row of switches) {
    const other = byCourse.get(row.course);
    byCourse.set(row.course, {
      ...row,
      personId,
      stoppedByLearnerAt: earliest(row.stoppedByLearnerAt, other?.stoppedByLearnerAt ?? null),
      stoppedByTrainerAt: earliest(row.stoppedByTrainerAt, other?.stoppedByTrainerAt ?? null),
    });
  }
  return [...byCourse.values()];
}

/** What a learner may be asked: what belongs to an activity she has done. */
export function itemsDone(
  items: readonly RefresherItem[],
  progress: readonly Pick<Progress, "activityId" | "completedAt">[],
): RefresherItem[] {
  const done = new Set(progress.filter((place) => place.completedAt).map((place) => place.activityId));
  return items.filter((item) => done.has(item.activityId));
}

/** Those competences for which there is something to ask. */
export function askable<One extends Pick<Recall, "competence">>(
  recalls: readonly One[],
  items: readonly RefresherItem[],
): One[] {
  const known = new Set(items.flatMap((item) => item.competences));
  return recalls.filter(({ competence }) => known.has(competence));
}

/** Whether she is in the middle of an activity: begun, not done, and worked in on this very day. */
export function isInLesson(
  progress: readonly Pick<Progress, "completedAt" | "lastEventAt">[],
  today: string,
): boolean {
  return progress.some((place) => !place.completedAt && brusselsDay(place.lastEventAt) === today);
}

/**
 * Whether a refresher is there for her now, and when the next one comes. One a day at most, never before something was
 * learned, never in the middle of a lesson; one that was opened today may always be finished.
 *
 * @param facts.recalls only those for which there is something to ask (`askable`)
 * @param facts.today what she opened today, when she did
 */
export function refresherStateOf(
  facts: {
    stopped: boolean;
    recalls: readonly Pick<Recall, "dueOn">[];
    progress: readonly Pick<Progress, "completedAt" | "lastEventAt">[];
    today: Pick<Opened, "answeredAt"> | null;
  },
  now: Date,
): RefresherState {
  if (facts.stopped) return { status: "stopped", nextOn: null };
  const [first] = facts.recalls.map(({ dueOn }) => dueOn).sort();
  if (first === undefined) return { status: "nothing", nextOn: null };
  const today = brusselsDay(now);
  const notBefore = (day: string) => (first > day ? first : day);
  if (facts.today?.answeredAt) return { status: "done", nextOn: notBefore(addDays(today, 1)) };
  const nextOn = notBefore(today);
  if (facts.today) return { status: "due", nextOn };
  if (first > today) return { status: "later", nextOn };
  return { status: isInLesson(facts.progress, today) ? "lesson" : "due", nextOn };
}

type History = { opened: readonly Opened[]; answered: readonly Answered[] };
type Candidate = { item: RefresherItem; wasAskedLast: boolean; rank: number; at: number };

/**
 * What to ask for a competence; null without anything to ask. By turns a question and a simulation, as far as there
 * are both. Never what was asked last, unless there is nothing else. Of questions: first one she did not get right the
 * last time, then one she has not seen, then the one seen longest ago. Of simulations: the one played least often as a
 * refresher, in its next variant. Equal ones in the order of the course.
 *
 * @param items what she may be asked (`itemsDone`)
 */
export function chooseItem(
  competence: string,
  items: readonly RefresherItem[],
  history: History,
): { item: RefresherItem; variant: string | null } | null {
  const { opened } = history;
  const last = opened.at(-1);
  const wanted = last?.kind === "question" ? "simulation" : "question";
  const candidates = items
    .filter((item) => item.competences.includes(competence))
    .map((item): Candidate => {
      const ofItem = opened.filter((one) => one.kind === item.kind && one.item === item.id);
      const wasAskedLast = last?.kind === item.kind && last.item === item.id;
      return { item, wasAskedLast, ...rankOf(item, ofItem, history.answered) };
    });
  const [best] = candidates.sort(
    (a, b) =>
      Number(a.wasAskedLast) - Number(b.wasAskedLast) ||
      Number(a.item.kind !== wanted) - Number(b.item.kind !== wanted) ||
      a.rank - b.rank ||
      a.at - b.at,
  );
  if (!best) return null;
  const { item, rank } = best;
  if (item.kind === "question") return { item, variant: null };
  // The first time was played as it is written: the next variant is another one.
  return { item, variant: item.variants[(rank + 1) % item.variants.length] ?? "main" };
}

function rankOf(
  item: RefresherItem,
  opened: readonly Opened[],
  answered: readonly Answered[],
): Pick<Candidate, "rank" | "at"> {
  if (item.kind === "simulation") return { rank: opened.length, at: 0 };
  const seen = [
    ...answered.filter(({ questionId }) => questionId === item.id),
    ...opened.flatMap(({ score, answeredAt }) =>
      score === null || !answeredAt ? [] : [{ correct: score === 100, answeredAt }],
    ),
  ].sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime());
  const newest = seen.at(-1);
  if (!newest) return { rank: 1, at: 0 };
  return { rank: newest.correct ? 2 : 0, at: newest.answeredAt.getTime() };
}
