import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { insertContentVersions } from "@/db/queries/catalogue";
import { meanConfidenceGains } from "@/db/queries/reporting";
import { attempts, ratings } from "@/db/schema/assessment";
import { learnerEvents } from "@/db/schema/learning";
import {
  getSelfAssessment,
  getSelfAssessmentOffer,
  listSelfAssessmentStates,
} from "@/server/assessment/self-assessment/reads";
import { openSelfAssessment, rateStatement } from "@/server/assessment/self-assessment/writes";
import { openAttempt, submitAnswer } from "@/server/assessment/writes";
import { courseLibraries } from "@/server/catalogue/library/reads";
import type { ServiceContext } from "@/server/kernel/context";
import { rebuildReadModels } from "@/server/learning/writes";
import { erasePerson, exportPerson } from "@/server/privacy/writes";
import { getProjectNumbers } from "@/server/reporting/projects/reads";
import { getLearnerReport } from "@/server/reporting/reads";
import { database } from "../../support/database";
import { contextOf, type House, makeHouse, refusalOf, SYSTEM } from "../../support/factories";
import {
  answering,
  COURSE,
  doOtherRuns,
  dumpReadModels,
  later,
  makeLearner,
  opening,
  playThrough,
  publishContent,
  quizNow,
  readLesson,
  rightAnswer,
  takeCheck,
} from "../../support/lessons";

const input = { course: COURSE, locale: "fr" } as const;
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

const rate = (
  ctx: ServiceContext,
  attemptId: string,
  statementId: string,
  rating: number,
  id = randomUUID(),
) => rateStatement(ctx, { id, occurredAt: ctx.now.toISOString(), attemptId, statementId, rating });

/** Rates every statement, ten seconds each. */
async function rateAll(ctx: ServiceContext, rating: number) {
  const { attemptId, statements, moment } = await openSelfAssessment(ctx, input);
  let last: Awaited<ReturnType<typeof rate>> | undefined;
  for (const [index, { id }] of statements.entries()) {
    last = await rate(later(ctx, 10 * (index + 1)), attemptId, id, rating);
  }
  return { attemptId, moment, last, statements };
}

async function doOneLesson(ctx: ServiceContext) {
  await readLesson(ctx);
  await playThrough(later(ctx, 900));
  await doOtherRuns(ctx);
  await takeCheck(later(ctx, 3000));
}

const kept = (attemptId: string) => database.select().from(ratings).where(eq(ratings.attemptId, attemptId));

