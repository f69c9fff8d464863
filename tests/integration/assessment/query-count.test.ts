import { afterAll, beforeAll, expect, it } from "vitest";
import { openAttempt, submitAnswer } from "@/server/assessment/writes";
import type { Actor } from "@/server/kernel/actor";
import { getCourseState } from "@/server/learning/reads";
import { readStep } from "@/server/learning/writes";
import { countingDatabase } from "../../support/counting";
import { database } from "../../support/database";
import { ANYBODY, contextOf, makeHouse } from "../../support/factories";
import {
  answering,
  COURSE,
  later,
  makeLearner,
  opening,
  playThrough,
  publishContent,
  quizNow,
  reading,
  readLesson,
  rightAnswer,
  stepIds,
  takeCheck,
} from "../../support/lessons";

let counting: Awaited<ReturnType<typeof countingDatabase>>;
let actor: Actor;

beforeAll(async () => {
  counting = await countingDatabase();
  const house = await makeHouse(database);
  await publishContent(database);
  actor = (await makeLearner(database, house)).actor;
});
afterAll(() => counting.close());

/** What one learner's small calls ask of the database, `begin` and `commit` included. */
async function measure(seconds: number) {
  const ctx = later(contextOf(counting.database, actor), seconds);
  const [stepId = ""] = stepIds();
  const { attemptId } = await openAttempt(ctx, opening);
  const counts: Record<string, number> = {};
  for (const [index, question] of quizNow().body.file.questions.entries()) {
    const isLast = index === quizNow().body.file.questions.length - 1;
    const input = answering(ctx, attemptId, question.id, rightAnswer(question));
    const count = await counting.count(() => submitAnswer(ctx, input));
    const name = isLast ? "last answer" : "answer";
    expect(counts[name] ?? count).toBe(count);
    counts[name] = count;
  }
  counts.state = await counting.count(() => getCourseState(ctx, { course: COURSE }));
  counts.step = await counting.count(() => readStep(ctx, reading(ctx, stepId)));
  return counts;
}

it("the number of queries does not grow with the history, and a visitor costs none", async () => {
  const fresh = await measure(0);
  for (let day = 1; day <= 4; day += 1) {
    const then = later(contextOf(database, actor), day * 86_400);
    await readLesson(then);
    await playThrough(then);
    await takeCheck(later(then, 1000), day % 3);
  }
  const experienced = await measure(10 * 86_400);
  expect(experienced).toEqual(fresh);
  expect(fresh).toEqual({ answer: 8, "last answer": 13, state: 4, step: 5 });
  const visitor = contextOf(counting.database, ANYBODY);
  expect(await counting.count(() => getCourseState(visitor, { course: COURSE }))).toBe(0);
});
