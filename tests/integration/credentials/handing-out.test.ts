import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { listActivities } from "@/server/catalogue/reads";
import { getOwnCertificates, listCohortCertificates } from "@/server/credentials/reads";
import { issueCertificateInput } from "@/server/credentials/schema";
import { exportCertificate, exportCohortCertificates, issueCertificate } from "@/server/credentials/writes";
import type { Actor } from "@/server/kernel/actor";
import type { ServiceContext } from "@/server/kernel/context";
import { pdf } from "@/server/platform/pdf";
import { database } from "@/tests/support/database";
import {
  ANYBODY,
  actorOf,
  contextOf,
  fakePorts,
  type House,
  makeHouse,
  refusalOf,
} from "@/tests/support/factories";
import { makeGraduate } from "@/tests/support/graduates";

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

const auditOf = async (subject: string) =>
  (await database.select().from(auditEntries).where(eq(auditEntries.subject, subject))).map(
    (entry) => entry.action,
  );

describe("handing out", () => {
  it("gives the trainer every valid certificate of the cohort, and writes it down", async () => {
    const own = await makeHouse(database);
    const issueHere = (personId: string, printedName: string) =>
      issueCertificate(as(own.actors.trainer), { cohortId: own.cohortId, personId, printedName });
    const files = () => exportCohortCertificates(as(own.actors.trainer), { cohort: own.cohortId });
    expect(await files()).toEqual([]);
    const [first, second] = [await makeGraduate(database, own), await makeGraduate(database, own)];
    await issueHere(first, "Anna Un");
    await issueHere(second, "Bert Deux");
    await issueHere(first, "Anna Trois");
    const papers = await files();
    expect(papers.map((paper) => paper.holder).sort()).toEqual(["Anna Trois", "Bert Deux"]);
    expect(papers[0]?.verifyUrl).toBe(`http://localhost:3000/verify/${papers[0]?.code}`);
    expect(await auditOf(`cohort:${own.cohortId}`)).toEqual([
      "certificates.exported",
      "certificates.exported",
    ]);
  });

  it.each<[keyof House["actors"], string]>([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["colleague", "FORBIDDEN"],
    ["coordinator", "FORBIDDEN"],
    ["outsider", "NOT_FOUND"],
    ["admin", "NOT_FOUND"],
    ["trainer", "done"],
  ])("of cohort and single papers to %s: %s", async (who, expected) => {
    const { certificate } = await issue(await makeGraduate(database, house));
    const ctx = as(house.actors[who]);
    expect(await refusalOf(() => exportCohortCertificates(ctx, { cohort: house.cohortId }))).toBe(expected);
    expect(await refusalOf(() => exportCertificate(ctx, { certificate: certificate.id }))).toBe(expected);
    const list = { cohortId: house.cohortId, locale: "fr" as const };
    expect(await refusalOf(() => listCohortCertificates(ctx, list))).toBe(expected);
  });

  it("gives the holder her own paper while it is valid", async () => {
    const personId = await makeGraduate(database, house);
    const { certificate } = await issue(personId);
    const holder = as(await actorOf(database, personId));
    const paper = await exportCertificate(holder, { certificate: certificate.id });
    expect(paper).toMatchObject({ code: certificate.code, holder: certificate.holder });
    await issue(personId, "Autre Nom");
    expect(await refusalOf(() => exportCertificate(holder, { certificate: certificate.id }))).toEqual({
      code: "CONFLICT",
      reason: "not-valid",
    });
    expect(await refusalOf(() => exportCertificate(holder, { certificate: randomUUID() }))).toBe("NOT_FOUND");
  });

  it("prints what was exported", async () => {
    const { certificate } = await issue(await makeGraduate(database, house));
    const paper = await exportCertificate(as(house.actors.trainer), { certificate: certificate.id });
    const pieces: Uint8Array[] = [];
    for await (const piece of pdf.certificates([paper])) pieces.push(piece);
    expect(Buffer.concat(pieces).toString("latin1", 0, 8)).toBe("%PDF-1.7");
  });
});

describe("what is missing", () => {
  it("is told to the trainer per learner and to the learner herself", async () => {
    const activities = await listActivities(as(ANYBODY), { course: COURSE });
    const list = await listCohortCertificates(as(house.actors.trainer), {
      cohortId: house.cohortId,
      locale: "fr",
    });
    const lucie = list.learners.find((learner) => learner.personId === house.people.learner);
    expect(lucie?.certificate).toBeNull();
    expect(lucie?.eligibility).toMatchObject({ isEligible: false, lacksCompetence: true });
    expect(lucie?.eligibility.missing.map((entry) => entry.activityId)).toEqual(
      activities.map((entry) => entry.id),
    );
    expect(lucie?.eligibility.missing.every((entry) => entry.lessonTitle.length > 0)).toBe(true);

    const own = await getOwnCertificates(as(house.actors.learner), { locale: "fr" });
    expect(own.certificates).toEqual([]);
    expect(own.courses).toMatchObject([{ course: COURSE, eligibility: lucie?.eligibility }]);
  });

  it("ends with the certificate in the learner's own list", async () => {
    const personId = await makeGraduate(database, house);
    const { certificate } = await issue(personId);
    const own = await getOwnCertificates(as(await actorOf(database, personId)), { locale: "nl" });
    expect(own.certificates).toMatchObject([{ ...certificate, status: "valid" }]);
    expect(own.courses[0]?.eligibility).toEqual({ isEligible: true, missing: [], lacksCompetence: false });
    expect(await refusalOf(() => getOwnCertificates(as(ANYBODY), { locale: "fr" }))).toBe("UNAUTHENTICATED");
  });
});
