import { holdPerson } from "@/db/queries/identity";
import { lockLearner } from "@/db/queries/learning";
import { findMembership } from "@/db/queries/organisations";
import { insertEvidence, isNoted } from "@/db/queries/passport";
import { getActivityCompetences, listActivities } from "@/server/catalogue/reads";
import { audit } from "@/server/kernel/audit";
import { authorise } from "@/server/kernel/authorise";
import { brusselsDay, brusselsNoon } from "@/server/kernel/calendar";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canEarnEvidence, canNoteAssistance } from "./policy";
import type { NewProof, NoteAssistanceInput } from "./schema";

/**
 * Keeps what an attempt of the acting learner proved, one line per competence. Repeating it changes nothing.
 *
 * @returns how many lines were new
 */
export async function recordEvidence(
  ctx: ServiceContext,
  input: { personId: string; organisationId: string; proof: NewProof },
): Promise<number> {
  authorise(ctx, canEarnEvidence(ctx.actor, input));
  const { competences, ...proof } = input.proof;
  return insertEvidence(
    ctx.db,
    competences.map((competence) => ({
      ...proof,
      competence,
      id: ctx.newId(),
      organisationId: input.organisationId,
      personId: input.personId,
      recordedAt: ctx.now,
    })),
  );
}

/**
 * A trainer notes the help a learner had in an activity: one line beside the measured ones, per competence of it.
 * Noting the same again changes nothing.
 *
 * @throws NOT_FOUND for a cohort, learner or activity out of the trainer's sight; INVALID for a day to come
 */
export async function noteAssistance(
  ctx: ServiceContext,
  input: NoteAssistanceInput,
): Promise<{ outcome: "noted"; competences: number }> {
  const member = await findMembership(ctx.db, {
    cohortId: input.cohortId,
    personId: input.personId,
    role: "learner",
  });
  authorise(
    ctx,
    canNoteAssistance(ctx.actor, { id: input.cohortId, isMember: member !== null }),
    member?.organisationId ?? "",
  );
  const { course, organisationId } = found(member);
  if (input.on > brusselsDay(ctx.now)) throw new DomainError("INVALID", { fields: { on: "in-the-future" } });
  const activities = await listActivities(ctx, { course });
  found(activities.find((activity) => activity.id === input.activityId));
  const competences = await getActivityCompetences(ctx, { course, activityId: input.activityId });
  const line = {
    organisationId,
    personId: input.personId,
    source: "trainer" as const,
    sourceId: ctx.newId(),
    course,
    activityId: input.activityId,
    assistance: input.assistance,
    note: input.note || null,
    recordedBy: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    occurredAt: brusselsNoon(input.on),
    recordedAt: ctx.now,
  };
  return withTransaction(ctx, async (inside) => {
    await lockLearner(inside.db, line);
    if (!(await holdPerson(inside.db, input.personId))) throw new DomainError("NOT_FOUND");
    if (await isNoted(inside.db, line)) return { outcome: "noted", competences: competences.length };
    await insertEvidence(
      inside.db,
      competences.map((competence) => ({ ...line, id: ctx.newId(), competence })),
    );
    await audit(inside, "evidence.assistance-noted", `person:${input.personId}`, {
      organisationId,
      detail: { activityId: input.activityId, assistance: input.assistance },
    });
    return { outcome: "noted", competences: competences.length };
  });
}
