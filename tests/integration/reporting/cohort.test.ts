import { randomUUID } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import { beforeAll, describe, expect, it } from "vitest";
import { insertEvidence } from "@/db/queries/passport";
import { activityProgress, timeLedger } from "@/db/schema/learning";
import { getLesson, listActivities } from "@/server/catalogue/reads";
import type { ServiceContext } from "@/server/kernel/context";
import { endMembership } from "@/server/organisations/cohorts/writes";
import { getCohortOverview, getLearnerReport, getTeachHome } from "@/server/reporting/reads";
import { cohortOverview, learnerReport } from "@/server/reporting/schema";
import { database } from "../../support/database";
import {
  actorOf,
  contextOf,
  giveRole,
  type House,
  join,
  makeCohort,
  makeHouse,
  makePerson,
  refusalOf,
  TEST_NOW,
} from "../../support/factories";

const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(TEST_NOW.getTime() - days * DAY_MS);
const COURSE = "itsme-eid";

let house: House;
beforeAll(async () => {
  house = await makeHouse(database);
});

const as = (who: keyof House["actors"]) => contextOf(database, house.actors[who]);

/** A learner in a cohort since ten days, with a place in the lesson when one is given. */
async function makeLearner(
  cohortId: string,
  firstName: string,
  place?: { stepId: string; stepNumber: number; tries?: number; days: number; done?: boolean },
): Promise<string> {
  const { organisationId } = house;
  const personId = await makePerson(database, { firstName });
  await giveRole(database, personId, "learner", organisationId);
  await join(database, { cohortId, organisationId, personId, role: "learner", joinedAt: ago(10) });
  if (!place) return personId;
  const at = ago(place.days);
  await database.insert(activityProgress).values({
    personId,
    organisationId,
    course: COURSE,
    lesson: "log-in",
    activityId: "log-in/steps",
    stepId: place.stepId,
    stepNumber: place.stepNumber,
    stepCount: 7,
    doneSteps: [place.stepId],
    triesOnStep: place.tries ?? 0,
    stepSince: at,
    startedAt: ago(9),
    lastEventAt: at,
    completedAt: place.done ? at : null,
    bestScore: null,
    lastScore: null,
  });
  return personId;
}

async function makeTaughtCohort(): Promise<{ cohortId: string; ctx: () => Promise<ServiceContext> }> {
  const cohortId = await makeCohort(database, house);
  const { organisationId } = house;
  await join(database, { cohortId, organisationId, personId: house.people.trainer, role: "trainer" });
  return { cohortId, ctx: async () => contextOf(database, await actorOf(database, house.people.trainer)) };
}

