import { eq } from "drizzle-orm";
import type { Connection } from "../client";
import { contentVersions } from "../schema/catalogue";

export type ContentVersionRow = typeof contentVersions.$inferSelect;

/** Keeps versions that are not kept yet. */
export async function insertContentVersions(
  db: Connection,
  versions: (typeof contentVersions.$inferInsert)[],
): Promise<number> {
  if (versions.length === 0) return 0;
  const kept = await db
    .insert(contentVersions)
    .values(versions)
    .onConflictDoNothing()
    .returning({ hash: contentVersions.hash });
  return kept.length;
}

export async function findContentVersion(db: Connection, hash: string): Promise<ContentVersionRow | null> {
  const [version] = await db.select().from(contentVersions).where(eq(contentVersions.hash, hash));
  return version ?? null;
}
