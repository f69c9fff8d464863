import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Connection } from "../client";
import { persons, roleAssignments } from "../schema/identity";
import { cohortMemberships, cohorts, projectPartners, projects } from "../schema/organisations";
import { organisations } from "../schema/tenants";

/** The cohorts a person is in now, as a learner. */
export async function listLearnerCohortIds(db: Connection, personId: string): Promise<string[]> {
  const rows = await db
    .select({ cohortId: cohortMemberships.cohortId })
    .from(cohortMemberships)
    .where(
      and(
        eq(cohortMemberships.personId, personId),
        eq(cohortMemberships.role, "learner"),
        isNull(cohortMemberships.leftAt),
      ),
    );
  return rows.map((row) => row.cohortId);
}

/** Whom a learner of the cohort calls: its longest-serving trainer, with the organisation's number as a fallback. */
export async function findHelpContact(
  db: Connection,
  cohortId: string,
): Promise<{ name: string; phone: string } | null> {
  const [row] = await db
    .select({ name: persons.firstName, phone: persons.phone, office: organisations.phone })
    .from(cohortMemberships)
    .innerJoin(persons, eq(persons.id, cohortMemberships.personId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMemberships.cohortId))
    .innerJoin(organisations, eq(organisations.id, cohorts.organisationId))
    .where(
      and(
        eq(cohortMemberships.cohortId, cohortId),
        eq(cohortMemberships.role, "trainer"),
        isNull(cohortMemberships.leftAt),
      ),
    )
    .orderBy(asc(cohortMemberships.joinedAt))
    .limit(1);
  return row ? { name: row.name, phone: row.phone ?? row.office } : null;
}

/** A person's active place in a cohort, with the course it teaches; null when she is not in it now. */
export async function findMembership(
  db: Connection,
  place: { cohortId: string; personId: string; role: "learner" | "trainer" },
): Promise<{ organisationId: string; course: string; joinedAt: Date } | null> {
  const [row] = await db
    .select({
      organisationId: cohortMemberships.organisationId,
      course: cohorts.course,
      joinedAt: cohortMemberships.joinedAt,
    })
    .from(cohortMemberships)
    .innerJoin(cohorts, eq(cohorts.id, cohortMemberships.cohortId))
    .where(
      and(
        eq(cohortMemberships.cohortId, place.cohortId),
        eq(cohortMemberships.personId, place.personId),
        eq(cohortMemberships.role, place.role),
        isNull(cohortMemberships.leftAt),
      ),
    );
  return row ?? null;
}

/** Adds an organisation; false when the name is taken (unique index). */
export async function insertOrganisation(
  db: Connection,
  organisation: typeof organisations.$inferInsert,
): Promise<boolean> {
  const kept = await db
    .insert(organisations)
    .values(organisation)
    .onConflictDoNothing({ target: organisations.name })
    .returning({ id: organisations.id });
  return kept.length === 1;
}

/** Whether a name is taken, whatever its capitals. */
export async function isOrganisationNameTaken(db: Connection, name: string): Promise<boolean> {
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(sql`lower(${organisations.name})`, name.toLowerCase()))
    .limit(1);
  return rows.length > 0;
}

export async function findOrganisation(db: Connection, organisationId: string) {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, organisationId));
  return row ?? null;
}

/** Every organisation by name, with how many people teach or coordinate, groups, and learners now in a group. */
export async function listOrganisationsWithCounts(db: Connection) {
  const staff = db
    .select({
      organisationId: roleAssignments.organisationId,
      count: sql<number>`count(distinct ${roleAssignments.personId})::int`.as("staff_count"),
    })
    .from(roleAssignments)
    .where(inArray(roleAssignments.role, ["trainer", "coordinator"]))
    .groupBy(roleAssignments.organisationId)
    .as("staff");
  const groups = db
    .select({ organisationId: cohorts.organisationId, count: sql<number>`count(*)::int`.as("cohort_count") })
    .from(cohorts)
    .groupBy(cohorts.organisationId)
    .as("groups");
  const learners = db
    .select({
      organisationId: cohortMemberships.organisationId,
      count: sql<number>`count(distinct ${cohortMemberships.personId})::int`.as("learner_count"),
    })
    .from(cohortMemberships)
    .where(and(eq(cohortMemberships.role, "learner"), isNull(cohortMemberships.leftAt)))
    .groupBy(cohortMemberships.organisationId)
    .as("learners");
  return db
    .select({
      id: organisations.id,
      name: organisations.name,
      country: organisations.country,
      phone: organisations.phone,
      staff: sql<number>`coalesce(${staff.count}, 0)`,
      cohorts: sql<number>`coalesce(${groups.count}, 0)`,
      learners: sql<number>`coalesce(${learners.count}, 0)`,
    })
    .from(organisations)
    .leftJoin(staff, eq(staff.organisationId, organisations.id))
    .leftJoin(groups, eq(groups.organisationId, organisations.id))
    .leftJoin(learners, eq(learners.organisationId, organisations.id))
    .orderBy(asc(organisations.name));
}

/** Who teaches or coordinates in an organisation: one row per person and role, by name. */
export async function listStaffRoles(db: Connection, organisationId: string) {
  return db
    .select({
      personId: persons.id,
      firstName: persons.firstName,
      familyName: persons.familyName,
      email: persons.email,
      phone: persons.phone,
      role: roleAssignments.role,
    })
    .from(roleAssignments)
    .innerJoin(persons, eq(persons.id, roleAssignments.personId))
    .where(
      and(
        eq(roleAssignments.organisationId, organisationId),
        inArray(roleAssignments.role, ["trainer", "coordinator"]),
      ),
    )
    .orderBy(asc(persons.familyName), asc(persons.firstName), asc(persons.id));
}

/** Adds a project; false when the grant number is taken (unique index). */
export async function insertProject(db: Connection, project: typeof projects.$inferInsert): Promise<boolean> {
  const kept = await db
    .insert(projects)
    .values(project)
    .onConflictDoNothing({ target: projects.grantNumber })
    .returning({ id: projects.id });
  return kept.length === 1;
}

export async function insertProjectPartners(
  db: Connection,
  partners: (typeof projectPartners.$inferInsert)[],
): Promise<void> {
  await db.insert(projectPartners).values(partners);
}

/** The projects some organisations are partners of, one row per organisation and project. */
export async function listPartnerProjects(db: Connection, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return [];
  return db
    .select({
      organisationId: organisations.id,
      organisationName: organisations.name,
      projectId: projects.id,
      title: projects.title,
    })
    .from(organisations)
    .leftJoin(projectPartners, eq(projectPartners.organisationId, organisations.id))
    .leftJoin(projects, eq(projects.id, projectPartners.projectId))
    .where(inArray(organisations.id, [...organisationIds]))
    .orderBy(asc(organisations.name), asc(projects.title));
}
