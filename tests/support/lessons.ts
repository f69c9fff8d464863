import { randomUUID } from "node:crypto";
import { asc } from "drizzle-orm";
import type { Connection } from "@/db/client";
import { insertContentVersions } from "@/db/queries/catalogue";
import { activityProgress, timeLedger } from "@/db/schema/learning";
import { refresherSchedules } from "@/db/schema/refreshers";
import { answerTo } from "@/db/seed/answers";
import type { SubmitAnswerInput } from "@/server/assessment/schema";
import { openAttempt, submitAnswer } from "@/server/assessment/writes";
import { courseLibraries } from "@/server/catalogue/library/reads";
import type { LessonBody, QuizBody } from "@/server/catalogue/library/schema";
import type { Answer, GradableQuestion } from "@/server/catalogue/question/schema";
import type { ScenarioBody } from "@/server/catalogue/scenario/reads";
import { syncContent } from "@/server/catalogue/writes";
import type { Actor } from "@/server/kernel/actor";
import type { ServiceContext } from "@/server/kernel/context";
import type { ReadStepInput } from "@/server/learning/schema";
import { readStep } from "@/server/learning/writes";
import { compileScenario } from "@/server/simulation/engine/compile";
import { applyMove, nextDue, startRun } from "@/server/simulation/engine/run";
import { nextIdealMove } from "@/server/simulation/engine/steps";
import type { Move, MoveDraft, RunOptions } from "@/server/simulation/engine/types";
import type { RecordMovesInput } from "@/server/simulation/schema";
import { openRun, recordMoves } from "@/server/simulation/writes";
import { actorOf, contextOf, giveRole, type House, join, makePerson, SYSTEM, TEST_NOW } from "./factories";

export const COURSE = "itsme-eid";
export const LESSON = "log-in";
export const SIMULATION = "log-in-computer-number";
export const READING = `${LESSON}/steps`;
export const CHECK = `${LESSON}/check`;
export const RUN = `${LESSON}/${SIMULATION}`;

/** Keeps the content of the repository as served now, as a start does. */
export async function publishContent(db: Connection): Promise<void> {
  await syncContent(contextOf(db, SYSTEM));
}

function current<Kind extends "lessons" | "quizzes" | "scenarios">(kind: Kind, id: string) {
  const item = courseLibraries().get(COURSE)?.[kind].get(id);
  if (!item) throw new Error(`no ${id} among the ${kind}`);
  return item as { hash: string; body: unknown };
}
export const lessonNow = () => current("lessons", LESSON) as { hash: string; body: LessonBody };
export const quizNow = () => current("quizzes", LESSON) as { hash: string; body: QuizBody };
export const scenarioNow = () => current("scenarios", SIMULATION) as { hash: string; body: ScenarioBody };

/** A version that was served before today's; its hash is invented. */
export async function keepVersion(db: Connection, kind: "lesson" | "quiz" | "scenario", body: unknown) {
  const hash = (randomUUID() + randomUUID()).replaceAll("-", "");
  await insertContentVersions(db, [{ hash, kind, itemId: "older", body, firstServedAt: TEST_NOW }]);
  return hash;
}

/** One more learner of the house's group. */
export async function makeLearner(
  db: Connection,
  house: Pick<House, "cohortId" | "organisationId">,
  change: { firstName?: string; familyName?: string; email?: string } = {},
): Promise<{ personId: string; actor: Actor }> {
  const { cohortId, organisationId } = house;
  const personId = await makePerson(db, change);
  await giveRole(db, personId, "learner", organisationId);
  await join(db, { cohortId, organisationId, personId, role: "learner" });
  return { personId, actor: await actorOf(db, personId) };
}

/** The same context some seconds later (or earlier). */
export const later = (ctx: ServiceContext, seconds: number): ServiceContext => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + seconds * 1000),
});

export const stepIds = () => lessonNow().body.file.steps.map((step) => step.id);

export function reading(
  ctx: ServiceContext,
  stepId: string,
  change: Partial<ReadStepInput> = {},
): ReadStepInput {
  return {
    id: randomUUID(),
    occurredAt: ctx.now.toISOString(),
    course: COURSE,
    lesson: LESSON,
    stepId,
    contentHash: lessonNow().hash,
    ...change,
  };
}

/** Reads the whole lesson, forty seconds a step. */
export async function readLesson(ctx: ServiceContext): Promise<void> {
  for (const [index, stepId] of stepIds().entries()) {
    const then = later(ctx, 40 * index);
    await readStep(then, reading(then, stepId));
  }
}

export const rightAnswer = (question: GradableQuestion): Answer =>
  answerTo(question, quizNow().body.texts.fr[question.id]?.accepted ?? [], true);

export const wrongAnswer = (question: GradableQuestion): Answer => answerTo(question, [], false);

export function answering(
  ctx: ServiceContext,
  attemptId: string,
  questionId: string,
  answer: Answer,
): SubmitAnswerInput {
  return { id: randomUUID(), occurredAt: ctx.now.toISOString(), attemptId, questionId, answer, locale: "fr" };
}

