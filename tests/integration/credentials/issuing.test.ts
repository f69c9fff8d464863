import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { certificates } from "@/db/schema/credentials";
import { persons } from "@/db/schema/identity";
import { listActivities } from "@/server/catalogue/reads";
import { erasePersonalData, exportPersonalData } from "@/server/credentials/personal-data";
import { verifyCertificate } from "@/server/credentials/reads";
import { canonicalJson } from "@/server/credentials/rules";
import { certificateSnapshot, issueCertificateInput } from "@/server/credentials/schema";
import { issueCertificate } from "@/server/credentials/writes";
import type { Actor } from "@/server/kernel/actor";
import type { ServiceContext } from "@/server/kernel/context";
import { pdf } from "@/server/platform/pdf";
import { database } from "@/tests/support/database";
import {
  ANYBODY,
  contextOf,
  fakePorts,
  type House,
  join,
  makeHouse,
  makePerson,
  refusalOf,
} from "@/tests/support/factories";
import { makeGraduate, prove } from "@/tests/support/graduates";

const COURSE = "itsme-eid";
const ports = { ...fakePorts(), pdf };
const as = (actor: Actor, change: Partial<ServiceContext> = {}) =>
  contextOf(database, actor, { ports, ...change });

let house: House;
beforeAll(async () => {
  house = await makeHouse(database);
});

/** As the doors call it: what was typed goes through the schema first. */
const issue = (personId: string, printedName?: string, actor: Actor = house.actors.trainer) =>
  issueCertificate(
    as(actor),
    issueCertificateInput.parse({ cohortId: house.cohortId, personId, printedName }),
  );

const rowOf = async (id: string) => {
  const [row] = await database.select().from(certificates).where(eq(certificates.id, id));
  if (!row) throw new Error("no such certificate");
  return row;
};
const auditOf = async (subject: string) =>
  (await database.select().from(auditEntries).where(eq(auditEntries.subject, subject))).map(
    (entry) => entry.action,
  );

