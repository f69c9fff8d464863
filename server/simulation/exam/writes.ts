import type { z } from "zod";
import {
  type AttemptRow,
  completeAttempt,
  insertAttempt,
  listAnswers,
  lockAttempt,
} from "@/db/queries/assessment";
import { insertExamGrant, listExamRuns, listExams, listPlayedVariants } from "@/db/queries/exams";
import { lockLearner } from "@/db/queries/learning";
import { findMembership } from "@/db/queries/organisations";
import type { SimulationAttemptRow } from "@/db/queries/simulation";
import { drawOf, listDrawnQuestions, showDrawn } from "@/server/assessment/drawn/reads";
import { drawQuestions } from "@/server/assessment/drawn/rules";
import type { Draw } from "@/server/assessment/drawn/schema";
import { listBank } from "@/server/catalogue/exam/reads";
import type { Answer } from "@/server/catalogue/question/schema";
import { getContentVersion } from "@/server/catalogue/reads";
import { audit } from "@/server/kernel/audit";
import { authorise } from "@/server/kernel/authorise";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canLearn, learnerPlace } from "@/server/learning/policy";
import { recordEvent } from "@/server/learning/writes";
import { recordEvidence } from "@/server/passport/writes";
import { canPlay } from "../policy";
import { showRun, storedMoves } from "../reads";
import { beginRun, closeRun, lockOpenRun } from "../writes";
import { canGrantExam } from "./policy";
import { getExamStanding, weighExam } from "./reads";
import { drawSimulations, EXAM_QUESTIONS, examRunActivity, variantKey } from "./rules";
import type {
  ExamInput,
  ExamSitting,
  examGrantOutput,
  finishExamInput,
  finishExamOutput,
  grantExamInput,
  leaveExamRunOutput,
  OpenExamRunInput,
  openExamRunOutput,
  superviseExamInput,
} from "./schema";

/**
 * Opens an exam for the acting learner, or hands back the one that is open, on any device. What is in it is drawn here,
 * once, and kept with it.
 *
 * @throws CONFLICT while she may not take one
 */
export async function openExam(ctx: ServiceContext, input: ExamInput): Promise<ExamSitting> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  return withTransaction(ctx, async (inside) => {
    // Two devices that open at once: the second one finds what the first one opened.
    await lockLearner(inside.db, { personId, course: input.course });
    const { open, state } = await getExamStanding(inside, input);
    if (!open && state !== "ready") throw new DomainError("CONFLICT", { reason: `exam-${state}` });
    const exam = open ?? (await beginExam(inside, { personId, course: input.course }));
    const [asked, answers, runs] = await Promise.all([
      listDrawnQuestions(inside, exam, input.locale),
      listAnswers(inside.db, exam.id),
      listExamRuns(inside.db, exam.id),
    ]);
    const simulations = drawOf(exam).simulations.map(async ({ simulation, hash }, index) => ({
      number: index + 1,
      title: found((await getContentVersion(inside, { kind: "scenario", hash })).texts[input.locale].title),
      isPlayed: runs.some(
        (run) => run.activityId === examRunActivity(simulation) && run.status === "completed",
      ),
    }));
    return {
      attemptId: exam.id,
      questions: asked.map(showDrawn),
      answered: answers.map(({ questionId, answer }) => ({ questionId, answer: answer as Answer })),
      simulations: await Promise.all(simulations),
    };
  });
}

