import { and, desc, eq, gt, lt, lte, ne, sql } from "drizzle-orm";
import type { Connection } from "../client";
import type { CohortRole, Role } from "../enums";
import { accessCards, persons, roleAssignments, sessions } from "../schema/identity";
import { cohortMemberships, cohorts } from "../schema/organisations";

type HeldRole = { role: Role; organisationId: string | null };
type HeldPlace = { cohortId: string; organisationId: string; course: string; role: CohortRole };

/** A running session with its person, roles and active places in cohorts: one query, because every request makes it. */
export async function findLiveSession(db: Connection, params: { tokenHash: Buffer; now: Date }) {
  const roles = sql<HeldRole[]>`coalesce((
    select json_agg(json_build_object('role', ${roleAssignments.role}, 'organisationId', ${roleAssignments.organisationId}))
    from ${roleAssignments} where ${roleAssignments.personId} = ${sessions.personId}), '[]'::json)`;
  const memberships = sql<HeldPlace[]>`coalesce((
    select json_agg(json_build_object('cohortId', ${cohortMemberships.cohortId},
      'organisationId', ${cohortMemberships.organisationId}, 'course', ${cohorts.course}, 'role', ${cohortMemberships.role})
      order by ${cohortMemberships.joinedAt} desc)
    from ${cohortMemberships} join ${cohorts} on ${cohorts.id} = ${cohortMemberships.cohortId}
    where ${cohortMemberships.personId} = ${sessions.personId} and ${cohortMemberships.leftAt} is null), '[]'::json)`;
  const [row] = await db
    .select({
      id: sessions.id,
      means: sessions.means,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      personId: persons.id,
      firstName: persons.firstName,
      locale: persons.locale,
      textSize: persons.textSize,
      roles,
      memberships,
    })
    .from(sessions)
    .innerJoin(persons, eq(persons.id, sessions.personId))
    .where(
      and(
        eq(sessions.tokenHash, params.tokenHash),
        gt(sessions.expiresAt, params.now),
        sql`${persons.erasedAt} is null`,
      ),
    );
  return row ?? null;
}

/** Notes that a session was used, unless another request of the last minutes noted it already. */
export async function touchSession(
  db: Connection,
  params: { id: string; seenAt: Date; notSince: Date; expiresAt: Date },
): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: params.seenAt, expiresAt: params.expiresAt })
    .where(and(eq(sessions.id, params.id), lt(sessions.lastSeenAt, params.notSince)));
}

export async function insertSession(db: Connection, session: typeof sessions.$inferInsert): Promise<void> {
  await db.insert(sessions).values(session);
}

/** Keeps a card from being revoked until the transaction ends; false when it was revoked or locked already. */
export async function holdAccessCard(
  db: Connection,
  params: { id: string; personId: string },
): Promise<boolean> {
  const rows = await db
    .select({ id: accessCards.id })
    .from(accessCards)
    .where(
      and(
        eq(accessCards.id, params.id),
        eq(accessCards.personId, params.personId),
        sql`${accessCards.revokedAt} is null and ${accessCards.lockedAt} is null`,
      ),
    )
    .for("share");
  return rows.length === 1;
}

export async function listLiveSessions(db: Connection, params: { personId: string; now: Date }) {
  return db
    .select({
      id: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, params.personId), gt(sessions.expiresAt, params.now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt));
}

/** Ends one session; `personId` holds it to the sessions of that person. Answers whether there was one. */
export async function deleteSession(
  db: Connection,
  params: { id: string; personId?: string },
): Promise<boolean> {
  const rows = await db
    .delete(sessions)
    .where(
      and(eq(sessions.id, params.id), params.personId ? eq(sessions.personId, params.personId) : undefined),
    )
    .returning({ id: sessions.id });
  return rows.length === 1;
}

export async function deleteSessionByToken(db: Connection, tokenHash: Buffer): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

/** Ends every session of a person but one; returns how many. */
export async function deleteOtherSessions(
  db: Connection,
  params: { personId: string; keepId: string },
): Promise<number> {
  const rows = await db
    .delete(sessions)
    .where(and(eq(sessions.personId, params.personId), ne(sessions.id, params.keepId)))
    .returning({ id: sessions.id });
  return rows.length;
}

export async function deleteEndedSessions(db: Connection, now: Date): Promise<void> {
  await db.delete(sessions).where(lte(sessions.expiresAt, now));
}
