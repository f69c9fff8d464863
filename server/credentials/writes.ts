import { createHash } from "node:crypto";
import type { z } from "zod";
import {
  type CertificateRow,
  findCertificate,
  findIssuingCohort,
  insertCertificate,
  listHolders,
  listValidCertificates,
  listValidOfCohort,
  lockCertificatesOf,
  markRevoked,
  markSuperseded,
} from "@/db/queries/credentials";
import { holdPerson } from "@/db/queries/identity";
import { getCourse, getFramework } from "@/server/catalogue/reads";
import { audit } from "@/server/kernel/audit";
import { authorise } from "@/server/kernel/authorise";
import { brusselsDay } from "@/server/kernel/calendar";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import type { CertificatePaper } from "@/server/kernel/paper";
import { listActiveSeconds } from "@/server/learning/reads";
import type { EvidenceLine } from "@/server/passport/schema";
import {
  canExportCertificate,
  canIssueCertificate,
  canRevokeCertificate,
  canSeeCohortCertificates,
} from "./policy";
import { fullName, listCohortCertificates, listEligibility, showIssued } from "./reads";
import { canonicalJson, inSentence, newCode, practiceHours, provedCompetences, saysTheSame } from "./rules";
import {
  type CertificateSnapshot,
  type certificateInput,
  certificateSnapshot,
  type cohortFileInput,
  type IssueCertificateInput,
  type IssueCertificateOutput,
  type IssueReadyOutput,
  type revokeCertificateInput,
} from "./schema";

type IssuingCohort = NonNullable<Awaited<ReturnType<typeof findIssuingCohort>>>;
type Holder = Awaited<ReturnType<typeof listHolders>>[number];

/** A certificate would be printed in the holder's own language. */
async function drawUp(
  ctx: ServiceContext,
  facts: { cohort: IssuingCohort; holder: Holder; printedName: string; lines: readonly EvidenceLine[] },
): Promise<CertificateSnapshot> {
  const { cohort, holder, lines } = facts;
  const { locale, personId } = holder;
  const [course, framework, seconds] = await Promise.all([
    getCourse(ctx, { course: cohort.course, locale }),
    getFramework(ctx, { locale }),
    listActiveSeconds(ctx, { course: cohort.course, learners: [{ personId, cohortIds: [cohort.id] }] }),
  ]);
  const titles = new Map(
    framework.areas.flatMap((area) => area.competences.map(({ id, title }) => [id, title])),
  );
  const bands = new Map(framework.levels.map(({ level, band }) => [level, band]));
  const funding = ctx.ports.pdf.fundingWords(locale, {
    grantNumber: cohort.grantNumber,
    agency: cohort.agency[locale],
  });
  return certificateSnapshot.parse({
    v: 1,
    code: newCode(ctx.ports.random.integer),
    locale,
    holder: facts.printedName.normalize("NFC"),
    course: { id: course.id, title: course.title },
    organisation: cohort.organisation,
    practiceHours: practiceHours(seconds.get(personId) ?? 0),
    competences: provedCompetences(lines).map((line) => ({
      ...line,
      title: titles.get(line.code) ?? line.code,
      band: inSentence(bands.get(line.level) ?? ""),
    })),
    issuedOn: brusselsDay(ctx.now),
    project: { grantNumber: cohort.grantNumber, ...funding },
  } satisfies CertificateSnapshot);
}

/** Refuses what the typeface cannot draw, before anything is kept: a "?" on a paper cannot be taken back. */
function refuseUnprintable(ctx: ServiceContext, snapshot: CertificateSnapshot): void {
  if (ctx.ports.pdf.unprintable(snapshot.holder).length > 0) {
    throw new DomainError("INVALID", { fields: { printedName: "unprintable-name" } });
  }
  const others = [
    snapshot.course.title,
    snapshot.organisation,
    ...snapshot.competences.map((line) => line.title),
  ];
  if (ctx.ports.pdf.unprintable(others.join("")).length > 0) {
    throw new DomainError("INVALID", { reason: "unprintable-text" });
  }
}

