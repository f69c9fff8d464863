import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { insertAttempt } from "@/db/queries/assessment";
import { attempts } from "@/db/schema/assessment";
import { openAttempt, submitAnswer } from "@/server/assessment/writes";
import type { QuizBody } from "@/server/catalogue/library/schema";
import type { ServiceContext } from "@/server/kernel/context";
import { database } from "../../support/database";
import { contextOf, type House, makeHouse, TEST_NOW } from "../../support/factories";
import {
  answering,
  CHECK,
  COURSE,
  keepVersion,
  makeLearner,
  opening,
  publishContent,
  quizNow,
  rightAnswer,
} from "../../support/lessons";

let house: House;
let her: ServiceContext;
let attemptId: string;
let olderHash: string;

const now = quizNow().body;
const isTrueFalse = (question: QuizBody["file"]["questions"][number]) => question.kind === "true-false";

/** Yesterday's check: six questions, the first one since gone, and the other answer right where it is yes or no. */
const older: QuizBody = {
  file: {
    ...now.file,
    passMark: 90,
    questions: [
      {
        id: "gone",
        kind: "true-false",
        competences: ["1.2"],
        outcomes: ["LO1.2.07"],
        difficulty: 1,
        key: true,
      },
      ...now.file.questions
        .filter(isTrueFalse)
        .map((question) => (question.kind === "true-false" ? { ...question, key: !question.key } : question)),
      ...now.file.questions.filter((question) => !isTrueFalse(question)).slice(0, 4),
    ],
  },
  texts: structuredClone(now.texts),
};
for (const texts of Object.values(older.texts)) {
  texts.gone = {
    prompt: "An older question",
    choices: { true: { text: "Yes", feedback: "Indeed." }, false: { text: "No", feedback: "No." } },
    correct: "Right then.",
    incorrect: "Wrong then.",
  };
}

beforeAll(async () => {
  house = await makeHouse(database);
  await publishContent(database);
  const learner = await makeLearner(database, house);
  her = contextOf(database, learner.actor);
  olderHash = await keepVersion(database, "quiz", older);
  const row = await insertAttempt(database, {
    id: crypto.randomUUID(),
    organisationId: house.organisationId,
    personId: learner.personId,
    course: COURSE,
    activityId: CHECK,
    contentHash: olderHash,
    openedAt: TEST_NOW,
  });
  attemptId = row?.id ?? "";
});

describe("an attempt begun on a version that has changed since", () => {
  it("is shown as it was begun", async () => {
    const view = await openAttempt(her, opening);
    expect(view).toMatchObject({ attemptId, contentHash: olderHash });
    expect(view.questions.map(({ id }) => id)).toEqual(older.file.questions.map(({ id }) => id));
    expect(view.questions[0]?.prompt).toBe("An older question");
  });

  it("is graded, completed and proved as it was begun", async () => {
    let result = null;
    for (const question of older.file.questions) {
      const output = await submitAnswer(her, answering(her, attemptId, question.id, rightAnswer(question)));
      expect([question.id, output.verdict?.correct]).toEqual([question.id, true]);
      result = output.result;
    }
    expect(result).toEqual({ score: 100, passed: true, best: 100 });
    const [row] = await database.select().from(attempts).where(eq(attempts.id, attemptId));
    expect(row).toMatchObject({ status: "completed", contentHash: olderHash });
  });

  it("the next attempt is on today's version", async () => {
    expect(await openAttempt(her, opening)).toMatchObject({ contentHash: quizNow().hash });
  });
});