describe("the page of a group", () => {
  it("says whom to call today, where each one stands, in words", async () => {
    const { cohortId, ctx } = await makeTaughtCohort();
    const lesson = await getLesson(as("anonymous"), { course: COURSE, lesson: "log-in", locale: "nl" });
    const step = lesson.steps[2];
    const stuck = await makeLearner(cohortId, "Tried", {
      stepId: step?.id ?? "",
      stepNumber: 3,
      tries: 3,
      days: 0.5,
    });
    await makeLearner(cohortId, "Fine", { stepId: step?.id ?? "", stepNumber: 3, days: 0.1 });
    await makeLearner(cohortId, "Quiet", { stepId: "gone-since", stepNumber: 2, days: 4 });
    await makeLearner(cohortId, "Never");
    await database.insert(timeLedger).values({
      personId: stuck,
      organisationId: house.organisationId,
      course: COURSE,
      day: "2026-11-22",
      activeSeconds: 130,
      lastEventAt: new Date(ago(0.1).getTime() + 130_000),
    });
    await insertEvidence(database, [
      {
        id: randomUUID(),
        organisationId: house.organisationId,
        personId: stuck,
        competence: "2.6",
        source: "trainer",
        sourceId: randomUUID(),
        course: COURSE,
        activityId: "log-in/check",
        assistance: "accompanied",
        note: "au téléphone",
        occurredAt: ago(1),
        recordedAt: TEST_NOW,
      },
    ]);

    const view = await getCohortOverview(await ctx(), { cohortId, locale: "nl" });
    expect(cohortOverview.parse(view)).toEqual(view);
    expect(view.learners.map((line) => [line.firstName, line.stuck, line.call?.reason ?? null])).toEqual([
      ["Tried", true, "tries"],
      ["Quiet", true, "silence"],
      ["Never", false, "not-started"],
      ["Fine", false, null],
    ]);
    expect(view.learners[0]).toMatchObject({
      where: {
        lessonTitle: lesson.title,
        kind: "steps",
        stepNumber: 3,
        stepCount: 7,
        stepTitle: step?.title,
        completed: false,
      },
      percentDone: 0,
      activeMinutes: 2,
      assistance: "accompanied",
      call: { tries: 3, days: 0 },
    });
    expect(view.learners[1]?.where?.stepTitle).toBeNull();
    expect(view.learners[1]?.call?.days).toBe(4);
    expect(view.learners[2]).toMatchObject({ where: null, lastActivityAt: null, activeMinutes: 0 });

    const home = await getTeachHome(await ctx(), { locale: "fr" });
    expect(home.cohorts.find(({ id }) => id === cohortId)).toMatchObject({
      learners: 4,
      stuck: 2,
      toCall: 3,
      next: "call",
    });
  });

  it("leaves out who has left, and shows an empty group as such", async () => {
    const { cohortId, ctx } = await makeTaughtCohort();
    const personId = await makeLearner(cohortId, "Gone");
    await endMembership(await ctx(), { cohortId, personId });
    const view = await getCohortOverview(await ctx(), { cohortId, locale: "fr" });
    expect(view.learners).toEqual([]);
    expect(view.cohort.organisationName).toContain("Organisation");
  });

  it("asks the database as often for 300 learners as for 30, and at most six times", async () => {
    const counts: number[] = [];
    for (const size of [30, 300]) {
      const { cohortId, ctx } = await makeTaughtCohort();
      await Promise.all(
        Array.from({ length: size }, (_, index) =>
          makeLearner(cohortId, `Learner ${index}`, { stepId: "one", stepNumber: 1, days: index % 5 }),
        ),
      );
      let queries = 0;
      const counted = drizzle({ client: database.$client, logger: { logQuery: () => queries++ } });
      const view = await getCohortOverview({ ...(await ctx()), db: counted }, { cohortId, locale: "fr" });
      expect(view.learners).toHaveLength(size);
      counts.push(queries);
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(6);
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["colleague", "FORBIDDEN"],
    ["coordinator", "FORBIDDEN"],
    ["outsider", "NOT_FOUND"],
    ["admin", "NOT_FOUND"],
    ["trainer", "done"],
  ] as const)("answers %s with %s", async (who, answer) => {
    const { cohortId } = house;
    const personId = house.people.learner;
    expect(await refusalOf(() => getCohortOverview(as(who), { cohortId, locale: "fr" }))).toBe(answer);
    expect(await refusalOf(() => getLearnerReport(as(who), { cohortId, personId, locale: "fr" }))).toBe(
      answer,
    );
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["admin", "FORBIDDEN"],
    ["coordinator", "FORBIDDEN"],
    ["trainer", "done"],
  ] as const)("answers %s, who asks for her groups, with %s", async (who, answer) => {
    expect(await refusalOf(() => getTeachHome(as(who), { locale: "fr" }))).toBe(answer);
  });
});

describe("one learner", () => {
  it("shows every activity of the course and what she proved", async () => {
    const { cohortId, ctx } = await makeTaughtCohort();
    const personId = await makeLearner(cohortId, "Lucie", {
      stepId: "x",
      stepNumber: 7,
      days: 1,
      done: true,
    });
    const note = {
      organisationId: house.organisationId,
      personId,
      source: "trainer" as const,
      sourceId: randomUUID(),
    };
    await insertEvidence(
      database,
      ["2.6", "2.3"].map((competence) => ({
        ...note,
        id: randomUUID(),
        competence,
        course: COURSE,
        activityId: "log-in/check",
        assistance: "shown" as const,
        note: "montré au tableau",
        occurredAt: ago(2),
        recordedAt: TEST_NOW,
      })),
    );
    const report = await getLearnerReport(await ctx(), { cohortId, personId, locale: "fr" });
    expect(learnerReport.parse(report)).toEqual(report);
    const activities = await listActivities(await ctx(), { course: COURSE });
    expect(report.activities.map(({ activityId, state }) => [activityId, state])).toEqual(
      activities.map(({ id }) => [id, id === "log-in/steps" ? "done" : "not-yet"]),
    );
    expect(
      report.activities.find(({ activityId }) => activityId === "log-in/log-in-computer-number")?.title,
    ).toBe("Se connecter sur l’ordinateur avec son numéro");
    expect(report.proofs).toMatchObject([
      { source: "trainer", competences: ["2.3", "2.6"], assistance: "shown", note: "montré au tableau" },
    ]);
    expect(report.learner.percentDone).toBe(Math.floor(100 / activities.length));
  });

  it("is NOT_FOUND in a group she is not in", async () => {
    const { cohortId, ctx } = await makeTaughtCohort();
    const personId = house.people.learner;
    const context = await ctx();
    expect(await refusalOf(() => getLearnerReport(context, { cohortId, personId, locale: "fr" }))).toBe(
      "NOT_FOUND",
    );
  });
});
