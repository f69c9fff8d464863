import { type AttemptRow, insertAnswer, listAnswers } from "@/db/queries/assessment";
import type { Answer } from "@/server/catalogue/question/schema";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { recordEvent } from "@/server/learning/writes";
import { canAnswer } from "../policy";
import { grade } from "../rules";
import type { SubmitAnswerInput, SubmitAnswerOutput } from "../schema";
import { listDrawnQuestions } from "./reads";

/**
 * Grades and keeps one answer to a drawn question, and says nothing about it: not before the end. The first answer
 * counts. Called with the attempt locked, inside the transaction.
 */
export async function keepDrawnAnswer(
  ctx: ServiceContext,
  attempt: AttemptRow,
  input: SubmitAnswerInput,
): Promise<SubmitAnswerOutput> {
  authorise(ctx, canAnswer(ctx.actor, attempt), "");
  const asked = await listDrawnQuestions(ctx, attempt, input.locale);
  const number = asked.findIndex(({ drawn }) => drawn.id === input.questionId);
  const { question, text } = found(asked[number]);
  const quiet = { verdict: null, result: null };
  const before = await listAnswers(ctx.db, attempt.id);
  const earlier = before.find((stored) => stored.questionId === input.questionId);
  if (earlier || attempt.status === "completed") {
    return { outcome: "already-answered", answer: found(earlier).answer as Answer, ...quiet };
  }
  const { correct, credit } = grade(question, input.answer, text.accepted);
  const event = await recordEvent(ctx, {
    id: input.id,
    kind: "answer-given",
    course: attempt.course,
    activityId: attempt.activityId,
    contentHash: attempt.contentHash,
    occurredAt: input.occurredAt,
    attempt: { id: attempt.id, seq: before.length + 1 },
    action: { questionId: input.questionId, answer: input.answer },
    effect: {
      stepId: input.questionId,
      stepNumber: number + 1,
      stepCount: asked.length,
      done: [input.questionId],
      wrong: 0,
      restarted: false,
      achieved: false,
      score: null,
    },
  });
  if (event.outcome === "already-recorded") throw new DomainError("CONFLICT");
  await insertAnswer(ctx.db, {
    eventId: input.id,
    organisationId: attempt.organisationId,
    attemptId: attempt.id,
    questionId: input.questionId,
    answer: input.answer,
    correct,
    credit,
    answeredAt: ctx.now,
  });
  return { outcome: "recorded", answer: input.answer, ...quiet };
}