/**
 * Issues the certificate of a learner of a cohort, by one of its trainers. A valid one that says the same stays; one
 * that says something else is superseded by the new one, which points back to it. All in one transaction, so that
 * two trainers at once make one certificate.
 *
 * @throws NOT_FOUND for a cohort or learner out of sight; FORBIDDEN for a colleague; CONFLICT `not-eligible`, or
 * `issued-elsewhere` when another organisation's certificate for the course is valid; INVALID for a name that cannot
 * be printed
 */
export async function issueCertificate(
  ctx: ServiceContext,
  input: IssueCertificateInput,
): Promise<IssueCertificateOutput> {
  const known = await findIssuingCohort(ctx.db, input.cohortId);
  const holders = known ? await listHolders(ctx.db, known.id) : [];
  const member = holders.find((person) => person.personId === input.personId);
  const place = { id: input.cohortId, isMember: member !== undefined };
  authorise(ctx, canSeeCohortCertificates(ctx.actor, place), known?.organisationId ?? "");
  authorise(ctx, canIssueCertificate(ctx.actor, place), "");
  const cohort = found(known);
  const holder = found(member);
  const { personId } = holder;
  const learners = [{ personId, cohortIds: [cohort.id] }];
  const standing = await listEligibility(ctx, { course: cohort.course, learners, locale: ctx.locale });
  const { verdict, lines } = found(standing.get(personId));
  if (!verdict.isEligible) throw new DomainError("CONFLICT", { reason: "not-eligible" });
  const snapshot = await drawUp(ctx, {
    cohort,
    holder,
    lines,
    printedName: input.printedName ?? fullName(holder),
  });
  refuseUnprintable(ctx, snapshot);

  return withTransaction(ctx, async (inside) => {
    const spot = { personId, course: cohort.course };
    await lockCertificatesOf(inside.db, spot);
    if (!(await holdPerson(inside.db, personId))) throw new DomainError("NOT_FOUND");
    const [valid] = await listValidCertificates(inside.db, { personIds: [personId], course: cohort.course });
    if (valid && valid.organisationId !== cohort.organisationId) {
      throw new DomainError("CONFLICT", { reason: "issued-elsewhere" });
    }
    if (valid && saysTheSame(certificateSnapshot.parse(valid.snapshot), snapshot)) {
      return { outcome: "unchanged", certificate: showIssued(valid) };
    }
    if (valid) await markSuperseded(inside.db, valid.id, ctx.now);
    const id = ctx.newId();
    await insertCertificate(inside.db, {
      ...spot,
      id,
      organisationId: cohort.organisationId,
      cohortId: cohort.id,
      code: snapshot.code,
      snapshot,
      snapshotHash: createHash("sha256").update(canonicalJson(snapshot)).digest("hex"),
      supersedesId: valid?.id ?? null,
      issuedBy: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      issuedAt: ctx.now,
    });
    await audit(inside, "certificate.issued", `certificate:${id}`, {
      organisationId: cohort.organisationId,
      detail: { cohortId: cohort.id, personId, course: cohort.course, supersedes: valid?.id ?? null },
    });
    const { code, holder: name, issuedOn } = snapshot;
    return { outcome: valid ? "replaced" : "issued", certificate: { id, code, holder: name, issuedOn } };
  });
}

/**
 * Issues a certificate to every learner of a cohort who is ready and has none, under the names as known. Each stands for
 * itself: what is refused for one is said for that one. Repeating finds nobody left.
 *
 * @throws NOT_FOUND for a cohort out of sight, FORBIDDEN for a colleague who does not teach it
 */
