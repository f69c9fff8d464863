import type { LearnerEventKind } from "@/db/enums";
import {
  addActiveTime,
  appendLearnerEvent,
  deleteReadModels,
  findLearnerEvent,
  findProgress,
  listLearnerEvents,
  lockLearnerEvents,
  type NewLearnerEvent,
  saveReadModels,
} from "@/db/queries/learning";
import { getContentVersion } from "@/server/catalogue/reads";
import { audit } from "@/server/kernel/audit";
import { authorise } from "@/server/kernel/authorise";
import { brusselsDay } from "@/server/kernel/calendar";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canLearn, canRebuild, learnerPlace } from "./policy";
import { foldRecall } from "./refreshers/writes";
import { foldProgress, IDLE_CUT_OFF_SECONDS, isPlaceInCourse, trustedInstant } from "./rules";
import { type ProgressEffect, progressEffect, type ReadStepInput } from "./schema";

/** An event as the three kinds of activity hand it down: reading, checks and simulations. */
export type EventDraft = {
  id: string;
  kind: LearnerEventKind;
  course: string;
  activityId: string;
  contentHash: string;
  occurredAt: string;
  attempt?: { id: string; seq: number };
  /** What the learner did, as the kind defines it. */
  action: Record<string, unknown>;
  effect: ProgressEffect;
};

type Recorded = { outcome: "recorded" | "already-recorded" };

/**
 * Appends one event of the acting learner and folds it into progress and time, all in one transaction.
 * A repeated id changes nothing.
 *
 * @throws FORBIDDEN for who is no learner of the course; CONFLICT when the id names something else
 */
export async function recordEvent(ctx: ServiceContext, draft: EventDraft): Promise<Recorded> {
  authorise(ctx, canLearn(ctx.actor, draft.course));
  const place = found(learnerPlace(ctx.actor, draft.course));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const occurredAt = trustedInstant(new Date(draft.occurredAt), ctx.now);
  return withTransaction(ctx, async (inside) => {
    const isNew = await appendLearnerEvent(inside.db, {
      id: draft.id,
      organisationId: place.organisationId,
      personId,
      kind: draft.kind,
      course: draft.course,
      activityId: draft.activityId,
      contentHash: draft.contentHash,
      attemptId: draft.attempt?.id ?? null,
      seq: draft.attempt?.seq ?? null,
      payload: { action: draft.action, effect: draft.effect },
      occurredAt,
      recordedAt: ctx.now,
    });
    if (!isNew) {
      const kept = await findLearnerEvent(inside.db, draft.id);
      const isSame =
        kept?.personId === personId &&
        kept.kind === draft.kind &&
        kept.course === draft.course &&
        kept.activityId === draft.activityId;
      // "Saved" would be a lie when the id belongs to somebody else or to something else.
      if (!isSame) throw new DomainError("CONFLICT");
      return { outcome: "already-recorded" };
    }
    await applyEvent(inside, { ...draft, personId, organisationId: place.organisationId, occurredAt });
    return { outcome: "recorded" };
  });
}

type AppliedEvent = Pick<
  NewLearnerEvent,
  "personId" | "organisationId" | "course" | "activityId" | "kind" | "contentHash"
> & {
  occurredAt: Date;
  effect: ProgressEffect;
};

/** Folds one event into the read models. Used when it is recorded and when they are rebuilt: one rule, one code. */
async function applyEvent(ctx: ServiceContext, event: AppliedEvent): Promise<void> {
  const { personId, organisationId, course, occurredAt } = event;
  const time = { day: brusselsDay(occurredAt), at: occurredAt, idleCutOff: IDLE_CUT_OFF_SECONDS };
  if (!isPlaceInCourse(event.activityId)) {
    await addActiveTime(ctx.db, { personId, organisationId, course, ...time });
  } else {
    const before = await findProgress(ctx.db, event);
    await saveReadModels(ctx.db, { ...foldProgress(before, event), personId, organisationId, course }, time);
  }
  await foldRecall(ctx, event);
}

/**
 * A learner has a step of a lesson before her.
 *
 * @throws FORBIDDEN for who is no learner of the course, NOT_FOUND for a step or version that never existed,
 * CONFLICT for an id that names another event
 */
export async function readStep(ctx: ServiceContext, input: ReadStepInput): Promise<Recorded> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const lesson = await getContentVersion(ctx, { kind: "lesson", hash: input.contentHash });
  const index = lesson.file.steps.findIndex((step) => step.id === input.stepId);
  if (index < 0 || lesson.file.id !== input.lesson) throw new DomainError("NOT_FOUND");
  return recordEvent(ctx, {
    id: input.id,
    kind: "step-read",
    course: input.course,
    activityId: `${input.lesson}/steps`,
    contentHash: input.contentHash,
    occurredAt: input.occurredAt,
    action: { stepId: input.stepId },
    effect: {
      stepId: input.stepId,
      stepNumber: index + 1,
      stepCount: lesson.file.steps.length,
      done: [input.stepId],
      wrong: 0,
      restarted: false,
      achieved: false,
      score: null,
    },
  });
}

const PAGE = 500;

/**
 * Empties the read models and folds the whole log again, in one transaction. Learners wait until it ends.
 *
 * @returns the number of events folded
 */
export async function rebuildReadModels(ctx: ServiceContext): Promise<number> {
  authorise(ctx, canRebuild(ctx.actor));
  return withTransaction(ctx, async (inside) => {
    await lockLearnerEvents(inside.db);
    await deleteReadModels(inside.db);
    const count = await foldLog(inside);
    await audit(inside, "learning.rebuilt", "instance:read-models", { detail: { events: count } });
    return count;
  });
}

/**
 * The same for some learners only, whom the caller holds (`lockPersons`): nothing of theirs is recorded meanwhile.
 *
 * @returns the number of events folded
 */
export async function refoldLearners(
  ctx: ServiceContext,
  input: { personIds: readonly string[] },
): Promise<number> {
  authorise(ctx, canRebuild(ctx.actor));
  return withTransaction(ctx, async (inside) => {
    await deleteReadModels(inside.db, input);
    return foldLog(inside, input);
  });
}

async function foldLog(ctx: ServiceContext, of: { personIds?: readonly string[] } = {}): Promise<number> {
  let count = 0;
  let after = 0;
  for (;;) {
    const page = await listLearnerEvents(ctx.db, { ...of, after, limit: PAGE });
    for (const event of page) {
      const { effect } = event.payload as { effect: unknown };
      await applyEvent(ctx, { ...event, effect: progressEffect.parse(effect) });
    }
    count += page.length;
    const last = page.at(-1);
    if (!last) return count;
    after = last.position;
  }
}