async function beginExam(
  ctx: ServiceContext,
  { personId, course }: { personId: string; course: string },
): Promise<AttemptRow> {
  const { organisationId } = found(learnerPlace(ctx.actor, course));
  const [{ blueprint, hash }, bank, played] = await Promise.all([
    getExamStanding(ctx, { course }),
    listBank(ctx, { course }),
    listPlayedVariants(ctx.db, { personId, course }),
  ]);
  const seed = ctx.newId();
  const seen = new Set(
    played.map(({ activityId, variant }) => variantKey(activityId.split("/")[1] ?? "", variant)),
  );
  const { simulations: count, requests } = blueprint;
  const drawn: Draw = {
    seed,
    questions: drawQuestions(bank.questions, blueprint.questions, seed).map(
      ({ lesson, hash: version, id }) => ({
        lesson,
        hash: version,
        id,
      }),
    ),
    simulations: drawSimulations(bank.simulations, { count, requests, seen, seed }),
  };
  const attempt = await insertAttempt(ctx.db, {
    id: ctx.newId(),
    kind: "exam",
    organisationId,
    personId,
    course,
    activityId: EXAM_QUESTIONS,
    contentHash: hash,
    openedAt: ctx.now,
    drawn,
  });
  const exam = found(attempt);
  await recordEvent(ctx, {
    id: ctx.newId(),
    kind: "attempt-opened",
    course,
    activityId: EXAM_QUESTIONS,
    contentHash: hash,
    occurredAt: ctx.now.toISOString(),
    attempt: { id: exam.id, seq: 0 },
    action: { drawn },
    effect: {
      stepId: drawn.questions[0]?.id ?? "",
      stepNumber: 1,
      stepCount: drawn.questions.length,
      done: [],
      wrong: 0,
      restarted: true,
      achieved: false,
      score: null,
    },
  });
  return exam;
}

/**
 * Opens one of the drawn simulations of the open exam, alone, without a clock and in the drawn variant; the same run
 * again, on any device, until it is over.
 *
 * @throws NOT_FOUND without an open exam, or for a number that was not drawn
 */
export async function openExamRun(
  ctx: ServiceContext,
  input: OpenExamRunInput,
): Promise<z.infer<typeof openExamRunOutput>> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  return withTransaction(ctx, async (inside) => {
    await lockLearner(inside.db, { personId, course: input.course });
    const exams = await listExams(inside.db, { personIds: [personId], course: input.course });
    const exam = found(exams.find(({ status }) => status === "open"));
    const { simulation, hash, variant } = found(drawOf(exam).simulations[input.number - 1]);
    const activityId = examRunActivity(simulation);
    const body = await getContentVersion(inside, { kind: "scenario", hash });
    const runs = await listExamRuns(inside.db, exam.id);
    const begun = runs.find((run) => run.activityId === activityId);
    if (begun?.status === "completed") return { outcome: "played" };
    const { course, organisationId } = exam;
    // One of an exam that was left when two entries of a person became one: nobody goes on with it.
    const stray = begun ? null : await lockOpenRun(inside, { personId, course, activityId });
    if (stray) await closeRun(inside, stray);
    const wish = { personId, course, activityId, organisationId, variant, examId: exam.id };
    const run: SimulationAttemptRow =
      begun ?? found(await beginRun(inside, { ...wish, mode: "alone", timer: "none" }, { hash, body }));
    const moves = await storedMoves(inside, run);
    return { outcome: "open", run: showRun(run, moves, { body, locale: input.locale }) };
  });
}

/**
 * Leaves one of the simulations of the open exam as it stands: who cannot go on is not held up. It counts for what it
 * shows, and cannot be taken up again in this exam.
 *
 * @throws NOT_FOUND without an open exam, or for a number that was not drawn
 */
export async function leaveExamRun(
  ctx: ServiceContext,
  input: OpenExamRunInput,
): Promise<z.infer<typeof leaveExamRunOutput>> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const { outcome } = await openExamRun(ctx, input);
  if (outcome === "played") return { outcome };
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  return withTransaction(ctx, async (inside) => {
    const exams = await listExams(inside.db, { personIds: [personId], course: input.course });
    const exam = found(exams.find(({ status }) => status === "open"));
    const { simulation } = found(drawOf(exam).simulations[input.number - 1]);
    const spot = { personId, course: input.course, activityId: examRunActivity(simulation) };
    const run = await lockOpenRun(inside, spot);
    if (run) await closeRun(inside, run);
    return { outcome: "played" };
  });
}

/**
 * Ends an exam when every question is answered and every simulation is played: marks it, and pushes what it proves to
 * the passport. A simulation that was reached proves its competences, as in a lesson; the questions prove theirs when
 * the exam is passed.
 *
 * @throws NOT_FOUND for an exam that is not hers; CONFLICT while something is missing
 */
