import { and, asc, eq, getTableColumns, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Connection } from "../client";
import { attempts, examGrants } from "../schema/assessment";
import { certificates } from "../schema/credentials";
import { accessCards, emailCodes, persons, roleAssignments, sessions } from "../schema/identity";
import { learnerEvents } from "../schema/learning";
import { cohortMemberships } from "../schema/organisations";
import { evidence } from "../schema/passport";
import { simulationAttempts } from "../schema/simulation";
import { surpriseSchedules, surprises } from "../schema/surprises";

/** Two persons who turned out to be one: everything of `fromId` becomes `intoId`'s. */
export type Move = { fromId: string; intoId: string };

/** Lets this transaction, and no other, say that lines of `fromId` are `intoId`'s (trigger `refuse_rewrite`). */
export async function allowMove(db: Connection, { fromId, intoId }: Move): Promise<void> {
  await db.execute(sql`select set_config('digiskipass.merging', ${`${fromId} into ${intoId}`}, true)`);
}

/** Gives the log of one learner to the other. Needs `allowMove`. Returns the number of lines. */
export async function moveLearnerEvents(db: Connection, { fromId, intoId }: Move): Promise<number> {
  const moved = await db
    .update(learnerEvents)
    .set({ personId: intoId })
    .where(eq(learnerEvents.personId, fromId))
    .returning({ id: learnerEvents.id });
  return moved.length;
}

/** Gives the proofs of one learner to the other. Needs `allowMove`. */
export async function moveEvidence(db: Connection, { fromId, intoId }: Move): Promise<void> {
  await db.update(evidence).set({ personId: intoId }).where(eq(evidence.personId, fromId));
}

export type PlaceRow = typeof cohortMemberships.$inferSelect;

/** Every place of the persons in any cohort. */
export async function listAllPlaces(db: Connection, personIds: readonly string[]): Promise<PlaceRow[]> {
  return db
    .select()
    .from(cohortMemberships)
    .where(inArray(cohortMemberships.personId, [...personIds]))
    .orderBy(asc(cohortMemberships.joinedAt), asc(cohortMemberships.id));
}

/** Takes places away, then writes the others as they are now: in this order, because only one may be active. */
export async function replacePlaces(
  db: Connection,
  change: { goneIds: readonly string[]; kept: readonly PlaceRow[] },
): Promise<void> {
  if (change.goneIds.length > 0) {
    await db.delete(cohortMemberships).where(inArray(cohortMemberships.id, [...change.goneIds]));
  }
  for (const { id, personId, joinedAt, leftAt } of change.kept) {
    await db
      .update(cohortMemberships)
      .set({ personId, joinedAt, leftAt })
      .where(eq(cohortMemberships.id, id));
  }
}

/** How much was done in an attempt or run, in lines of the log, and the place in the log of the last one. */
const openWork = (table: "attempts" | "simulation_attempts") => ({
  lines: sql<number>`(select count(*)::int from learner_events line where line.attempt_id = ${sql.identifier(table)}.id)`,
  last: sql<number>`coalesce((select max(line.position)::int from learner_events line
    where line.attempt_id = ${sql.identifier(table)}.id), 0)`,
});

/** The open attempts of the persons. */
export async function listOpenAttempts(db: Connection, personIds: readonly string[]) {
  return db
    .select({ ...getTableColumns(attempts), ...openWork("attempts") })
    .from(attempts)
    .where(and(inArray(attempts.personId, [...personIds]), eq(attempts.status, "open")));
}

/** The open runs of the persons. */
export async function listOpenRuns(db: Connection, personIds: readonly string[]) {
  return db
    .select({ ...getTableColumns(simulationAttempts), ...openWork("simulation_attempts") })
    .from(simulationAttempts)
    .where(and(inArray(simulationAttempts.personId, [...personIds]), eq(simulationAttempts.status, "open")));
}

/** Closes attempts that nobody will go on with, as they stand. */
export async function leaveAttempts(db: Connection, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(attempts)
    .set({ status: "left" })
    .where(inArray(attempts.id, [...ids]));
}

/** Gives the passages of one learner to the other, and what trainers allowed her. */
export async function moveAttempts(db: Connection, { fromId, intoId }: Move): Promise<void> {
  await db.update(attempts).set({ personId: intoId }).where(eq(attempts.personId, fromId));
  await db.update(examGrants).set({ personId: intoId }).where(eq(examGrants.personId, fromId));
}

export async function moveRuns(db: Connection, { fromId, intoId }: Move): Promise<void> {
  await db
    .update(simulationAttempts)
    .set({ personId: intoId })
    .where(eq(simulationAttempts.personId, fromId));
}

