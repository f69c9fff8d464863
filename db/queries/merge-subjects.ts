import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Connection } from "../client";
import type { CohortRole, Role } from "../enums";
import { accessCards, persons, sessions } from "../schema/identity";
import { activityProgress, timeLedger } from "../schema/learning";
import { evidence } from "../schema/passport";
import { haveBeginnings } from "./cohorts";

type HeldRole = { role: Role; organisationId: string | null };
type HeldPlace = {
  cohortId: string;
  cohortName: string;
  organisationId: string;
  organisationName: string;
  role: CohortRole;
  isActive: boolean;
};

/** Two persons (or one, or none) with their roles and every place they ever had in a cohort, in the order of `ids`. */
export async function findMergeSubjects(db: Connection, ids: readonly string[]) {
  const roles = sql<HeldRole[]>`coalesce((
    select json_agg(json_build_object('role', held.role, 'organisationId', held.organisation_id))
    from role_assignments held where held.person_id = persons.id), '[]'::json)`;
  const places = sql<HeldPlace[]>`coalesce((
    select json_agg(json_build_object('cohortId', cohort.id, 'cohortName', cohort.name,
      'organisationId', place.organisation_id, 'organisationName', house.name,
      'role', place.role, 'isActive', place.left_at is null) order by place.joined_at)
    from cohort_memberships place join cohorts cohort on cohort.id = place.cohort_id
    join organisations house on house.id = place.organisation_id
    where place.person_id = persons.id), '[]'::json)`;
  const rows = await db
    .select({
      id: persons.id,
      firstName: persons.firstName,
      familyName: persons.familyName,
      email: persons.email,
      phone: persons.phone,
      textSize: persons.textSize,
      theme: persons.theme,
      contrast: persons.contrast,
      isDemo: persons.isDemo,
      createdAt: persons.createdAt,
      erasedAt: persons.erasedAt,
      mergedIntoId: persons.mergedIntoId,
      roles,
      places,
    })
    .from(persons)
    .where(inArray(persons.id, [...ids]));
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}

export type MergeSubject = NonNullable<Awaited<ReturnType<typeof findMergeSubjects>>[number]>;

/**
 * Persons as they are now, in the order of `ids`: who became somebody else stands for that one, and who was erased for
 * nobody.
 */
export async function findPersonsNow(
  db: Connection,
  ids: readonly string[],
): Promise<(MergeSubject | null)[]> {
  const known = await findMergeSubjects(db, ids);
  const now = await findMergeSubjects(
    db,
    known.map((person, index) => person?.mergedIntoId ?? ids[index] ?? ""),
  );
  return now.map((person) => (person?.erasedAt ? null : person));
}

/**
 * Takes the rows of the persons until the transaction ends, always in the same order: nobody records, issues or notes
 * anything for them meanwhile. Waits only so long: whoever holds one of them may be waiting for another of ours.
 */
export async function lockPersons(
  db: Connection,
  ids: readonly string[],
  options: { waitMs: number },
): Promise<void> {
  await db.execute(sql`select set_config('lock_timeout', ${`${options.waitMs}ms`}, true)`);
  await db
    .select({ id: persons.id })
    .from(persons)
    .where(inArray(persons.id, [...ids]))
    .orderBy(asc(persons.id))
    .for("update");
}

/** Whether a statement gave up because somebody else held a row for too long, or for ever. */
export function isLockConflict(fault: unknown): boolean {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return code === "55P03" || code === "40P01";
}

/** What a preview shows of each person's learning; a person without any is not in the list. */
export async function summariseLearning(db: Connection, personIds: readonly string[]) {
  const ids = [...personIds];
  const places = await db
    .select({
      personId: activityProgress.personId,
      done: sql<number>`count(${activityProgress.completedAt})::int`,
      lastEventAt: sql<Date>`max(${activityProgress.lastEventAt})`.mapWith(activityProgress.lastEventAt),
    })
    .from(activityProgress)
    .where(inArray(activityProgress.personId, ids))
    .groupBy(activityProgress.personId);
  const seconds = await db
    .select({
      personId: timeLedger.personId,
      seconds: sql<number>`sum(${timeLedger.activeSeconds})::int`,
    })
    .from(timeLedger)
    .where(inArray(timeLedger.personId, ids))
    .groupBy(timeLedger.personId);
  const proofs = await db
    .select({
      personId: evidence.personId,
      proofs: sql<number>`count(distinct (${evidence.source}, ${evidence.sourceId}))::int`,
    })
    .from(evidence)
    .where(inArray(evidence.personId, ids))
    .groupBy(evidence.personId);
  const of = <Row extends { personId: string }>(rows: Row[], id: string) =>
    rows.find((row) => row.personId === id);
  return new Map(
    ids.map((id) => [
      id,
      {
        activitiesDone: of(places, id)?.done ?? 0,
        lastEventAt: of(places, id)?.lastEventAt ?? null,
        activeSeconds: of(seconds, id)?.seconds ?? 0,
        proofs: of(proofs, id)?.proofs ?? 0,
      },
    ]),
  );
}

