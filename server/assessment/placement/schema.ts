import { z } from "zod";
import { LOCALES } from "@/db/enums";
import { publicQuestion, slug } from "@/server/catalogue/question/schema";

export const PLACEMENT_QUESTIONS = "placement/questions";

export const placementInput = z.object({ course: slug, locale: z.enum(LOCALES) });
export type PlacementInput = z.infer<typeof placementInput>;

const lesson = z.object({ lesson: z.string(), title: z.string() });

/** "offered": nobody has begun anything yet. "closed": she has begun the course without, and needs none. */
export const placementView = z.object({
  state: z.enum(["offered", "open", "done", "closed"]),
  most: z.number().int(),
  /** What she knows already, and where to begin; null until it is done. */
  result: z.object({ known: z.array(lesson), first: lesson.nullable() }).nullable(),
});
export type PlacementView = z.infer<typeof placementView>;

export const placementOffer = z.object({ state: placementView.shape.state });

/** The question to answer now, without a key; null when there is nothing more to ask. */
export const placementStep = z.object({
  attemptId: z.string(),
  number: z.number().int(),
  most: z.number().int(),
  question: publicQuestion.nullable(),
});
export type PlacementStep = z.infer<typeof placementStep>;

export const declinePlacementOutput = z.object({ outcome: z.literal("done") });
