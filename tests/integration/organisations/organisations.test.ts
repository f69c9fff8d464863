import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { findPersonByEmail } from "@/db/queries/identity";
import { auditEntries } from "@/db/schema/audit";
import { organisations } from "@/db/schema/tenants";
import type { Mail } from "@/server/kernel/context";
import { DomainError } from "@/server/kernel/errors";
import { listOrganisations, listOwnStaff, listStaff } from "@/server/organisations/reads";
import type { CreateTrainerInput, WelcomeMailFacts } from "@/server/organisations/schema";
import { createOrganisation, createProject, createTrainer } from "@/server/organisations/writes";
import { database } from "../../support/database";
import { contextOf, fakePorts, type House, makeHouse, refusalOf, SYSTEM } from "../../support/factories";

let house: House;
beforeAll(async () => {
  house = await makeHouse(database);
});

const as = (who: keyof House["actors"], sent: Mail[] = []) =>
  contextOf(database, house.actors[who], { ports: fakePorts(sent) });

const compose = (facts: WelcomeMailFacts): Mail => ({
  to: facts.to,
  subject: facts.organisation,
  text: `${facts.firstName} ${facts.link}`,
  html: "",
});

const trainerInput = (change: Partial<CreateTrainerInput> = {}): CreateTrainerInput => ({
  organisationId: house.organisationId,
  firstName: "Nadia",
  familyName: "Lambert",
  email: "nadia@example.org",
  phone: "0470 00 00 01",
  locale: "nl",
  ...change,
});

describe("an organisation", () => {
  const input = { name: "Seniors en ligne", country: "BE", phone: "02 555 00 01" };

  it("is created by an administrator, with its audit line", async () => {
    const { organisationId } = await createOrganisation(as("admin"), input);
    const [row] = await database.select().from(organisations).where(eq(organisations.id, organisationId));
    expect(row).toMatchObject(input);
    const [line] = await database
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, `organisation:${organisationId}`));
    expect(line).toMatchObject({ action: "organisation.created", actor: `person:${house.people.admin}` });
    expect(JSON.stringify(line)).not.toContain(input.name);
  });

  it("is refused a second time, whatever the capitals", async () => {
    const refused = { code: "CONFLICT", fields: { name: "already-used" } };
    expect(await refusalOf(() => createOrganisation(as("admin"), input))).toEqual(refused);
    expect(
      await refusalOf(() => createOrganisation(as("admin"), { ...input, name: "SENIORS EN LIGNE" })),
    ).toEqual(refused);
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["trainer", "FORBIDDEN"],
    ["coordinator", "FORBIDDEN"],
  ] as const)("is neither created nor listed by %s", async (who, code) => {
    expect(await refusalOf(() => createOrganisation(as(who), { ...input, name: "Autre" }))).toBe(code);
    expect(await refusalOf(() => listOrganisations(as(who)))).toBe(code);
  });

  it("is listed with its counts", async () => {
    const line = (await listOrganisations(as("admin"))).find(({ id }) => id === house.organisationId);
    expect(line).toMatchObject({ staff: 3, cohorts: 2, learners: 1 });
  });
});

describe("a trainer", () => {
  it("is created by the coordinator, and welcomed in her language", async () => {
    const sent: Mail[] = [];
    const { outcome, personId } = await createTrainer(as("coordinator", sent), trainerInput(), compose);
    expect(outcome).toBe("created");
    expect(sent).toEqual([
      expect.objectContaining({ to: "nadia@example.org", text: "Nadia http://localhost:3000/nl/sign-in" }),
    ]);
    const { staff } = await listStaff(as("coordinator"), { organisationId: house.organisationId });
    expect(staff.find((member) => member.personId === personId)).toMatchObject({
      email: "nadia@example.org",
      phone: "0470 00 00 01",
      roles: ["trainer"],
    });
  });

  it("stays one person with one role more in a second organisation", async () => {
    const sent: Mail[] = [];
    const first = await findPersonByEmail(database, "nadia@example.org");
    const again = await createTrainer(
      as("admin", sent),
      trainerInput({ organisationId: house.elsewhereId, firstName: "N." }),
      compose,
    );
    expect(again).toEqual({ outcome: "role-added", personId: first?.id });
    expect(sent).toHaveLength(1);
  });

  it("is refused twice in the same organisation, without a second mail", async () => {
    const sent: Mail[] = [];
    expect(await refusalOf(() => createTrainer(as("admin", sent), trainerInput(), compose))).toEqual({
      code: "CONFLICT",
      fields: { email: "already-trainer" },
    });
    expect(sent).toHaveLength(0);
  });

  it("is not created half when the mail server is down, and the same form works afterwards", async () => {
    const down = fakePorts();
    down.mail.send = async () => {
      throw new DomainError("UNAVAILABLE", { reason: "mail-not-sent" });
    };
    const input = trainerInput({ email: "later@example.org" });
    const ctx = contextOf(database, house.actors.admin, { ports: down });
    expect(await refusalOf(() => createTrainer(ctx, input, compose))).toEqual({
      code: "UNAVAILABLE",
      reason: "mail-not-sent",
    });
    expect(await findPersonByEmail(database, "later@example.org")).toBeNull();
    expect((await createTrainer(as("admin"), input, compose)).outcome).toBe("created");
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["trainer", "FORBIDDEN"],
    ["outsider", "NOT_FOUND"],
  ] as const)("is neither created nor listed by %s", async (who, code) => {
    const { organisationId } = house;
    expect(
      await refusalOf(() => createTrainer(as(who), trainerInput({ email: "x@example.org" }), compose)),
    ).toBe(code);
    expect(await refusalOf(() => listStaff(as(who), { organisationId }))).toBe(code);
  });

  it("is listed to the coordinator of the house, with the house, and to nobody else", async () => {
    const [team, ...others] = await listOwnStaff(as("coordinator"));
    expect(others).toEqual([]);
    expect(team).toEqual(await listStaff(as("coordinator"), { organisationId: house.organisationId }));
    for (const who of ["learner", "trainer", "outsider", "admin"] as const)
      expect(await refusalOf(() => listOwnStaff(as(who)))).toBe("FORBIDDEN");
    expect(await refusalOf(() => listOwnStaff(as("anonymous")))).toBe("UNAUTHENTICATED");
  });

  it("is not created by the coordinator in an organisation that is not hers", async () => {
    const input = trainerInput({ organisationId: house.elsewhereId, email: "y@example.org" });
    expect(await refusalOf(() => createTrainer(as("coordinator"), input, compose))).toBe("NOT_FOUND");
  });
});

describe("a project", () => {
  const input = () => ({
    grantNumber: "2026-TEST-1",
    title: "Un projet",
    call: "2026",
    agency: { fr: "a", nl: "a", de: "a", en: "a" },
    startsOn: null,
    endsOn: null,
    partners: [{ organisationId: house.organisationId, role: "coordinator" as const }],
  });

  it("is written down once, by a script only", async () => {
    expect(await refusalOf(() => createProject(as("admin"), input()))).toBe("FORBIDDEN");
    await createProject(contextOf(database, SYSTEM), input());
    expect(await refusalOf(() => createProject(contextOf(database, SYSTEM), input()))).toEqual({
      code: "CONFLICT",
      fields: { grantNumber: "already-used" },
    });
  });
});
