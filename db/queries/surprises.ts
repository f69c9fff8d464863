import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Connection } from "../client";
import type { SurpriseOutcome } from "../enums";
import { surpriseSchedules, surprises } from "../schema/surprises";

export type ScheduleRow = typeof surpriseSchedules.$inferSelect;
export type SurpriseRow = typeof surprises.$inferSelect;
type Place = { personId: string; course: string };

export async function findSurpriseSchedule(db: Connection, place: Place): Promise<ScheduleRow | null> {
  const [row] = await db
    .select()
    .from(surpriseSchedules)
    .where(and(eq(surpriseSchedules.personId, place.personId), eq(surpriseSchedules.course, place.course)));
  return row ?? null;
}

/** Writes the given columns of a learner's schedule in a course, and makes it when there is none. */
export async function upsertSurpriseSchedule(
  db: Connection,
  place: Place & { organisationId: string },
  set: Partial<Pick<ScheduleRow, "dueAt" | "stoppedByLearnerAt" | "stoppedByTrainerAt">>,
): Promise<void> {
  await db
    .insert(surpriseSchedules)
    .values({ ...place, ...set })
    .onConflictDoUpdate({ target: [surpriseSchedules.personId, surpriseSchedules.course], set });
}

/** What was shown to a learner in a course, the oldest first. */
export async function listSurprises(db: Connection, place: Place): Promise<SurpriseRow[]> {
  return db
    .select()
    .from(surprises)
    .where(and(eq(surprises.personId, place.personId), eq(surprises.course, place.course)))
    .orderBy(asc(surprises.number));
}

/** Notes that one is shown; false when another tab or device had the same number first (unique index). */
export async function insertSurprise(
  db: Connection,
  surprise: typeof surprises.$inferInsert,
): Promise<boolean> {
  const rows = await db
    .insert(surprises)
    .values(surprise)
    .onConflictDoNothing()
    .returning({ id: surprises.id });
  return rows.length === 1;
}

/** One that was shown. `hold` keeps others from opening it until the transaction ends. */
export async function findSurprise(
  db: Connection,
  surpriseId: string,
  options: { hold?: boolean } = {},
): Promise<SurpriseRow | null> {
  const query = db.select().from(surprises).where(eq(surprises.id, surpriseId));
  const [row] = await (options.hold ? query.for("update") : query);
  return row ?? null;
}

/** The run in which it is played. */
export async function setSurpriseAttempt(
  db: Connection,
  surpriseId: string,
  attemptId: string,
): Promise<void> {
  await db.update(surprises).set({ attemptId }).where(eq(surprises.id, surpriseId));
}

/** Notes what the learner did, once: the first answer counts. */
export async function answerSurprise(
  db: Connection,
  attemptId: string,
  answer: { outcome: SurpriseOutcome; answeredAt: Date },
): Promise<void> {
  await db
    .update(surprises)
    .set(answer)
    .where(and(eq(surprises.attemptId, attemptId), isNull(surprises.outcome)));
}

/** How many each learner was shown in a course, and what became of them. No row for who was shown none. */
export async function countSurprises(
  db: Connection,
  params: { personIds: readonly string[]; course: string },
) {
  if (params.personIds.length === 0) return [];
  const ended = (outcome: SurpriseOutcome) =>
    sql<number>`count(*) filter (where ${surprises.outcome} = ${outcome})::int`;
  return db
    .select({
      personId: surprises.personId,
      shown: sql<number>`count(*)::int`,
      refused: ended("refused"),
      accepted: ended("accepted"),
    })
    .from(surprises)
    .where(and(inArray(surprises.personId, [...params.personIds]), eq(surprises.course, params.course)))
    .groupBy(surprises.personId);
}

/** A learner's schedule and what was shown to her, in all courses. */
export async function selectSurprises(db: Connection, personId: string) {
  const schedules = await db
    .select()
    .from(surpriseSchedules)
    .where(eq(surpriseSchedules.personId, personId))
    .orderBy(asc(surpriseSchedules.course));
  const shown = await db
    .select()
    .from(surprises)
    .where(eq(surprises.personId, personId))
    .orderBy(asc(surprises.shownAt));
  const withoutIds = <Row extends { personId: string; organisationId: string }>(rows: Row[]) =>
    rows.map(({ personId: _person, organisationId: _organisation, ...row }) => row);
  return { surpriseSchedules: withoutIds(schedules), surprises: withoutIds(shown) };
}

export async function deleteSurprises(db: Connection, personId: string): Promise<void> {
  await db.delete(surprises).where(eq(surprises.personId, personId));
  await db.delete(surpriseSchedules).where(eq(surpriseSchedules.personId, personId));
}
