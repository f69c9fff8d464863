import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { accessCards, emailCodes, persons, roleAssignments, sessions } from "@/db/schema/identity";
import { issueAccessCards } from "@/server/identity/access-cards/writes";
import { findDemoPerson } from "@/server/identity/demo/reads";
import { CLAIMED_TABLES, erasePersonalData, exportPersonalData } from "@/server/identity/personal-data";
import { getMe } from "@/server/identity/reads";
import { DEMO_EMAILS } from "@/server/identity/rules";
import { openSession } from "@/server/identity/sessions/writes";
import { createPerson, createStaff, updateProfile } from "@/server/identity/writes";
import { withTransaction } from "@/server/kernel/context";
import { database } from "../../support/database";
import { ANYBODY, contextOf, type House, makeHouse, refusalOf, SYSTEM } from "../../support/factories";

let house: House;
beforeEach(async () => {
  house = await makeHouse(database);
});

const as = (who: keyof House["actors"]) => contextOf(database, house.actors[who]);
const someone = (change = {}) => ({
  organisationId: house.organisationId,
  firstName: "Rosa",
  locale: "nl" as const,
  ...change,
});
const mailbox = () => `rosa.${crypto.randomUUID()}@exemple.be`;

describe("making a person", () => {
  it("asks for a first name only: no mailbox, no password", async () => {
    const { personId } = await createPerson(as("trainer"), someone());
    const [row] = await database.select().from(persons).where(eq(persons.id, personId));
    expect(row).toMatchObject({
      firstName: "Rosa",
      familyName: null,
      email: null,
      phone: null,
      locale: "nl",
    });
    const roles = await database.select().from(roleAssignments).where(eq(roleAssignments.personId, personId));
    expect(roles).toMatchObject([{ role: "learner", organisationId: house.organisationId }]);
    const audited = await database
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, `person:${personId}`));
    expect(audited).toMatchObject([{ action: "person.created", detail: { role: "learner" } }]);
    expect(JSON.stringify(audited)).not.toContain("Rosa");
  });

  it("never makes a second one for the same mailbox, whatever its case", async () => {
    const email = mailbox();
    await createPerson(as("trainer"), someone({ email }));
    expect(await refusalOf(() => createPerson(as("admin"), someone({ email: email.toUpperCase() })))).toEqual(
      {
        code: "CONFLICT",
        fields: { email: "already-used" },
      },
    );
    expect(await database.$count(persons, eq(persons.email, email))).toBe(1);
  });

  it("stands or falls with the caller's transaction", async () => {
    const email = mailbox();
    const failing = withTransaction(as("trainer"), async (ctx) => {
      await createPerson(ctx, someone({ email }));
      throw new Error("the group could not be joined");
    });
    await expect(failing).rejects.toThrow("the group");
    expect(await database.$count(persons, eq(persons.email, email))).toBe(0);
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["outsider", "NOT_FOUND"],
  ] as const)("is refused to %s with %s", async (who, code) => {
    expect(await refusalOf(() => createPerson(as(who), someone()))).toBe(code);
  });

  it.each([
    [{ firstName: "" }, { firstName: "required" }],
    [{ firstName: "R".repeat(200) }, { firstName: "too-long" }],
    [{ email: "rosa" }, { email: "invalid-email" }],
    [{ phone: "?" }, { phone: "invalid-phone" }],
  ])("is refused with %j, at the field", async (change, fields) => {
    expect(await refusalOf(() => createPerson(as("trainer"), someone(change)))).toEqual({
      code: "INVALID",
      fields,
    });
  });
});

describe("naming staff", () => {
  const post = (change = {}) => ({
    role: "trainer" as const,
    organisationId: house.organisationId,
    firstName: "Omar",
    familyName: "Essai",
    email: mailbox(),
    locale: "fr" as const,
    ...change,
  });

  it("makes a person, then gives the same person more roles", async () => {
    const trainer = post();
    const first = await createStaff(as("coordinator"), trainer);
    expect(first.outcome).toBe("created");
    const admin = as("admin");
    expect(await createStaff(admin, { ...trainer, firstName: "Ömer" })).toEqual({
      outcome: "already-held",
      personId: first.personId,
    });
    expect(
      await createStaff(admin, { ...trainer, role: "coordinator", email: trainer.email.toUpperCase() }),
    ).toEqual({
      outcome: "role-added",
      personId: first.personId,
    });
    const [row] = await database.select().from(persons).where(eq(persons.id, first.personId));
    expect(row?.firstName).toBe("Omar");
    const roles = await database
      .select()
      .from(roleAssignments)
      .where(eq(roleAssignments.personId, first.personId));
    expect(roles.map((held) => held.role).sort()).toEqual(["coordinator", "trainer"]);
  });

  it.each([
    ["anonymous", {}, "UNAUTHENTICATED"],
    ["learner", {}, "FORBIDDEN"],
    ["trainer", {}, "FORBIDDEN"],
    ["outsider", {}, "NOT_FOUND"],
    ["coordinator", { role: "coordinator" }, "FORBIDDEN"],
    ["coordinator", { role: "admin", organisationId: null }, "FORBIDDEN"],
  ] as const)("is refused to the %s (%j) with %s", async (who, change, code) => {
    expect(await refusalOf(() => createStaff(as(who), post(change)))).toBe(code);
  });

  it("needs a mailbox", async () => {
    expect(await refusalOf(() => createStaff(as("admin"), post({ email: "" })))).toEqual({
      code: "INVALID",
      fields: { email: "required" },
    });
  });
});