describe("a self-assessment", () => {
  it("is kept statement by statement and goes on, on another device, where it stands", async () => {
    const { attemptId, statements, moment } = await openSelfAssessment(her, input);
    expect(moment).toBe("before");
    expect(statements).toHaveLength(12);
    const [first, second] = statements.map(({ id }) => id) as [string, string];
    await rate(her, attemptId, first, 1);
    await rate(later(her, 5), attemptId, second, 3);
    const again = await openSelfAssessment(later(her, 86_400), { ...input, locale: "de" });
    expect(again).toMatchObject({ attemptId, ratings: { [first]: 1, [second]: 3 } });
    expect(again.statements[0]?.text).toMatch(/^Ich/);
    expect(await getSelfAssessmentOffer(her, input)).toEqual({ moment: "before", isOpen: true });
    expect(await getSelfAssessment(her, input)).toMatchObject({
      isOpen: true,
      rated: 2,
      count: 12,
      changes: null,
    });
  });

  it("is one, when two devices open it at once", async () => {
    const both = await Promise.all([openSelfAssessment(her, input), openSelfAssessment(her, input)]);
    expect(new Set(both.map(({ attemptId }) => attemptId)).size).toBe(1);
    expect(await database.$count(attempts, eq(attempts.personId, personId))).toBe(1);
  });

  it("takes a delivery once, and what was said last, whatever came first", async () => {
    const { attemptId } = await openSelfAssessment(her, input);
    const id = randomUUID();
    const late = later(her, 60);
    expect(await rate(late, attemptId, "log-in", 4, id)).toEqual({
      outcome: "recorded",
      rating: 4,
      isWhole: false,
    });
    expect(await rate(late, attemptId, "log-in", 4, id)).toMatchObject({
      outcome: "already-recorded",
      rating: 4,
    });
    // Said a minute earlier on a tablet without network, and arrived only now.
    const early = { ...later(her, 120) };
    const arrived = await rateStatement(early, {
      id: randomUUID(),
      occurredAt: her.now.toISOString(),
      attemptId,
      statementId: "log-in",
      rating: 1,
    });
    expect(arrived).toMatchObject({ outcome: "recorded", rating: 4 });
    expect(await rate(later(her, 200), attemptId, "log-in", 2)).toMatchObject({ rating: 2 });
    expect(await kept(attemptId)).toMatchObject([{ statementId: "log-in", rating: 2 }]);
    // Nothing that was said is lost: the log has all three.
    const told = and(eq(learnerEvents.attemptId, attemptId), eq(learnerEvents.kind, "statement-rated"));
    expect(await database.$count(learnerEvents, told)).toBe(3);
    expect(await refusalOf(() => rate(her, attemptId, "pay", 2, id))).toBe("CONFLICT");
  });

  it("loses nothing to two tabs that finish it together", async () => {
    const { attemptId, statements } = await openSelfAssessment(her, input);
    const all = await Promise.all(
      statements.flatMap(({ id }) => [rate(her, attemptId, id, 2), rate(her, attemptId, id, 2)]),
    );
    expect(all.filter(({ isWhole }) => isWhole).length).toBeGreaterThan(0);
    expect(await kept(attemptId)).toHaveLength(12);
    expect(await rate(her, attemptId, "pay", 4)).toEqual({ outcome: "closed", rating: 2, isWhole: true });
    const [row] = await database.select().from(attempts).where(eq(attempts.id, attemptId));
    expect(row).toMatchObject({ status: "completed", score: null, kind: "self-assessment" });
  });

  it("is nobody else's, and has its own statements only", async () => {
    const { attemptId } = await openSelfAssessment(her, input);
    const other = contextOf(database, (await makeLearner(database, house)).actor);
    for (const ctx of [
      other,
      contextOf(database, house.actors.trainer),
      contextOf(database, house.actors.outsider),
    ])
      expect(await refusalOf(() => rate(ctx, attemptId, "log-in", 2))).toBe("NOT_FOUND");
    expect(await refusalOf(() => openSelfAssessment(contextOf(database, house.actors.trainer), input))).toBe(
      "FORBIDDEN",
    );
    expect(await refusalOf(() => rate(her, attemptId, "no-such", 2))).toBe("NOT_FOUND");
    // The two sorts of passage are not mixed up.
    const check = await openAttempt(her, opening);
    expect(await refusalOf(() => rate(her, check.attemptId, "log-in", 2))).toBe("NOT_FOUND");
    const [question] = quizNow().body.file.questions;
    if (!question) throw new Error("no question");
    const answer = answering(her, attemptId, question.id, rightAnswer(question));
    expect(await refusalOf(() => submitAnswer(her, answer))).toBe("NOT_FOUND");
    expect(await kept(attemptId)).toEqual([]);
  });

  it("goes on with the version it was opened on", async () => {
    const older = structuredClone(courseLibraries().get(COURSE)?.selfAssessment.body);
    if (!older) throw new Error("no self-assessment");
    older.file.statements = older.file.statements.slice(0, 6);
    older.texts.fr.statements["what-itsme-is-for"] = "Je connais itsme.";
    const hash = (randomUUID() + randomUUID()).replaceAll("-", "");
    await insertContentVersions(database, [
      { hash, kind: "self-assessment", itemId: COURSE, body: older, firstServedAt: her.now },
    ]);
    const { attemptId } = await openSelfAssessment(her, input);
    await database.update(attempts).set({ contentHash: hash }).where(eq(attempts.id, attemptId));
    const again = await openSelfAssessment(her, input);
    expect(again.statements).toHaveLength(6);
    expect(again.statements[0]?.text).toBe("Je connais itsme.");
    expect(await refusalOf(() => rate(her, attemptId, "card-reader", 2))).toBe("NOT_FOUND");
  });
});

