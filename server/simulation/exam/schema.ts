import { z } from "zod";
import { LOCALES } from "@/db/enums";
import { answer, publicQuestion, slug } from "@/server/catalogue/question/schema";
import { runView } from "../schema";

export const examInput = z.object({ course: slug, locale: z.enum(LOCALES) });
export type ExamInput = z.infer<typeof examInput>;

const count = z.number().int();

/** Whether an exam can be taken now: "closed" until the lessons are done or the trainer opens it, "used" without any left. */
export const examState = z.enum(["closed", "used", "ready", "open"]);

/** A finished exam in three numbers; the parts are 0–100. */
const examMark = z.object({
  attemptId: z.string(),
  completedAt: z.iso.datetime(),
  score: count,
  passed: z.boolean(),
  supervised: z.boolean(),
});
export type ExamMark = z.infer<typeof examMark>;

/** What can be said of an exam once it is over: what it proves, what to go back to, and the answers that were not right. */
export const examReport = examMark.extend({
  questionScore: count,
  simulationScore: count,
  /** Requests of somebody else that were accepted. */
  falseAccepts: count,
  /** DigComp competences it proves, in words. */
  proved: z.array(z.string()),
  repeat: z.array(z.object({ lesson: z.string(), title: z.string() })),
  review: z.array(z.object({ prompt: z.string(), sentence: z.string(), solution: z.array(z.string()) })),
});
export type ExamReport = z.infer<typeof examReport>;

export const examView = z.object({
  state: examState,
  /** Whole lessons and all lessons: what is missing while it is closed. */
  wholeLessons: count,
  lessons: count,
  questionCount: count,
  simulationCount: count,
  passMark: count,
  /** How far the open one is. */
  answered: count,
  played: count,
  last: examReport.nullable(),
  best: examMark.nullable(),
  /** How many are finished. */
  finished: count,
});
export type ExamView = z.infer<typeof examView>;

export const examOffer = z.object({ state: examState, passed: z.boolean() });

/** An exam to go on with. No type here has a place for a key, a verdict or a mark. */
export const examSitting = z.object({
  attemptId: z.string(),
  questions: z.array(publicQuestion),
  answered: z.array(z.object({ questionId: z.string(), answer })),
  /** In the order they were drawn: number from 1, and whether it is played. */
  simulations: z.array(z.object({ number: count, title: z.string(), isPlayed: z.boolean() })),
});
export type ExamSitting = z.infer<typeof examSitting>;

export const openExamRunInput = z.object({
  course: slug,
  /** Which of the drawn simulations, from 1. */
  number: z.number().int().min(1).max(12),
  locale: z.enum(LOCALES),
});
export type OpenExamRunInput = z.infer<typeof openExamRunInput>;

/** "played": it is over, here or on another device. */
export const openExamRunOutput = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("open"), run: runView }),
  z.object({ outcome: z.literal("played") }),
]);

export const leaveExamRunOutput = z.object({ outcome: z.literal("played") });

export const finishExamInput = z.object({ attemptId: z.uuid() });
export const finishExamOutput = z.object({ outcome: z.enum(["finished", "already-finished"]) });

export const grantExamInput = z.object({
  cohortId: z.uuid(),
  personId: z.uuid(),
  /** Made by the browser: pressing twice gives one. */
  grantId: z.uuid(),
});
export const superviseExamInput = z.object({
  cohortId: z.uuid(),
  personId: z.uuid(),
  attemptId: z.uuid(),
});
export const examGrantOutput = z.object({ outcome: z.enum(["noted", "already-noted"]) });

/** What a trainer sees of a learner's exams. */
export const examProgress = z.object({
  state: examState,
  openAttemptId: z.string().nullable(),
  isOpenSupervised: z.boolean(),
  finished: z.array(examMark),
});
export type ExamProgress = z.infer<typeof examProgress>;
