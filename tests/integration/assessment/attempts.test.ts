import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answers, attempts } from "@/db/schema/assessment";
import { activityProgress, learnerEvents } from "@/db/schema/learning";
import { evidence } from "@/db/schema/passport";
import { tryAnswer } from "@/server/assessment/reads";
import { attemptView, submitAnswerOutput } from "@/server/assessment/schema";
import { openAttempt, submitAnswer } from "@/server/assessment/writes";
import type { ServiceContext } from "@/server/kernel/context";
import { database } from "../../support/database";
import { ANYBODY, contextOf, type House, makeHouse, refusalOf, TEST_NOW } from "../../support/factories";
import {
  answering,
  CHECK,
  COURSE,
  later,
  makeLearner,
  opening,
  publishContent,
  quizNow,
  rightAnswer,
  takeCheck,
  wrongAnswer,
} from "../../support/lessons";

let house: House;
let personId: string;
let her: ServiceContext;

beforeAll(async () => {
  house = await makeHouse(database);
  await publishContent(database);
});
beforeEach(async () => {
  const learner = await makeLearner(database, house);
  personId = learner.personId;
  her = contextOf(database, learner.actor);
});

const { questions, passMark } = quizNow().body.file;
const [first, second] = questions;
if (!first || !second) throw new Error("the check has no questions");
const answersOf = (attemptId: string) =>
  database.select().from(answers).where(eq(answers.attemptId, attemptId));
const eventsOf = (attemptId: string) =>
  database.select().from(learnerEvents).where(eq(learnerEvents.attemptId, attemptId));
const proofs = () => database.select().from(evidence).where(eq(evidence.personId, personId));
const place = async () => {
  const [row] = await database
    .select()
    .from(activityProgress)
    .where(and(eq(activityProgress.personId, personId), eq(activityProgress.activityId, CHECK)));
  return row;
};

