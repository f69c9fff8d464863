import {
  countActiveTrainers,
  endActiveMembership,
  findCohort,
  findOrganisationLearner,
  insertCohort,
  insertMemberships,
  listActiveLearners,
  listPlaces,
  lockCohort,
} from "@/db/queries/cohorts";
import { listPartnerProjects } from "@/db/queries/organisations";
import { createPerson } from "@/server/identity/writes";
import { audit } from "@/server/kernel/audit";
import { authorise } from "@/server/kernel/authorise";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canCreateCohort, canManageCohort } from "./policy";
import { findSameNames, namesFault, readNames } from "./rules";
import type { AddLearnersInput, AddLearnersOutput, CreateCohortInput } from "./schema";

/**
 * Opens a group in an organisation, for one of its projects. Who opens it becomes its trainer.
 *
 * @param options for scripts: `cohortId` known beforehand, `trainerId` of the trainer, since a script is nobody
 * @throws CONFLICT (`already-used` at `name`); INVALID (`before-start` at `endsOn`; `no-project` or
 *   `required` at `projectId`)
 */
export async function createCohort(
  ctx: ServiceContext,
  input: CreateCohortInput,
  options: { cohortId?: string; trainerId?: string } = {},
): Promise<{ cohortId: string }> {
  const { organisationId } = input;
  authorise(ctx, canCreateCohort(ctx.actor, organisationId), organisationId);
  if (input.endsOn !== null && input.endsOn < input.startsOn) {
    throw new DomainError("INVALID", { fields: { endsOn: "before-start" } });
  }
  const projectId = await chooseProject(ctx, input);
  const cohortId = options.cohortId ?? ctx.newId();
  const trainerId = ctx.actor.kind === "person" ? ctx.actor.personId : options.trainerId;
  return withTransaction(ctx, async (inside) => {
    const isNew = await insertCohort(inside.db, { ...input, projectId, id: cohortId, createdAt: ctx.now });
    if (!isNew) throw new DomainError("CONFLICT", { fields: { name: "already-used" } });
    if (trainerId) {
      await insertMemberships(inside.db, [
        {
          id: ctx.newId(),
          organisationId,
          cohortId,
          personId: trainerId,
          role: "trainer",
          joinedAt: ctx.now,
        },
      ]);
    }
    await audit(inside, "cohort.created", `cohort:${cohortId}`, {
      organisationId,
      detail: { course: input.course },
    });
    return { cohortId };
  });
}

/** The project asked for, when the organisation is partner of it; without a wish, the only one there is. */
async function chooseProject(ctx: ServiceContext, input: CreateCohortInput): Promise<string> {
  const rows = await listPartnerProjects(ctx.db, [input.organisationId]);
  const ids = rows.flatMap((row) => row.projectId ?? []);
  if (input.projectId !== undefined) {
    if (ids.includes(input.projectId)) return input.projectId;
    throw new DomainError("INVALID", { fields: { projectId: "no-project" } });
  }
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return only;
  throw new DomainError("INVALID", { fields: { projectId: only === undefined ? "no-project" : "required" } });
}

/**
 * Adds learners to a group from a pasted list of names. They need no mailbox: an access card lets them in. Names that
 * are in the group already are never doubled in silence: the first time, nothing is written and they are handed back.
 *
 * @param options `isDemo` for marked demonstration data
 * @throws INVALID (`required`, `too-many` or `too-long` at `names`)
 */
