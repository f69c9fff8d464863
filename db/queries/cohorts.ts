import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Connection } from "../client";
import { persons, roleAssignments } from "../schema/identity";
import { cohortMemberships, cohorts } from "../schema/organisations";
import { organisations } from "../schema/tenants";

/** Adds a cohort; false when the organisation has one of this name (unique index). */
export async function insertCohort(db: Connection, cohort: typeof cohorts.$inferInsert): Promise<boolean> {
  const kept = await db
    .insert(cohorts)
    .values(cohort)
    .onConflictDoNothing({ target: [cohorts.organisationId, cohorts.name] })
    .returning({ id: cohorts.id });
  return kept.length === 1;
}

export async function findCohort(db: Connection, cohortId: string) {
  const [row] = await db.select().from(cohorts).where(eq(cohorts.id, cohortId));
  return row ?? null;
}

/** Takes the row lock that lets one list of names at a time into a cohort. */
export async function lockCohort(db: Connection, cohortId: string): Promise<void> {
  await db.select({ id: cohorts.id }).from(cohorts).where(eq(cohorts.id, cohortId)).for("update");
}

export async function insertMemberships(
  db: Connection,
  memberships: (typeof cohortMemberships.$inferInsert)[],
): Promise<void> {
  if (memberships.length > 0) await db.insert(cohortMemberships).values(memberships);
}

/** Ends an active place; false when there was none. */
export async function endActiveMembership(
  db: Connection,
  place: { cohortId: string; personId: string; leftAt: Date },
): Promise<boolean> {
  const ended = await db
    .update(cohortMemberships)
    .set({ leftAt: place.leftAt })
    .where(
      and(
        eq(cohortMemberships.cohortId, place.cohortId),
        eq(cohortMemberships.personId, place.personId),
        isNull(cohortMemberships.leftAt),
      ),
    )
    .returning({ id: cohortMemberships.id });
  return ended.length > 0;
}

/** Every place a person ever had in a cohort, the newest first. */
export async function listPlaces(db: Connection, place: { cohortId: string; personId: string }) {
  return db
    .select()
    .from(cohortMemberships)
    .where(
      and(eq(cohortMemberships.cohortId, place.cohortId), eq(cohortMemberships.personId, place.personId)),
    )
    .orderBy(desc(cohortMemberships.joinedAt));
}

export async function countActiveTrainers(db: Connection, cohortId: string): Promise<number> {
  const rows = await db
    .select({ id: cohortMemberships.id })
    .from(cohortMemberships)
    .where(
      and(
        eq(cohortMemberships.cohortId, cohortId),
        eq(cohortMemberships.role, "trainer"),
        isNull(cohortMemberships.leftAt),
      ),
    );
  return rows.length;
}

/** The learners now in the cohorts, by family name, one row per cohort and person. */
export async function listActiveLearners(db: Connection, cohortIds: readonly string[]) {
  if (cohortIds.length === 0) return [];
  return db
    .select({
      cohortId: cohortMemberships.cohortId,
      personId: persons.id,
      firstName: persons.firstName,
      familyName: persons.familyName,
      phone: persons.phone,
      joinedAt: cohortMemberships.joinedAt,
    })
    .from(cohortMemberships)
    .innerJoin(persons, eq(persons.id, cohortMemberships.personId))
    .where(
      and(
        inArray(cohortMemberships.cohortId, [...cohortIds]),
        eq(cohortMemberships.role, "learner"),
        isNull(cohortMemberships.leftAt),
      ),
    )
    .orderBy(asc(persons.familyName), asc(persons.firstName), asc(persons.id));
}

/** A name as searches compare it: without accents, small letters. Mirrors `searchWords`. */
const plain = (column: typeof persons.firstName | typeof persons.familyName) =>
  sql`lower(regexp_replace(normalize(coalesce(${column}, ''), NFD), '[\\u0300-\\u036f]', '', 'g'))`;

/** Whether a name has words that begin with each of `words`: letters and digits only. */
export const haveBeginnings = (words: readonly string[]) =>
  words.map(
    (word) =>
      sql`(' ' || regexp_replace(${plain(persons.firstName)} || ' ' || ${plain(persons.familyName)}, '[^[:alnum:]]+', ' ', 'g')) like ${`% ${word}%`}`,
  );

