import type { Connection } from "../client";
import { auditEntries } from "../schema/audit";

export async function insertAuditEntry(
  db: Connection,
  entry: typeof auditEntries.$inferInsert,
): Promise<void> {
  await db.insert(auditEntries).values(entry);
}