describe("before and after", () => {
  it("show what changed, to her in words and to her trainer as a gain", async () => {
    const before = await rateAll(her, 2);
    expect(before).toMatchObject({ moment: "before", last: { isWhole: true } });
    expect(await getSelfAssessment(her, input)).toMatchObject({ moment: null, changes: null });
    expect(await refusalOf(() => openSelfAssessment(her, input))).toMatchObject({ code: "CONFLICT" });
    await doOneLesson(later(her, 4000));
    const after = await rateAll(later(her, 90_000), 3);
    expect(after.moment).toBe("after");
    const view = await getSelfAssessment(later(her, 91_000), input);
    expect(view.changes).toHaveLength(12);
    expect(view.changes?.[0]).toEqual({
      id: "what-itsme-is-for",
      text: "Je sais à quoi sert itsme.",
      before: 2,
      after: 3,
    });
    // A third time counts as the last one.
    const { attemptId } = await openSelfAssessment(later(her, 100_000), input);
    expect(attemptId).not.toBe(after.attemptId);

    const trainer = contextOf(database, house.actors.trainer);
    const report = await getLearnerReport(trainer, { cohortId: house.cohortId, personId, locale: "fr" });
    expect(report.selfAssessment.gain).toBe(1);
    expect(JSON.stringify(report.selfAssessment)).not.toContain("what-itsme");
    const learners = [{ personId, cohortIds: [house.cohortId] }];
    const outsider = contextOf(database, house.actors.outsider);
    expect(await refusalOf(() => listSelfAssessmentStates(outsider, { course: COURSE, learners }))).not.toBe(
      null,
    );
  });

  it("are time and no place in the course, for a rebuild as for the first count", async () => {
    await rateAll(her, 1);
    const first = await dumpReadModels(database);
    expect(first.progress.filter((row) => row.personId === personId)).toEqual([]);
    expect(first.time.find((row) => row.personId === personId)?.activeSeconds).toBe(120);
    await rebuildReadModels(contextOf(database, SYSTEM));
    expect(await dumpReadModels(database)).toEqual(first);
  });

  it("go with her when she takes her data, and vanish with her", async () => {
    await rateAll(her, 2);
    const all = await exportPerson(her, { personId });
    expect(all.assessment).toMatchObject({ attempts: [{ kind: "self-assessment" }] });
    expect((all.assessment as { ratings: unknown[] }).ratings).toHaveLength(12);
    await erasePerson(contextOf(database, house.actors.admin), { personId });
    expect(await database.$count(attempts, eq(attempts.personId, personId))).toBe(0);
  });
});

describe("the gain of a project", () => {
  it("is a mean over five learners or more, and hidden below", async () => {
    const place = await makeHouse(database);
    const coordinator = contextOf(database, place.actors.coordinator);
    const shown = async () => (await getProjectNumbers(coordinator, { locale: "fr" })).projects[0];
    for (let index = 0; index < 5; index += 1) {
      expect((await shown())?.confidence).toBe(null);
      const { actor } = await makeLearner(database, place);
      const ctx = contextOf(database, actor);
      await rateAll(ctx, 2);
      await doOneLesson(later(ctx, 4000));
      await rateAll(later(ctx, 90_000), index === 0 ? 4 : 3);
    }
    const [whole] = (await meanConfidenceGains(database, [place.projectId])).filter(
      (row) => !row.organisationId,
    );
    expect(whole).toMatchObject({ learners: 5 });
    const numbers = await shown();
    expect(numbers?.confidence).toBeCloseTo(1.2);
    expect(numbers?.partners.map(({ confidence }) => confidence)).toEqual(
      numbers?.partners.map(({ organisationId }) =>
        organisationId === place.organisationId ? expect.closeTo(1.2) : null,
      ),
    );
  });
});
