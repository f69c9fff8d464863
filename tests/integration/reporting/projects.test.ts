import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { insertAuditEntry } from "@/db/queries/audit";
import { certificates } from "@/db/schema/credentials";
import { timeLedger } from "@/db/schema/learning";
import { getProjectNumbers } from "@/server/reporting/projects/reads";
import { listLastActions } from "@/server/reporting/reads";
import { projectNumbersOutput } from "@/server/reporting/schema";
import { database } from "../../support/database";
import {
  contextOf,
  type House,
  join,
  makeHouse,
  makePerson,
  refusalOf,
  TEST_NOW,
} from "../../support/factories";

let house: House;
const learners: string[] = [];

async function certify(personId: string, status: "valid" | "revoked" | "superseded") {
  const id = randomUUID();
  await database.insert(certificates).values({
    id,
    organisationId: house.organisationId,
    personId,
    cohortId: house.cohortId,
    course: "itsme-eid",
    code: id,
    snapshot: {},
    snapshotHash: "",
    status,
    issuedAt: TEST_NOW,
  });
}

beforeAll(async () => {
  house = await makeHouse(database);
  const { organisationId, cohortId, elsewhereId, farId } = house;
  learners.push(house.people.learner);
  for (let index = 0; index < 5; index += 1) {
    const personId = await makePerson(database, { firstName: `Secret${index}` });
    await join(database, { cohortId, organisationId, personId, role: "learner" });
    learners.push(personId);
  }
  for (let index = 0; index < 6; index += 1) {
    const personId = await makePerson(database);
    await join(database, { cohortId: farId, organisationId: elsewhereId, personId, role: "learner" });
  }
  const [first = "", second = ""] = learners;
  // In two groups of the project, and in two organisations: still one person.
  await join(database, { cohortId: house.besideId, organisationId, personId: first, role: "learner" });
  await join(database, { cohortId: farId, organisationId: elsewhereId, personId: first, role: "learner" });
  const spent = (personId: string, day: string, activeSeconds: number, change = {}) => ({
    personId,
    organisationId,
    course: "itsme-eid",
    day,
    activeSeconds,
    lastEventAt: TEST_NOW,
    ...change,
  });
  await database
    .insert(timeLedger)
    .values([
      spent(first, "2026-11-20", 3000),
      spent(first, "2026-11-21", 600),
      spent(second, "2026-11-21", 1800),
      spent(second, "2026-11-19", 5000, { course: "another-course" }),
      spent(house.people.trainer, "2026-11-21", 7000),
    ]);
  await certify(first, "superseded");
  await certify(first, "valid");
  await certify(second, "valid");
  await certify(second, "revoked");
});

const as = (who: keyof House["actors"]) => contextOf(database, house.actors[who]);

describe("the numbers of a project", () => {
  it("counts each person once, active time of its course, and valid certificates", async () => {
    const view = await getProjectNumbers(as("coordinator"), { locale: "de" });
    expect(projectNumbersOutput.parse(view)).toEqual(view);
    expect(view.projects).toHaveLength(1);
    expect(view.projects[0]).toMatchObject({ learners: 12, activeSeconds: 5400, certificates: 2 });
    expect(
      view.projects[0]?.partners.map(({ organisationId, learners: count, ...rest }) => [
        organisationId,
        count,
        rest.activeSeconds,
        rest.certificates,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [house.organisationId, 6, 5400, 2],
        [house.elsewhereId, 7, 0, 0],
      ]),
    );
    expect(view.indicators.map(({ id }) => id)).toEqual(["learners", "hours", "certificates", "confidence"]);
  });

  it("holds no name and no person", async () => {
    const text = JSON.stringify(await getProjectNumbers(as("coordinator"), { locale: "fr" }));
    expect(text).not.toMatch(/Secret|Lucie|Nadia/);
    for (const personId of learners) expect(text).not.toContain(personId);
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["trainer", "FORBIDDEN"],
    ["admin", "FORBIDDEN"],
  ] as const)("answers %s with %s", async (who, code) => {
    expect(await refusalOf(() => getProjectNumbers(as(who), { locale: "fr" }))).toBe(code);
  });
});

describe("the last actions", () => {
  it("are codes and ids, the newest first, for the administrator", async () => {
    for (const [index, action] of ["first.done", "second.done"].entries()) {
      await insertAuditEntry(database, {
        id: randomUUID(),
        organisationId: house.organisationId,
        actor: "system:test",
        action,
        subject: "cohort:1",
        detail: {},
        at: new Date(TEST_NOW.getTime() + index * 1000),
      });
    }
    const lines = await listLastActions(as("admin"), { limit: 2 });
    expect(lines.map(({ action }) => action)).toEqual(["second.done", "first.done"]);
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["trainer", "FORBIDDEN"],
    ["coordinator", "FORBIDDEN"],
  ] as const)("answer %s with %s", async (who, code) => {
    expect(await refusalOf(() => listLastActions(as(who), { limit: 5 }))).toBe(code);
  });
});
