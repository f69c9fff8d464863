import type { Connection } from "@/db/client";
import { deleteSimulationAttempts, selectSimulationAttempts } from "@/db/queries/personal-data";

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
