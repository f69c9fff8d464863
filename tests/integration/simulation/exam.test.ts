import { randomUUID } from "node:crypto";
import { and, eq, like } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attempts } from "@/db/schema/assessment";
import { contentVersions } from "@/db/schema/catalogue";
import { learnerEvents } from "@/db/schema/learning";
import { evidence } from "@/db/schema/passport";
import { simulationAttempts } from "@/db/schema/simulation";
import { submitAnswer } from "@/server/assessment/writes";
import type { ServiceContext } from "@/server/kernel/context";
import { rebuildReadModels } from "@/server/learning/writes";
import { erasePerson, exportPerson } from "@/server/privacy/writes";
import { getLearnerReport } from "@/server/reporting/reads";
import { getExam } from "@/server/simulation/exam/reads";
import { examSitting } from "@/server/simulation/exam/schema";
import {
  finishExam,
  grantExam,
  leaveExamRun,
  openExam,
  openExamRun,
  superviseExam,
} from "@/server/simulation/exam/writes";
import { recordMoves } from "@/server/simulation/writes";
import { database } from "../../support/database";
import { answerExam, examInput, openExamOf, playExamRun } from "../../support/exams";
import { contextOf, type House, makeHouse, refusalOf, SYSTEM } from "../../support/factories";
import { graduate } from "../../support/graduates";
import { COURSE, delivery, dumpReadModels, later, makeLearner, publishContent } from "../../support/lessons";

let house: House;
let personId: string;
let her: ServiceContext;
let trainer: ServiceContext;
const NUMBERS = [1, 2, 3, 4, 5, 6];

beforeAll(async () => {
  house = await makeHouse(database);
  await publishContent(database);
});
beforeEach(async () => {
  const learner = await makeLearner(database, house);
  personId = learner.personId;
  her = contextOf(database, learner.actor);
  trainer = contextOf(database, house.actors.trainer);
});

const give = (ctx = trainer, grantId: string = randomUUID()) =>
  grantExam(ctx, { cohortId: house.cohortId, personId, grantId });
const proofs = () =>
  database
    .select()
    .from(evidence)
    .where(and(eq(evidence.personId, personId), like(evidence.activityId, "exam/%")));

async function takeExam(ctx: ServiceContext, wrong = 0) {
  const { attemptId } = await answerExam(ctx, wrong);
  for (const number of NUMBERS) await playExamRun(later(ctx, 1000 * number), number);
  await finishExam(later(ctx, 8000), { attemptId });
  return attemptId;
}

