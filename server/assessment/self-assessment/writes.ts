import { type AttemptRow, completeAttempt, insertAttempt, lockAttempt } from "@/db/queries/assessment";
import { lockLearner } from "@/db/queries/learning";
import { listRatings, nextSeq, upsertRating } from "@/db/queries/self-assessment";
import { getContentVersion } from "@/server/catalogue/reads";
import { getSelfAssessmentContent } from "@/server/catalogue/self-assessment/reads";
import { authorise } from "@/server/kernel/authorise";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canLearn, learnerPlace } from "@/server/learning/policy";
import { trustedInstant } from "@/server/learning/rules";
import { recordEvent } from "@/server/learning/writes";
import { canAnswer } from "../policy";
import { getStanding } from "./reads";
import { momentNow, momentOf, selfAssessmentActivity } from "./rules";
import type {
  Moment,
  RateStatementInput,
  RateStatementOutput,
  SelfAssessmentInput,
  SelfAssessmentPassage,
} from "./schema";

/**
 * Opens the self-assessment a learner may take now, or hands back the one that is open: on any device, on the version
 * it was opened on. Which of the two it is, before or after, is decided here.
 *
 * @throws CONFLICT when there is none to take now
 */
export async function openSelfAssessment(
  ctx: ServiceContext,
  input: SelfAssessmentInput,
): Promise<SelfAssessmentPassage> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  return withTransaction(ctx, async (inside) => {
    // Two devices that open at once: the second one finds what the first one opened.
    await lockLearner(inside.db, { personId, course: input.course });
    const { open, standing } = await getStanding(inside, input);
    const moment = momentNow(standing);
    if (!moment) throw new DomainError("CONFLICT", { reason: "nothing-to-take" });
    const passage = open ?? (await beginPassage(inside, input.course, moment));
    const { file, texts } = await getContentVersion(inside, {
      kind: "self-assessment",
      hash: passage.contentHash,
    });
    const words = texts[input.locale];
    return {
      attemptId: passage.id,
      moment: momentOf(passage.activityId),
      scale: words.scale,
      statements: file.statements.map(({ id }) => ({ id, text: found(words.statements[id]) })),
      ratings: open?.ratings ?? {},
    };
  });
}

async function beginPassage(ctx: ServiceContext, course: string, moment: Moment): Promise<AttemptRow> {
  const { organisationId } = found(learnerPlace(ctx.actor, course));
  const { hash, body } = await getSelfAssessmentContent(ctx, { course });
  const attempt = await insertAttempt(ctx.db, {
    id: ctx.newId(),
    kind: "self-assessment",
    organisationId,
    personId: ctx.actor.kind === "person" ? ctx.actor.personId : "",
    course,
    activityId: selfAssessmentActivity(moment),
    contentHash: hash,
    openedAt: ctx.now,
  });
  const opened = found(attempt);
  await recordEvent(ctx, {
    id: ctx.newId(),
    kind: "attempt-opened",
    course,
    activityId: opened.activityId,
    contentHash: hash,
    occurredAt: ctx.now.toISOString(),
    attempt: { id: opened.id, seq: 0 },
    action: {},
    effect: effectOf(
      body.file.statements.map(({ id }) => id),
      null,
      false,
    ),
  });
  return opened;
}

/** A self-assessment is no place in the course: the effect says where she is in it, and nothing is achieved or marked. */
function effectOf(ids: readonly string[], rated: string | null, isWhole: boolean) {
  return {
    stepId: rated ?? ids[0] ?? "",
    stepNumber: rated ? ids.indexOf(rated) + 1 : 1,
    stepCount: ids.length,
    done: rated ? [rated] : [],
    wrong: 0,
    restarted: rated === null,
    achieved: isWhole,
    score: null,
  };
}

/**
 * Keeps what a learner says of one statement. Until every statement is rated she may think again: what she said last
 * counts, by the time she said it, whatever the order of arrival. The last statement closes the passage.
 *
 * @throws NOT_FOUND for a passage that is not hers or a statement that is not in it; CONFLICT for an id that names
 * another event
 */
export async function rateStatement(
  ctx: ServiceContext,
  input: RateStatementInput,
): Promise<RateStatementOutput> {
  return withTransaction(ctx, async (inside) => {
    const attempt = await lockAttempt(inside.db, input.attemptId);
    authorise(ctx, attempt?.kind === "self-assessment" && canAnswer(ctx.actor, attempt), "");
    const passage = found(attempt);
    const { contentHash, activityId, course } = passage;
    const { file } = await getContentVersion(inside, { kind: "self-assessment", hash: contentHash });
    const ids = file.statements.map(({ id }) => id);
    if (!ids.includes(input.statementId)) throw new DomainError("NOT_FOUND");
    const before = await listRatings(inside.db, passage.id);
    if (passage.status === "completed") {
      return { outcome: "closed", rating: found(before[input.statementId]), isWhole: true };
    }
    const isWhole = ids.every((id) => id === input.statementId || before[id] !== undefined);
    const { outcome } = await recordEvent(inside, {
      id: input.id,
      kind: "statement-rated",
      course,
      activityId,
      contentHash,
      occurredAt: input.occurredAt,
      attempt: { id: passage.id, seq: await nextSeq(inside.db, passage.id) },
      action: { statementId: input.statementId, rating: input.rating },
      effect: effectOf(ids, input.statementId, isWhole),
    });
    if (outcome === "already-recorded") {
      const rating = before[input.statementId];
      // The id names a line about another statement: a mistaken or forged client.
      if (rating === undefined) throw new DomainError("CONFLICT");
      return { outcome, rating, isWhole: false };
    }
    await upsertRating(inside.db, {
      attemptId: passage.id,
      statementId: input.statementId,
      organisationId: passage.organisationId,
      eventId: input.id,
      rating: input.rating,
      ratedAt: trustedInstant(new Date(input.occurredAt), ctx.now),
    });
    if (isWhole) {
      await completeAttempt(inside.db, { attemptId: passage.id, score: null, completedAt: ctx.now });
    }
    const kept = await listRatings(inside.db, passage.id);
    return { outcome, rating: found(kept[input.statementId]), isWhole };
  });
}
