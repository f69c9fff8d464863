import { z } from "zod";
import { slug } from "../question/schema";

/** `exam.yaml`: the blueprint of a course's final exam. It has no words and no questions of its own. */
export const examFile = z.strictObject({
  questions: z.number().int().min(5).max(60),
  simulations: z.number().int().min(1).max(12),
  /** Overall result, 0–100, from which the exam is passed. */
  passMark: z.number().int().min(50).max(100),
  /** Attempts a learner has without asking. */
  attempts: z.number().int().min(1).max(20),
  /** Simulations in which somebody else asks: at least one is drawn. */
  requests: z.array(slug).min(1),
});

export const examBody = z.object({ file: examFile });
export type ExamBody = z.infer<typeof examBody>;

/** A question of the bank as a draw sees it: where it stands and what it is about, without its key. */
export type BankEntry = {
  lesson: string;
  module: string;
  hash: string;
  id: string;
  competences: readonly string[];
  difficulty: number;
};

/** A simulation of a lesson with its variants. */
export type SimulationEntry = {
  lesson: string;
  simulation: string;
  hash: string;
  variants: readonly string[];
};
