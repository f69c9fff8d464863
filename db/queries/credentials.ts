import { and, asc, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Connection } from "../client";
import { certificates } from "../schema/credentials";
import { persons } from "../schema/identity";
import { cohortMemberships, cohorts, projects } from "../schema/organisations";
import { organisations } from "../schema/tenants";

export type CertificateRow = typeof certificates.$inferSelect;

/** What a certificate says about its cohort: who issues it, for which course, under which grant. */
export async function findIssuingCohort(db: Connection, cohortId: string) {
  const [row] = await db
    .select({
      id: cohorts.id,
      name: cohorts.name,
      organisationId: cohorts.organisationId,
      organisation: organisations.name,
      course: cohorts.course,
      locale: cohorts.locale,
      grantNumber: projects.grantNumber,
      agency: projects.agency,
    })
    .from(cohorts)
    .innerJoin(organisations, eq(organisations.id, cohorts.organisationId))
    .innerJoin(projects, eq(projects.id, cohorts.projectId))
    .where(eq(cohorts.id, cohortId));
  return row ?? null;
}

/** The learners now in a cohort with the language they read in, by family name. */
export async function listHolders(db: Connection, cohortId: string) {
  return db
    .select({
      personId: persons.id,
      firstName: persons.firstName,
      familyName: persons.familyName,
      locale: persons.locale,
    })
    .from(cohortMemberships)
    .innerJoin(persons, eq(persons.id, cohortMemberships.personId))
    .where(
      and(
        eq(cohortMemberships.cohortId, cohortId),
        eq(cohortMemberships.role, "learner"),
        isNull(cohortMemberships.leftAt),
        isNull(persons.erasedAt),
      ),
    )
    .orderBy(asc(persons.familyName), asc(persons.firstName), asc(persons.id));
}

/** Of two people issuing to the same learner in the same course, the second waits until the first has written. */
export async function lockCertificatesOf(
  db: Connection,
  holder: { personId: string; course: string },
): Promise<void> {
  const lock = `certificate/${holder.personId}/${holder.course}`;
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
}

/** The valid certificates of several learners in a course: one each at most (unique index). */
export async function listValidCertificates(
  db: Connection,
  params: { personIds: readonly string[]; course: string },
): Promise<CertificateRow[]> {
  if (params.personIds.length === 0) return [];
  return db
    .select()
    .from(certificates)
    .where(
      and(
        inArray(certificates.personId, [...params.personIds]),
        eq(certificates.course, params.course),
        eq(certificates.status, "valid"),
      ),
    );
}

/** The valid certificates issued in a cohort, in the order of their issue. */
export async function listValidOfCohort(db: Connection, cohortId: string): Promise<CertificateRow[]> {
  return db
    .select()
    .from(certificates)
    .where(and(eq(certificates.cohortId, cohortId), eq(certificates.status, "valid")))
    .orderBy(asc(certificates.issuedAt), asc(certificates.id));
}

export async function listPersonCertificates(db: Connection, personId: string): Promise<CertificateRow[]> {
  return db
    .select()
    .from(certificates)
    .where(eq(certificates.personId, personId))
    .orderBy(desc(certificates.issuedAt), desc(certificates.id));
}

export async function findCertificate(db: Connection, id: string): Promise<CertificateRow | null> {
  const [row] = await db.select().from(certificates).where(eq(certificates.id, id));
  return row ?? null;
}

const successors = alias(certificates, "successors");

/** What the public page needs, and no more: no person, no internal id. */
export async function findCertificateByCode(db: Connection, code: string) {
  const [row] = await db
    .select({
      snapshot: certificates.snapshot,
      status: certificates.status,
      revokedAt: certificates.revokedAt,
      replacedAt: sql<Date | null>`coalesce(${certificates.supersededAt}, ${successors.issuedAt})`.mapWith(
        certificates.supersededAt,
      ),
    })
    .from(certificates)
    .leftJoin(successors, eq(successors.supersedesId, certificates.id))
    .where(eq(certificates.code, code));
  return row ?? null;
}

export async function insertCertificate(
  db: Connection,
  certificate: typeof certificates.$inferInsert,
): Promise<void> {
  await db.insert(certificates).values(certificate);
}

export async function markSuperseded(db: Connection, id: string, at: Date): Promise<void> {
  await db
    .update(certificates)
    .set({ status: "superseded", supersededAt: at })
    .where(eq(certificates.id, id));
}

/** Takes back a valid certificate; false when it is not valid any more. */
export async function markRevoked(
  db: Connection,
  params: { id: string; at: Date; reason: string },
): Promise<boolean> {
  const rows = await db
    .update(certificates)
    .set({ status: "revoked", revokedAt: params.at, revocationReason: params.reason })
    .where(and(eq(certificates.id, params.id), eq(certificates.status, "valid")))
    .returning({ id: certificates.id });
  return rows.length === 1;
}

/** Forgets whose certificates these are, and who issued which. The snapshots stay for who holds the papers. */
export async function detachPerson(db: Connection, personId: string): Promise<void> {
  const mine = or(eq(certificates.personId, personId), eq(certificates.issuedBy, personId));
  await db
    .update(certificates)
    .set({
      personId: sql`nullif(${certificates.personId}, ${personId}::uuid)`,
      issuedBy: sql`nullif(${certificates.issuedBy}, ${personId}::uuid)`,
      // Free words of a colleague: they may name her.
      revocationReason: sql`case when ${certificates.personId} = ${personId}::uuid then null else ${certificates.revocationReason} end`,
    })
    .where(mine);
}
