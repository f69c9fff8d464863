import { randomUUID } from "node:crypto";
import type { Connection } from "@/db/client";
import { findOpenAttempt } from "@/db/queries/assessment";
import { answerTo } from "@/db/seed/answers";
import { drawOf } from "@/server/assessment/drawn/reads";
import { submitAnswer } from "@/server/assessment/writes";
import { getContentVersion } from "@/server/catalogue/reads";
import type { ServiceContext } from "@/server/kernel/context";
import type { MoveDraft } from "@/server/simulation/engine/types";
import { EXAM_QUESTIONS } from "@/server/simulation/exam/rules";
import { openExam, openExamRun } from "@/server/simulation/exam/writes";
import { recordMoves } from "@/server/simulation/writes";
import { COURSE, delivery, idealMoves, later } from "./lessons";

export const examInput = { course: COURSE, locale: "fr" } as const;

const personOf = ({ actor }: ServiceContext) => (actor.kind === "person" ? actor.personId : "");

/** The open exam as the database has it, with what was drawn. */
export async function openExamOf(db: Connection, ctx: ServiceContext) {
  const exam = await findOpenAttempt(db, {
    personId: personOf(ctx),
    course: COURSE,
    activityId: EXAM_QUESTIONS,
  });
  if (!exam) throw new Error("no open exam");
  return { exam, drawn: drawOf(exam) };
}

/** Answers every question of the open exam, the first `wrong` wrongly. */
export async function answerExam(ctx: ServiceContext, wrong = 0) {
  const sitting = await openExam(ctx, examInput);
  const { drawn } = await openExamOf(ctx.db, ctx);
  for (const [index, { hash, id }] of drawn.questions.entries()) {
    const then = later(ctx, 20 * (index + 1));
    const quiz = await getContentVersion(ctx, { kind: "quiz", hash });
    const question = quiz.file.questions.find((one) => one.id === id);
    if (!question) throw new Error(`no question ${id}`);
    await submitAnswer(then, {
      id: randomUUID(),
      occurredAt: then.now.toISOString(),
      attemptId: sitting.attemptId,
      questionId: id,
      answer: answerTo(question, quiz.texts.fr[id]?.accepted ?? [], index >= wrong),
      locale: "fr",
    });
  }
  return sitting;
}

/** Plays one of the drawn simulations along its ideal path; `before` is done first. */
export async function playExamRun(ctx: ServiceContext, number: number, before: readonly MoveDraft[] = []) {
  const { drawn } = await openExamOf(ctx.db, ctx);
  const hash = drawn.simulations[number - 1]?.hash ?? "";
  const opened = await openExamRun(ctx, { ...examInput, number });
  if (opened.outcome !== "open") throw new Error("it is played already");
  const moves = idealMoves(
    opened.run.options,
    before,
    await getContentVersion(ctx, { kind: "scenario", hash }),
  );
  return recordMoves(later(ctx, 600), delivery(ctx, opened.run.attemptId, moves));
}