describe("an exam", () => {
  it("is closed until the lessons are done or her trainer opens it", async () => {
    expect(await getExam(her, examInput)).toMatchObject({ state: "closed", wholeLessons: 0, last: null });
    expect(await refusalOf(() => openExam(her, examInput))).toMatchObject({
      code: "CONFLICT",
      reason: "exam-closed",
    });
    await give();
    expect(await getExam(her, examInput)).toMatchObject({ state: "ready" });
    const graduateId = (await makeLearner(database, house)).actor;
    const done = contextOf(database, graduateId);
    if (graduateId.kind === "person")
      await graduate(database, { personId: graduateId.personId, organisationId: house.organisationId });
    expect(await getExam(done, examInput)).toMatchObject({ state: "ready" });
  });

  it("is drawn on the server once, and shows no key", async () => {
    await give();
    const sitting = await openExam(her, examInput);
    expect(examSitting.strict().parse(sitting)).toEqual(sitting);
    expect(sitting.questions).toHaveLength(20);
    expect(sitting.simulations).toHaveLength(6);
    expect(JSON.stringify(sitting)).not.toMatch(/"key"|feedback|accepted|incorrect|variant|seed/);
    const again = await openExam(later(her, 86_400), { ...examInput, locale: "nl" });
    expect(again.questions.map(({ id }) => id)).toEqual(sitting.questions.map(({ id }) => id));
    const { drawn } = await openExamOf(database, her);
    const [opened] = await database
      .select()
      .from(learnerEvents)
      .where(eq(learnerEvents.attemptId, sitting.attemptId));
    expect(opened?.payload).toMatchObject({ action: { drawn } });
    expect(drawn.simulations.some(({ variant }) => variant === "main" || variant === "standard")).toBe(false);
  });

  it("is one, when two devices open it at once", async () => {
    await give();
    const both = await Promise.all([openExam(her, examInput), openExam(her, examInput)]);
    expect(new Set(both.map(({ attemptId }) => attemptId)).size).toBe(1);
  });

  it("says nothing about an answer, and takes the first one only", async () => {
    await give();
    const { attemptId, questions } = await openExam(her, examInput);
    const single = questions.find(({ kind }) => kind === "single");
    const [one, other] = single?.choices ?? [];
    if (!single || !one || !other) throw new Error("no single choice was drawn");
    const answer = (choice: string, ctx = her, id: string = randomUUID()) =>
      submitAnswer(ctx, {
        id,
        occurredAt: her.now.toISOString(),
        attemptId,
        questionId: single.id,
        answer: { kind: "single", choice },
        locale: "fr",
      });
    expect(await answer(one.id)).toEqual({
      outcome: "recorded",
      answer: { kind: "single", choice: one.id },
      verdict: null,
      result: null,
    });
    expect(await answer(other.id)).toMatchObject({
      outcome: "already-answered",
      answer: { choice: one.id },
      verdict: null,
    });
    for (const who of [trainer, contextOf(database, house.actors.outsider)])
      expect(await refusalOf(() => answer(one.id, who))).toBe("NOT_FOUND");
    expect((await openExam(her, examInput)).answered).toHaveLength(1);
  });

  it("goes on after its content was changed, and plays its exercise where it stands on another device", async () => {
    await give();
    await openExam(her, examInput);
    // The version it was drawn from is the only one it knows, whatever is served now.
    const { exam, drawn } = await openExamOf(database, her);
    const first = drawn.simulations[0];
    if (!first) throw new Error("nothing drawn");
    const older = (randomUUID() + randomUUID()).replaceAll("-", "");
    const [kept] = await database.select().from(contentVersions).where(eq(contentVersions.hash, first.hash));
    if (!kept) throw new Error("no version");
    await database.insert(contentVersions).values({ ...kept, hash: older });
    const changed = { ...drawn, simulations: [{ ...first, hash: older }, ...drawn.simulations.slice(1)] };
    await database.update(attempts).set({ drawn: changed }).where(eq(attempts.id, exam.id));
    const opened = await openExamRun(her, { ...examInput, number: 1 });
    if (opened.outcome !== "open") throw new Error("not open");
    expect(opened.run).toMatchObject({
      contentHash: older,
      options: { mode: "alone", timer: "none", variant: first.variant },
    });
    const again = await openExamRun(later(her, 60), { ...examInput, number: 1 });
    expect(again).toMatchObject({ outcome: "open", run: { attemptId: opened.run.attemptId } });
    for (const type of ["hint", "undo"] as const) {
      const moves = delivery(her, opened.run.attemptId, [{ type, seq: 1, at: 100 }]);
      expect(await recordMoves(her, moves)).toMatchObject({ outcome: "refused" });
    }
  });

  it("ends with a result, what it proves and what to repeat, and repeats without erasing", async () => {
    await give();
    await give();
    const attemptId = await takeExam(her, 2);
    const view = await getExam(later(her, 9000), examInput);
    expect(view).toMatchObject({
      state: "ready",
      finished: 1,
      best: { attemptId },
      last: { attemptId, passed: true, falseAccepts: 0 },
    });
    expect(view.last?.review.length).toBe(2);
    expect(view.last?.repeat.length).toBeGreaterThan(0);
    expect(view.last?.proved.length).toBeGreaterThan(3);
    const lines = await proofs();
    expect(lines.every(({ assistance }) => assistance === "alone")).toBe(true);
    expect(new Set(lines.map(({ source }) => source))).toEqual(new Set(["quiz", "simulation"]));
    expect(await finishExam(later(her, 9000), { attemptId })).toEqual({ outcome: "already-finished" });
    expect(await proofs()).toHaveLength(lines.length);

    const before = (await database.select().from(attempts).where(eq(attempts.id, attemptId)))[0]?.drawn;
    const second = await openExam(later(her, 100_000), examInput);
    expect(second.attemptId).not.toBe(attemptId);
    expect((await openExamOf(database, her)).drawn).not.toEqual(before);
    expect(await getExam(later(her, 100_000), examInput)).toMatchObject({
      state: "open",
      last: { attemptId },
      best: { attemptId },
    });
  });

  it("tells nothing of an exercise before the end, and proves nothing either", async () => {
    await give();
    const { attemptId } = await openExam(her, examInput);
    expect(await playExamRun(her, 1)).toMatchObject({ outcome: "recorded", score: null });
    expect(await openExamRun(her, { ...examInput, number: 1 })).toEqual({ outcome: "played" });
    expect(await proofs()).toEqual([]);
    expect(await refusalOf(() => finishExam(her, { attemptId }))).toMatchObject({ code: "CONFLICT" });
    expect(await refusalOf(() => finishExam(trainer, { attemptId }))).toBe("NOT_FOUND");
    expect(await refusalOf(() => openExamRun(her, { ...examInput, number: 9 }))).toBe("NOT_FOUND");
  });

  it("lets who cannot go on leave an exercise, and is not passed with an accepted request", async () => {
    await give();
    const { attemptId } = await answerExam(her);
    expect(await leaveExamRun(her, { ...examInput, number: 1 })).toEqual({ outcome: "played" });
    expect(await leaveExamRun(her, { ...examInput, number: 1 })).toEqual({ outcome: "played" });
    for (const number of NUMBERS.slice(1)) await playExamRun(later(her, 1000 * number), number);
    // She said yes to somebody else's request once, in one of them.
    await database
      .update(simulationAttempts)
      .set({ falseAccepts: 1 })
      .where(and(eq(simulationAttempts.examId, attemptId), eq(simulationAttempts.outcome, "reached")));
    await finishExam(later(her, 9000), { attemptId });
    const { last } = await getExam(later(her, 9000), examInput);
    expect(last).toMatchObject({ passed: false, questionScore: 100 });
    expect(last?.falseAccepts).toBeGreaterThan(0);
    // What she did reach she did reach; the questions prove nothing without a pass.
    expect(new Set((await proofs()).map(({ source }) => source))).toEqual(new Set(["simulation"]));
  });

  it("twice at once ends once", async () => {
    await give();
    const { attemptId } = await answerExam(her);
    for (const number of NUMBERS) await leaveExamRun(her, { ...examInput, number });
    const both = await Promise.all([finishExam(her, { attemptId }), finishExam(her, { attemptId })]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["already-finished", "finished"]);
  });
});

