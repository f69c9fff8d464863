import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Connection } from "../client";
import { attempts, examGrants } from "../schema/assessment";
import { simulationAttempts } from "../schema/simulation";
import type { AttemptRow } from "./assessment";
import type { SimulationAttemptRow } from "./simulation";

type Place = { personIds: readonly string[]; course: string };
export type ExamGrantRow = typeof examGrants.$inferSelect;

/** Every exam of some learners in a course, the oldest first; without those that were left when two entries became one. */
export async function listExams(db: Connection, { personIds, course }: Place): Promise<AttemptRow[]> {
  if (personIds.length === 0) return [];
  return db
    .select()
    .from(attempts)
    .where(
      and(
        inArray(attempts.personId, [...personIds]),
        eq(attempts.course, course),
        eq(attempts.kind, "exam"),
        ne(attempts.status, "left"),
      ),
    )
    .orderBy(asc(attempts.openedAt), asc(attempts.id));
}

export async function listExamGrants(db: Connection, { personIds, course }: Place): Promise<ExamGrantRow[]> {
  if (personIds.length === 0) return [];
  return db
    .select()
    .from(examGrants)
    .where(and(inArray(examGrants.personId, [...personIds]), eq(examGrants.course, course)));
}

/** Notes what a trainer did; false when it was noted before (its id, or the exam that is supervised). */
export async function insertExamGrant(
  db: Connection,
  grant: typeof examGrants.$inferInsert,
): Promise<boolean> {
  const rows = await db
    .insert(examGrants)
    .values(grant)
    .onConflictDoNothing()
    .returning({ id: examGrants.id });
  return rows.length === 1;
}

/** The runs of an exam. */
export async function listExamRuns(db: Connection, examId: string): Promise<SimulationAttemptRow[]> {
  return db.select().from(simulationAttempts).where(eq(simulationAttempts.examId, examId));
}

/** What a learner has played so far in a course: each simulation and variant once, demonstrations excepted. */
export async function listPlayedVariants(db: Connection, place: { personId: string; course: string }) {
  return db
    .selectDistinct({ activityId: simulationAttempts.activityId, variant: simulationAttempts.variant })
    .from(simulationAttempts)
    .where(and(eq(simulationAttempts.personId, place.personId), eq(simulationAttempts.course, place.course)));
}
