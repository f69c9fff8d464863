import { getContentVersion } from "@/server/catalogue/reads";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { canTryQuestion } from "./policy";
import { judge } from "./rules";
import type { TryAnswerInput, Verdict } from "./schema";

/** Grades a visitor's answer to a published question and keeps nothing. */
export async function tryAnswer(ctx: ServiceContext, input: TryAnswerInput): Promise<{ verdict: Verdict }> {
  authorise(ctx, canTryQuestion(ctx.actor));
  const quiz = await getContentVersion(ctx, { kind: "quiz", hash: input.contentHash });
  const question = found(quiz.file.questions.find((candidate) => candidate.id === input.questionId));
  const text = found(quiz.texts[input.locale][input.questionId]);
  return { verdict: judge(question, text, input.answer) };
}
