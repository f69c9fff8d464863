import { countSurprises, findSurpriseSchedule } from "@/db/queries/surprises";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { canAskOwnState, canSeeProgress } from "../policy";
import type { SurpriseSwitch } from "./schema";

/** Whether surprises come to the acting person, for each course she takes; none for who takes no course. */
export async function listOwnSurpriseSwitches(ctx: ServiceContext): Promise<SurpriseSwitch[]> {
  authorise(ctx, canAskOwnState(ctx.actor));
  if (ctx.actor.kind !== "person") return [];
  const { personId, memberships } = ctx.actor;
  const courses = new Set(memberships.filter(({ role }) => role === "learner").map(({ course }) => course));
  return Promise.all([...courses].map((course) => readSwitch(ctx, { personId, course })));
}

/** Whether surprises come to a learner of a course, for whoever may see how she gets on. */
export async function getSurpriseSwitch(
  ctx: ServiceContext,
  input: { course: string; learner: { personId: string; cohortIds: readonly string[] } },
): Promise<SurpriseSwitch> {
  authorise(ctx, canSeeProgress(ctx.actor, input.learner));
  return readSwitch(ctx, { personId: input.learner.personId, course: input.course });
}

async function readSwitch(
  ctx: ServiceContext,
  place: { personId: string; course: string },
): Promise<SurpriseSwitch> {
  const schedule = await findSurpriseSchedule(ctx.db, place);
  return {
    course: place.course,
    stoppedByLearner: schedule?.stoppedByLearnerAt != null,
    stoppedByTrainer: schedule?.stoppedByTrainerAt != null,
  };
}

/** How many surprises each learner was shown, refused and accepted, for whoever may see all of them. */
export async function listSurpriseCounts(
  ctx: ServiceContext,
  input: { course: string; learners: readonly { personId: string; cohortIds: readonly string[] }[] },
) {
  authorise(
    ctx,
    input.learners.every((learner) => canSeeProgress(ctx.actor, learner)),
  );
  return countSurprises(ctx.db, {
    personIds: input.learners.map((learner) => learner.personId),
    course: input.course,
  });
}
