import type { Connection } from "@/db/client";
import {
  listSchedules,
  type Move,
  moveLearnerEvents,
  moveSurprises,
  replaceSchedules,
} from "@/db/queries/merge-moves";
import { deleteLearningData, selectLearningData } from "@/db/queries/personal-data";
import {
  deleteRefreshers,
  listAllRefresherSwitches,
  moveRefreshers,
  replaceRefresherSwitches,
  selectRefreshers,
} from "@/db/queries/refreshers";
import { deleteSurprises, selectSurprises } from "@/db/queries/surprises";
import type { ServiceContext } from "@/server/kernel/context";
import { joinSwitches } from "./refreshers/rules";
import { joinSchedules } from "./surprises/rules";
import { refoldLearners } from "./writes";

/** The tables about persons that this domain answers for. */
export const CLAIMED_TABLES = [
  "learner_events",
  "activity_progress",
  "time_ledger",
  "surprise_schedules",
  "surprises",
  "refresher_schedules",
  "refresher_switches",
  "refreshers",
] as const;

/** Every step read, answer and move of a person, her place in each activity, her active time, her surprise requests and refreshers. */
export async function exportPersonalData(db: Connection, personId: string) {
  return {
    ...(await selectLearningData(db, personId)),
    ...(await selectSurprises(db, personId)),
    ...(await selectRefreshers(db, personId)),
  };
}

/**
 * Deletes the log of a person and what was derived from it. Rows without a name would still be a person's every
 * move; hours of a project count less from then on. Answers refer to the log: assessment erases before.
 */
export async function erasePersonalData(db: Connection, personId: string): Promise<void> {
  await deleteSurprises(db, personId);
  await deleteRefreshers(db, personId);
  await deleteLearningData(db, personId);
}

/**
 * Two persons are one: the log of both is hers, in the order in which it was recorded, and places and time are folded
 * from it anew. Surprises are counted anew; they and refreshers stay stopped where anybody had stopped them. Needs `allowMove`.
 */
export async function movePersonalData(ctx: ServiceContext, move: Move): Promise<void> {
  const { fromId, intoId } = move;
  await moveLearnerEvents(ctx.db, move);
  await refoldLearners(ctx, { personIds: [fromId, intoId] });
  await moveRefreshers(ctx.db, move);
  const switches = await listAllRefresherSwitches(ctx.db, [fromId, intoId]);
  await replaceRefresherSwitches(ctx.db, [fromId, intoId], joinSwitches(switches, intoId));
  await moveSurprises(ctx.db, move);
  await replaceSchedules(ctx.db, move, joinSchedules(await listSchedules(ctx.db, [fromId, intoId]), intoId));
}