describe("opening a check", () => {
  it("shows every question without a key and notes the beginning", async () => {
    const view = await openAttempt(her, opening);
    expect(attemptView.strict().parse(view)).toEqual(view);
    expect(view.questions.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
    expect(view).toMatchObject({ answered: [], result: null, contentHash: quizNow().hash });
    expect(JSON.stringify(view)).not.toMatch(/"key"|"feedback"|"accepted"/);
    expect(await place()).toMatchObject({ stepId: first.id, stepNumber: 1, stepCount: questions.length });
  });

  it("again, on another device, gives the same attempt with what was answered", async () => {
    const { attemptId } = await openAttempt(her, opening);
    const given = await submitAnswer(her, answering(her, attemptId, first.id, wrongAnswer(first)));
    const view = await openAttempt(later(her, 86_400), { ...opening, locale: "de" });
    expect(view.attemptId).toBe(attemptId);
    expect(view.answered).toHaveLength(1);
    expect(view.answered[0]).toMatchObject({ questionId: first.id, verdict: { correct: false } });
    expect(view.answered[0]?.verdict.sentence).not.toBe(given.verdict?.sentence);
  });

  it("in two tabs at once opens one", async () => {
    const views = await Promise.all(Array.from({ length: 5 }, () => openAttempt(her, opening)));
    expect(new Set(views.map(({ attemptId }) => attemptId)).size).toBe(1);
    expect(await eventsOf(views[0]?.attemptId ?? "")).toHaveLength(1);
    expect(await database.select().from(attempts).where(eq(attempts.personId, personId))).toHaveLength(1);
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["trainer", "FORBIDDEN"],
    ["outsider", "FORBIDDEN"],
    ["admin", "FORBIDDEN"],
  ] as const)("%s: %s", async (who, code) => {
    expect(await refusalOf(() => openAttempt(contextOf(database, house.actors[who]), opening))).toBe(code);
  });

  it("of a lesson that is only announced, or of no lesson", async () => {
    for (const lesson of ["is-it-safe", "no-such-lesson"]) {
      expect(await refusalOf(() => openAttempt(her, { ...opening, lesson }))).toBe("NOT_FOUND");
    }
    expect(await refusalOf(() => openAttempt(her, { ...opening, course: "no-course" }))).toBe("FORBIDDEN");
  });
});

describe("an answer", () => {
  it("is graded, kept with its event, and told", async () => {
    const { attemptId } = await openAttempt(her, opening);
    const then = later(her, 30);
    const input = answering(then, attemptId, first.id, rightAnswer(first));
    const output = await submitAnswer(then, input);
    expect(submitAnswerOutput.parse(output)).toEqual(output);
    expect(output).toMatchObject({ outcome: "recorded", answer: input.answer, result: null });
    expect(output.verdict).toMatchObject({ correct: true, credit: 1, solution: [] });
    expect(await answersOf(attemptId)).toEqual([
      {
        eventId: input.id,
        organisationId: house.organisationId,
        attemptId,
        questionId: first.id,
        answer: input.answer,
        correct: true,
        credit: 1,
        answeredAt: then.now,
      },
    ]);
    expect(await place()).toMatchObject({ stepId: second.id, stepNumber: 2, doneSteps: [first.id] });
  });

  it("in any order; the place is the first question still open", async () => {
    const { attemptId } = await openAttempt(her, opening);
    const last = questions.at(-1);
    if (!last) throw new Error("no last question");
    await submitAnswer(her, answering(her, attemptId, last.id, rightAnswer(last)));
    expect(await place()).toMatchObject({ stepId: first.id, stepNumber: 1 });
  });

  it("twice with the same id: the first one counts", async () => {
    const { attemptId } = await openAttempt(her, opening);
    const input = answering(her, attemptId, first.id, wrongAnswer(first));
    const one = await submitAnswer(her, input);
    const two = await submitAnswer(later(her, 60), input);
    expect(two).toEqual({ ...one, outcome: "already-answered" });
    expect(await answersOf(attemptId)).toHaveLength(1);
  });

  it("a better one, second, does not replace the first", async () => {
    const { attemptId } = await openAttempt(her, opening);
    await submitAnswer(her, answering(her, attemptId, first.id, wrongAnswer(first)));
    const again = await submitAnswer(her, answering(her, attemptId, first.id, rightAnswer(first)));
    expect(again).toMatchObject({
      outcome: "already-answered",
      answer: wrongAnswer(first),
      verdict: { correct: false },
    });
  });

  it("from two tabs at once: exactly one is recorded, the others get its verdict", async () => {
    const { attemptId } = await openAttempt(her, opening);
    const tabs = [rightAnswer(first), wrongAnswer(first), rightAnswer(first), wrongAnswer(first)];
    const outputs = await Promise.all(
      tabs.map((answer) => submitAnswer(her, answering(her, attemptId, first.id, answer))),
    );
    const recorded = outputs.filter(({ outcome }) => outcome === "recorded");
    expect(recorded).toHaveLength(1);
    for (const output of outputs) {
      expect(output.answer).toEqual(recorded[0]?.answer);
      expect(output.verdict).toEqual(recorded[0]?.verdict);
    }
    expect(await answersOf(attemptId)).toHaveLength(1);
    expect(await eventsOf(attemptId)).toHaveLength(2);
  });

  it("all questions at once from two devices complete the attempt once", async () => {
    const { attemptId } = await openAttempt(her, opening);
    const outputs = await Promise.all(
      [...questions, ...questions].map((question) =>
        submitAnswer(her, answering(her, attemptId, question.id, rightAnswer(question))),
      ),
    );
    expect(outputs.filter(({ outcome }) => outcome === "recorded")).toHaveLength(questions.length);
    const [row] = await database.select().from(attempts).where(eq(attempts.id, attemptId));
    expect(row).toMatchObject({ status: "completed", score: 100 });
    const events = await eventsOf(attemptId);
    expect(events.map(({ seq }) => seq).sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: questions.length + 1 }, (_, index) => index),
    );
    expect(await place()).toMatchObject({ bestScore: 100, completedAt: TEST_NOW });
  });

  it("with an id that names something else: CONFLICT, nothing kept", async () => {
    const { attemptId } = await openAttempt(her, opening);
    const input = answering(her, attemptId, first.id, rightAnswer(first));
    await submitAnswer(her, input);
    const reused = { ...answering(her, attemptId, second.id, rightAnswer(second)), id: input.id };
    expect(await refusalOf(() => submitAnswer(her, reused))).toBe("CONFLICT");

    const other = await makeLearner(database, house);
    const theirs = contextOf(database, other.actor);
    const their = await openAttempt(theirs, opening);
    const stolen = { ...answering(theirs, their.attemptId, first.id, rightAnswer(first)), id: input.id };
    expect(await refusalOf(() => submitAnswer(theirs, stolen))).toBe("CONFLICT");
    expect(await answersOf(their.attemptId)).toEqual([]);
    expect(await answersOf(attemptId)).toHaveLength(1);
  });

  it.each(["no-such-question", "constructor"])("to the question %j: NOT_FOUND", async (questionId) => {
    const { attemptId } = await openAttempt(her, opening);
    const input = answering(her, attemptId, questionId, rightAnswer(first));
    expect(await refusalOf(() => submitAnswer(her, input))).toBe("NOT_FOUND");
    expect(await eventsOf(attemptId)).toHaveLength(1);
  });

  it("of another kind, or naming what is not there, is simply not right", async () => {
    const { attemptId } = await openAttempt(her, opening);
    const single = questions.find(({ kind }) => kind === "single");
    const multiple = questions.find(({ kind }) => kind === "multiple");
    if (!single || !multiple) throw new Error("the check lost its kinds");
    const odd = answering(her, attemptId, single.id, { kind: "single", choice: "constructor" });
    const other = answering(her, attemptId, multiple.id, { kind: "true-false", value: true });
    for (const input of [odd, other]) {
      const output = await submitAnswer(her, input);
      expect(submitAnswerOutput.parse(output)).toMatchObject({ verdict: { correct: false, credit: 0 } });
    }
    expect(attemptView.parse(await openAttempt(her, opening)).answered).toHaveLength(2);
  });

  it("with a clock of the future is dated now, with an old one not before thirty days", async () => {
    const { attemptId } = await openAttempt(her, opening);
    for (const [question, claimed, days] of [
      [first, "2099-01-01T00:00:00Z", 0],
      [second, "2001-01-01T00:00:00Z", 30],
    ] as const) {
      const input = { ...answering(her, attemptId, question.id, rightAnswer(question)), occurredAt: claimed };
      await submitAnswer(her, input);
      const [event] = await database.select().from(learnerEvents).where(eq(learnerEvents.id, input.id));
      expect(event?.occurredAt).toEqual(new Date(TEST_NOW.getTime() - days * 86_400_000));
    }
  });

  it("in the attempt of another learner, by anybody else: NOT_FOUND", async () => {
    const { attemptId } = await openAttempt(her, opening);
    const other = await makeLearner(database, house);
    const { trainer, colleague, outsider, coordinator, admin } = house.actors;
    for (const actor of [other.actor, trainer, colleague, outsider, coordinator, admin]) {
      const theirs = contextOf(database, actor);
      const input = answering(theirs, attemptId, first.id, rightAnswer(first));
      expect(await refusalOf(() => submitAnswer(theirs, input))).toBe("NOT_FOUND");
    }
    const visitor = contextOf(database, ANYBODY);
    const input = answering(visitor, attemptId, first.id, rightAnswer(first));
    expect(await refusalOf(() => submitAnswer(visitor, input))).toBe("UNAUTHENTICATED");
    expect(await answersOf(attemptId)).toEqual([]);
  });
});

