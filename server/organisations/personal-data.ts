import type { Connection } from "@/db/client";
import { deletePersonPlaces, listPersonPlaces } from "@/db/queries/cohorts";
import { listAllPlaces, type Move, replacePlaces } from "@/db/queries/merge-moves";
import type { ServiceContext } from "@/server/kernel/context";
import { joinPlaces } from "./cohorts/rules";

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

/** Two persons are one: the places of both are hers, and times in the same group that meet become one. */
export async function movePersonalData(ctx: ServiceContext, move: Move): Promise<void> {
  const places = await listAllPlaces(ctx.db, [move.fromId, move.intoId]);
  const joined = joinPlaces(places, move.intoId);
  const keptIds = new Set(joined.map(({ id }) => id));
  await replacePlaces(ctx.db, {
    goneIds: places.flatMap(({ id }) => (keptIds.has(id) ? [] : [id])),
    kept: joined,
  });
}