/** The cards of each person that open a door, and the devices she is signed in on. */
export async function countMeans(db: Connection, personIds: readonly string[], now: Date) {
  const cards = await db
    .select({ personId: accessCards.personId })
    .from(accessCards)
    .where(and(inArray(accessCards.personId, [...personIds]), isNull(accessCards.revokedAt)));
  const devices = await db
    .select({ personId: sessions.personId })
    .from(sessions)
    .where(
      and(
        inArray(sessions.personId, [...personIds]),
        sql`${sessions.expiresAt} > ${now.toISOString()}::timestamptz`,
      ),
    );
  const count = (rows: { personId: string }[], id: string) =>
    rows.filter((row) => row.personId === id).length;
  return new Map(personIds.map((id) => [id, { cards: count(cards, id), devices: count(devices, id) }]));
}

/** Ids under which a person was known before: whoever was merged into her. */
export async function listFormerIds(db: Connection, personId: string): Promise<string[]> {
  const rows = await db
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.mergedIntoId, personId))
    .orderBy(asc(persons.id));
  return rows.map(({ id }) => id);
}

/** Whether somebody turned out to be somebody else. */
export async function isMerged(db: Connection, personId: string): Promise<boolean> {
  const [row] = await db
    .select({ mergedIntoId: persons.mergedIntoId })
    .from(persons)
    .where(eq(persons.id, personId));
  return row?.mergedIntoId != null;
}

/**
 * Every column that refers to a person and still holds this one, as "table.column", by the catalogue of the database
 * itself: a table that nobody thought of is found too.
 */
export async function listReferences(db: Connection, personId: string): Promise<string[]> {
  const columns = await db.execute<{ table: string; column: string }>(sql`
    select con.conrelid::regclass::text as table, att.attname as column
    from pg_constraint con
    join pg_attribute att on att.attrelid = con.conrelid and att.attnum = con.conkey[1]
    where con.contype = 'f' and con.confrelid = 'persons'::regclass
    order by 1, 2`);
  const left: string[] = [];
  for (const { table, column } of columns) {
    const rows = await db.execute(
      sql`select 1 from ${sql.raw(table)} where ${sql.identifier(column)} = ${personId}::uuid limit 1`,
    );
    if (rows.length > 0) left.push(`${table}.${column}`);
  }
  return left;
}

/** Learners of some cohorts now, of some organisations, or (null) of the instance. */
export type LearnerScope = { cohortIds: readonly string[] } | { organisationIds: readonly string[] } | null;

/**
 * Learners within a scope whose names have words beginning with all of `words`, by name, with the groups they are or were
 * in: of the organisations of the scope; without one, of all, each with the name of its organisation.
 */
export async function searchLearnersWithin(
  db: Connection,
  params: { scope: LearnerScope; exceptId: string | null; words: readonly string[]; most: number },
) {
  const { scope } = params;
  const ids = scope === null ? [] : "cohortIds" in scope ? scope.cohortIds : scope.organisationIds;
  const given = sql`(select unnest(${sql.param(ids)}::uuid[]))`;
  const houses =
    scope !== null && "cohortIds" in scope
      ? sql`(select organisation_id from cohorts where id in ${given})`
      : given;
  const inScope =
    scope === null
      ? sql`true`
      : "cohortIds" in scope
        ? sql`place.cohort_id in ${given} and place.left_at is null`
        : sql`place.organisation_id in ${given}`;
  const label = scope === null ? sql`cohort.name || ' – ' || house.name` : sql`cohort.name`;
  return db
    .select({
      personId: persons.id,
      firstName: persons.firstName,
      familyName: persons.familyName,
      groups: sql<string[]>`coalesce((
        select json_agg(distinct ${label})
        from cohort_memberships place join cohorts cohort on cohort.id = place.cohort_id
        join organisations house on house.id = place.organisation_id
        where place.person_id = persons.id and place.role = 'learner'
          and ${scope === null ? sql`true` : sql`place.organisation_id in ${houses}`}), '[]'::json)`,
    })
    .from(persons)
    .where(
      and(
        params.exceptId === null ? undefined : ne(persons.id, params.exceptId),
        isNull(persons.erasedAt),
        sql`exists (select 1 from cohort_memberships place where place.person_id = persons.id
          and place.role = 'learner' and ${inScope})`,
        ...haveBeginnings(params.words),
      ),
    )
    .orderBy(asc(persons.familyName), asc(persons.firstName), asc(persons.id))
    .limit(params.most);
}