export async function finishExam(
  ctx: ServiceContext,
  input: z.infer<typeof finishExamInput>,
): Promise<z.infer<typeof finishExamOutput>> {
  return withTransaction(ctx, async (inside) => {
    const attempt = await lockAttempt(inside.db, input.attemptId);
    authorise(ctx, attempt?.kind === "exam" && canPlay(ctx.actor, attempt), "");
    const exam = found(attempt);
    if (exam.status === "completed") return { outcome: "already-finished" };
    const { score, passed, questionScore, isWhole, runs } = await weighExam(inside, exam);
    if (!isWhole) throw new DomainError("CONFLICT", { reason: "exam-not-whole" });
    await completeAttempt(inside.db, { attemptId: exam.id, score, passed, completedAt: ctx.now });
    const { personId, organisationId, course } = exam;
    const common = { course, assistance: "alone" as const, occurredAt: ctx.now };
    for (const run of runs) {
      if (run.outcome !== "reached") continue;
      const { scenario } = await getContentVersion(inside, { kind: "scenario", hash: run.contentHash });
      const { id: sourceId, activityId, contentHash, score: own } = run;
      const what = { competences: scenario.competences, source: "simulation" as const, sourceId };
      const proof = { ...common, ...what, activityId, contentHash, score: own ?? 0 };
      await recordEvidence(inside, { personId, organisationId, proof });
    }
    if (passed) {
      const asked = await listDrawnQuestions(inside, exam, ctx.locale);
      const competences = [...new Set(asked.flatMap(({ question }) => question.competences))];
      const what = { competences, source: "quiz" as const, sourceId: exam.id, activityId: EXAM_QUESTIONS };
      const proof = { ...common, ...what, contentHash: exam.contentHash, score: questionScore };
      await recordEvidence(inside, { personId, organisationId, proof });
    }
    return { outcome: "finished" };
  });
}

async function grantOf(ctx: ServiceContext, input: { cohortId: string; personId: string }) {
  const member = await findMembership(ctx.db, { ...input, role: "learner" });
  const isMember = member !== null;
  authorise(ctx, canGrantExam(ctx.actor, { id: input.cohortId, isMember }), member?.organisationId ?? "");
  const { course, organisationId } = found(member);
  const grantedBy = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  return { personId: input.personId, course, organisationId, grantedBy, grantedAt: ctx.now };
}

/**
 * A trainer lets a learner of her group take the exam: before the lessons are done, or once more.
 *
 * @throws NOT_FOUND for a group or learner out of the trainer's sight
 */
export async function grantExam(
  ctx: ServiceContext,
  input: z.infer<typeof grantExamInput>,
): Promise<z.infer<typeof examGrantOutput>> {
  const grant = await grantOf(ctx, { cohortId: input.cohortId, personId: input.personId });
  authorise(ctx, canGrantExam(ctx.actor, { id: input.cohortId, isMember: true }), grant.organisationId);
  return withTransaction(ctx, async (inside) => {
    if (!(await insertExamGrant(inside.db, { ...grant, id: input.grantId, kind: "attempt" })))
      return { outcome: "already-noted" };
    const { organisationId, course } = grant;
    await audit(inside, "exam.attempt-given", `person:${input.personId}`, {
      organisationId,
      detail: { course },
    });
    return { outcome: "noted" };
  });
}

/**
 * A trainer notes that she was there: the exam was supervised.
 *
 * @throws NOT_FOUND for a learner out of the trainer's sight, or an exam that is not that learner's
 */
export async function superviseExam(
  ctx: ServiceContext,
  input: z.infer<typeof superviseExamInput>,
): Promise<z.infer<typeof examGrantOutput>> {
  const grant = await grantOf(ctx, { cohortId: input.cohortId, personId: input.personId });
  authorise(ctx, canGrantExam(ctx.actor, { id: input.cohortId, isMember: true }), grant.organisationId);
  return withTransaction(ctx, async (inside) => {
    const exams = await listExams(inside.db, { personIds: [input.personId], course: grant.course });
    const { id: attemptId } = found(exams.find((exam) => exam.id === input.attemptId));
    const line = { ...grant, id: ctx.newId(), kind: "supervised" as const, attemptId };
    if (!(await insertExamGrant(inside.db, line))) return { outcome: "already-noted" };
    const { organisationId } = grant;
    await audit(inside, "exam.supervised", `person:${input.personId}`, {
      organisationId,
      detail: { attemptId },
    });
    return { outcome: "noted" };
  });
}
