import { FSRSAlgorithm, generatorParameters, Rating } from "ts-fsrs";
import { addDays, daysBetween } from "@/server/kernel/calendar";
import type { Recall, RefresherGrade } from "../refreshers/schema";

/** Nothing stays away longer than this. */
export const LONGEST_DAYS = 90;

/**
 * The weights of FSRS-6, set so that what is recalled well comes back after 1, 3, 10, 30, then every 90 days. Of the
 * 21: 0–3 first stability, 4–5 first difficulty (5 of 10 after a success), 6–7 how difficulty changes, 8–10 growth
 * after a success (about three times, whatever the stability), 11–14 what a miss leaves (a day or two), 15 growth
 * after "hard", 20 the curve of forgetting. Published and reasoned in docs/decisions/0017.
 */
const WEIGHTS = [
  1, 1, 1, 1, 10, 0.896, 1.5, 0.001, 1.44, 0, 0.8, 3.7, 0.05, 0.1, 1.6, 0.35, 1, 0, 0, 0, 0.1542,
];

/** No fuzz: the same answers on the same days always give the same dates. No steps within a day. */
const fsrs = new FSRSAlgorithm(
  generatorParameters({
    w: WEIGHTS,
    request_retention: 0.9,
    maximum_interval: LONGEST_DAYS,
    enable_fuzz: false,
    enable_short_term: false,
  }),
);

const RATINGS = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good } as const;

/** A competence that was proved for the first time: it comes back the next day. */
export function firstRecall(competence: string, day: string): Recall {
  const { stability, difficulty } = fsrs.next_state(null, 0, Rating.Good);
  const dueOn = addDays(day, fsrs.next_interval(stability, 0));
  return { competence, dueOn, reviewedOn: day, reviews: 1, stability, difficulty };
}

/** After one more recall. Before its day nothing changes: practising early neither helps nor harms. */
export function recalled(before: Recall, { day, grade }: { day: string; grade: RefresherGrade }): Recall {
  if (day < before.dueOn) return before;
  const elapsed = daysBetween(before.reviewedOn, day);
  const { stability, difficulty } = fsrs.next_state(before, elapsed, RATINGS[grade]);
  return {
    competence: before.competence,
    dueOn: addDays(day, fsrs.next_interval(stability, elapsed)),
    reviewedOn: day,
    reviews: before.reviews + 1,
    stability,
    difficulty,
  };
}

/**
 * The next appointments if all goes well, one a day at most: each takes the competence that waits longest, and puts it
 * off as a success would.
 *
 * @param from the first day that is free
 */
export function planAhead(
  recalls: readonly Recall[],
  from: string,
  count: number,
): { day: string; competence: string }[] {
  const plan: { day: string; competence: string }[] = [];
  let waiting = [...recalls];
  let free = from;
  while (plan.length < count) {
    const [next] = waiting.toSorted(byDue);
    if (!next) break;
    const day = next.dueOn > free ? next.dueOn : free;
    plan.push({ day, competence: next.competence });
    waiting = waiting.map((one) => (one === next ? recalled(one, { day, grade: "good" }) : one));
    free = addDays(day, 1);
  }
  return plan;
}

/** Who waits longest comes first; of several the one with the smaller code. */
export function byDue(a: Recall, b: Recall): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return a.competence < b.competence ? -1 : 1;
}
