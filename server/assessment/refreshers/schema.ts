import { z } from "zod";
import { LOCALES } from "@/db/enums";
import { answer, publicQuestion, slug } from "@/server/catalogue/question/schema";
import { eventFacts } from "@/server/learning/schema";
import { verdict } from "../schema";

export const takeRefresherInput = z.object({ course: slug, locale: z.enum(LOCALES) });
export type TakeRefresherInput = z.infer<typeof takeRefresherInput>;

/** The refresher of today. "none": `learning.listOwnRefreshers` says why, and when the next one comes. */
export const refresherView = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("question"),
    refresherId: z.string(),
    question: publicQuestion,
    given: z.object({ answer, verdict }).nullable(),
  }),
  z.object({ kind: z.literal("simulation"), refresherId: z.string(), answered: z.boolean() }),
  z.object({ kind: z.literal("none") }),
]);
export type RefresherView = z.infer<typeof refresherView>;

export const answerRefresherInput = z.object({
  ...eventFacts,
  refresherId: z.uuid(),
  answer,
  locale: z.enum(LOCALES),
});
export type AnswerRefresherInput = z.infer<typeof answerRefresherInput>;

/** "already-answered": another tab or device was first; what it answered is what counts, and what is returned. */
export const answerRefresherOutput = z.object({
  outcome: z.enum(["recorded", "already-answered"]),
  answer,
  verdict,
});
export type AnswerRefresherOutput = z.infer<typeof answerRefresherOutput>;
