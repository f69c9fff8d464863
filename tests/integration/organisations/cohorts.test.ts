import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { listActiveLearners } from "@/db/queries/cohorts";
import { auditEntries } from "@/db/schema/audit";
import { persons } from "@/db/schema/identity";
import { cohortMemberships } from "@/db/schema/organisations";
import { listCohortChoices, listCohorts } from "@/server/organisations/cohorts/reads";
import type { CreateCohortInput } from "@/server/organisations/cohorts/schema";
import { addLearners, createCohort, endMembership } from "@/server/organisations/cohorts/writes";
import { erasePersonalData, exportPersonalData } from "@/server/organisations/personal-data";
import { database } from "../../support/database";
import {
  actorOf,
  contextOf,
  type House,
  makeCohort,
  makeHouse,
  makeProject,
  refusalOf,
} from "../../support/factories";

let house: House;
beforeAll(async () => {
  house = await makeHouse(database);
});

const as = (who: keyof House["actors"]) => contextOf(database, house.actors[who]);
const cohortInput = (change: Partial<CreateCohortInput> = {}): CreateCohortInput => ({
  organisationId: house.organisationId,
  name: "Mardi matin",
  course: "itsme-eid",
  locale: "fr",
  startsOn: "2026-11-03",
  endsOn: null,
  ...change,
});

describe("opening a group", () => {
  it("makes who opens it its trainer", async () => {
    const { cohortId } = await createCohort(as("trainer"), cohortInput());
    const ctx = contextOf(database, await actorOf(database, house.people.trainer));
    expect((await listCohorts(ctx)).map(({ id, name, learners }) => ({ id, name, learners }))).toContainEqual(
      {
        id: cohortId,
        name: "Mardi matin",
        learners: 0,
      },
    );
  });

  it.each<[string, Partial<CreateCohortInput>, unknown]>([
    ["the same name twice", {}, { code: "CONFLICT", fields: { name: "already-used" } }],
    [
      "an end before the start",
      { name: "A", endsOn: "2026-11-02" },
      { code: "INVALID", fields: { endsOn: "before-start" } },
    ],
    [
      "a project of somebody else",
      { name: "B", projectId: "0191d4a0-0000-7000-8000-000000000001" },
      { code: "INVALID", fields: { projectId: "no-project" } },
    ],
  ])("refuses %s", async (_, change, refusal) => {
    expect(await refusalOf(() => createCohort(as("trainer"), cohortInput(change)))).toEqual(refusal);
  });

  it("asks which project when there are several", async () => {
    const second = await makeProject(database, [{ organisationId: house.elsewhereId, role: "partner" }]);
    const input = cohortInput({ organisationId: house.elsewhereId });
    expect(await refusalOf(() => createCohort(as("outsider"), input))).toEqual({
      code: "INVALID",
      fields: { projectId: "required" },
    });
    await createCohort(as("outsider"), { ...input, projectId: second });
    const { organisations } = await listCohortChoices(as("outsider"));
    expect(organisations).toHaveLength(1);
    expect(organisations[0]?.projects.map(({ id }) => id).sort()).toEqual([house.projectId, second].sort());
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["outsider", "NOT_FOUND"],
    ["admin", "NOT_FOUND"],
    ["coordinator", "done"],
  ] as const)("answers %s with %s", async (who, answer) => {
    expect(await refusalOf(() => createCohort(as(who), cohortInput({ name: `by ${who}` })))).toBe(answer);
  });
});

