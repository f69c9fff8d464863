import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { attempts } from "@/db/schema/assessment";
import { persons, roleAssignments } from "@/db/schema/identity";
import { learnerEvents } from "@/db/schema/learning";
import { cohortMemberships, cohorts, projects } from "@/db/schema/organisations";
import { evidence } from "@/db/schema/passport";
import { refreshers } from "@/db/schema/refreshers";
import { surprises } from "@/db/schema/surprises";
import { organisations } from "@/db/schema/tenants";
import { seedDemo } from "@/db/seed/demo";
import { DEMO_EMAILS } from "@/server/identity/rules";
import { withTransaction } from "@/server/kernel/context";
import { listRefresherFacts } from "@/server/learning/refreshers/reads";
import { rebuildReadModels } from "@/server/learning/writes";
import { pdf } from "@/server/platform/pdf";
import { getCohortOverview } from "@/server/reporting/reads";
import { database } from "../../support/database";
import { contextOf, fakePorts, SYSTEM, TEST_NOW } from "../../support/factories";
import { dumpReadModels, publishContent } from "../../support/lessons";

const system = contextOf(database, SYSTEM, { ports: { ...fakePorts(), pdf } });
const seed = () => withTransaction(system, (inside) => seedDemo(inside));

beforeAll(async () => {
  await publishContent(database);
  expect(await seed()).toBe(true);
});

async function tally() {
  const tables = {
    organisations,
    projects,
    cohorts,
    persons,
    roleAssignments,
    cohortMemberships,
    learnerEvents,
    attempts,
    evidence,
  };
  const counts = Object.entries(tables).map(
    async ([name, table]) => [name, await database.$count(table)] as const,
  );
  return Object.fromEntries(await Promise.all(counts));
}

describe("the demonstration", () => {
  it("is one project with two partners, a group of twelve, and somebody of each role", async () => {
    expect(await tally()).toMatchObject({ organisations: 2, projects: 1 });
    const rooms = await database
      .select({ email: persons.email, role: roleAssignments.role })
      .from(persons)
      .innerJoin(roleAssignments, eq(roleAssignments.personId, persons.id));
    for (const [role, email] of Object.entries(DEMO_EMAILS)) expect(rooms).toContainEqual({ email, role });
    const places = await database
      .select({ cohort: cohorts.name, locale: cohorts.locale, role: cohortMemberships.role })
      .from(cohortMemberships)
      .innerJoin(cohorts, eq(cohorts.id, cohortMemberships.cohortId));
    expect(places.filter(({ locale, role }) => locale === "fr" && role === "learner")).toHaveLength(12);
  });

  it("again changes nothing", async () => {
    const before = await tally();
    expect(await seed()).toBe(false);
    expect(await tally()).toEqual(before);
  });

  it("marks everybody as invented, with numbers nobody has", async () => {
    for (const person of await database.select().from(persons)) {
      expect(person.isDemo).toBe(true);
      if (person.email) expect(person.email).toMatch(/@demo\.digiskipass\.example$/);
      if (person.phone) expect(person.phone.replace(/\s/g, "")).toMatch(/^(?:\+32|0)470?0{4}|^047000000\d$/);
    }
  });

  it("happened in the past, in order, and the read models follow from the log", async () => {
    const events = await database.select().from(learnerEvents);
    expect(events.length).toBeGreaterThan(100);
    expect(
      events.every(({ occurredAt, recordedAt }) => occurredAt <= recordedAt && recordedAt <= TEST_NOW),
    ).toBe(true);
    const before = await dumpReadModels(database);
    await rebuildReadModels(system);
    expect(await dumpReadModels(database)).toEqual(before);
  });

  it("has a group worth looking at: somebody done, somebody stuck, somebody who has not begun", async () => {
    const [group] = await database.select().from(cohorts).where(eq(cohorts.locale, "fr"));
    const { learners } = await getCohortOverview(system, { cohortId: group?.id ?? "", locale: "fr" });
    expect(learners).toHaveLength(12);
    expect(learners.some(({ percentDone }) => percentDone === 100)).toBe(true);
    expect(learners.some(({ stuck }) => stuck)).toBe(true);
    expect(learners.some(({ where }) => where === null)).toBe(true);
  });

  it("has met surprises: one refused, one accepted, none in the first lesson", async () => {
    const rows = await database.select().from(surprises);
    expect(rows.map(({ outcome }) => outcome).sort()).toEqual(["accepted", "refused"]);
    const [group] = await database.select().from(cohorts).where(eq(cohorts.locale, "fr"));
    const { requests } = await getCohortOverview(system, { cohortId: group?.id ?? "", locale: "fr" });
    expect(requests).toMatchObject({ shown: 2, refused: 1, accepted: 1 });
    expect(requests.falseAccepts).toBeGreaterThanOrEqual(1);
    expect(requests.acceptChances).toBeGreaterThan(requests.falseAccepts);
    expect(requests.definitions.map(({ id }) => id)).toEqual(["false-accept", "false-refuse"]);
  });

  it("has learners to whom what they learned comes back, one of them today", async () => {
    const rows = await database.select().from(refreshers);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every(({ answeredAt }) => answeredAt !== null)).toBe(true);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["question", "simulation"]));
    expect(rows.some(({ score }) => score === 100) && rows.some(({ score }) => (score ?? 0) < 80)).toBe(true);
    const people = await database
      .select({ personId: cohortMemberships.personId, cohortId: cohortMemberships.cohortId })
      .from(cohortMemberships)
      .where(eq(cohortMemberships.role, "learner"));
    const facts = await listRefresherFacts(system, {
      course: "itsme-eid",
      learners: people.map(({ personId, cohortId }) => ({ personId, cohortIds: [cohortId] })),
    });
    expect([...facts.values()].map(({ state }) => state.status)).toContain("due");
  });

  it("no learner but the one who signs in with a press has an address", async () => {
    const learners = await database
      .select({ email: persons.email })
      .from(persons)
      .innerJoin(roleAssignments, eq(roleAssignments.personId, persons.id))
      .where(eq(roleAssignments.role, "learner"));
    expect(learners.filter(({ email }) => email !== null)).toEqual([{ email: DEMO_EMAILS.learner }]);
  });
});
