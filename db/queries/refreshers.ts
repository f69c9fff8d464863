import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Connection } from "../client";
import { refresherSchedules, refresherSwitches, refreshers } from "../schema/refreshers";

export type RefresherScheduleRow = typeof refresherSchedules.$inferSelect;
export type RefresherSwitchRow = typeof refresherSwitches.$inferSelect;
export type RefresherRow = typeof refreshers.$inferSelect;
type Place = { personId: string; course: string };

/** When each competence of some learners of a course comes back, the earliest first. */
export async function listRefresherSchedules(
  db: Connection,
  params: { personIds: readonly string[]; course: string },
): Promise<RefresherScheduleRow[]> {
  if (params.personIds.length === 0) return [];
  return db
    .select()
    .from(refresherSchedules)
    .where(
      and(
        inArray(refresherSchedules.personId, [...params.personIds]),
        eq(refresherSchedules.course, params.course),
      ),
    )
    .orderBy(asc(refresherSchedules.dueOn), asc(refresherSchedules.competence));
}

/** Writes schedules as they are now, in one statement. */
export async function saveRefresherSchedules(
  db: Connection,
  rows: readonly (typeof refresherSchedules.$inferInsert)[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(refresherSchedules)
    .values([...rows])
    .onConflictDoUpdate({
      target: [refresherSchedules.personId, refresherSchedules.course, refresherSchedules.competence],
      set: {
        dueOn: sql`excluded.due_on`,
        reviewedOn: sql`excluded.reviewed_on`,
        reviews: sql`excluded.reviews`,
        stability: sql`excluded.stability`,
        difficulty: sql`excluded.difficulty`,
      },
    });
}

/** Who stopped the refreshers of some learners of a course; no row for whom nobody did. */
export async function listRefresherSwitches(
  db: Connection,
  params: { personIds: readonly string[]; course: string },
): Promise<RefresherSwitchRow[]> {
  if (params.personIds.length === 0) return [];
  return db
    .select()
    .from(refresherSwitches)
    .where(
      and(
        inArray(refresherSwitches.personId, [...params.personIds]),
        eq(refresherSwitches.course, params.course),
      ),
    );
}

/** Writes the given columns of a learner's switch in a course, and makes it when there is none. */
export async function upsertRefresherSwitch(
  db: Connection,
  place: Place & { organisationId: string },
  set: Partial<Pick<RefresherSwitchRow, "stoppedByLearnerAt" | "stoppedByTrainerAt">>,
): Promise<void> {
  await db
    .insert(refresherSwitches)
    .values({ ...place, ...set })
    .onConflictDoUpdate({ target: [refresherSwitches.personId, refresherSwitches.course], set });
}

/** The refreshers some learners of a course opened, the oldest first. */
export async function listRefreshers(
  db: Connection,
  params: { personIds: readonly string[]; course: string; day?: string },
): Promise<RefresherRow[]> {
  if (params.personIds.length === 0) return [];
  return db
    .select()
    .from(refreshers)
    .where(
      and(
        inArray(refreshers.personId, [...params.personIds]),
        eq(refreshers.course, params.course),
        params.day === undefined ? undefined : eq(refreshers.day, params.day),
      ),
    )
    .orderBy(asc(refreshers.day));
}

/** Opens the refresher of a day; null when another tab or device had one of this day first (unique index). */
export async function insertRefresher(
  db: Connection,
  refresher: typeof refreshers.$inferInsert,
): Promise<RefresherRow | null> {
  const [row] = await db.insert(refreshers).values(refresher).onConflictDoNothing().returning();
  return row ?? null;
}

/** One that was opened. `hold` keeps others from answering it until the transaction ends. */
export async function findRefresher(
  db: Connection,
  refresherId: string,
  options: { hold?: boolean } = {},
): Promise<RefresherRow | null> {
  const query = db.select().from(refreshers).where(eq(refreshers.id, refresherId));
  const [row] = await (options.hold ? query.for("update") : query);
  return row ?? null;
}

/** The run in which its simulation is played. */
export async function setRefresherAttempt(
  db: Connection,
  refresherId: string,
  attemptId: string,
): Promise<void> {
  await db.update(refreshers).set({ attemptId }).where(eq(refreshers.id, refresherId));
}

/** Keeps the answer to a question. */
export async function keepRefresherAnswer(
  db: Connection,
  refresherId: string,
  given: { answer: unknown; score: number; answeredAt: Date },
): Promise<void> {
  await db.update(refreshers).set(given).where(eq(refreshers.id, refresherId));
}

/** Keeps how a run came out, once: the first result counts. */
export async function keepRefresherScore(
  db: Connection,
  attemptId: string,
  result: { score: number; answeredAt: Date },
): Promise<void> {
  await db
    .update(refreshers)
    .set(result)
    .where(and(eq(refreshers.attemptId, attemptId), isNull(refreshers.answeredAt)));
}

/** The switches of some persons in all courses. */
export async function listAllRefresherSwitches(
  db: Connection,
  personIds: readonly string[],
): Promise<RefresherSwitchRow[]> {
  return db
    .select()
    .from(refresherSwitches)
    .where(inArray(refresherSwitches.personId, [...personIds]))
    .orderBy(asc(refresherSwitches.course));
}

/** A learner's switches and refreshers in all courses, and when each competence comes back. */
export async function selectRefreshers(db: Connection, personId: string) {
  const schedules = await db
    .select()
    .from(refresherSchedules)
    .where(eq(refresherSchedules.personId, personId))
    .orderBy(asc(refresherSchedules.course), asc(refresherSchedules.competence));
  const switches = await db
    .select()
    .from(refresherSwitches)
    .where(eq(refresherSwitches.personId, personId))
    .orderBy(asc(refresherSwitches.course));
  const opened = await db
    .select()
    .from(refreshers)
    .where(eq(refreshers.personId, personId))
    .orderBy(asc(refreshers.takenAt));
  const withoutIds = <Row extends { personId: string; organisationId: string }>(rows: Row[]) =>
    rows.map(({ personId: _person, organisationId: _organisation, ...row }) => row);
  return {
    refresherSchedules: withoutIds(schedules),
    refresherSwitches: withoutIds(switches),
    refreshers: withoutIds(opened),
  };
}

export async function deleteRefreshers(db: Connection, personId: string): Promise<void> {
  await db.delete(refreshers).where(eq(refreshers.personId, personId));
  await db.delete(refresherSwitches).where(eq(refresherSwitches.personId, personId));
  await db.delete(refresherSchedules).where(eq(refresherSchedules.personId, personId));
}

/** Replaces every switch of two learners who are one by the given ones. */
export async function replaceRefresherSwitches(
  db: Connection,
  personIds: readonly string[],
  switches: readonly (typeof refresherSwitches.$inferInsert)[],
): Promise<void> {
  await db.delete(refresherSwitches).where(inArray(refresherSwitches.personId, [...personIds]));
  if (switches.length > 0) await db.insert(refresherSwitches).values([...switches]);
}

/** Gives every refresher to one learner. Where both opened one on one day the answered one stays. */
export async function moveRefreshers(
  db: Connection,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<void> {
  await db.execute(sql`delete from refreshers where id in (select id from (
      select id, row_number() over (partition by course, day
        order by answered_at nulls last, (person_id = ${intoId}::uuid) desc, id) as rank
      from refreshers where person_id in (${fromId}::uuid, ${intoId}::uuid)) as ranked where rank > 1)`);
  await db.update(refreshers).set({ personId: intoId }).where(eq(refreshers.personId, fromId));
}
