import type { z } from "zod";
import {
  type CountRow,
  countCertificates,
  countLearners,
  listProjectsOf,
  meanConfidenceGains,
  sumActiveSecondsByOrganisation,
} from "@/db/queries/reporting";
import { listIndicators } from "@/server/catalogue/indicators/reads";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { canSeeProjectNumbers } from "../policy";
import { FEWEST_LEARNERS_SHOWN, groupBy, hideSmallNumbers, showableMeans } from "../rules";
import type { projectNumbersInput, projectNumbersOutput } from "../schema";

/**
 * The four numbers of each project a coordinator's organisations are partners of, and the part of each partner.
 * Totals are exact, for the report to the agency; parts with few people are hidden. Never a name.
 */
export async function getProjectNumbers(
  ctx: ServiceContext,
  input: z.infer<typeof projectNumbersInput>,
): Promise<z.infer<typeof projectNumbersOutput>> {
  authorise(ctx, canSeeProjectNumbers(ctx.actor));
  const roles = ctx.actor.kind === "person" ? ctx.actor.roles : [];
  const own = roles.flatMap(({ role, organisationId }) =>
    role === "coordinator" && organisationId ? [organisationId] : [],
  );
  const rows = await listProjectsOf(ctx.db, own);
  const byProject = groupBy(rows, (row) => row.project.id);
  const ids = [...byProject.keys()];
  const [learners, seconds, certificates, gains, indicators] = await Promise.all([
    countLearners(ctx.db, ids),
    sumActiveSecondsByOrganisation(ctx.db, ids),
    countCertificates(ctx.db, ids),
    meanConfidenceGains(ctx.db, ids),
    listIndicators(ctx, input),
  ]);
  const projects = [...byProject].map(([id, partners]) => {
    const of = (counts: readonly CountRow[], organisationId: string | null) =>
      counts.find((row) => row.projectId === id && row.organisationId === organisationId)?.count ?? 0;
    const sum = (counts: readonly CountRow[]) =>
      counts.reduce((total, row) => (row.projectId === id ? total + row.count : total), 0);
    const means = showableMeans(gains.filter((row) => row.projectId === id));
    const gainOf = (organisationId: string | null) =>
      means.find((row) => row.organisationId === organisationId)?.mean ?? null;
    return {
      ...found(partners[0]).project,
      learners: of(learners, null),
      activeSeconds: sum(seconds),
      certificates: sum(certificates),
      confidence: gainOf(null),
      partners: hideSmallNumbers(
        partners.map(({ organisationId, organisationName, country, role }) => ({
          organisationId,
          organisationName,
          country,
          role,
          learners: of(learners, organisationId),
          activeSeconds: of(seconds, organisationId),
          certificates: of(certificates, organisationId),
          confidence: gainOf(organisationId),
        })),
      ),
    };
  });
  return { projects, indicators, fewest: FEWEST_LEARNERS_SHOWN };
}