describe("her trainer", () => {
  it("gives an attempt once a press, and notes that an exam was supervised", async () => {
    const grantId = randomUUID();
    expect(await give(trainer, grantId)).toEqual({ outcome: "noted" });
    expect(await give(trainer, grantId)).toEqual({ outcome: "already-noted" });
    const { attemptId } = await openExam(her, examInput);
    const member = { cohortId: house.cohortId, personId };
    expect(await superviseExam(trainer, { ...member, attemptId })).toEqual({ outcome: "noted" });
    expect(await superviseExam(trainer, { ...member, attemptId })).toEqual({ outcome: "already-noted" });
    const report = await getLearnerReport(trainer, { ...member, locale: "fr" });
    expect(report.exam).toMatchObject({ state: "open", openAttemptId: attemptId, isOpenSupervised: true });
    expect(await refusalOf(() => superviseExam(trainer, { ...member, attemptId: randomUUID() }))).toBe(
      "NOT_FOUND",
    );
    for (const [who, code] of [
      ["colleague", "FORBIDDEN"],
      ["outsider", "NOT_FOUND"],
    ] as const) {
      const ctx = contextOf(database, house.actors[who]);
      expect(await refusalOf(() => give(ctx))).toBe(code);
      expect(await refusalOf(() => superviseExam(ctx, { ...member, attemptId }))).toBe(code);
    }
    expect(await refusalOf(() => give(her))).toBe("FORBIDDEN");
  });
});

it("an exam is time and no place in the course, for a rebuild as for the first count; it goes and vanishes with her", async () => {
  await give();
  await takeExam(her);
  const hers = async () => {
    const { progress, time } = await dumpReadModels(database);
    const isHers = (row: { personId: string }) => row.personId === personId;
    return { progress: progress.filter(isHers), time: time.filter(isHers) };
  };
  const first = await hers();
  expect(first).toMatchObject({ progress: [], time: [{ course: COURSE }] });
  await rebuildReadModels(contextOf(database, SYSTEM));
  expect(await hers()).toEqual(first);
  const all = await exportPerson(her, { personId });
  expect(all.assessment).toMatchObject({
    attempts: [{ kind: "exam", passed: true }],
    examGrants: [{ kind: "attempt", course: COURSE }],
  });
  await erasePerson(contextOf(database, house.actors.admin), { personId });
  expect(await database.$count(attempts, eq(attempts.personId, personId))).toBe(0);
});
