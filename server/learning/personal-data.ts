import type { Connection } from "@/db/client";
import {
  listSchedules,
  type Move,
  moveLearnerEvents,
  moveSurprises,
  replaceSchedules,
} from "@/db/queries/merge-moves";
import { deleteLearningData, selectLearningData } from "@/db/queries/personal-data";
import { deleteSurprises, selectSurprises } from "@/db/queries/surprises";
import type { ServiceContext } from "@/server/kernel/context";
import { joinSchedules } from "./surprises/rules";
import { refoldLearners } from "./writes";

/** The tables about persons that this domain answers for. */
export const CLAIMED_TABLES = [
  "learner_events",
  "activity_progress",
  "time_ledger",
  "surprise_schedules",
  "surprises",
] as const;

/** Every step read, answer and move of a person, her place in each activity, her active time, her surprise requests. */
export async function exportPersonalData(db: Connection, personId: string) {
  return { ...(await selectLearningData(db, personId)), ...(await selectSurprises(db, personId)) };
}

/**
 * Deletes the log of a person and what was derived from it. Rows without a name would still be a person's every
 * move; hours of a project count less from then on. Answers refer to the log: assessment erases before.
 */
export async function erasePersonalData(db: Connection, personId: string): Promise<void> {
  await deleteSurprises(db, personId);
  await deleteLearningData(db, personId);
}

/**
 * Two persons are one: the log of both is hers, in the order in which it was recorded, and places and time are folded
 * from it anew. Surprises are counted anew, and stay stopped where anybody had stopped them. Needs `allowMove`.
 */
export async function movePersonalData(ctx: ServiceContext, move: Move): Promise<void> {
  const { fromId, intoId } = move;
  await moveLearnerEvents(ctx.db, move);
  await refoldLearners(ctx, { personIds: [fromId, intoId] });
  await moveSurprises(ctx.db, move);
  await replaceSchedules(ctx.db, move, joinSchedules(await listSchedules(ctx.db, [fromId, intoId]), intoId));
}
