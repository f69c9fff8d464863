import { and, desc, eq, ne } from "drizzle-orm";
import type { Connection } from "../client";
import { attempts } from "../schema/assessment";
import type { AttemptRow } from "./assessment";

/** The placement of a learner in a course; null for who has none. */
export async function findPlacement(
  db: Connection,
  place: { personId: string; course: string },
): Promise<AttemptRow | null> {
  const [row] = await db
    .select()
    .from(attempts)
    .where(
      and(
        eq(attempts.personId, place.personId),
        eq(attempts.course, place.course),
        eq(attempts.kind, "placement"),
        ne(attempts.status, "left"),
      ),
    )
    .orderBy(desc(attempts.openedAt))
    .limit(1);
  return row ?? null;
}

/** Adds to what a placement has asked. Ask for it behind the lock on the attempt. */
export async function setDrawn(db: Connection, attemptId: string, drawn: unknown): Promise<void> {
  await db.update(attempts).set({ drawn }).where(eq(attempts.id, attemptId));
}
