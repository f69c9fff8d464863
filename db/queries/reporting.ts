import { and, asc, countDistinct, desc, eq, exists, inArray, isNull, sql } from "drizzle-orm";
import type { Connection } from "../client";
import { auditEntries } from "../schema/audit";
import { certificates } from "../schema/credentials";
import { persons } from "../schema/identity";
import { timeLedger } from "../schema/learning";
import { cohortMemberships, cohorts, projectPartners, projects } from "../schema/organisations";
import { organisations } from "../schema/tenants";

/**
 * A cohort with its organisation and project, and the learners now in it, in one statement: one row per learner, or
 * one row without a person for an empty cohort. No row for an unknown cohort.
 *
 * @param personId keeps this learner only
 */
export async function listRoster(db: Connection, params: { cohortId: string; personId?: string }) {
  return db
    .select({
      cohort: {
        id: cohorts.id,
        name: cohorts.name,
        course: cohorts.course,
        locale: cohorts.locale,
        startsOn: cohorts.startsOn,
        endsOn: cohorts.endsOn,
        organisationId: cohorts.organisationId,
        organisationName: organisations.name,
        projectTitle: projects.title,
      },
      person: {
        id: persons.id,
        firstName: persons.firstName,
        familyName: persons.familyName,
        phone: persons.phone,
        locale: persons.locale,
      },
      joinedAt: cohortMemberships.joinedAt,
    })
    .from(cohorts)
    .innerJoin(organisations, eq(organisations.id, cohorts.organisationId))
    .innerJoin(projects, eq(projects.id, cohorts.projectId))
    .leftJoin(
      cohortMemberships,
      and(
        eq(cohortMemberships.cohortId, cohorts.id),
        eq(cohortMemberships.role, "learner"),
        isNull(cohortMemberships.leftAt),
        params.personId === undefined ? undefined : eq(cohortMemberships.personId, params.personId),
      ),
    )
    .leftJoin(persons, eq(persons.id, cohortMemberships.personId))
    .where(eq(cohorts.id, params.cohortId))
    .orderBy(asc(persons.familyName), asc(persons.firstName), asc(persons.id));
}

/** The projects some organisations are partners of, with every partner of each: one row per project and partner. */
export async function listProjectsOf(db: Connection, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return [];
  const own = db
    .select({ projectId: projectPartners.projectId })
    .from(projectPartners)
    .where(inArray(projectPartners.organisationId, [...organisationIds]));
  return db
    .select({
      project: {
        id: projects.id,
        title: projects.title,
        grantNumber: projects.grantNumber,
        call: projects.call,
        startsOn: projects.startsOn,
        endsOn: projects.endsOn,
      },
      organisationId: organisations.id,
      organisationName: organisations.name,
      country: organisations.country,
      role: projectPartners.role,
    })
    .from(projectPartners)
    .innerJoin(projects, eq(projects.id, projectPartners.projectId))
    .innerJoin(organisations, eq(organisations.id, projectPartners.organisationId))
    .where(inArray(projects.id, own))
    .orderBy(asc(projects.title), asc(organisations.name));
}

export type CountRow = { projectId: string; organisationId: string | null; count: number };

/**
 * People who are or were a learner in a cohort of the project: per organisation, and with `organisationId` null for
 * the whole project, where somebody who is in two organisations counts once.
 */
export async function countLearners(db: Connection, projectIds: readonly string[]): Promise<CountRow[]> {
  if (projectIds.length === 0) return [];
  return db
    .select({
      projectId: cohorts.projectId,
      organisationId: sql<string | null>`${cohorts.organisationId}`,
      count: countDistinct(cohortMemberships.personId),
    })
    .from(cohortMemberships)
    .innerJoin(cohorts, eq(cohorts.id, cohortMemberships.cohortId))
    .where(and(inArray(cohorts.projectId, [...projectIds]), eq(cohortMemberships.role, "learner")))
    .groupBy(sql`grouping sets ((${cohorts.projectId}, ${cohorts.organisationId}), (${cohorts.projectId}))`);
}

