import type { z } from "zod";
import { listCohortsWithCounts } from "@/db/queries/cohorts";
import { listPartnerProjects } from "@/db/queries/organisations";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { canEnterTeachRooms } from "./policy";
import type { CohortLine, cohortChoices } from "./schema";

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
