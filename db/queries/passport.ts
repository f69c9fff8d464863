import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Connection } from "../client";
import { evidence } from "../schema/passport";

export type EvidenceRow = typeof evidence.$inferSelect;

/** Appends proofs; the same source never proves the same competence twice. Returns how many were new. */
export async function insertEvidence(
  db: Connection,
  lines: (typeof evidence.$inferInsert)[],
): Promise<number> {
  if (lines.length === 0) return 0;
  const kept = await db.insert(evidence).values(lines).onConflictDoNothing().returning({ id: evidence.id });
  return kept.length;
}

export async function listEvidence(db: Connection, personIds: readonly string[]): Promise<EvidenceRow[]> {
  if (personIds.length === 0) return [];
  return db
    .select()
    .from(evidence)
    .where(inArray(evidence.personId, [...personIds]))
    .orderBy(asc(evidence.occurredAt), asc(evidence.id));
}

/** Whether a trainer has noted this very thing before: pressing twice is one note. */
export async function isNoted(
  db: Connection,
  line: Pick<
    EvidenceRow,
    "personId" | "course" | "activityId" | "assistance" | "note" | "recordedBy" | "occurredAt"
  >,
): Promise<boolean> {
  const rows = await db
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(
        eq(evidence.personId, line.personId),
        eq(evidence.source, "trainer"),
        eq(evidence.course, line.course),
        eq(evidence.activityId, line.activityId),
        eq(evidence.assistance, line.assistance),
        line.note === null ? isNull(evidence.note) : eq(evidence.note, line.note),
        line.recordedBy === null ? isNull(evidence.recordedBy) : eq(evidence.recordedBy, line.recordedBy),
        eq(evidence.occurredAt, line.occurredAt),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
