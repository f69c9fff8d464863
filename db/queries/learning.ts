import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Connection } from "../client";
import { activityProgress, learnerEvents, timeLedger } from "../schema/learning";
import { refresherSchedules } from "../schema/refreshers";

export type NewLearnerEvent = Omit<typeof learnerEvents.$inferInsert, "position">;
export type ProgressRow = typeof activityProgress.$inferSelect;

/**
 * Appends one event once no other of this learner in this course is under way: the order of the log is the order of
 * folding, and a rebuild comes to the same. Holds others back until the transaction ends. One statement: the place in
 * the log is given out behind the lock. Who was erased or became somebody else in this very moment gets no line.
 *
 * @returns false when its id, or its place in the attempt, was taken already, or when there is no such person any more
 */
export async function appendLearnerEvent(db: Connection, event: NewLearnerEvent): Promise<boolean> {
  const kept = await db.execute(sql`with turn as materialized (select ${learnerLock(event)}),
    her as materialized (select persons.id from turn, persons
      where persons.id = ${event.personId}::uuid and persons.erased_at is null for key share of persons)
    insert into learner_events (id, organisation_id, person_id, kind, course, activity_id, content_hash, attempt_id,
      seq, payload, occurred_at, recorded_at)
    select ${event.id}::uuid, ${event.organisationId}::uuid, ${event.personId}::uuid,
      ${event.kind}::learner_event_kind, ${event.course}, ${event.activityId}, ${event.contentHash},
      ${event.attemptId}::uuid, ${event.seq}::int, ${JSON.stringify(event.payload)}::jsonb,
      ${event.occurredAt.toISOString()}::timestamptz, ${event.recordedAt.toISOString()}::timestamptz
    from her
    on conflict do nothing
    returning id`);
  return kept.length === 1;
}

const learnerLock = ({ personId, course }: { personId: string; course: string }) =>
  sql`pg_advisory_xact_lock(hashtextextended(${`learner/${personId}/${course}`}, 0))`;

/** Whose event it is and what it is about; null for an id that is free. */
export async function findLearnerEvent(db: Connection, eventId: string) {
  const [row] = await db
    .select({
      personId: learnerEvents.personId,
      kind: learnerEvents.kind,
      course: learnerEvents.course,
      activityId: learnerEvents.activityId,
    })
    .from(learnerEvents)
    .where(eq(learnerEvents.id, eventId));
  return row ?? null;
}

/** Takes the turn of a learner in a course, as `appendLearnerEvent` does, until the transaction ends. */
export async function lockLearner(
  db: Connection,
  place: { personId: string; course: string },
): Promise<void> {
  await db.execute(sql`select ${learnerLock(place)}`);
}

/** Holds back new events of everybody until the transaction ends. */
export async function lockLearnerEvents(db: Connection): Promise<void> {
  await db.execute(sql`lock table ${learnerEvents} in exclusive mode`);
}

export async function findProgress(
  db: Connection,
  place: { personId: string; course: string; activityId: string },
): Promise<ProgressRow | null> {
  const [row] = await db
    .select()
    .from(activityProgress)
    .where(
      and(
        eq(activityProgress.personId, place.personId),
        eq(activityProgress.course, place.course),
        eq(activityProgress.activityId, place.activityId),
      ),
    );
  return row ?? null;
}

/**
 * Writes where a learner is now, and adds the seconds since her last event of that day when they are within the idle
 * cut-off: the same rule as `activeSecondsBetween`. One statement: two tabs cannot count the same seconds twice.
 */
export async function saveReadModels(
  db: Connection,
  place: typeof activityProgress.$inferInsert,
  time: { day: string; at: Date; idleCutOff: number },
): Promise<void> {
  const ledger = db.$with("ledger").as(addActiveTime(db, { ...place, ...time }));
  await db
    .with(ledger)
    .insert(activityProgress)
    .values(place)
    .onConflictDoUpdate({
      target: [activityProgress.personId, activityProgress.course, activityProgress.activityId],
      set: place,
    });
}

export async function listProgress(
  db: Connection,
  params: { personIds: readonly string[]; course: string },
): Promise<ProgressRow[]> {
  if (params.personIds.length === 0) return [];
  return db
    .select()
    .from(activityProgress)
    .where(
      and(
        inArray(activityProgress.personId, [...params.personIds]),
        eq(activityProgress.course, params.course),
      ),
    )
    .orderBy(asc(activityProgress.activityId));
}

/** The part of `saveReadModels` about time, for what is no place in the course. */
export function addActiveTime(
  db: Connection,
  entry: {
    personId: string;
    organisationId: string;
    course: string;
    day: string;
    at: Date;
    idleCutOff: number;
  },
) {
  const gap = sql`floor(extract(epoch from excluded.last_event_at - ${timeLedger.lastEventAt}))::int`;
  return db
    .insert(timeLedger)
    .values({
      personId: entry.personId,
      organisationId: entry.organisationId,
      course: entry.course,
      day: entry.day,
      activeSeconds: 0,
      lastEventAt: entry.at,
    })
    .onConflictDoUpdate({
      target: [timeLedger.personId, timeLedger.course, timeLedger.day],
      set: {
        activeSeconds: sql`${timeLedger.activeSeconds} + case when ${gap} between 1 and ${entry.idleCutOff} then ${gap} else 0 end`,
        lastEventAt: sql`greatest(${timeLedger.lastEventAt}, excluded.last_event_at)`,
      },
    })
    .returning({ day: timeLedger.day });
}

/** Active seconds per person in a course, over all days. */
export async function sumActiveSeconds(
  db: Connection,
  params: { personIds: readonly string[]; course: string },
): Promise<Map<string, number>> {
  if (params.personIds.length === 0) return new Map();
  const rows = await db
    .select({ personId: timeLedger.personId, seconds: sql<number>`sum(${timeLedger.activeSeconds})::int` })
    .from(timeLedger)
    .where(and(inArray(timeLedger.personId, [...params.personIds]), eq(timeLedger.course, params.course)))
    .groupBy(timeLedger.personId);
  return new Map(rows.map((row) => [row.personId, row.seconds]));
}

/** A page of the log in order of recording, after `position`; of some learners only, when they are given. */
export async function listLearnerEvents(
  db: Connection,
  params: { after: number; limit: number; personIds?: readonly string[] },
) {
  return db
    .select()
    .from(learnerEvents)
    .where(
      and(
        gt(learnerEvents.position, params.after),
        params.personIds && inArray(learnerEvents.personId, [...params.personIds]),
      ),
    )
    .orderBy(asc(learnerEvents.position))
    .limit(params.limit);
}

export async function listAttemptEvents(db: Connection, attemptId: string) {
  return db
    .select({ id: learnerEvents.id, seq: learnerEvents.seq, payload: learnerEvents.payload })
    .from(learnerEvents)
    .where(eq(learnerEvents.attemptId, attemptId))
    .orderBy(asc(learnerEvents.seq));
}

/** Empties the read models; of some learners only, when they are given. */
export async function deleteReadModels(
  db: Connection,
  of: { personIds?: readonly string[] } = {},
): Promise<void> {
  type Whose =
    | typeof activityProgress.personId
    | typeof timeLedger.personId
    | typeof refresherSchedules.personId;
  const theirs = (column: Whose) => of.personIds && inArray(column, [...of.personIds]);
  await db.delete(activityProgress).where(theirs(activityProgress.personId));
  await db.delete(timeLedger).where(theirs(timeLedger.personId));
  await db.delete(refresherSchedules).where(theirs(refresherSchedules.personId));
}
