import type { Connection } from "@/db/client";
import { listOpenRuns, type Move, moveRuns } from "@/db/queries/merge-moves";
import { deleteSimulationAttempts, selectSimulationAttempts } from "@/db/queries/personal-data";
import type { ServiceContext } from "@/server/kernel/context";
import { openTooMuch } from "@/server/learning/rules";
import { closeRun } from "./writes";

/** The tables about persons that this domain answers for. */
export const CLAIMED_TABLES = ["simulation_attempts"] as const;

/** A person's runs of simulations and their verdicts. The moves are in the log of learning. */
export async function exportPersonalData(db: Connection, personId: string) {
  return { runs: await selectSimulationAttempts(db, personId) };
}

/** Deletes a person's runs. */
export async function erasePersonalData(db: Connection, personId: string): Promise<void> {
  await deleteSimulationAttempts(db, personId);
}

/** Two persons are one: all runs are hers. Where both have one open the further one stays open. */
export async function movePersonalData(ctx: ServiceContext, move: Move): Promise<void> {
  const open = await listOpenRuns(ctx.db, [move.fromId, move.intoId]);
  for (const run of openTooMuch(open)) await closeRun(ctx, run);
  await moveRuns(ctx.db, move);
}
