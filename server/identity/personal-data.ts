import type { Connection } from "@/db/client";
import { eraseIdentityData, selectIdentityData } from "@/db/queries/identity-personal-data";

/** The tables about persons that this domain answers for. */
export const CLAIMED_TABLES = [
  "persons",
  "role_assignments",
  "access_cards",
  "email_codes",
  "sessions",
] as const;

/** What identity knows of a person, ready for JSON. Codes, pictures and tokens are kept as hashes and left out. */
export async function exportPersonalData(db: Connection, personId: string) {
  return selectIdentityData(db, personId);
}

/** Signs the person out for good, deletes her cards, codes and roles, and empties her row. */
export async function erasePersonalData(db: Connection, personId: string): Promise<void> {
  await eraseIdentityData(db, personId);
}
