import type { Connection } from "@/db/client";
import { deleteAttempts, selectAttempts } from "@/db/queries/personal-data";

/** The tables about persons that this domain answers for. */
export const CLAIMED_TABLES = ["attempts", "answers"] as const;

/** A person's checks with every answer she gave. */
export async function exportPersonalData(db: Connection, personId: string) {
  return selectAttempts(db, personId);
}

/** Deletes a person's checks and answers. */
export async function erasePersonalData(db: Connection, personId: string): Promise<void> {
  await deleteAttempts(db, personId);
}
