import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { Connection } from "../client";
import { rateLimits } from "../schema/identity";

export type RateWindow = { hits: number; windowEndsAt: Date };

/**
 * Counts one hit and answers the number of hits in the running window, this one included. A window begins with its
 * first hit. One statement: parallel hits are all counted.
 */
export async function hitRateLimit(
  db: Connection,
  params: { key: string; now: Date; windowSeconds: number },
): Promise<RateWindow> {
  const isOver = sql`${rateLimits.windowEndsAt} <= ${params.now.toISOString()}::timestamptz`;
  const [row] = await db
    .insert(rateLimits)
    .values({
      key: params.key,
      hits: 1,
      windowEndsAt: new Date(params.now.getTime() + params.windowSeconds * 1000),
    })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        hits: sql`case when ${isOver} then 1 else ${rateLimits.hits} + 1 end`,
        windowEndsAt: sql`case when ${isOver} then excluded.window_ends_at else ${rateLimits.windowEndsAt} end`,
      },
    })
    .returning({ hits: rateLimits.hits, windowEndsAt: rateLimits.windowEndsAt });
  if (!row) throw new Error("an upsert returned no row");
  return row;
}

/** Opens a window in which `hitOpenWindow` counts; without hits so far. */
export async function openRateWindow(
  db: Connection,
  params: { key: string; windowEndsAt: Date },
): Promise<void> {
  await db.insert(rateLimits).values({ ...params, hits: 0 });
}

/** Counts one hit in a window opened before; null when there is none, or it is over. */
export async function hitOpenWindow(
  db: Connection,
  params: { key: string; now: Date },
): Promise<number | null> {
  const [row] = await db
    .update(rateLimits)
    .set({ hits: sql`${rateLimits.hits} + 1` })
    .where(and(eq(rateLimits.key, params.key), gt(rateLimits.windowEndsAt, params.now)))
    .returning({ hits: rateLimits.hits });
  return row?.hits ?? null;
}

export async function deleteRateWindow(db: Connection, key: string): Promise<void> {
  await db.delete(rateLimits).where(eq(rateLimits.key, key));
}

export async function deleteEndedRateWindows(db: Connection, now: Date): Promise<void> {
  await db.delete(rateLimits).where(lte(rateLimits.windowEndsAt, now));
}
