import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { insertCertificate } from "@/db/queries/credentials";
import { certificates } from "@/db/schema/credentials";
import { persons, roleAssignments } from "@/db/schema/identity";
import { evidence } from "@/db/schema/passport";
import { verifyCertificate } from "@/server/credentials/reads";
import { revokeCertificate } from "@/server/credentials/writes";
import { findSession } from "@/server/identity/sessions/reads";
import type { Actor } from "@/server/kernel/actor";
import type { ServiceContext } from "@/server/kernel/context";
import { rebuildReadModels } from "@/server/learning/writes";
import { erasePerson, exportPerson } from "@/server/privacy/writes";
import { makeAccessWorld } from "../../support/access-world";
import { database } from "../../support/database";
import {
  ANYBODY,
  actorOf,
  contextOf,
  giveRole,
  type House,
  join,
  makeHouse,
  makePerson,
  refusalOf,
  SYSTEM,
  TEST_NOW,
} from "../../support/factories";
import { dumpReadModels, makeLearner, publishContent, readLesson } from "../../support/lessons";
import { tablesWith as tablesWithWord } from "../../support/tables";
import { makeTracedLearner, signIn } from "../../support/traced-learner";

let house: House;
let zenobie: Awaited<ReturnType<typeof makeTracedLearner>>;
let her: ServiceContext;
let personId: string;
let admin: ServiceContext;

beforeEach(async () => {
  await publishContent(database);
  house = await makeHouse(database);
  zenobie = await makeTracedLearner(database, house);
  ({ personId, ctx: her } = zenobie);
  admin = contextOf(database, house.actors.admin);
});

const tablesWith = (word: string) => tablesWithWord(database, word);

describe("erasing a person", () => {
  it("leaves her name, her words and her address nowhere", async () => {
    expect(await tablesWith(zenobie.familyName)).toEqual(["evidence", "persons"]);
    expect(await erasePerson(her, { personId })).toEqual({ outcome: "erased" });
    for (const word of [zenobie.familyName, zenobie.email, zenobie.firstName, zenobie.note])
      expect([word, await tablesWith(word)]).toEqual([word, []]);
    // Her id stands in the audit and on the empty row it leads to.
    expect(await tablesWith(personId)).toEqual(["audit_entries", "persons"]);
    const [row] = await database.select().from(persons).where(eq(persons.id, personId));
    expect(row).toMatchObject({
      firstName: "",
      familyName: null,
      email: null,
      phone: null,
      erasedAt: expect.any(Date),
    });
  });

  it("signs her out everywhere at once, and her address is free again", async () => {
    const token = await signIn(database, personId);
    await erasePerson(admin, { personId });
    expect(await findSession(database, token, TEST_NOW)).toBeNull();
    const again = await makePerson(database, { email: zenobie.email });
    expect(again).not.toBe(personId);
  });

  it("twice changes nothing; afterwards there is nothing to take along", async () => {
    await erasePerson(admin, { personId });
    expect(await erasePerson(admin, { personId })).toEqual({ outcome: "already-erased" });
    expect(await refusalOf(() => exportPerson(admin, { personId }))).toBe("NOT_FOUND");
  });

  it("twice at once is once", async () => {
    const outcomes = await Promise.all([erasePerson(admin, { personId }), erasePerson(her, { personId })]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["already-erased", "erased"]);
  });

  it("touches nobody else, and the read models still follow from the log", async () => {
    const other = await makeLearner(database, house);
    await readLesson(contextOf(database, other.actor));
    const before = await dumpReadModels(database);
    await erasePerson(admin, { personId });
    const after = await dumpReadModels(database);
    expect(after.progress).toEqual(before.progress.filter((row) => row.personId !== personId));
    expect(after.time).toEqual(before.time.filter((row) => row.personId !== personId));
    await rebuildReadModels(contextOf(database, SYSTEM));
    expect(await dumpReadModels(database)).toEqual(after);
  });

  it("that fails half-way erases nothing", async () => {
    let ids = 0;
    // The only new id is that of the audit row, at the very end.
    const failing = { ...admin, newId: () => `no id ${ids++}` };
    await expect(erasePerson(failing, { personId })).rejects.toThrow();
    expect(await tablesWith(zenobie.familyName)).toEqual(["evidence", "persons"]);
    expect((await exportPerson(her, { personId })).assessment).toMatchObject({
      attempts: [expect.anything()],
    });
  });

  it("of a trainer leaves her notes with the learners they are about, without her", async () => {
    const { trainer } = house.people;
    const second = await makePerson(database, { firstName: "Remplaçant" });
    await join(database, {
      cohortId: house.cohortId,
      organisationId: house.organisationId,
      personId: second,
      role: "trainer",
    });
    await erasePerson(admin, { personId: trainer });
    expect(await tablesWith(trainer)).toEqual(["audit_entries", "persons"]);
    const notes = await database
      .select()
      .from(evidence)
      .where(and(eq(evidence.personId, personId), eq(evidence.source, "trainer")));
    expect(notes).toHaveLength(4);
    expect(notes.every(({ recordedBy, note }) => recordedBy === null && note !== null)).toBe(true);
  });
});

