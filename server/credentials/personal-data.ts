import type { Connection } from "@/db/client";
import { detachPerson, listPersonCertificates } from "@/db/queries/credentials";
import { type Move, moveCertificates } from "@/db/queries/merge-moves";
import type { ServiceContext } from "@/server/kernel/context";

/** The tables about persons that this domain answers for. */
export const CLAIMED_TABLES = ["certificates"] as const;

/** A person's certificates with everything printed on them, ready for JSON. */
export async function exportPersonalData(db: Connection, personId: string) {
  const rows = await listPersonCertificates(db, personId);
  return {
    certificates: rows.map((row) => ({
      code: row.code,
      status: row.status,
      issuedAt: row.issuedAt.toISOString(),
      revokedAt: row.revokedAt?.toISOString() ?? null,
      printed: row.snapshot,
    })),
  };
}

/**
 * Forgets whose certificates these are. What was printed stays under its code, for whoever holds the paper; without
 * the paper nobody finds it any more.
 */
export async function erasePersonalData(db: Connection, personId: string): Promise<void> {
  await detachPerson(db, personId);
}

/**
 * Two persons are one: all certificates are hers, and each says what its paper says. Of two valid ones for a course the
 * newer one stays valid; the other is replaced from now on.
 */
export async function movePersonalData(ctx: ServiceContext, move: Move): Promise<void> {
  await moveCertificates(ctx.db, move, ctx.now);
}
