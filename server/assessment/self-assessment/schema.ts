import { z } from "zod";
import { LOCALES } from "@/db/enums";
import { slug } from "@/server/catalogue/question/schema";
import { rating } from "@/server/catalogue/self-assessment/schema";
import { eventFacts } from "@/server/learning/schema";

const moment = z.enum(["before", "after"]);
export type Moment = z.infer<typeof moment>;

export const selfAssessmentInput = z.object({ course: slug, locale: z.enum(LOCALES) });
export type SelfAssessmentInput = z.infer<typeof selfAssessmentInput>;

/** One statement she rated twice, in words. */
const change = z.object({ id: z.string(), text: z.string(), before: rating, after: rating });

/** Where a learner stands with her own view of herself, and what has changed since the first time. */
export const selfAssessmentView = z.object({
  /** What she may take or go on with now; null before her first whole lesson when "before" is done. */
  moment: moment.nullable(),
  isOpen: z.boolean(),
  /** Statements there are, and how many are rated in the open passage. */
  count: z.number().int(),
  rated: z.number().int(),
  beforeAt: z.iso.datetime().nullable(),
  afterAt: z.iso.datetime().nullable(),
  /** The words of the scale, from its first step. */
  scale: z.array(z.string()),
  /** Null until both are done. */
  changes: z.array(change).nullable(),
});
export type SelfAssessmentView = z.infer<typeof selfAssessmentView>;

/** What a home shows without being asked. */
export const selfAssessmentOffer = z.object({ moment: moment.nullable(), isOpen: z.boolean() });

/** An open passage: the statements of its own version, and what is rated already. */
export const selfAssessmentPassage = z.object({
  attemptId: z.string(),
  moment,
  scale: z.array(z.string()),
  statements: z.array(z.object({ id: z.string(), text: z.string() })),
  ratings: z.record(z.string(), rating),
});
export type SelfAssessmentPassage = z.infer<typeof selfAssessmentPassage>;

export const rateStatementInput = z.object({
  ...eventFacts,
  attemptId: z.uuid(),
  statementId: slug,
  rating,
});
export type RateStatementInput = z.infer<typeof rateStatementInput>;

/** "closed": every statement had been rated before; what counts is what was said then. */
export const rateStatementOutput = z.object({
  outcome: z.enum(["recorded", "already-recorded", "closed"]),
  /** What counts for this statement now. */
  rating,
  /** Whether the passage is whole. */
  isWhole: z.boolean(),
});
export type RateStatementOutput = z.infer<typeof rateStatementOutput>;

/** What a trainer sees of a learner: done or not, and the gain in steps of the scale. No single statement. */
export const selfAssessmentState = z.object({
  beforeAt: z.iso.datetime().nullable(),
  afterAt: z.iso.datetime().nullable(),
  gain: z.number().nullable(),
});
export type SelfAssessmentState = z.infer<typeof selfAssessmentState>;