describe("erasing is refused", () => {
  it("where a group would be left without a trainer", async () => {
    expect(await refusalOf(() => erasePerson(admin, { personId: house.people.trainer }))).toEqual({
      code: "CONFLICT",
      reason: "last-trainer",
    });
  });

  it("where nobody would administer the instance any more", async () => {
    const others = await database
      .select({ personId: roleAssignments.personId })
      .from(roleAssignments)
      .where(eq(roleAssignments.role, "admin"));
    for (const other of others) {
      if (other.personId !== house.people.admin)
        expect(await erasePerson(admin, other)).toEqual({ outcome: "erased" });
    }
    expect(await refusalOf(() => erasePerson(admin, { personId: house.people.admin }))).toEqual({
      code: "CONFLICT",
      reason: "last-admin",
    });
    const next = await makePerson(database);
    await giveRole(database, next, "admin", null);
    expect(await erasePerson(admin, { personId: house.people.admin })).toEqual({ outcome: "erased" });
  });

  it("to staff, of themselves", async () => {
    await giveRole(database, personId, "trainer", house.organisationId);
    const both: Actor = await actorOf(database, personId);
    expect(await refusalOf(() => erasePerson(contextOf(database, both), { personId }))).toBe("FORBIDDEN");
    expect(await refusalOf(() => erasePerson(her, { personId: house.people.learner }))).toBe("NOT_FOUND");
  });
});

describe("the paper outlives its holder", () => {
  it("its code still says what is printed, and nothing leads back to her", async () => {
    const { world } = await makeAccessWorld(database, TEST_NOW);
    const ctx = contextOf(database, ANYBODY);
    const before = await verifyCertificate(ctx, { code: world.certificateCode });
    expect(before).toMatchObject({
      outcome: "found",
      status: "valid",
      certificate: { holder: "Odette Vandamme" },
    });
    await erasePerson(admin, { personId: world.learnerId });
    expect(await verifyCertificate(ctx, { code: world.certificateCode })).toEqual(before);
    expect(await tablesWith(world.learnerId)).toEqual(["audit_entries", "persons"]);
    const [row] = await database.select().from(certificates).where(eq(certificates.id, world.certificateId));
    expect(row).toMatchObject({ personId: null, status: "valid" });
  });

  it("a colleague's words about a withdrawn one go with her", async () => {
    const { world, actors } = await makeAccessWorld(database, TEST_NOW);
    const trainer = contextOf(database, actors.trainer);
    await revokeCertificate(trainer, {
      certificateId: world.certificateId,
      reason: "Odette s’est trompée de nom",
    });
    await erasePerson(admin, { personId: world.learnerId });
    expect(await tablesWith("trompée")).toEqual([]);
  });

  it("a certificate she issued as a trainer stays its holder's", async () => {
    const { world, actors } = await makeAccessWorld(database, TEST_NOW);
    if (actors.colleague.kind !== "person") throw new Error("nobody");
    const issuedBy = actors.colleague.personId;
    await insertCertificate(database, {
      id: crypto.randomUUID(),
      organisationId: world.organisationId,
      personId,
      course: "another",
      code: crypto.randomUUID(),
      snapshot: {},
      snapshotHash: "",
      issuedBy,
      issuedAt: TEST_NOW,
    });
    const stays = await makePerson(database);
    const places = actors.colleague.memberships;
    for (const { cohortId, organisationId } of places) {
      await join(database, { cohortId, organisationId, personId: stays, role: "trainer" });
    }
    await erasePerson(admin, { personId: issuedBy });
    const rows = await database.select().from(certificates).where(eq(certificates.personId, personId));
    expect(rows.map((row) => row.issuedBy)).toEqual([null]);
  });
});
