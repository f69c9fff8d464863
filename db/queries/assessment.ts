import { and, asc, desc, eq, inArray, ne } from "drizzle-orm";
import type { Connection } from "../client";
import { answers, attempts } from "../schema/assessment";

export type AttemptRow = typeof attempts.$inferSelect;

/** Opens an attempt; null when the learner has one open on this activity already (unique index). */
export async function insertAttempt(
  db: Connection,
  attempt: typeof attempts.$inferInsert,
): Promise<AttemptRow | null> {
  const [row] = await db.insert(attempts).values(attempt).onConflictDoNothing().returning();
  return row ?? null;
}

export async function findOpenAttempt(
  db: Connection,
  place: { personId: string; course: string; activityId: string },
): Promise<AttemptRow | null> {
  const [row] = await db
    .select()
    .from(attempts)
    .where(
      and(
        eq(attempts.personId, place.personId),
        eq(attempts.course, place.course),
        eq(attempts.activityId, place.activityId),
        eq(attempts.status, "open"),
      ),
    );
  return row ?? null;
}

/** Records a graded answer; false when this question was answered before in the attempt (unique index). */
export async function insertAnswer(db: Connection, answer: typeof answers.$inferInsert): Promise<boolean> {
  const kept = await db
    .insert(answers)
    .values(answer)
    .onConflictDoNothing({ target: [answers.attemptId, answers.questionId] })
    .returning({ eventId: answers.eventId });
  return kept.length === 1;
}

export async function listAnswers(db: Connection, attemptId: string) {
  return db.select().from(answers).where(eq(answers.attemptId, attemptId)).orderBy(asc(answers.answeredAt));
}

/** Locks the attempt row, so that of two last answers exactly one completes it. One that was left is there no more. */
export async function lockAttempt(db: Connection, attemptId: string): Promise<AttemptRow | null> {
  const [row] = await db
    .select()
    .from(attempts)
    .where(and(eq(attempts.id, attemptId), ne(attempts.status, "left")))
    .for("update");
  return row ?? null;
}

export async function completeAttempt(
  db: Connection,
  params: { attemptId: string; score: number | null; completedAt: Date; passed?: boolean },
): Promise<void> {
  await db
    .update(attempts)
    .set({
      status: "completed",
      score: params.score,
      completedAt: params.completedAt,
      passed: params.passed ?? null,
    })
    .where(eq(attempts.id, params.attemptId));
}

/** Completed attempts, newest first: best and last are both shown. */
export async function listCompletedAttempts(
  db: Connection,
  params: { personIds: readonly string[]; course: string },
): Promise<AttemptRow[]> {
  if (params.personIds.length === 0) return [];
  return db
    .select()
    .from(attempts)
    .where(
      and(
        inArray(attempts.personId, [...params.personIds]),
        eq(attempts.course, params.course),
        eq(attempts.status, "completed"),
      ),
    )
    .orderBy(desc(attempts.completedAt));
}

/** A learner's newest answer to each question of a course, in checks. */
export async function listNewestAnswers(db: Connection, place: { personId: string; course: string }) {
  return db
    .selectDistinctOn([answers.questionId], {
      questionId: answers.questionId,
      correct: answers.correct,
      answeredAt: answers.answeredAt,
    })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(and(eq(attempts.personId, place.personId), eq(attempts.course, place.course)))
    .orderBy(asc(answers.questionId), desc(answers.answeredAt));
}
