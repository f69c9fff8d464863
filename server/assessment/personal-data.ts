import type { Connection } from "@/db/client";
import { leaveAttempts, listOpenAttempts, type Move, moveAttempts } from "@/db/queries/merge-moves";
import { deleteAttempts, selectAttempts } from "@/db/queries/personal-data";
import type { ServiceContext } from "@/server/kernel/context";
import { openTooMuch } from "@/server/learning/rules";

/** The tables about persons that this domain answers for. */
export const CLAIMED_TABLES = ["attempts", "answers", "ratings", "exam_grants"] as const;

/** A person's passages with every answer she gave, and how she rated herself. */
export async function exportPersonalData(db: Connection, personId: string) {
  return selectAttempts(db, personId);
}

/** Deletes a person's passages, answers and ratings. */
export async function erasePersonalData(db: Connection, personId: string): Promise<void> {
  await deleteAttempts(db, personId);
}

/**
 * Two persons are one: all passages are hers. Where both have one open the further one stays open; the other was left, and
 * counts neither as a try nor as a result.
 */
export async function movePersonalData(ctx: ServiceContext, move: Move): Promise<void> {
  const open = await listOpenAttempts(ctx.db, [move.fromId, move.intoId]);
  await leaveAttempts(
    ctx.db,
    openTooMuch(open).map(({ id }) => id),
  );
  await moveAttempts(ctx.db, move);
}