describe("adding learners", () => {
  const fresh = async () => {
    const cohortId = await makeCohort(database, house);
    await database.insert(cohortMemberships).values({
      id: crypto.randomUUID(),
      organisationId: house.organisationId,
      cohortId,
      personId: house.people.trainer,
      role: "trainer",
      joinedAt: new Date(),
    });
    return { cohortId, ctx: contextOf(database, await actorOf(database, house.people.trainer)) };
  };
  const namesIn = async (cohortId: string) =>
    (await listActiveLearners(database, [cohortId])).map(({ firstName, familyName }) =>
      [firstName, familyName].filter(Boolean).join(" "),
    );

  it("makes people without a mailbox, in the language of the group, with one audit line of counts", async () => {
    const { cohortId, ctx } = await fresh();
    const result = await addLearners(ctx, { cohortId, names: "1. Lucie Martin\n2. Karim\n" });
    expect(result.outcome).toBe("added");
    expect((await namesIn(cohortId)).sort()).toEqual(["Karim", "Lucie Martin"]);
    const personId = result.outcome === "added" ? (result.learners[0]?.personId ?? "") : "";
    const [person] = await database.select().from(persons).where(eq(persons.id, personId));
    expect(person).toMatchObject({ email: null, locale: "fr", isDemo: false });
    const [line] = await database
      .select()
      .from(auditEntries)
      .where(
        and(eq(auditEntries.subject, `cohort:${cohortId}`), eq(auditEntries.action, "cohort.learners-added")),
      );
    expect(line?.detail).toEqual({ learners: 2 });
  });

  it("hands back names that are there already and writes nothing, until somebody decides", async () => {
    const { cohortId, ctx } = await fresh();
    await addLearners(ctx, { cohortId, names: "Lucie Martin" });
    const names = "lucie MARTIN\nAnna Peeters\nAnna Peeters";
    const asked = await addLearners(ctx, { cohortId, names });
    expect(asked).toMatchObject({
      outcome: "same-names",
      sameNames: [
        { index: 0, seen: "in-cohort" },
        { index: 2, seen: "in-list" },
      ],
    });
    expect(await namesIn(cohortId)).toEqual(["Lucie Martin"]);
    const decided = await addLearners(ctx, { cohortId, names, differentPeople: [2] });
    expect(decided.outcome).toBe("added");
    expect((await namesIn(cohortId)).sort()).toEqual(["Anna Peeters", "Anna Peeters", "Lucie Martin"]);
  });

  it("sent twice at the same instant adds everybody once", async () => {
    const { cohortId, ctx } = await fresh();
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => addLearners(ctx, { cohortId, names: "Jean Dubois\nMia Jansen" })),
    );
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["added", "same-names", "same-names"]);
    expect(await namesIn(cohortId)).toHaveLength(2);
  });

  it.each([
    ["no letters at all", "12\n***", "required"],
    ["more names than a room holds", Array.from({ length: 61 }, (_, n) => `Nom${n}`).join("\n"), "too-many"],
    ["a name that is too long", `Lucie\n${"x".repeat(61)} Martin`, "too-long"],
  ])("refuses %s and writes nothing", async (_, names, key) => {
    const { cohortId, ctx } = await fresh();
    expect(await refusalOf(() => addLearners(ctx, { cohortId, names }))).toEqual({
      code: "INVALID",
      fields: { names: key },
    });
    expect(await namesIn(cohortId)).toEqual([]);
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["colleague", "FORBIDDEN"],
    ["coordinator", "FORBIDDEN"],
    ["outsider", "NOT_FOUND"],
    ["admin", "NOT_FOUND"],
  ] as const)("answers %s with %s", async (who, code) => {
    const { cohortId } = house;
    expect(await refusalOf(() => addLearners(as(who), { cohortId, names: "Eve" }))).toBe(code);
    const personId = house.people.learner;
    expect(await refusalOf(() => endMembership(as(who), { cohortId, personId }))).toBe(code);
  });

  it("does not say whether a group exists", async () => {
    const cohortId = "0191d4a0-0000-7000-8000-00000000dead";
    expect(await refusalOf(() => addLearners(as("trainer"), { cohortId, names: "Eve" }))).toBe("NOT_FOUND");
  });
});

describe("leaving a group", () => {
  it("ends the place and keeps the row; repeating changes nothing", async () => {
    const place = { cohortId: house.cohortId, personId: house.people.learner };
    expect(await endMembership(as("trainer"), place)).toEqual({ outcome: "ended" });
    expect(await endMembership(as("trainer"), place)).toEqual({ outcome: "already-ended" });
    const active = await database
      .select()
      .from(cohortMemberships)
      .where(and(eq(cohortMemberships.personId, place.personId), isNull(cohortMemberships.leftAt)));
    expect(active).toEqual([]);
    expect((await exportPersonalData(database, place.personId)).cohorts).toMatchObject([{ role: "learner" }]);
  });

  it("never leaves a group without anybody to call", async () => {
    const place = { cohortId: house.cohortId, personId: house.people.trainer };
    expect(await refusalOf(() => endMembership(as("trainer"), place))).toEqual({
      code: "CONFLICT",
      reason: "last-trainer",
    });
  });

  it("is NOT_FOUND for somebody who never was there", async () => {
    const place = { cohortId: house.cohortId, personId: house.people.outsider };
    expect(await refusalOf(() => endMembership(as("trainer"), place))).toBe("NOT_FOUND");
  });

  it("is forgotten when the person asks to be", async () => {
    await erasePersonalData(database, house.people.learner);
    expect(await exportPersonalData(database, house.people.learner)).toEqual({ cohorts: [] });
  });
});
