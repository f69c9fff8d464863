import { randomUUID } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { closeDatabase, createDatabase, type Database } from "@/db/client";
import { answers, attempts } from "@/db/schema/assessment";
import { activityProgress, learnerEvents, timeLedger } from "@/db/schema/learning";
import { answerTo } from "@/db/seed/answers";
import { grade } from "@/server/assessment/rules";
import type { Answer } from "@/server/catalogue/question/schema";
import { brusselsDay } from "@/server/kernel/calendar";
import { activeSecondsBetween, foldProgress } from "@/server/learning/rules";
import type { LearnerEvent } from "@/server/learning/schema";
import { COURSE, LESSON, publishedLesson } from "./histories";
import type { SignedIn } from "./seed";

/** One answer to send, with the mark it will get. */
export type Question = {
  token: string;
  attemptId: string;
  questionId: string;
  answer: Answer;
  correct: boolean;
  credit: number;
};

const ACTIVITY = `${LESSON}/check`;
/** Learners who answer at the same time: more than connections, so that no two requests are one learner's. */
const ROOM = 100;

/**
 * Opens a check for every learner who has none open and lists the answers still to give: the first question of a
 * roomful of learners, then their second, to the last; then the next roomful. One of eight answers is wrong, one of
 * eight is the last of its attempt.
 */
export async function openAttempts(databaseUrl: string, learners: readonly SignedIn[]): Promise<Question[]> {
  const database = createDatabase(databaseUrl, { max: 1 });
  try {
    const open = await listOpen(database);
    await openFor(
      database,
      learners.filter(({ personId }) => !open.has(personId)),
    );
    const now = await listOpen(database);
    return inTurns(
      learners.map((learner, index) => {
        const attempt = now.get(learner.personId);
        if (!attempt) throw new Error("a learner of the bench has no open attempt");
        return questionsOf(learner, attempt, index);
      }),
    );
  } finally {
    await closeDatabase(database);
  }
}

type OpenAttempt = { attemptId: string; answered: readonly string[] };

async function listOpen(database: Database): Promise<Map<string, OpenAttempt>> {
  const rows = await database
    .select({
      personId: attempts.personId,
      attemptId: attempts.id,
      answered: sql<string[]>`array_remove(array_agg(${answers.questionId}), null)`,
    })
    .from(attempts)
    .leftJoin(answers, eq(answers.attemptId, attempts.id))
    .where(and(eq(attempts.status, "open"), eq(attempts.activityId, ACTIVITY)))
    .groupBy(attempts.personId, attempts.id);
  return new Map(rows.map(({ personId, ...attempt }) => [personId, attempt]));
}

function questionsOf(learner: SignedIn, attempt: OpenAttempt, index: number): Question[] {
  const { file, texts } = publishedLesson().quiz.body;
  return file.questions.flatMap((question, number) => {
    if (attempt.answered.includes(question.id)) return [];
    const accepted = texts.fr[question.id]?.accepted ?? [];
    const answer = answerTo(question, accepted, number !== index % file.questions.length);
    const { correct, credit } = grade(question, answer, accepted);
    const { token } = learner;
    return [{ token, attemptId: attempt.attemptId, questionId: question.id, answer, correct, credit }];
  });
}

/** What the service writes when somebody opens a check, for many at once. */
async function openFor(database: Database, learners: readonly SignedIn[]): Promise<void> {
  if (learners.length === 0) return;
  const now = new Date();
  const { hash, body } = publishedLesson().quiz;
  const { questions } = body.file;
  const effect: LearnerEvent["effect"] = {
    stepId: questions[0]?.id ?? "",
    stepNumber: 1,
    stepCount: questions.length,
    done: [],
    wrong: 0,
    restarted: true,
    achieved: false,
    score: null,
  };
  const event = { kind: "attempt-opened" as const, activityId: ACTIVITY, occurredAt: now, effect };
  const day = brusselsDay(now);
  const [places, times] = await Promise.all([
    database.select().from(activityProgress).where(eq(activityProgress.activityId, ACTIVITY)),
    database.select().from(timeLedger).where(eq(timeLedger.day, day)),
  ]);
  const placeOf = new Map(places.map((place) => [place.personId, place]));
  const timeOf = new Map(times.map((time) => [time.personId, time]));
  const common = learners.map(({ personId, organisationId }) => ({
    personId,
    organisationId,
    course: COURSE,
    attemptId: randomUUID(),
  }));
  await database.insert(attempts).values(
    common.map(({ attemptId, ...learner }) => ({
      ...learner,
      id: attemptId,
      activityId: ACTIVITY,
      contentHash: hash,
      openedAt: now,
    })),
  );
  await database.insert(learnerEvents).values(
    common.map((learner) => ({
      ...learner,
      id: randomUUID(),
      kind: event.kind,
      activityId: ACTIVITY,
      contentHash: hash,
      seq: 0,
      payload: { action: {}, effect },
      occurredAt: now,
      recordedAt: now,
    })),
  );
  const progress = common.map(({ attemptId: _, ...learner }) => ({
    ...foldProgress(placeOf.get(learner.personId) ?? null, event),
    ...learner,
  }));
  const ledger = common.map(({ attemptId: _, ...learner }) => {
    const before = timeOf.get(learner.personId);
    const seconds = before ? activeSecondsBetween(before.lastEventAt, now) : 0;
    return { ...learner, day, activeSeconds: (before?.activeSeconds ?? 0) + seconds, lastEventAt: now };
  });
  const personIds = common.map(({ personId }) => personId);
  await database
    .delete(activityProgress)
    .where(and(eq(activityProgress.activityId, ACTIVITY), inArray(activityProgress.personId, personIds)));
  await database.insert(activityProgress).values(progress);
  await database
    .delete(timeLedger)
    .where(and(eq(timeLedger.day, day), inArray(timeLedger.personId, personIds)));
  await database.insert(timeLedger).values(ledger);
}

function inTurns(perLearner: readonly Question[][]): Question[] {
  const turns: Question[] = [];
  for (let from = 0; from < perLearner.length; from += ROOM) {
    const room = perLearner.slice(from, from + ROOM);
    const longest = Math.max(...room.map((questions) => questions.length));
    for (let turn = 0; turn < longest; turn++) {
      for (const questions of room) {
        const question = questions[turn];
        if (question) turns.push(question);
      }
    }
  }
  return turns;
}
