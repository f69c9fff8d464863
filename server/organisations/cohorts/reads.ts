import type { z } from "zod";
import { findCohort, listCohortsWithCounts, searchLearners } from "@/db/queries/cohorts";
import { listPartnerProjects } from "@/db/queries/organisations";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { canEnterTeachRooms, canManageCohort } from "./policy";
import { searchWords } from "./rules";
import {
  type CohortLine,
  type cohortChoices,
  type listKnownLearnersInput,
  type listKnownLearnersOutput,
  MOST_FOUND,
} from "./schema";

/** The groups the acting person teaches now, the newest first. */
export async function listCohorts(ctx: ServiceContext): Promise<CohortLine[]> {
  authorise(ctx, canEnterTeachRooms(ctx.actor));
  if (ctx.actor.kind !== "person") return [];
  const taught = ctx.actor.memberships
    .filter((place) => place.role === "trainer")
    .map((place) => place.cohortId);
  return listCohortsWithCounts(ctx.db, taught);
}

/** Where the acting person may open a group, and for which projects. */
export async function listCohortChoices(ctx: ServiceContext): Promise<z.infer<typeof cohortChoices>> {
  authorise(ctx, canEnterTeachRooms(ctx.actor));
  const roles = ctx.actor.kind === "person" ? ctx.actor.roles : [];
  const ids = roles.flatMap(({ role, organisationId }) =>
    (role === "trainer" || role === "coordinator") && organisationId ? [organisationId] : [],
  );
  const rows = await listPartnerProjects(ctx.db, [...new Set(ids)]);
  const names = new Map(rows.map((row) => [row.organisationId, row.organisationName]));
  return {
    organisations: [...names].map(([id, name]) => ({
      id,
      name,
      projects: rows.flatMap((row) =>
        row.organisationId === id && row.projectId && row.title
          ? [{ id: row.projectId, title: row.title }]
          : [],
      ),
    })),
  };
}

/**
 * Learners of the group's own organisation whom its trainer looks for by name, to take one into the group. A few at a
 * time: nobody can list a house.
 *
 * @throws NOT_FOUND for a group out of sight, FORBIDDEN for a colleague who does not teach it
 */
export async function listKnownLearners(
  ctx: ServiceContext,
  input: z.infer<typeof listKnownLearnersInput>,
): Promise<z.infer<typeof listKnownLearnersOutput>> {
  const place = await findCohort(ctx.db, input.cohortId);
  authorise(ctx, canManageCohort(ctx.actor, input.cohortId), place?.organisationId ?? "");
  const cohort = found(place);
  const learners = await searchLearners(ctx.db, {
    organisationId: cohort.organisationId,
    cohortId: cohort.id,
    words: searchWords(input.search),
    most: MOST_FOUND + 1,
  });
  return { learners: learners.slice(0, MOST_FOUND), hasMore: learners.length > MOST_FOUND };
}
