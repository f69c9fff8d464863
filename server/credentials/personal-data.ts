import type { Connection } from "@/db/client";
import { detachPerson, listPersonCertificates } from "@/db/queries/credentials";

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