export async function issueReadyCertificates(
  ctx: ServiceContext,
  input: { cohortId: string },
): Promise<IssueReadyOutput> {
  const { cohortId } = input;
  const known = await findIssuingCohort(ctx.db, cohortId);
  authorise(ctx, canSeeCohortCertificates(ctx.actor, { id: cohortId }), known?.organisationId ?? "");
  const { learners } = await listCohortCertificates(ctx, { cohortId, locale: ctx.locale });
  const results: IssueReadyOutput["results"] = [];
  for (const { personId, name, certificate, eligibility } of learners) {
    if (certificate !== null || !eligibility.isEligible) continue;
    try {
      const { outcome } = await issueCertificate(ctx, { cohortId, personId });
      results.push({ personId, name, outcome, reason: null });
    } catch (fault) {
      if (!(fault instanceof DomainError)) throw fault;
      const { reason, fields } = fault.detail;
      results.push({
        personId,
        name,
        outcome: "refused",
        reason: fields?.printedName ?? reason ?? fault.code,
      });
    }
  }
  return { results };
}

/**
 * Takes a valid certificate back. The paper's code says so from then on, with the day; the reason is for colleagues.
 *
 * @throws NOT_FOUND for a certificate out of sight; CONFLICT `not-valid` for one that was replaced
 */
export async function revokeCertificate(
  ctx: ServiceContext,
  input: z.infer<typeof revokeCertificateInput>,
): Promise<{ outcome: "revoked" | "already-revoked" }> {
  const known = await findCertificate(ctx.db, input.certificateId);
  authorise(ctx, known !== null && canRevokeCertificate(ctx.actor, known), known?.organisationId ?? "");
  const certificate = found(known);
  return withTransaction(ctx, async (inside) => {
    const wasValid = await markRevoked(inside.db, { id: certificate.id, at: ctx.now, reason: input.reason });
    if (!wasValid) {
      const now = found(await findCertificate(inside.db, certificate.id));
      if (now.status === "revoked") return { outcome: "already-revoked" };
      throw new DomainError("CONFLICT", { reason: "not-valid" });
    }
    await audit(inside, "certificate.revoked", `certificate:${certificate.id}`, {
      organisationId: certificate.organisationId,
    });
    return { outcome: "revoked" };
  });
}

/** The paper a snapshot stands for. */
function paperOf(ctx: ServiceContext, row: CertificateRow): CertificatePaper {
  const { v: _version, course, project, ...printed } = certificateSnapshot.parse(row.snapshot);
  return {
    ...printed,
    course: course.title,
    verifyUrl: `${ctx.ports.appUrl}/verify/${printed.code}`,
    funding: { statement: project.statement, disclaimer: project.disclaimer, grant: project.grant },
  };
}

/**
 * The paper of one certificate, for its holder or a trainer of its cohort. Only a valid one is printed.
 *
 * @throws NOT_FOUND out of sight; CONFLICT `not-valid` once it was replaced or revoked
 */
export async function exportCertificate(
  ctx: ServiceContext,
  input: z.infer<typeof certificateInput>,
): Promise<CertificatePaper> {
  const known = await findCertificate(ctx.db, input.certificate);
  authorise(ctx, known !== null && canExportCertificate(ctx.actor, known), known?.organisationId ?? "");
  const certificate = found(known);
  if (certificate.status !== "valid") throw new DomainError("CONFLICT", { reason: "not-valid" });
  await audit(ctx, "certificate.exported", `certificate:${certificate.id}`, {
    organisationId: certificate.organisationId,
  });
  return paperOf(ctx, certificate);
}

/**
 * The papers of every valid certificate issued in a cohort, for its trainers; none is a list without entries.
 *
 * @throws NOT_FOUND for a cohort out of sight, FORBIDDEN for a colleague who does not teach it
 */
export async function exportCohortCertificates(
  ctx: ServiceContext,
  input: z.infer<typeof cohortFileInput>,
): Promise<CertificatePaper[]> {
  const known = await findIssuingCohort(ctx.db, input.cohort);
  authorise(ctx, canSeeCohortCertificates(ctx.actor, { id: input.cohort }), known?.organisationId ?? "");
  const cohort = found(known);
  const rows = await listValidOfCohort(ctx.db, cohort.id);
  await audit(ctx, "certificates.exported", `cohort:${cohort.id}`, {
    organisationId: cohort.organisationId,
    detail: { count: rows.length },
  });
  return rows.map((row) => paperOf(ctx, row));
}