describe("the last answer", () => {
  it("completes the attempt, proves each competence once, and tells the result", async () => {
    const { attemptId, result } = await takeCheck(her);
    expect(result).toEqual({ score: 100, passed: true, best: 100 });
    const lines = await proofs();
    const taught = new Set(questions.flatMap(({ competences }) => competences));
    expect(lines.map(({ competence }) => competence).sort()).toEqual([...taught].sort());
    for (const line of lines) {
      expect(line).toMatchObject({
        source: "quiz",
        sourceId: attemptId,
        activityId: CHECK,
        assistance: "alone",
        score: 100,
        contentHash: quizNow().hash,
        organisationId: house.organisationId,
      });
    }
    const last = questions.at(-1);
    if (!last) throw new Error("no last question");
    const again = await submitAnswer(her, answering(her, attemptId, last.id, rightAnswer(last)));
    expect(again).toMatchObject({ outcome: "already-answered", result });
    expect(await proofs()).toHaveLength(lines.length);
  });

  it("of a check that was not passed proves nothing and completes nothing", async () => {
    const { result } = await takeCheck(her, Math.ceil(questions.length / 2));
    expect(result?.passed).toBe(false);
    expect(result?.score).toBeLessThan(passMark);
    expect(await proofs()).toEqual([]);
    expect(await place()).toMatchObject({ completedAt: null, lastScore: result?.score });
  });

  it("leaves room for another attempt; best and last are both kept", async () => {
    await takeCheck(her);
    const { attemptId, result } = await takeCheck(later(her, 3600), 4);
    expect(result).toMatchObject({ passed: false, best: 100 });
    expect(await place()).toMatchObject({
      bestScore: 100,
      lastScore: result?.score,
      completedAt: expect.any(Date),
    });
    const all = await database.select().from(attempts).where(eq(attempts.personId, personId));
    expect(all.map(({ status }) => status)).toEqual(["completed", "completed"]);
    expect((await openAttempt(later(her, 7200), opening)).attemptId).not.toBe(attemptId);
  });
});

describe("a visitor", () => {
  it("is told the same and leaves no trace", async () => {
    const before = await database.$count(learnerEvents);
    const visitor = contextOf(database, ANYBODY);
    const ask = { contentHash: quizNow().hash, questionId: first.id, locale: "fr" } as const;
    const right = await tryAnswer(visitor, { ...ask, answer: rightAnswer(first) });
    const wrong = await tryAnswer(visitor, { ...ask, answer: wrongAnswer(first) });
    expect([right.verdict.correct, wrong.verdict.correct]).toEqual([true, false]);
    expect(await database.$count(learnerEvents)).toBe(before);
    expect(
      await refusalOf(() => tryAnswer(visitor, { ...ask, questionId: "no", answer: rightAnswer(first) })),
    ).toBe("NOT_FOUND");
    expect(
      await refusalOf(() =>
        tryAnswer(visitor, { ...ask, contentHash: "f".repeat(64), answer: rightAnswer(first) }),
      ),
    ).toBe("NOT_FOUND");
  });
});

it("every event of a check belongs to the course and the organisation of its learner", async () => {
  const { attemptId } = await takeCheck(her);
  for (const event of await eventsOf(attemptId)) {
    expect(event).toMatchObject({ personId, course: COURSE, organisationId: house.organisationId });
  }
});
