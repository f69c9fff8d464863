import { findOpenAttempt } from "@/db/queries/assessment";
import { drawOf } from "@/server/assessment/drawn/reads";
import { openSelfAssessment, rateStatement } from "@/server/assessment/self-assessment/writes";
import { submitAnswer } from "@/server/assessment/writes";
import { getContentVersion } from "@/server/catalogue/reads";
import type { ServiceContext } from "@/server/kernel/context";
import { compileScenario } from "@/server/simulation/engine/compile";
import { applyMove, nextDue, startRun } from "@/server/simulation/engine/run";
import { nextIdealMove } from "@/server/simulation/engine/steps";
import { EXAM_QUESTIONS } from "@/server/simulation/exam/rules";
import { finishExam, openExam, openExamRun } from "@/server/simulation/exam/writes";
import { recordMoves } from "@/server/simulation/writes";
import { answerTo } from "./answers";

type Course = { course: string };

const later = (ctx: ServiceContext, seconds: number): ServiceContext => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + seconds * 1000),
});

/** Rates every statement of the self-assessment that may be taken now, around `about` (1–4), ten seconds each. */
export async function rateHerself(ctx: ServiceContext, input: Course & { about: number }): Promise<void> {
  const { attemptId, statements } = await openSelfAssessment(ctx, { ...input, locale: "fr" });
  for (const [index, { id: statementId }] of statements.entries()) {
    const then = later(ctx, 10 * (index + 1));
    const rating = Math.min(4, Math.max(1, input.about + ((index * 5) % 3) - 1));
    const facts = { id: ctx.newId(), occurredAt: then.now.toISOString() };
    await rateStatement(then, { ...facts, attemptId, statementId, rating });
  }
}

/** Takes the final exam from its first question to its end, the first `wrong` questions wrongly. */
export async function sitExam(ctx: ServiceContext, input: Course & { wrong: number }): Promise<void> {
  const place = { course: input.course, locale: "fr" } as const;
  const { attemptId } = await openExam(ctx, place);
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const exam = await findOpenAttempt(ctx.db, { personId, course: input.course, activityId: EXAM_QUESTIONS });
  if (!exam) return;
  const { questions, simulations } = drawOf(exam);
  for (const [index, { hash, id }] of questions.entries()) {
    const then = later(ctx, 40 * (index + 1));
    const quiz = await getContentVersion(ctx, { kind: "quiz", hash });
    const question = quiz.file.questions.find((one) => one.id === id);
    if (!question) continue;
    const answer = answerTo(question, quiz.texts.fr[id]?.accepted ?? [], index >= input.wrong);
    const facts = { id: ctx.newId(), occurredAt: then.now.toISOString() };
    await submitAnswer(then, { ...facts, attemptId, questionId: id, answer, locale: "fr" });
  }
  for (const index of simulations.keys()) {
    await playAlone(later(ctx, 1000 + 300 * index), { ...place, number: index + 1 });
  }
  await finishExam(later(ctx, 3600), { attemptId });
}

/** One exercise of the exam along its ideal path, eight seconds a move. */
async function playAlone(ctx: ServiceContext, input: Parameters<typeof openExamRun>[1]): Promise<void> {
  const opened = await openExamRun(ctx, input);
  if (opened.outcome !== "open") return;
  const { attemptId, contentHash, options } = opened.run;
  const { scenario } = await getContentVersion(ctx, { kind: "scenario", hash: contentHash });
  const compiled = compileScenario(scenario);
  let state = startRun(compiled, options);
  const moves: Parameters<typeof recordMoves>[1]["moves"] = [];
  while (!state.ended && moves.length < 90) {
    const due = nextDue(compiled, state.position)?.at;
    const draft = nextIdealMove(compiled, state) ?? (due === undefined ? null : { type: "time" as const });
    if (!draft) break;
    const at = Math.max(state.at + 8000, draft.type === "time" ? (due ?? 0) : 0);
    const result = applyMove(compiled, state, { ...draft, seq: state.seq + 1, at });
    if (result.status === "refused") break;
    state = result.state;
    const occurredAt = later(ctx, Math.floor(at / 1000)).now.toISOString();
    moves.push({ id: ctx.newId(), occurredAt, move: result.move as (typeof moves)[number]["move"] });
  }
  await recordMoves(later(ctx, Math.ceil(state.at / 1000)), { attemptId, moves });
}
