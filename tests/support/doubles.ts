import { randomBytes } from "node:crypto";
import { getTableName, sql } from "drizzle-orm";
import type { Connection } from "@/db/client";
import { updatePreferences } from "@/db/queries/identity";
import { openAttempt, submitAnswer } from "@/server/assessment/writes";
import { issueAccessCards } from "@/server/identity/access-cards/writes";
import { readStep } from "@/server/learning/writes";
import { noteAssistance } from "@/server/passport/writes";
import { openRun, recordMoves } from "@/server/simulation/writes";
import { keepCertificate } from "./access-world";
import { contextOf, type House, TEST_NOW } from "./factories";
import {
  answering,
  delivery,
  idealMoves,
  later,
  makeLearner,
  opening,
  playing,
  playThrough,
  quizNow,
  RUN,
  reading,
  readLesson,
  rightAnswer,
  stepIds,
  takeCheck,
  wrongAnswer,
} from "./lessons";
import { showSurprise } from "./surprises";
import { TABLES } from "./tables";
import { signIn } from "./traced-learner";

const DAY = 86_400;

/**
 * One person who is in the lists twice, with a trace of either in every table: "Monique Dubois", who read the lesson,
 * played and passed, and "Monique D.", who read two steps. Both left a check and a run open, hold a card, a paper, a
 * note of their trainer and a device, and met a surprise. What they did lies between each other in the log.
 */
export async function makeDoubles(db: Connection, house: House) {
  const trainer = contextOf(db, house.actors.trainer);
  const { cohortId, organisationId } = house;
  const mark = randomBytes(4).toString("hex");
  const familyName = `Dubois${mark}`;
  const kept = await makeLearner(db, house, { firstName: "Monique", familyName });
  const email = `monique.${mark}@tests.digiskipass.example`;
  const other = await makeLearner(db, house, { firstName: "Monique", familyName: "D.", email });
  const her = contextOf(db, kept.actor);
  const again = contextOf(db, other.actor);
  await readLesson(her);
  for (const [index, stepId] of stepIds().slice(0, 2).entries()) {
    const then = later(again, 100 + 40 * index);
    await readStep(then, reading(then, stepId));
  }
  await playThrough(later(her, 1000), "guided", [{ type: "hint" }]);
  await takeCheck(later(her, 2000));
  await playThrough(later(again, DAY), "alone");
  await playThrough(later(her, 2.5 * DAY), "alone");
  await updatePreferences(db, { personId: other.personId, textSize: 150, theme: "dark" });

  const fewer = await openCheck(later(her, 2 * DAY), 1);
  const more = await openCheck(later(again, 3 * DAY), 3);
  const longRun = await openHalf(later(her, 4 * DAY), 4);
  const shortRun = await openHalf(later(again, 5 * DAY), 2);

  const cards = [];
  const tokens = [];
  const papers = [];
  for (const [index, { personId }] of [kept, other].entries()) {
    const now = later(trainer, index * DAY).now;
    const issued = await issueAccessCards(trainer, { cohortId, personIds: [personId] });
    cards.push(...issued.cards);
    tokens.push(await signIn(db, personId));
    papers.push(await keepCertificate(db, { organisationId, cohortId, personId, now }));
    await showSurprise(db, { personId, organisationId, now });
    await noteAssistance(trainer, {
      cohortId,
      personId,
      activityId: RUN,
      assistance: "accompanied",
      note: `Note ${index} ${mark}`,
      on: "2026-11-22",
    });
  }
  return {
    keepId: kept.personId,
    removeId: other.personId,
    email,
    familyName,
    mark,
    her,
    again,
    cards,
    tokens,
    papers,
    open: { fewer, more, longRun, shortRun },
  };
}

/** Opens the check and answers its first questions, every other one rightly. */
async function openCheck(ctx: Parameters<typeof openAttempt>[0], answers: number): Promise<string> {
  const { attemptId } = await openAttempt(ctx, opening);
  for (const [index, question] of quizNow().body.file.questions.slice(0, answers).entries()) {
    const then = later(ctx, 20 * index);
    const answer = index % 2 ? wrongAnswer(question) : rightAnswer(question);
    await submitAnswer(then, answering(then, attemptId, question.id, answer));
  }
  return attemptId;
}

/** Starts the run and plays its first moves. */
async function openHalf(ctx: Parameters<typeof openRun>[0], moves: number): Promise<string> {
  const { attemptId, options } = await openRun(ctx, playing);
  const then = later(ctx, 8 * moves);
  await recordMoves(then, delivery(ctx, attemptId, idealMoves(options).slice(0, moves)));
  return attemptId;
}

/** Every row of every table as text, by table: equal dumps mean that nothing changed at all. */
export async function dumpAll(db: Connection): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await db.execute<{ line: string }>(
      sql`select t::text as line from ${table} as t order by 1`,
    );
    dump[getTableName(table)] = rows.map(({ line }) => line);
  }
  return dump;
}

/** The day the doubles become one: after everything they did. */
export const MERGE_DAY = new Date(TEST_NOW.getTime() + 10 * DAY * 1000);
