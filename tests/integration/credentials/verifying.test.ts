import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { certificates } from "@/db/schema/credentials";
import { verifyCertificate } from "@/server/credentials/reads";
import { issueCertificateInput } from "@/server/credentials/schema";
import { issueCertificate, revokeCertificate } from "@/server/credentials/writes";
import type { Actor } from "@/server/kernel/actor";
import type { ServiceContext } from "@/server/kernel/context";
import { pdf } from "@/server/platform/pdf";
import { database } from "@/tests/support/database";
import { ANYBODY, contextOf, fakePorts, type House, makeHouse, refusalOf } from "@/tests/support/factories";
import { makeGraduate } from "@/tests/support/graduates";

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

describe("revoking", () => {
  it.each<[keyof House["actors"], string]>([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["colleague", "FORBIDDEN"],
    ["outsider", "NOT_FOUND"],
    ["trainer", "done"],
    ["coordinator", "done"],
    ["admin", "done"],
  ])("by %s: %s", async (who, expected) => {
    const { certificate } = await issue(await makeGraduate(database, house));
    const call = () =>
      revokeCertificate(as(house.actors[who]), { certificateId: certificate.id, reason: "Erreur" });
    expect(await refusalOf(call)).toBe(expected);
    expect((await rowOf(certificate.id)).status).toBe(expected === "done" ? "revoked" : "valid");
  });

  it("happens once, is written down, and makes room for a new certificate", async () => {
    const personId = await makeGraduate(database, house);
    const { certificate } = await issue(personId);
    const call = () =>
      revokeCertificate(as(house.actors.trainer), {
        certificateId: certificate.id,
        reason: "Mauvaise personne",
      });
    expect(await call()).toEqual({ outcome: "revoked" });
    expect(await call()).toEqual({ outcome: "already-revoked" });
    expect(await rowOf(certificate.id)).toMatchObject({
      status: "revoked",
      revocationReason: "Mauvaise personne",
    });
    expect(await auditOf(`certificate:${certificate.id}`)).toEqual([
      "certificate.issued",
      "certificate.revoked",
    ]);
    const next = await issue(personId);
    expect(next.outcome).toBe("issued");
    expect(next.certificate.code).not.toBe(certificate.code);
  });

  it("does not touch one that was replaced", async () => {
    const personId = await makeGraduate(database, house);
    const { certificate } = await issue(personId);
    await issue(personId, "Autre Nom");
    const call = () =>
      revokeCertificate(as(house.actors.trainer), { certificateId: certificate.id, reason: "x" });
    expect(await refusalOf(call)).toEqual({ code: "CONFLICT", reason: "not-valid" });
  });
});

describe("verifying", () => {
  it("shows what was printed to anyone, and no more than that", async () => {
    const { certificate } = await issue(await makeGraduate(database, house));
    const row = await rowOf(certificate.id);
    const found = await verifyCertificate(as(ANYBODY), {
      code: certificate.code.toLowerCase().replaceAll("-", " "),
    });
    expect(found).toEqual({ outcome: "found", status: "valid", since: null, certificate: row.snapshot });
    expect(JSON.stringify(found)).not.toContain(row.personId ?? "");
  });

  it("tells a replaced and a revoked paper by their day", async () => {
    const personId = await makeGraduate(database, house);
    const old = await issue(personId);
    const later = { now: new Date("2026-12-03T23:30:00Z") };
    const next = await issueCertificate(as(house.actors.trainer, later), {
      cohortId: house.cohortId,
      personId,
      printedName: "Nouveau Nom",
    });
    await revokeCertificate(as(house.actors.trainer, later), {
      certificateId: next.certificate.id,
      reason: "Erreur",
    });
    expect(await verifyCertificate(as(ANYBODY), { code: old.certificate.code })).toMatchObject({
      status: "superseded",
      since: "2026-12-04",
      certificate: { code: old.certificate.code },
    });
    expect(await verifyCertificate(as(ANYBODY), { code: next.certificate.code })).toMatchObject({
      status: "revoked",
      since: "2026-12-04",
    });
  });

  it("tells a stranger nothing about a wrong code", async () => {
    expect(await verifyCertificate(as(ANYBODY), { code: "0000-0000-0000" })).toEqual({ outcome: "unknown" });
    expect(await verifyCertificate(as(ANYBODY), { code: "bonjour" })).toEqual({ outcome: "malformed" });
  });

  it("stops an address that tries too many codes, and only that one", async () => {
    const from = (clientAddress: string) =>
      verifyCertificate(as(ANYBODY, { clientAddress }), { code: "0000-0000-0001" });
    for (let tries = 0; tries < 60; tries++)
      expect(await from("203.0.113.9")).toEqual({ outcome: "unknown" });
    expect(await refusalOf(() => from("203.0.113.9"))).toBe("RATE_LIMITED");
    expect(await from("203.0.113.10")).toEqual({ outcome: "unknown" });
  });
});
