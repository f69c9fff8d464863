import type { Connection } from "@/db/client";
import { deletePersonPlaces, listPersonPlaces } from "@/db/queries/cohorts";

/** The tables about persons that this domain answers for. */
export const CLAIMED_TABLES = ["cohort_memberships"] as const;

/** The groups a person is or was in, as what and from when to when, ready for JSON. */
export async function exportPersonalData(db: Connection, personId: string) {
  const places = await listPersonPlaces(db, personId);
  return {
    cohorts: places.map((place) => ({
      ...place,
      joinedAt: place.joinedAt.toISOString(),
      leftAt: place.leftAt?.toISOString() ?? null,
    })),
  };
}

/** Deletes every place of the person in a group. Numbers of a project count one person less from then on. */
export async function erasePersonalData(db: Connection, personId: string): Promise<void> {
  await deletePersonPlaces(db, personId);
}
