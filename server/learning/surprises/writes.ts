import type { SurpriseOutcome } from "@/db/enums";
import { holdPerson } from "@/db/queries/identity";
import { listProgress } from "@/db/queries/learning";
import { findMembership } from "@/db/queries/organisations";
import {
  answerSurprise,
  findSurpriseSchedule,
  insertSurprise,
  listSurprises,
  upsertSurpriseSchedule,
} from "@/db/queries/surprises";
import { getScenario, listActivities, listSurpriseScenarios } from "@/server/catalogue/reads";
import { audit } from "@/server/kernel/audit";
import { authorise } from "@/server/kernel/authorise";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canLearn, learnerPlace } from "../policy";
import { canMeetSurprise, canSwitchSurprises } from "./policy";
import { firstWholeLessonAt, isStopped, nextSurprise, SPREAD_DAYS } from "./rules";
import type { SurpriseCard, TakeSurpriseInput } from "./schema";

/**
 * Hands out the surprise that is due, once: from now on it counts as shown, and the next one is days away. Null when
 * none is due, or another tab was first.
 *
 * @throws NOT_FOUND for a lesson that is not published
 */
export async function takeSurprise(
  ctx: ServiceContext,
  input: TakeSurpriseInput,
): Promise<SurpriseCard | null> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const { organisationId } = found(learnerPlace(ctx.actor, input.course));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const place = { personId, course: input.course };
  const [activities, scenarios] = await Promise.all([
    listActivities(ctx, input),
    listSurpriseScenarios(ctx, input),
  ]);
  found(activities.find((activity) => activity.lesson === input.lesson));
  return withTransaction(ctx, async (inside) => {
    if (!(await holdPerson(inside.db, personId))) return null;
    const schedule = await findSurpriseSchedule(inside.db, place);
    const shown = await listSurprises(inside.db, place);
    const progress = await listProgress(inside.db, { personIds: [personId], course: input.course });
    const history = {
      stopped: isStopped(schedule),
      dueAt: schedule?.dueAt ?? null,
      firstLessonAt: firstWholeLessonAt(activities, progress),
      shown,
    };
    const next = nextSurprise(history, ctx.now, scenarios, ctx.ports.random.integer(SPREAD_DAYS + 1));
    if (!next) return null;
    const { hash, body } = await getScenario(ctx, { course: input.course, simulation: next.scenario });
    const surpriseId = ctx.newId();
    const isFirst = await insertSurprise(inside.db, {
      ...place,
      id: surpriseId,
      organisationId,
      number: next.number,
      scenario: next.scenario,
      contentHash: hash,
      lesson: input.lesson,
      shownAt: ctx.now,
    });
    if (!isFirst) return null;
    await upsertSurpriseSchedule(inside.db, { ...place, organisationId }, { dueAt: next.dueAt });
    const texts = body.texts[input.locale];
    return {
      surpriseId,
      from: texts["notifications.request.from"] ?? "",
      text: texts["notifications.request.text"] ?? "",
    };
  });
}

/** What the replay of a run showed, pushed by the simulation: the first answer stays. */
export async function noteSurpriseAnswer(
  ctx: ServiceContext,
  input: { personId: string; attemptId: string; outcome: SurpriseOutcome },
): Promise<void> {
  authorise(ctx, canMeetSurprise(ctx.actor, input), "");
  await answerSurprise(ctx.db, input.attemptId, { outcome: input.outcome, answeredAt: ctx.now });
}

/** The learner herself stops surprises in a course, or lets them come again. Twice is once. */
export async function switchOwnSurprises(
  ctx: ServiceContext,
  input: { course: string; stopped: boolean },
): Promise<{ stopped: boolean }> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const { organisationId } = found(learnerPlace(ctx.actor, input.course));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  return switchSurprises(ctx, { personId, organisationId, course: input.course }, "learner", input.stopped);
}

/**
 * A trainer stops surprises for a learner of her group, or lets them come again as far as she is concerned. What the
 * learner chose herself stays.
 *
 * @throws NOT_FOUND for a group or learner out of the trainer's sight
 */
export async function switchLearnerSurprises(
  ctx: ServiceContext,
  input: { cohortId: string; personId: string; stopped: boolean },
): Promise<{ stopped: boolean }> {
  const member = await findMembership(ctx.db, {
    cohortId: input.cohortId,
    personId: input.personId,
    role: "learner",
  });
  authorise(
    ctx,
    canSwitchSurprises(ctx.actor, { id: input.cohortId, isMember: member !== null }),
    member?.organisationId ?? "",
  );
  const { course, organisationId } = found(member);
  return switchSurprises(ctx, { personId: input.personId, organisationId, course }, "trainer", input.stopped);
}

async function switchSurprises(
  ctx: ServiceContext,
  place: { personId: string; organisationId: string; course: string },
  by: "learner" | "trainer",
  stopped: boolean,
): Promise<{ stopped: boolean }> {
  const column = by === "learner" ? "stoppedByLearnerAt" : "stoppedByTrainerAt";
  return withTransaction(ctx, async (inside) => {
    if (!(await holdPerson(inside.db, place.personId))) throw new DomainError("NOT_FOUND");
    const before = await findSurpriseSchedule(inside.db, place);
    if ((before?.[column] != null) === stopped) return { stopped };
    await upsertSurpriseSchedule(inside.db, place, { [column]: stopped ? ctx.now : null });
    await audit(inside, stopped ? "surprises.stopped" : "surprises.resumed", `person:${place.personId}`, {
      organisationId: place.organisationId,
      detail: { course: place.course, by },
    });
    return { stopped };
  });
}