/** Active seconds of the one time ledger that learners spent on the course of a cohort of the project, per organisation. */
export async function sumActiveSecondsByOrganisation(
  db: Connection,
  projectIds: readonly string[],
): Promise<CountRow[]> {
  if (projectIds.length === 0) return [];
  const learnedThere = db
    .select({ one: sql`1` })
    .from(cohortMemberships)
    .innerJoin(cohorts, eq(cohorts.id, cohortMemberships.cohortId))
    .where(
      and(
        eq(cohorts.projectId, projects.id),
        eq(cohorts.course, timeLedger.course),
        eq(cohorts.organisationId, timeLedger.organisationId),
        eq(cohortMemberships.personId, timeLedger.personId),
        eq(cohortMemberships.role, "learner"),
      ),
    );
  return db
    .select({
      projectId: projects.id,
      organisationId: sql<string | null>`${timeLedger.organisationId}`,
      count: sql<number>`sum(${timeLedger.activeSeconds})::int`,
    })
    .from(projects)
    .innerJoin(timeLedger, exists(learnedThere))
    .where(inArray(projects.id, [...projectIds]))
    .groupBy(projects.id, timeLedger.organisationId);
}

/**
 * How much more sure of themselves learners of the project are: per learner the mean of her last "after" minus her first
 * "before" over the statements rated both times, then the mean of the learners; per organisation, and with
 * `organisationId` null for the whole project. `learners` is how many it was taken over.
 */
export async function meanConfidenceGains(
  db: Connection,
  projectIds: readonly string[],
): Promise<{ projectId: string; organisationId: string | null; learners: number; mean: number }[]> {
  if (projectIds.length === 0) return [];
  const ids = sql.join(
    projectIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await db.execute<{
    project_id: string;
    organisation_id: string | null;
    learners: number;
    mean: number;
  }>(sql`with members as materialized (
      select distinct c.project_id, c.course, m.person_id
      from cohort_memberships m join cohorts c on c.id = m.cohort_id
      where m.role = 'learner' and c.project_id in (${ids})
    ), whole as (
      select id, person_id, course, organisation_id, activity_id, completed_at from attempts
      where kind = 'self-assessment' and status = 'completed' and person_id in (select person_id from members)
    ), first_before as (
      select distinct on (person_id, course) id, person_id, course from whole
      where activity_id = 'self-assessment/before' order by person_id, course, completed_at
    ), last_after as (
      select distinct on (person_id, course) id, person_id, course, organisation_id from whole
      where activity_id = 'self-assessment/after' order by person_id, course, completed_at desc
    ), gains as (
      select a.person_id, a.course, a.organisation_id, avg(ra.rating - rb.rating)::float8 as gain
      from last_after a
      join first_before b using (person_id, course)
      join ratings ra on ra.attempt_id = a.id
      join ratings rb on rb.attempt_id = b.id and rb.statement_id = ra.statement_id
      group by 1, 2, 3
    )
    select members.project_id, gains.organisation_id, count(*)::int as learners, avg(gains.gain)::float8 as mean
    from members join gains using (person_id, course)
    group by grouping sets ((members.project_id, gains.organisation_id), (members.project_id))`);
  return rows.map((row) => ({
    projectId: row.project_id,
    organisationId: row.organisation_id,
    learners: row.learners,
    mean: row.mean,
  }));
}

/** Valid certificates issued in a cohort of the project, per organisation. */
export async function countCertificates(db: Connection, projectIds: readonly string[]): Promise<CountRow[]> {
  if (projectIds.length === 0) return [];
  return db
    .select({
      projectId: cohorts.projectId,
      organisationId: sql<string | null>`${certificates.organisationId}`,
      count: sql<number>`count(*)::int`,
    })
    .from(certificates)
    .innerJoin(cohorts, eq(cohorts.id, certificates.cohortId))
    .where(and(inArray(cohorts.projectId, [...projectIds]), eq(certificates.status, "valid")))
    .groupBy(cohorts.projectId, certificates.organisationId);
}

/** The newest audit entries of the instance. */
export async function listAuditEntries(db: Connection, limit: number) {
  return db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      action: auditEntries.action,
      actor: auditEntries.actor,
      subject: auditEntries.subject,
      organisationName: organisations.name,
    })
    .from(auditEntries)
    .leftJoin(organisations, eq(organisations.id, auditEntries.organisationId))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit);
}
