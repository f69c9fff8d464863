import { z } from "zod";
import { LOCALES, type SURPRISE_OUTCOMES } from "@/db/enums";
import { slug } from "@/server/catalogue/question/schema";

/** What the rule reads of a learner: nothing else decides when a surprise comes. */
export type SurpriseHistory = {
  /** The learner or a trainer stopped them. */
  stopped: boolean;
  /** When the next one may come; null when none came yet. */
  dueAt: Date | null;
  /** When her first whole lesson was done; null while she is in it. */
  firstLessonAt: Date | null;
  /** What was shown, the oldest first. */
  shown: readonly {
    number: number;
    scenario: string;
    shownAt: Date;
    outcome: (typeof SURPRISE_OUTCOMES)[number] | null;
  }[];
};

/** The surprise to show now. */
export type NextSurprise = { number: number; scenario: string; dueAt: Date };

export const takeSurpriseInput = z.object({ course: slug, lesson: slug, locale: z.enum(LOCALES) });
export type TakeSurpriseInput = z.infer<typeof takeSurpriseInput>;

/** The message as it comes up on a lesson page. */
export const surpriseCard = z.object({ surpriseId: z.string(), from: z.string(), text: z.string() });
export type SurpriseCard = z.infer<typeof surpriseCard>;

/** Whether surprise requests come to a learner of a course, and who stopped them. */
export const surpriseSwitch = z.object({
  course: z.string(),
  stoppedByLearner: z.boolean(),
  stoppedByTrainer: z.boolean(),
});
export type SurpriseSwitch = z.infer<typeof surpriseSwitch>;

export const switchOwnSurprisesInput = z.object({ course: slug, stopped: z.boolean() });
export const switchLearnerSurprisesInput = z.object({
  cohortId: z.uuid(),
  personId: z.uuid(),
  stopped: z.boolean(),
});
export const switchSurprisesOutput = z.object({ stopped: z.boolean() });