describe("issuing", () => {
  it("writes down everything the paper says, its hash, and who did it", async () => {
    const personId = await makeGraduate(database, house, {
      firstName: "Éloïse",
      familyName: "Van den Berghe",
    });
    const { outcome, certificate } = await issue(personId);
    expect(outcome).toBe("issued");
    expect(certificate).toMatchObject({ holder: "Éloïse Van den Berghe", issuedOn: "2026-11-22" });

    const row = await rowOf(certificate.id);
    const snapshot = certificateSnapshot.parse(row.snapshot);
    expect(snapshot).toMatchObject({
      v: 1,
      code: certificate.code,
      locale: "fr",
      course: { id: COURSE },
      practiceHours: 1.5,
      competences: [{ code: "2.6", level: 1, assistance: "alone", provedOn: "2026-11-20" }],
    });
    expect(snapshot.project.disclaimer).toContain("agence");
    expect(snapshot.project.grant).toContain(snapshot.project.grantNumber);
    const digest = await crypto.subtle.digest(
      "SHA-256",
      new TextEncoder().encode(canonicalJson(row.snapshot)),
    );
    expect(row.snapshotHash).toBe(Buffer.from(digest).toString("hex"));
    expect(row).toMatchObject({
      personId,
      cohortId: house.cohortId,
      issuedBy: house.people.trainer,
      supersedesId: null,
    });
    expect(await auditOf(`certificate:${certificate.id}`)).toEqual(["certificate.issued"]);
  });

  it("keeps the one that says the same", async () => {
    const personId = await makeGraduate(database, house);
    const first = await issue(personId);
    const second = await issue(personId);
    expect(second).toEqual({ outcome: "unchanged", certificate: first.certificate });
    expect(await auditOf(`certificate:${first.certificate.id}`)).toEqual(["certificate.issued"]);
  });

  it("makes one of two at the same moment", async () => {
    const personId = await makeGraduate(database, house);
    const results = await Promise.all([issue(personId), issue(personId), issue(personId)]);
    expect(results.map((result) => result.outcome).sort()).toEqual(["issued", "unchanged", "unchanged"]);
    expect(new Set(results.map((result) => result.certificate.code)).size).toBe(1);
    const rows = await database.select().from(certificates).where(eq(certificates.personId, personId));
    expect(rows).toHaveLength(1);
  });

  it("replaces a paper with another name or a new proof, and chains them", async () => {
    const personId = await makeGraduate(database, house, { firstName: "Lucy", familyName: "Dupond" });
    const wrong = await issue(personId);
    const right = await issue(personId, "  Lucie   Dupont ");
    expect(right).toMatchObject({ outcome: "replaced", certificate: { holder: "Lucie Dupont" } });
    const [practice] = (await listActivities(as(ANYBODY), { course: COURSE })).filter(
      (activity) => activity.kind === "simulation",
    );
    await prove(
      database,
      { personId, organisationId: house.organisationId },
      {
        activityId: practice?.id ?? "",
        source: "simulation",
        competence: "4.1",
        on: "2026-11-21",
      },
    );
    const more = await issue(personId, "Lucie Dupont");
    expect(more.outcome).toBe("replaced");

    expect(await rowOf(wrong.certificate.id)).toMatchObject({ status: "superseded", supersedesId: null });
    expect(await rowOf(right.certificate.id)).toMatchObject({
      status: "superseded",
      supersedesId: wrong.certificate.id,
    });
    expect(await rowOf(more.certificate.id)).toMatchObject({
      status: "valid",
      supersedesId: right.certificate.id,
    });
  });

  it("speaks the holder's language, not the trainer's", async () => {
    const personId = await makeGraduate(database, house);
    await database.update(persons).set({ locale: "nl" }).where(eq(persons.id, personId));
    const { certificate } = await issue(personId);
    const snapshot = certificateSnapshot.parse((await rowOf(certificate.id)).snapshot);
    expect(snapshot.locale).toBe("nl");
    expect(snapshot.project.statement).toBe("Gefinancierd door de Europese Unie");
  });

  it("refuses who has something left to do", async () => {
    expect(await refusalOf(() => issue(house.people.learner))).toEqual({
      code: "CONFLICT",
      reason: "not-eligible",
    });
  });

  it.each([
    ["Лариса", "unprintable-name"],
    ["Lucie 😀", "unprintable-name"],
  ])("refuses the name %s and keeps nothing", async (name, key) => {
    const personId = await makeGraduate(database, house);
    expect(await refusalOf(() => issue(personId, name))).toEqual({
      code: "INVALID",
      fields: { printedName: key },
    });
    expect(await database.select().from(certificates).where(eq(certificates.personId, personId))).toEqual([]);
  });

  it("leaves alone what another organisation issued for the same course", async () => {
    const personId = await makeGraduate(database, house);
    await issue(personId);
    await join(database, {
      cohortId: house.farId,
      organisationId: house.elsewhereId,
      personId,
      role: "learner",
    });
    const far = { cohortId: house.farId, personId };
    expect(await refusalOf(() => issueCertificate(as(house.actors.outsider), far))).toEqual({
      code: "CONFLICT",
      reason: "issued-elsewhere",
    });
  });

  it.each<[keyof House["actors"], string]>([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["colleague", "FORBIDDEN"],
    ["coordinator", "FORBIDDEN"],
    ["outsider", "NOT_FOUND"],
    ["admin", "NOT_FOUND"],
  ])("is not for %s", async (who, refusal) => {
    const personId = await makeGraduate(database, house);
    expect(await refusalOf(() => issue(personId, undefined, house.actors[who]))).toBe(refusal);
  });

  it("is for learners of the cohort only", async () => {
    const stranger = await makePerson(database);
    expect(await refusalOf(() => issue(stranger))).toBe("NOT_FOUND");
    expect(await refusalOf(() => issue(house.people.trainer))).toBe("NOT_FOUND");
    const nowhere = { cohortId: randomUUID(), personId: stranger };
    expect(await refusalOf(() => issueCertificate(as(house.actors.trainer), nowhere))).toBe("NOT_FOUND");
  });
});

describe("what is kept", () => {
  it("cannot be rewritten, not even by SQL", async () => {
    const { certificate } = await issue(await makeGraduate(database, house));
    const change = (values: Partial<typeof certificates.$inferInsert>) =>
      database.update(certificates).set(values).where(eq(certificates.id, certificate.id));
    for (const values of [{ snapshot: {} }, { code: "0000-0000-0000" }, { snapshotHash: "0" }]) {
      await expect(change(values)).rejects.toThrow();
    }
  });

  it("outlives its holder: the paper still opens, and nothing leads to the person", async () => {
    const personId = await makeGraduate(database, house, { firstName: "Jeanne", familyName: "Oubliée" });
    const { certificate } = await issue(personId);
    const exported = await exportPersonalData(database, personId);
    expect(exported.certificates).toMatchObject([{ code: certificate.code, status: "valid" }]);
    await erasePersonalData(database, personId);
    await erasePersonalData(database, personId);
    expect(await rowOf(certificate.id)).toMatchObject({ personId: null, issuedBy: house.people.trainer });
    expect(await exportPersonalData(database, personId)).toEqual({ certificates: [] });
    const found = await verifyCertificate(as(ANYBODY), { code: certificate.code });
    expect(found).toMatchObject({
      outcome: "found",
      status: "valid",
      certificate: { holder: "Jeanne Oubliée" },
    });
  });
});