export const opening = { course: COURSE, lesson: LESSON, locale: "fr" } as const;

/** Opens a check and answers all of it, the first `wrong` questions wrongly, half a minute each. */
export async function takeCheck(ctx: ServiceContext, wrong = 0) {
  const { attemptId } = await openAttempt(ctx, opening);
  const { questions } = quizNow().body.file;
  let last: Awaited<ReturnType<typeof submitAnswer>> | undefined;
  for (const [index, question] of questions.entries()) {
    const then = later(ctx, 30 * (index + 1));
    const answer = index < wrong ? wrongAnswer(question) : rightAnswer(question);
    last = await submitAnswer(then, answering(then, attemptId, question.id, answer));
  }
  return { attemptId, result: last?.result ?? null };
}

export const playing = {
  course: COURSE,
  lesson: LESSON,
  simulation: SIMULATION,
  locale: "fr",
  mode: "alone",
  timer: "none",
} as const;

/** Plays as a browser would, eight seconds a move or until something is due; what the engine refuses fails the test. */
function playerOf(options: RunOptions, body: ScenarioBody) {
  const compiled = compileScenario(body.scenario);
  let state = startRun(compiled, options);
  const moves: Move[] = [];
  return {
    moves,
    play(draft: MoveDraft) {
      const due = draft.type === "time" ? (nextDue(compiled, state.position)?.at ?? 0) : 0;
      const at = Math.max(state.at + 8000, due);
      const result = applyMove(compiled, state, { ...draft, seq: state.seq + 1, at });
      if (result.status === "refused") throw new Error(`${JSON.stringify(draft)}: ${result.reason}`);
      state = result.state;
      moves.push(result.move);
    },
    /** The next move of the ideal path, or waiting where it can only wait; null at its end. */
    next: (): MoveDraft | null =>
      nextIdealMove(compiled, state) ?? (nextDue(compiled, state.position) ? { type: "time" } : null),
  };
}

/** The moves of drafts that are played one after the other. */
export function movesOf(
  options: RunOptions,
  drafts: readonly MoveDraft[],
  body = scenarioNow().body,
): Move[] {
  const player = playerOf(options, body);
  for (const draft of drafts) player.play(draft);
  return player.moves;
}

/** The ideal path, with `before` done first. */
export function idealMoves(
  options: RunOptions,
  before: readonly MoveDraft[] = [],
  body = scenarioNow().body,
): Move[] {
  const player = playerOf(options, body);
  for (const draft of before) player.play(draft);
  for (let draft = player.next(); draft && player.moves.length < 100; draft = player.next())
    player.play(draft);
  return player.moves;
}

/** Moves as the outbox delivers them, each with an id of its own. */
export function delivery(ctx: ServiceContext, attemptId: string, moves: readonly Move[]): RecordMovesInput {
  return {
    attemptId,
    moves: moves.map((move) => ({
      id: randomUUID(),
      occurredAt: new Date(ctx.now.getTime() + move.at).toISOString(),
      move: move as RecordMovesInput["moves"][number]["move"],
    })),
  };
}

/** Plays the simulation from beginning to end; `before` is done first. */
export async function playThrough(
  ctx: ServiceContext,
  mode: "show" | "guided" | "alone" = "alone",
  before: readonly MoveDraft[] = [],
) {
  const run = await openRun(ctx, { ...playing, mode });
  const moves = idealMoves(run.options, before);
  const then = later(ctx, 8 * moves.length);
  const output = await recordMoves(then, delivery(ctx, run.attemptId, moves));
  return { attemptId: run.attemptId, output, moves };
}

/** Plays the other simulations of the lesson, without a mistake. */
export async function doOtherRuns(ctx: ServiceContext): Promise<void> {
  const others = lessonNow().body.file.simulations.filter((id) => id !== SIMULATION);
  for (const [index, simulation] of others.entries()) {
    const body = current("scenarios", simulation).body as ScenarioBody;
    const then = later(ctx, 1200 + 200 * index);
    const run = await openRun(then, { ...playing, simulation });
    const moves = idealMoves(run.options, [], body);
    await recordMoves(later(then, 8 * moves.length), delivery(then, run.attemptId, moves));
  }
}

/** The read models, in an order of their own: equal dumps mean equal contents. */
export async function dumpReadModels(db: Connection) {
  const progress = await db
    .select()
    .from(activityProgress)
    .orderBy(asc(activityProgress.personId), asc(activityProgress.course), asc(activityProgress.activityId));
  const time = await db
    .select()
    .from(timeLedger)
    .orderBy(asc(timeLedger.personId), asc(timeLedger.course), asc(timeLedger.day));
  const recalls = await db
    .select()
    .from(refresherSchedules)
    .orderBy(
      asc(refresherSchedules.personId),
      asc(refresherSchedules.course),
      asc(refresherSchedules.competence),
    );
  return { progress, time, recalls };
}