export async function addLearners(
  ctx: ServiceContext,
  input: AddLearnersInput,
  options: { isDemo?: boolean } = {},
): Promise<AddLearnersOutput> {
  const place = await findCohort(ctx.db, input.cohortId);
  authorise(ctx, canManageCohort(ctx.actor, input.cohortId), place?.organisationId ?? "");
  const cohort = found(place);
  const names = readNames(input.names);
  const fault = namesFault(names);
  if (fault) throw new DomainError("INVALID", { fields: { names: fault } });

  return withTransaction(ctx, async (inside) => {
    await lockCohort(inside.db, cohort.id);
    const sameNames = findSameNames(names, await listActiveLearners(inside.db, [cohort.id]));
    if (sameNames.length > 0 && !input.differentPeople) return { outcome: "same-names", sameNames };
    const leftOut = new Set(sameNames.map(({ index }) => index));
    for (const index of input.differentPeople ?? []) leftOut.delete(index);

    const learners = [];
    for (const [index, { firstName, familyName }] of names.entries()) {
      if (leftOut.has(index)) continue;
      const { personId } = await createPerson(
        inside,
        {
          organisationId: cohort.organisationId,
          firstName,
          familyName: familyName ?? undefined,
          locale: cohort.locale,
        },
        options,
      );
      learners.push({ personId, firstName, familyName });
    }
    await insertMemberships(
      inside.db,
      learners.map(({ personId }) => ({
        id: ctx.newId(),
        organisationId: cohort.organisationId,
        cohortId: cohort.id,
        personId,
        role: "learner" as const,
        joinedAt: ctx.now,
      })),
    );
    await audit(inside, "cohort.learners-added", `cohort:${cohort.id}`, {
      organisationId: cohort.organisationId,
      detail: { learners: learners.length },
    });
    return { outcome: "added", learners };
  });
}

/**
 * Takes a learner whom the organisation knows already into a group, instead of making her a second time. Repeating
 * changes nothing.
 *
 * @throws NOT_FOUND for a person who is no learner of the group's organisation
 */
export async function addKnownLearner(
  ctx: ServiceContext,
  input: { cohortId: string; personId: string },
): Promise<{ outcome: "added" | "already-member" }> {
  const place = await findCohort(ctx.db, input.cohortId);
  authorise(ctx, canManageCohort(ctx.actor, input.cohortId), place?.organisationId ?? "");
  const { id: cohortId, organisationId } = found(place);
  const { personId } = input;
  return withTransaction(ctx, async (inside) => {
    await lockCohort(inside.db, cohortId);
    found(await findOrganisationLearner(inside.db, { personId, organisationId }));
    const [latest] = await listPlaces(inside.db, input);
    if (latest && latest.leftAt === null) return { outcome: "already-member" };
    await insertMemberships(inside.db, [
      { id: ctx.newId(), organisationId, cohortId, personId, role: "learner", joinedAt: ctx.now },
    ]);
    await audit(inside, "cohort.learner-taken-in", `person:${personId}`, {
      organisationId,
      detail: { cohortId },
    });
    return { outcome: "added" };
  });
}

/**
 * Ends somebody's place in a group, from now on: what she did stays hers. Repeating changes nothing.
 *
 * @throws CONFLICT (`last-trainer`) when the group would have nobody left to call, NOT_FOUND for who never was in it
 */
export async function endMembership(
  ctx: ServiceContext,
  input: { cohortId: string; personId: string },
): Promise<{ outcome: "ended" | "already-ended" }> {
  const place = await findCohort(ctx.db, input.cohortId);
  authorise(ctx, canManageCohort(ctx.actor, input.cohortId), place?.organisationId ?? "");
  const cohort = found(place);
  return withTransaction(ctx, async (inside) => {
    await lockCohort(inside.db, cohort.id);
    const [latest] = await listPlaces(inside.db, input);
    if (found(latest).leftAt) return { outcome: "already-ended" };
    if (latest?.role === "trainer" && (await countActiveTrainers(inside.db, cohort.id)) === 1) {
      throw new DomainError("CONFLICT", { reason: "last-trainer" });
    }
    await endActiveMembership(inside.db, { ...input, leftAt: ctx.now });
    await audit(inside, "cohort.membership-ended", `person:${input.personId}`, {
      organisationId: cohort.organisationId,
      detail: { cohortId: cohort.id },
    });
    return { outcome: "ended" };
  });
}
