import type { Connection } from "@/db/client";
import { deleteLearningData, selectLearningData } from "@/db/queries/personal-data";

/** The tables about persons that this domain answers for. */
export const CLAIMED_TABLES = ["learner_events", "activity_progress", "time_ledger"] as const;

/** Every step read, answer and move of a person, her place in each activity and her active time per day. */
export async function exportPersonalData(db: Connection, personId: string) {
  return selectLearningData(db, personId);
}

/**
 * Deletes the log of a person and what was derived from it. Rows without a name would still be a person's every
 * move; hours of a project count less from then on. Answers refer to the log: assessment erases before.
 */
export async function erasePersonalData(db: Connection, personId: string): Promise<void> {
  await deleteLearningData(db, personId);
}
