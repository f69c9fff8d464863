import { z } from "zod";
import { LOCALES } from "@/db/enums";
import { answer, publicQuestion, slug } from "@/server/catalogue/question/schema";
import { eventFacts } from "@/server/learning/schema";

const contentHash = z.string().regex(/^[0-9a-f]{64}$/);

export const openAttemptInput = z.object({ course: slug, lesson: slug, locale: z.enum(LOCALES) });
export type OpenAttemptInput = z.infer<typeof openAttemptInput>;

/** What is said after one answer. It names the right answer: only sent once the answer counts. */
export const verdict = z.object({
  correct: z.boolean(),
  /** 0–1. */
  credit: z.number(),
  sentence: z.string(),
  /** Feedback on the choices the learner made. */
  choices: z.array(z.object({ id: z.string(), text: z.string(), feedback: z.string(), right: z.boolean() })),
  /** The right answer in words, when hers was not. */
  solution: z.array(z.string()),
});
export type Verdict = z.infer<typeof verdict>;

export const attemptResult = z.object({
  score: z.number().int(),
  passed: z.boolean(),
  best: z.number().int(),
});
export type AttemptResult = z.infer<typeof attemptResult>;

export const attemptView = z.object({
  attemptId: z.string(),
  contentHash: z.string(),
  questions: z.array(publicQuestion),
  answered: z.array(z.object({ questionId: z.string(), answer, verdict })),
  result: attemptResult.nullable(),
});
export type AttemptView = z.infer<typeof attemptView>;

export const submitAnswerInput = z.object({
  ...eventFacts,
  attemptId: z.uuid(),
  questionId: slug,
  answer,
  locale: z.enum(LOCALES),
});
export type SubmitAnswerInput = z.infer<typeof submitAnswerInput>;

/** "already-answered": another tab or device was first; what it answered is what counts, and what is returned. */
export const submitAnswerOutput = z.object({
  outcome: z.enum(["recorded", "already-answered"]),
  answer,
  /** Null in an exam and a placement: nothing is said before the end. */
  verdict: verdict.nullable(),
  result: attemptResult.nullable(),
});
export type SubmitAnswerOutput = z.infer<typeof submitAnswerOutput>;

/** A visitor tries a question: nothing is kept. */
export const tryAnswerInput = z.object({ contentHash, questionId: slug, answer, locale: z.enum(LOCALES) });
export type TryAnswerInput = z.infer<typeof tryAnswerInput>;
export const tryAnswerOutput = z.object({ verdict });
