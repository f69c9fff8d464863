import type { Connection } from "@/db/client";
import { type Move, moveEvidence } from "@/db/queries/merge-moves";
import { eraseProofs, selectNotesWritten, selectProofs } from "@/db/queries/personal-data";
import type { ServiceContext } from "@/server/kernel/context";

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

/** Two persons are one: what each proved is hers, line by line as it was written. Needs `allowMove`. */
export async function movePersonalData(ctx: ServiceContext, move: Move): Promise<void> {
  await moveEvidence(ctx.db, move);
}
