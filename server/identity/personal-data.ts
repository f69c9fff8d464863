import type { Connection } from "@/db/client";
import { eraseIdentityData, selectIdentityData } from "@/db/queries/identity-personal-data";
import { joinPersonRows, type Move, moveMeans } from "@/db/queries/merge-moves";
import { findMergeSubjects } from "@/db/queries/merge-subjects";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { joinProfiles } from "./rules";

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

/**
 * Two persons are one: every card and device opens her room, and what one row knows and the other does not is kept. The
 * other row is emptied; nobody can sign in as it any more.
 */
export async function movePersonalData(ctx: ServiceContext, move: Move): Promise<void> {
  const [from, into] = await findMergeSubjects(ctx.db, [move.fromId, move.intoId]);
  await moveMeans(ctx.db, move, ctx.now);
  await joinPersonRows(ctx.db, move, joinProfiles(found(into), found(from)), ctx.now);
}
