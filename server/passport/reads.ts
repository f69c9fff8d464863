import type { z } from "zod";
import { findPerson } from "@/db/queries/identity";
import { listLearnerCohortIds } from "@/db/queries/organisations";
import { type EvidenceRow, listEvidence } from "@/db/queries/passport";
import { getFramework, listTeaching } from "@/server/catalogue/reads";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { canReadPassport } from "./policy";
import { levelOf } from "./rules";
import type { EvidenceLine, getPassportInput, PassportView } from "./schema";

const toLine = (row: EvidenceRow): EvidenceLine => ({
  id: row.id,
  competence: row.competence,
  source: row.source,
  course: row.course,
  activityId: row.activityId,
  assistance: row.assistance,
  score: row.score,
  contentHash: row.contentHash,
  note: row.note,
  occurredAt: row.occurredAt.toISOString(),
});

/**
 * The passport of a learner: every DigComp competence with its level and the lines that prove it.
 *
 * @throws NOT_FOUND for a person out of the reader's sight
 */
export async function getPassport(
  ctx: ServiceContext,
  input: z.infer<typeof getPassportInput>,
): Promise<PassportView> {
  const personId = input.personId ?? (ctx.actor.kind === "person" ? ctx.actor.personId : "");
  const cohortIds = personId ? await listLearnerCohortIds(ctx.db, personId) : [];
  authorise(ctx, canReadPassport(ctx.actor, { personId, cohortIds }), "");
  const holder = found(await findPerson(ctx.db, personId));
  const lines = (await listEvidence(ctx.db, [personId])).map(toLine);
  const [framework, teaching] = await Promise.all([
    getFramework(ctx, { locale: input.locale }),
    listTeaching(ctx, { locale: input.locale }),
  ]);
  return {
    holder: { personId, firstName: holder.firstName, familyName: holder.familyName },
    areas: framework.areas.map((area) => ({
      id: area.id,
      title: area.title,
      competences: area.competences.map((competence) => {
        const proofs = lines.filter((line) => line.competence === competence.id);
        const level = levelOf(proofs);
        return {
          id: competence.id,
          title: competence.title,
          plain: competence.plain,
          level,
          band: framework.levels.find((step) => step.level === level)?.band ?? null,
          taughtIn: teaching.get(competence.id) ?? null,
          evidence: proofs,
        };
      }),
    })),
  };
}

/** The proof lines of several learners, for whoever may see all of them. */
export async function listProofs(
  ctx: ServiceContext,
  input: { holders: readonly { personId: string; cohortIds: readonly string[] }[] },
): Promise<Map<string, EvidenceLine[]>> {
  authorise(
    ctx,
    input.holders.every((holder) => canReadPassport(ctx.actor, holder)),
  );
  const rows = await listEvidence(
    ctx.db,
    input.holders.map((holder) => holder.personId),
  );
  const byPerson = new Map<string, EvidenceLine[]>(input.holders.map((holder) => [holder.personId, []]));
  for (const row of rows) byPerson.get(row.personId)?.push(toLine(row));
  return byPerson;
}
