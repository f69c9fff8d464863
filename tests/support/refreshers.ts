import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { Connection } from "@/db/client";
import type { RefresherKind } from "@/db/enums";
import { insertRefresher } from "@/db/queries/refreshers";
import { evidence } from "@/db/schema/passport";
import { refresherSchedules, refreshers } from "@/db/schema/refreshers";
import { answerRefresher, takeRefresher } from "@/server/assessment/refreshers/writes";
import type { GradableQuestion } from "@/server/catalogue/question/schema";
import { getContentVersion } from "@/server/catalogue/reads";
import { brusselsDay } from "@/server/kernel/calendar";
import type { ServiceContext } from "@/server/kernel/context";
import { listOwnRefreshers } from "@/server/learning/refreshers/reads";
import { isRefresherActivity } from "@/server/learning/refreshers/rules";
import { openRefresher } from "@/server/simulation/refreshers/writes";
import { recordMoves } from "@/server/simulation/writes";
import { contextOf, type House } from "./factories";
import {
  COURSE,
  delivery,
  idealMoves,
  LESSON,
  later,
  makeLearner,
  playThrough,
  quizNow,
  readLesson,
  rightAnswer,
  SIMULATION,
  scenarioNow,
  takeCheck,
  wrongAnswer,
} from "./lessons";

/** One that she opened, as taking it leaves it behind. */
export async function keepRefresher(
  db: Connection,
  { personId, organisationId, now }: { personId: string; organisationId: string; now: Date },
  kind: RefresherKind,
): Promise<string> {
  const item =
    kind === "question"
      ? { item: quizNow().body.file.questions[0]?.id ?? "", contentHash: quizNow().hash, variant: null }
      : { item: SIMULATION, contentHash: scenarioNow().hash, variant: "main" };
  const row = await insertRefresher(db, {
    ...item,
    id: randomUUID(),
    personId,
    organisationId,
    course: COURSE,
    day: brusselsDay(now),
    competence: "2.6",
    kind,
    lesson: LESSON,
    takenAt: now,
  });
  if (!row) throw new Error("there was one on this day already");
  return row.id;
}

/** A learner who read the lesson, practised and passed its check, and what she does days later. */
export async function makeReadyLearner(db: Connection, house: House) {
  const { personId, actor } = await makeLearner(db, house);
  const her = contextOf(db, actor);
  await readLesson(her);
  await playThrough(later(her, 900));
  await takeCheck(later(her, 2000));
  const inDays = (days: number) => later(her, days * 86_400);

  async function takeQuestion(ctx: ServiceContext) {
    const view = await takeRefresher(ctx, taking);
    if (view.kind !== "question") throw new Error(`no question but ${view.kind}`);
    return view;
  }
  async function takeSimulation(ctx: ServiceContext) {
    const view = await takeRefresher(ctx, taking);
    if (view.kind !== "simulation") throw new Error(`no simulation but ${view.kind}`);
    return view.refresherId;
  }
  return {
    personId,
    her,
    inDays,
    takeQuestion,
    takeSimulation,
    async answerOn(days: number, right = true) {
      const ctx = inDays(days);
      const { refresherId, question } = await takeQuestion(ctx);
      return answerRefresher(ctx, answeringRefresher(ctx, refresherId, question.id, right));
    },
    /** Opens and plays the simulation of a day to its end. */
    async playOn(days: number, hint = false) {
      const ctx = inDays(days);
      const refresherId = await takeSimulation(ctx);
      const opened = await openRefresher(ctx, { refresherId, locale: "fr" });
      if (opened.outcome !== "open") throw new Error("it was answered");
      const { attemptId, contentHash, options } = opened.run;
      const body = await getContentVersion(ctx, { kind: "scenario", hash: contentHash });
      const moves = idealMoves(options, hint ? [{ type: "hint" }] : [], body);
      const output = await recordMoves(later(ctx, 600), delivery(ctx, attemptId, moves));
      return { refresherId, attemptId, output };
    },
    opened: () =>
      db.select().from(refreshers).where(eq(refreshers.personId, personId)).orderBy(asc(refreshers.day)),
    recalls: () =>
      db
        .select()
        .from(refresherSchedules)
        .where(eq(refresherSchedules.personId, personId))
        .orderBy(asc(refresherSchedules.competence)),
    async proofs() {
      const lines = await db.select().from(evidence).where(eq(evidence.personId, personId));
      return lines.filter(({ activityId }) => isRefresherActivity(activityId));
    },
    async state(ctx: ServiceContext) {
      const [own] = await listOwnRefreshers(ctx);
      return own;
    },
  };
}
export type ReadyLearner = Awaited<ReturnType<typeof makeReadyLearner>>;

export const taking = { course: COURSE, locale: "fr" } as const;

export function lessonQuestion(id: string): GradableQuestion {
  const question = quizNow().body.file.questions.find((one) => one.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
}

/** An answer to a question of the lesson, right or wrong as wished. */
export const answeringRefresher = (
  ctx: ServiceContext,
  refresherId: string,
  questionId: string,
  right = true,
) => ({
  id: randomUUID(),
  occurredAt: ctx.now.toISOString(),
  refresherId,
  answer: (right ? rightAnswer : wrongAnswer)(lessonQuestion(questionId)),
  locale: "fr" as const,
});
