import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Connection } from "../client";
import { simulationAttempts } from "../schema/simulation";

export type SimulationAttemptRow = typeof simulationAttempts.$inferSelect;
type Place = { personId: string; course: string; activityId: string };

/** Opens a run; null when the learner has one open on this activity already (unique index). */
export async function insertSimulationAttempt(
  db: Connection,
  attempt: typeof simulationAttempts.$inferInsert,
): Promise<SimulationAttemptRow | null> {
  const [row] = await db.insert(simulationAttempts).values(attempt).onConflictDoNothing().returning();
  return row ?? null;
}

export async function findOpenSimulationAttempt(
  db: Connection,
  place: Place,
): Promise<SimulationAttemptRow | null> {
  const [row] = await db
    .select()
    .from(simulationAttempts)
    .where(
      and(
        eq(simulationAttempts.personId, place.personId),
        eq(simulationAttempts.course, place.course),
        eq(simulationAttempts.activityId, place.activityId),
        eq(simulationAttempts.status, "open"),
      ),
    );
  return row ?? null;
}

/** Locks the run, so that two deliveries of moves are taken one after the other. */
export async function lockSimulationAttempt(
  db: Connection,
  attemptId: string,
): Promise<SimulationAttemptRow | null> {
  const [row] = await db
    .select()
    .from(simulationAttempts)
    .where(eq(simulationAttempts.id, attemptId))
    .for("update");
  return row ?? null;
}

/** Writes the verdict of the replay and closes the run. */
export async function completeSimulationAttempt(
  db: Connection,
  attemptId: string,
  verdict: Pick<
    typeof simulationAttempts.$inferInsert,
    | "outcome"
    | "assistance"
    | "score"
    | "hintsUsed"
    | "mistakes"
    | "criticalMistakes"
    | "falseAccepts"
    | "falseRefuses"
    | "activeSeconds"
    | "completedAt"
  >,
): Promise<void> {
  await db
    .update(simulationAttempts)
    .set({ ...verdict, status: "completed" })
    .where(eq(simulationAttempts.id, attemptId));
}

/** Keeps what a run that goes on has shown already of wrong answers to requests. */
export async function keepRequestCounts(
  db: Connection,
  attemptId: string,
  counts: Pick<SimulationAttemptRow, "falseAccepts" | "falseRefuses">,
): Promise<void> {
  await db.update(simulationAttempts).set(counts).where(eq(simulationAttempts.id, attemptId));
}

/**
 * Of each learner's runs in a course: how many were an occasion to say yes or no wrongly to a request, and in how many
 * she did. No row for who had no such run.
 */
export async function countRequestRuns(
  db: Connection,
  params: { personIds: readonly string[]; course: string },
) {
  if (params.personIds.length === 0) return [];
  const { falseAccepts, falseRefuses } = simulationAttempts;
  const runs = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::int`;
  return db
    .select({
      personId: simulationAttempts.personId,
      acceptChances: runs(sql`${falseAccepts} is not null`),
      falseAccepts: runs(sql`${falseAccepts} > 0`),
      refuseChances: runs(sql`${falseRefuses} is not null`),
      falseRefuses: runs(sql`${falseRefuses} > 0`),
    })
    .from(simulationAttempts)
    .where(
      and(
        inArray(simulationAttempts.personId, [...params.personIds]),
        eq(simulationAttempts.course, params.course),
      ),
    )
    .groupBy(simulationAttempts.personId);
}
