import { hitRateLimit } from "@/db/queries/rate-limits";
import type { ServiceContext } from "./context";

export type RateLimit = { most: number; seconds: number };

/** Whole minutes until the next try makes sense, or null when this one may go on. */
export type Wait = { minutes: number } | null;

/**
 * Counts one try of `subject` (an address, a mailbox) at `action`, for all processes together. Only a keyed hash of
 * the subject is kept. A try without a subject (a script has no address) is not limited.
 */
export async function countTry(
  ctx: ServiceContext,
  action: string,
  subject: string | null,
  limit: RateLimit,
): Promise<Wait> {
  if (subject === null) return null;
  const { hits, windowEndsAt } = await hitRateLimit(ctx.db, {
    key: `${action}:${ctx.ports.secrets.hash("rate-limit", subject).toString("hex")}`,
    now: ctx.now,
    windowSeconds: limit.seconds,
  });
  if (hits <= limit.most) return null;
  return { minutes: Math.max(1, Math.ceil((windowEndsAt.getTime() - ctx.now.getTime()) / 60_000)) };
}