/**
 * Learners of an organisation whose names have words beginning with all of `words`, who are not in the cohort now; by
 * name, with the cohorts of that organisation they are or were in.
 *
 * @param params.words letters and digits only, at least one
 */
export async function searchLearners(
  db: Connection,
  params: { organisationId: string; cohortId: string; words: readonly string[]; most: number },
) {
  return db
    .select({
      personId: persons.id,
      firstName: persons.firstName,
      familyName: persons.familyName,
      groups: sql<string[]>`coalesce((
        select json_agg(distinct ${cohorts.name})
        from ${cohortMemberships} join ${cohorts} on ${cohorts.id} = ${cohortMemberships.cohortId}
        where ${cohortMemberships.personId} = ${persons.id} and ${cohortMemberships.role} = 'learner'
          and ${cohortMemberships.organisationId} = ${params.organisationId}), '[]'::json)`,
    })
    .from(persons)
    .innerJoin(roleAssignments, eq(roleAssignments.personId, persons.id))
    .where(
      and(
        eq(roleAssignments.organisationId, params.organisationId),
        eq(roleAssignments.role, "learner"),
        isNull(persons.erasedAt),
        sql`not exists (select 1 from cohort_memberships here where here.person_id = ${persons.id}
          and here.cohort_id = ${params.cohortId} and here.left_at is null)`,
        ...haveBeginnings(params.words),
      ),
    )
    .orderBy(asc(persons.familyName), asc(persons.firstName), asc(persons.id))
    .limit(params.most);
}

/** A learner of an organisation, whether she is in a cohort or not; she stays who she is until the transaction ends. */
export async function findOrganisationLearner(
  db: Connection,
  params: { personId: string; organisationId: string },
) {
  const [row] = await db
    .select({ personId: persons.id })
    .from(persons)
    .innerJoin(roleAssignments, eq(roleAssignments.personId, persons.id))
    .where(
      and(
        eq(persons.id, params.personId),
        isNull(persons.erasedAt),
        eq(roleAssignments.organisationId, params.organisationId),
        eq(roleAssignments.role, "learner"),
      ),
    )
    .for("key share", { of: persons });
  return row ?? null;
}

/** Cohorts by id with the name of their organisation and the number of learners now in them, the newest first. */
export async function listCohortsWithCounts(db: Connection, cohortIds: readonly string[]) {
  if (cohortIds.length === 0) return [];
  return db
    .select({
      id: cohorts.id,
      name: cohorts.name,
      organisationId: cohorts.organisationId,
      organisationName: organisations.name,
      course: cohorts.course,
      locale: cohorts.locale,
      startsOn: cohorts.startsOn,
      endsOn: cohorts.endsOn,
      learners: sql<number>`(count(${cohortMemberships.id}))::int`,
    })
    .from(cohorts)
    .innerJoin(organisations, eq(organisations.id, cohorts.organisationId))
    .leftJoin(
      cohortMemberships,
      and(
        eq(cohortMemberships.cohortId, cohorts.id),
        eq(cohortMemberships.role, "learner"),
        isNull(cohortMemberships.leftAt),
      ),
    )
    .where(inArray(cohorts.id, [...cohortIds]))
    .groupBy(cohorts.id, organisations.name)
    .orderBy(desc(cohorts.startsOn), asc(cohorts.name));
}

/** Every place of a person, in every cohort, for her own export. */
export async function listPersonPlaces(db: Connection, personId: string) {
  return db
    .select({
      cohort: cohorts.name,
      organisation: organisations.name,
      course: cohorts.course,
      role: cohortMemberships.role,
      joinedAt: cohortMemberships.joinedAt,
      leftAt: cohortMemberships.leftAt,
    })
    .from(cohortMemberships)
    .innerJoin(cohorts, eq(cohorts.id, cohortMemberships.cohortId))
    .innerJoin(organisations, eq(organisations.id, cohorts.organisationId))
    .where(eq(cohortMemberships.personId, personId))
    .orderBy(asc(cohortMemberships.joinedAt));
}

export async function deletePersonPlaces(db: Connection, personId: string): Promise<number> {
  const gone = await db
    .delete(cohortMemberships)
    .where(eq(cohortMemberships.personId, personId))
    .returning({ id: cohortMemberships.id });
  return gone.length;
}
