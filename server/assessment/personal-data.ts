import type { Connection } from "@/db/client";
import { deleteAttempts, selectAttempts } from "@/db/queries/personal-data";

/** The tables about persons that this domain answers for. */
export const CLAIMED_TABLES = ["attempts", "answers", "ratings"] as const;

/** A person's passages with every answer she gave, and how she rated herself. */
export async function exportPersonalData(db: Connection, personId: string) {
  return selectAttempts(db, personId);
}

/** Deletes a person's passages, answers and ratings. */
export async function erasePersonalData(db: Connection, personId: string): Promise<void> {
  await deleteAttempts(db, personId);
}