describe("one's own profile", () => {
  it("says who I am and where my rooms are; a visitor is nobody", async () => {
    expect(await getMe(as("trainer"))).toEqual({
      personId: house.people.trainer,
      firstName: "Nadia",
      locale: "fr",
      textSize: 100,
      theme: null,
      contrast: null,
      rooms: ["/teach"],
    });
    expect(await getMe(contextOf(database, ANYBODY))).toBeNull();
  });

  it("keeps what is changed and leaves the rest", async () => {
    await updateProfile(as("learner"), { textSize: 150 });
    await updateProfile(as("learner"), { locale: "de" });
    await updateProfile(as("learner"), { theme: "dark", contrast: "high" });
    await updateProfile(as("learner"), {});
    expect(await getMe(as("learner"))).toMatchObject({
      locale: "de",
      textSize: 150,
      theme: "dark",
      contrast: "high",
    });
    expect(await getMe(as("trainer"))).toMatchObject({ locale: "fr", textSize: 100 });
    expect(await refusalOf(() => updateProfile(contextOf(database, ANYBODY), { locale: "de" }))).toBe(
      "UNAUTHENTICATED",
    );
  });
});

describe("the demonstration", () => {
  it("is played by marked people only", async () => {
    const system = contextOf(database, SYSTEM);
    expect(await findDemoPerson(system, { role: "learner" })).toBeNull();
    const { personId } = await createPerson(system, someone({ email: DEMO_EMAILS.learner }), {
      isDemo: true,
    });
    expect(await findDemoPerson(system, { role: "learner" })).toEqual({ personId });
    await database.update(persons).set({ isDemo: false }).where(eq(persons.id, personId));
    expect(await findDemoPerson(system, { role: "learner" })).toBeNull();
    expect(await refusalOf(() => findDemoPerson(as("admin"), { role: "admin" }))).toBe("FORBIDDEN");
  });
});

describe("a person's data", () => {
  async function liveALittle(): Promise<string> {
    const { learner } = house.people;
    await issueAccessCards(as("trainer"), { cohortId: house.cohortId, personIds: [learner] });
    await openSession(contextOf(database, SYSTEM), {
      personId: learner,
      means: "email-code",
      accessCardId: null,
      device: "ipad",
      replaces: null,
    });
    return learner;
  }

  it("is exported whole and without secrets", async () => {
    const data = await exportPersonalData(database, await liveALittle());
    expect(data).toMatchObject({
      person: { firstName: "Lucie", locale: "fr" },
      roles: [{ role: "learner", organisationId: house.organisationId }],
      accessCards: [{ wrongTries: 0, revokedAt: null }],
      emailCodes: [],
      sessions: [{ device: "ipad", means: "email-code" }],
    });
    expect(JSON.stringify(data)).not.toMatch(/hash/i);
  });

  it("is erased: nothing to sign in with, nothing to read, the row stays for the log", async () => {
    const learner = await liveALittle();
    await erasePersonalData(database, learner);
    await erasePersonalData(database, learner);
    const [row] = await database.select().from(persons).where(eq(persons.id, learner));
    expect(row).toMatchObject({ firstName: "", familyName: null, email: null, phone: null });
    expect(row?.erasedAt).toBeInstanceOf(Date);
    for (const table of [roleAssignments, accessCards, emailCodes, sessions]) {
      expect(await database.$count(table, eq(table.personId, learner))).toBe(0);
    }
    expect(await database.$count(persons, eq(persons.id, house.people.trainer))).toBe(1);
  });

  it("names its tables", () => {
    expect([...CLAIMED_TABLES].sort()).toEqual([
      "access_cards",
      "email_codes",
      "persons",
      "role_assignments",
      "sessions",
    ]);
  });
});
