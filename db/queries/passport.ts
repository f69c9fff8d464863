import { asc, inArray } from "drizzle-orm";
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
