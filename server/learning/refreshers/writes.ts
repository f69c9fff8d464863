import type { LearnerEventKind } from "@/db/enums";
import { holdPerson } from "@/db/queries/identity";
import { findMembership } from "@/db/queries/organisations";
import {
  findRefresher,
  keepRefresherAnswer,
  keepRefresherScore,
  listRefresherSchedules,
  listRefresherSwitches,
  type RefresherRow,
  saveRefresherSchedules,
  upsertRefresherSwitch,
} from "@/db/queries/refreshers";
import { getTestedCompetences } from "@/server/catalogue/refresher-items/reads";
import { audit } from "@/server/kernel/audit";
import { authorise } from "@/server/kernel/authorise";
import { brusselsDay } from "@/server/kernel/calendar";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canLearn, learnerPlace } from "../policy";
import { firstRecall, recalled } from "../recall/rules";
import { isPlaceInCourse } from "../rules";
import type { ProgressEffect } from "../schema";
import { canFoldRecall, canMeetRefresher, canSwitchRefreshers } from "./policy";
import { gradeOf, isRefresherActivity } from "./rules";
import type { RefresherGrade } from "./schema";

type FoldedEvent = {
  personId: string;
  organisationId: string;
  course: string;
  activityId: string;
  kind: LearnerEventKind;
  contentHash: string;
  occurredAt: Date;
  effect: ProgressEffect;
};

/** What one event of the log says about remembering; null for nearly all of them. */
type Tested = { of: Parameters<typeof getTestedCompetences>[1]; grade: RefresherGrade; isNews: boolean };

function testedBy({ kind, activityId, contentHash: hash, effect }: FoldedEvent): Tested | null {
  if (isRefresherActivity(activityId)) {
    if (effect.score === null) return null;
    const grade = gradeOf(effect.score);
    if (kind === "simulation-move") return { of: { kind: "scenario", hash }, grade, isNews: false };
    return { of: { kind: "quiz", hash, questionId: effect.stepId }, grade, isNews: false };
  }
  if (!effect.achieved || !isPlaceInCourse(activityId)) return null;
  const done = { grade: "good", isNews: true } as const;
  if (kind === "simulation-move") return { of: { kind: "scenario", hash }, ...done };
  return activityId.endsWith("/check") ? { of: { kind: "quiz", hash }, ...done } : null;
}

/**
 * Folds one event of the log into the days on which competences come back. A check passed or a simulation done begins
 * what is new, and counts as recalled for what is due; a refresher counts for what is due and begins nothing. Used when
 * an event is recorded and when everything is rebuilt.
 */
export async function foldRecall(ctx: ServiceContext, event: FoldedEvent): Promise<void> {
  authorise(ctx, canFoldRecall(ctx.actor, event));
  const tested = testedBy(event);
  if (!tested) return;
  const { personId, organisationId, course } = event;
  const competences = await getTestedCompetences(ctx, tested.of);
  const known = new Map(
    (await listRefresherSchedules(ctx.db, { personIds: [personId], course })).map((row) => [
      row.competence,
      row,
    ]),
  );
  const day = brusselsDay(event.occurredAt);
  const rows = competences.flatMap((competence) => {
    const before = known.get(competence);
    if (before) return [recalled(before, { day, grade: tested.grade })];
    return tested.isNews ? [firstRecall(competence, day)] : [];
  });
  await saveRefresherSchedules(
    ctx.db,
    rows.map((row) => ({ ...row, personId, organisationId, course })),
  );
}

/** Holds the refresher a learner answers until the transaction ends; NOT_FOUND for one that is not hers. */
export async function lockRefresher(ctx: ServiceContext, refresherId: string): Promise<RefresherRow> {
  const refresher = await findRefresher(ctx.db, refresherId, { hold: true });
  authorise(ctx, refresher !== null && canMeetRefresher(ctx.actor, refresher), "");
  return found(refresher);
}

/** Keeps the graded answer to the question of a refresher, pushed by assessment. */
export async function noteRefresherAnswer(
  ctx: ServiceContext,
  input: { refresher: RefresherRow; answer: unknown; score: number },
): Promise<void> {
  authorise(ctx, canMeetRefresher(ctx.actor, input.refresher), "");
  const { refresher, answer, score } = input;
  await keepRefresherAnswer(ctx.db, refresher.id, { answer, score, answeredAt: ctx.now });
}

/** Keeps how the run of a refresher came out, pushed by the simulation: the first result stays. */
export async function noteRefresherRun(
  ctx: ServiceContext,
  input: { personId: string; attemptId: string; score: number },
): Promise<void> {
  authorise(ctx, canMeetRefresher(ctx.actor, input), "");
  await keepRefresherScore(ctx.db, input.attemptId, { score: input.score, answeredAt: ctx.now });
}

/** The learner herself stops refreshers in a course, or lets them come again. Twice is once. */
export async function switchOwnRefreshers(
  ctx: ServiceContext,
  input: { course: string; stopped: boolean },
): Promise<{ stopped: boolean }> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const { organisationId } = found(learnerPlace(ctx.actor, input.course));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  return switchRefreshers(ctx, { personId, organisationId, course: input.course }, "learner", input.stopped);
}

/**
 * A trainer stops refreshers for a learner of her group, or lets them come again as far as she is concerned. What the
 * learner chose herself stays.
 *
 * @throws NOT_FOUND for a group or learner out of the trainer's sight
 */
export async function switchLearnerRefreshers(
  ctx: ServiceContext,
  input: { cohortId: string; personId: string; stopped: boolean },
): Promise<{ stopped: boolean }> {
  const { cohortId, personId, stopped } = input;
  const member = await findMembership(ctx.db, { cohortId, personId, role: "learner" });
  authorise(
    ctx,
    canSwitchRefreshers(ctx.actor, { id: cohortId, isMember: member !== null }),
    member?.organisationId ?? "",
  );
  const { course, organisationId } = found(member);
  return switchRefreshers(ctx, { personId, organisationId, course }, "trainer", stopped);
}

async function switchRefreshers(
  ctx: ServiceContext,
  place: { personId: string; organisationId: string; course: string },
  by: "learner" | "trainer",
  stopped: boolean,
): Promise<{ stopped: boolean }> {
  const column = by === "learner" ? "stoppedByLearnerAt" : "stoppedByTrainerAt";
  return withTransaction(ctx, async (inside) => {
    const { personId, course } = place;
    if (!(await holdPerson(inside.db, personId))) throw new DomainError("NOT_FOUND");
    const [before] = await listRefresherSwitches(inside.db, { personIds: [personId], course });
    if ((before?.[column] != null) === stopped) return { stopped };
    await upsertRefresherSwitch(inside.db, place, { [column]: stopped ? ctx.now : null });
    await audit(inside, stopped ? "refreshers.stopped" : "refreshers.resumed", `person:${personId}`, {
      organisationId: place.organisationId,
      detail: { course, by },
    });
    return { stopped };
  });
}
