import { and, asc, eq, gte, inArray, sql } from "drizzle-orm";
import type { Connection } from "../client";
import { attempts, ratings } from "../schema/assessment";
import { learnerEvents } from "../schema/learning";

type Place = { personIds: readonly string[]; course: string };

/** Every self-assessment of some learners in a course with its ratings, the oldest first. One statement. */
export async function listSelfAssessments(db: Connection, { personIds, course }: Place) {
  if (personIds.length === 0) return [];
  return db
    .select({
      id: attempts.id,
      personId: attempts.personId,
      activityId: attempts.activityId,
      contentHash: attempts.contentHash,
      status: attempts.status,
      completedAt: attempts.completedAt,
      ratings: sql<
        Record<string, number>
      >`coalesce(jsonb_object_agg(${ratings.statementId}, ${ratings.rating}) filter (where ${ratings.rating} is not null), '{}')`,
    })
    .from(attempts)
    .leftJoin(ratings, eq(ratings.attemptId, attempts.id))
    .where(
      and(
        inArray(attempts.personId, [...personIds]),
        eq(attempts.course, course),
        eq(attempts.kind, "self-assessment"),
      ),
    )
    .groupBy(attempts.id)
    .orderBy(asc(attempts.openedAt), asc(attempts.id));
}
export type SelfAssessmentRow = Awaited<ReturnType<typeof listSelfAssessments>>[number];

/** The place of the next event of an attempt. Ask for it behind the lock on the attempt. */
export async function nextSeq(db: Connection, attemptId: string): Promise<number> {
  const [row] = await db
    .select({ last: sql<number>`coalesce(max(${learnerEvents.seq}), -1)::int` })
    .from(learnerEvents)
    .where(eq(learnerEvents.attemptId, attemptId));
  return (row?.last ?? -1) + 1;
}

/** Keeps a rating. One that was given later, on another device, stays: what she said last counts. */
export async function upsertRating(db: Connection, rating: typeof ratings.$inferInsert): Promise<void> {
  const { eventId, rating: step, ratedAt } = rating;
  await db
    .insert(ratings)
    .values(rating)
    .onConflictDoUpdate({
      target: [ratings.attemptId, ratings.statementId],
      set: { eventId, rating: step, ratedAt },
      setWhere: gte(sql`excluded.rated_at`, ratings.ratedAt),
    });
}

/** What counts of an attempt now, by statement. */
export async function listRatings(db: Connection, attemptId: string): Promise<Record<string, number>> {
  const rows = await db
    .select({ statementId: ratings.statementId, rating: ratings.rating })
    .from(ratings)
    .where(eq(ratings.attemptId, attemptId));
  return Object.fromEntries(rows.map(({ statementId, rating }) => [statementId, rating]));
}