/** Gives every surprise to one learner and counts hers anew, the oldest first, in each course. */
export async function moveSurprises(db: Connection, { fromId, intoId }: Move): Promise<void> {
  const both = inArray(surprises.personId, [fromId, intoId]);
  // Out of the way of the new numbers, which are all above zero: the index of numbers is looked at row by row.
  await db
    .update(surprises)
    .set({ number: sql`-${surprises.number}` })
    .where(both);
  await db.execute(sql`update surprises set person_id = ${intoId}::uuid, number = fresh.number
    from (select id, row_number() over (partition by course order by shown_at, id)::int as number
      from surprises where person_id in (${fromId}::uuid, ${intoId}::uuid)) as fresh
    where surprises.id = fresh.id`);
}

export async function listSchedules(db: Connection, personIds: readonly string[]) {
  return db
    .select()
    .from(surpriseSchedules)
    .where(inArray(surpriseSchedules.personId, [...personIds]))
    .orderBy(asc(surpriseSchedules.course));
}

/** Replaces every schedule of the two by the given ones. */
export async function replaceSchedules(
  db: Connection,
  { fromId, intoId }: Move,
  schedules: (typeof surpriseSchedules.$inferInsert)[],
): Promise<void> {
  await db.delete(surpriseSchedules).where(inArray(surpriseSchedules.personId, [fromId, intoId]));
  if (schedules.length > 0) await db.insert(surpriseSchedules).values(schedules);
}

/** Of two valid certificates for one course the older one is replaced; then all of them are one holder's. */
export async function moveCertificates(
  db: Connection,
  { fromId, intoId }: Move,
  now: Date,
): Promise<{ superseded: number }> {
  const older = await db.execute(sql`update certificates set status = 'superseded',
      superseded_at = ${now.toISOString()}::timestamptz
    where id in (select id from (select id, row_number() over (partition by course
        order by issued_at desc, id desc) as rank
      from certificates where person_id in (${fromId}::uuid, ${intoId}::uuid) and status = 'valid') as ranked
    where rank > 1)
    returning id`);
  await db.update(certificates).set({ personId: intoId }).where(eq(certificates.personId, fromId));
  return { superseded: older.length };
}

/** Gives roles, cards, codes and devices of one person to the other. Returns how many cards work beside hers. */
export async function moveMeans(
  db: Connection,
  { fromId, intoId }: Move,
  now: Date,
): Promise<{ besideCards: number }> {
  await db.execute(sql`delete from role_assignments as hers using role_assignments as same
    where hers.person_id = ${fromId}::uuid and same.person_id = ${intoId}::uuid and same.role = hers.role
      and same.organisation_id is not distinct from hers.organisation_id`);
  await db.update(roleAssignments).set({ personId: intoId }).where(eq(roleAssignments.personId, fromId));
  const [active] = await db
    .select({ id: accessCards.id })
    .from(accessCards)
    .where(
      and(eq(accessCards.personId, intoId), isNull(accessCards.revokedAt), isNull(accessCards.besideSince)),
    );
  const beside = active
    ? await db
        .update(accessCards)
        .set({ besideSince: now })
        .where(
          and(
            eq(accessCards.personId, fromId),
            isNull(accessCards.revokedAt),
            isNull(accessCards.besideSince),
          ),
        )
        .returning({ id: accessCards.id })
    : [];
  await db.update(accessCards).set({ personId: intoId }).where(eq(accessCards.personId, fromId));
  // A code that is under way goes to a mailbox that may not be hers any more: she asks for a new one.
  await db
    .update(emailCodes)
    .set({
      personId: intoId,
      expiresAt: sql`least(${emailCodes.expiresAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(eq(emailCodes.personId, fromId));
  await db.update(sessions).set({ personId: intoId }).where(eq(sessions.personId, fromId));
  return { besideCards: beside.length };
}

/** Empties the row of who is somebody else now, then writes what the other one keeps of it. */
export async function joinPersonRows(
  db: Connection,
  { fromId, intoId }: Move,
  kept: Partial<typeof persons.$inferInsert>,
  now: Date,
): Promise<void> {
  await db
    .update(persons)
    .set({
      firstName: "",
      familyName: null,
      email: null,
      phone: null,
      textSize: 100,
      theme: null,
      contrast: null,
      erasedAt: now,
      mergedIntoId: intoId,
    })
    .where(eq(persons.id, fromId));
  // Whoever was merged into her before is now this one: never a chain.
  await db
    .update(persons)
    .set({ mergedIntoId: intoId })
    .where(and(eq(persons.mergedIntoId, fromId), ne(persons.id, fromId)));
  await db.update(persons).set(kept).where(eq(persons.id, intoId));
}
