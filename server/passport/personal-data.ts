import type { Connection } from "@/db/client";
import { eraseProofs, selectNotesWritten, selectProofs } from "@/db/queries/personal-data";

/** The tables about persons that this domain answers for. */
export const CLAIMED_TABLES = ["evidence"] as const;

/** What a person proved, and when she noted help for others; whom and in what words is theirs. */
export async function exportPersonalData(db: Connection, personId: string) {
  return {
    evidence: await selectProofs(db, personId),
    notesWritten: await selectNotesWritten(db, personId),
  };
}

/** Deletes what a person proved. Notes she wrote about others stay theirs, without her. */
export async function erasePersonalData(db: Connection, personId: string): Promise<void> {
  await eraseProofs(db, personId);
}
