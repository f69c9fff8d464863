import type { Moment } from "./schema";

/** The activity under which a self-assessment is logged. It is no part of any lesson. */
export const selfAssessmentActivity = (moment: Moment) => `self-assessment/${moment}` as const;

/** Before or after, from the activity. */
export const momentOf = (activityId: string): Moment =>
  activityId === selfAssessmentActivity("before") ? "before" : "after";

/** How far a learner is, as far as the self-assessment asks. */
export type Standing = {
  /** Moment of a passage that is open, if there is one. */
  open: Moment | null;
  hasBefore: boolean;
  wholeLessons: number;
  lessons: number;
};

/**
 * Which self-assessment a learner may take now. One that is open goes on. "Before" can be caught up with as long as a
 * lesson is left: it then shows less gain than there was, never more. "After" needs one whole lesson, and may be taken
 * as often as she likes.
 */
export function momentNow({ open, hasBefore, wholeLessons, lessons }: Standing): Moment | null {
  if (open) return open;
  if (!hasBefore && wholeLessons < lessons) return "before";
  return wholeLessons > 0 ? "after" : null;
}

/** What her home offers of its own accord: to begin before anything is done, to go on, to look back at the end. */
export function momentToOffer(standing: Standing & { hasAfter: boolean }): Moment | null {
  if (standing.open) return standing.open;
  if (!standing.hasBefore && standing.wholeLessons === 0) return "before";
  return standing.wholeLessons === standing.lessons && !standing.hasAfter ? "after" : null;
}

/** Ratings by statement, 1–4. */
export type Ratings = Readonly<Record<string, number>>;

/** The statements she rated both times, in the order of the second time. Another version may have had others. */
export function compareRatings(before: Ratings, after: Ratings) {
  return Object.entries(after).flatMap(([id, now]) => {
    const then = Object.hasOwn(before, id) ? before[id] : undefined;
    return then === undefined ? [] : [{ id, before: then, after: now }];
  });
}

/**
 * The gain of one learner: mean of after minus before over the statements she rated both times, in steps of the
 * scale (−3 to 3). Null when she rated none twice. Published in content/indicators/indicators.yaml.
 */
export function gainOf(before: Ratings | null, after: Ratings | null): number | null {
  const both = before && after ? compareRatings(before, after) : [];
  if (both.length === 0) return null;
  return both.reduce((sum, line) => sum + line.after - line.before, 0) / both.length;
}
