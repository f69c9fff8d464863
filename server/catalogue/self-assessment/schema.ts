import { z } from "zod";
import { LOCALES } from "@/db/enums";
import { competenceCode, slug } from "../question/schema";

/** The steps of the scale, from 1; a smiley stands for each, always beside its words. */
export const RATINGS = [1, 2, 3, 4] as const;
export const rating = z.int().min(1).max(RATINGS.length);

/** `self-assessment.yaml`: what a learner says of herself before and after the course. */
export const selfAssessmentFile = z.strictObject({
  statements: z
    .array(z.strictObject({ id: slug, competences: z.array(competenceCode).min(1) }))
    .min(6)
    .max(20),
});

/** `self-assessment.<locale>.yaml` beside it. */
export const selfAssessmentText = z.strictObject({
  /** The words beside the smileys, from the first step of the scale to the last. */
  scale: z.array(z.string().min(1)).length(RATINGS.length),
  statements: z.record(slug, z.string().min(1)),
});

export const selfAssessmentBody = z.object({
  file: selfAssessmentFile,
  texts: z.record(z.enum(LOCALES), selfAssessmentText),
});
export type SelfAssessmentBody = z.infer<typeof selfAssessmentBody>;
