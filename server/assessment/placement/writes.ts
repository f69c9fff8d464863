import type { z } from "zod";
import { type AttemptRow, completeAttempt, insertAttempt, lockAttempt } from "@/db/queries/assessment";
import { findPlacement, setDrawn } from "@/db/queries/placements";
import { listBank } from "@/server/catalogue/exam/reads";
import { getPlacementContent } from "@/server/catalogue/placement/reads";
import { getContentVersion } from "@/server/catalogue/reads";
import { authorise } from "@/server/kernel/authorise";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canLearn, learnerPlace } from "@/server/learning/policy";
import { recordEvent } from "@/server/learning/writes";
import { drawOf, listDrawnQuestions, showDrawn } from "../drawn/reads";
import { getPlacementStanding, listGiven } from "./reads";
import { nextQuestion } from "./rules";
import {
  type declinePlacementOutput,
  PLACEMENT_QUESTIONS,
  type PlacementInput,
  type PlacementStep,
} from "./schema";

/**
 * The question to answer now. The one that waits for its answer is handed out again, on any device; else the rule
 * chooses the next one from what she answered, and it is kept. When nothing more is worth asking the placement ends.
 *
 * @throws CONFLICT for who has begun the course without one
 */
export async function takePlacementStep(ctx: ServiceContext, input: PlacementInput): Promise<PlacementStep> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  return withTransaction(ctx, async (inside) => {
    // The row is held: of two devices that ask at once the second one gets what was chosen for the first.
    const attempt = await findOrBegin(inside, input.course);
    const { file } = await getContentVersion(inside, { kind: "placement", hash: attempt.contentHash });
    const given = await listGiven(inside, attempt);
    const step = { attemptId: attempt.id, number: given.length, most: file.most };
    if (attempt.status === "completed") return { ...step, question: null };
    const waiting = given.find(({ correct }) => correct === null);
    if (waiting) return { ...step, question: await showOne(inside, attempt, waiting.id, input.locale) };
    const { questions } = await listBank(inside, input);
    const drawn = drawOf(attempt);
    const next = nextQuestion(questions, given, file, drawn.seed);
    if (!next) {
      await completeAttempt(inside.db, { attemptId: attempt.id, score: null, completedAt: ctx.now });
      return { ...step, question: null };
    }
    const { lesson, hash, id } = next;
    const grown = { ...drawn, questions: [...drawn.questions, { lesson, hash, id }] };
    await setDrawn(inside.db, attempt.id, grown);
    const question = await showOne(inside, { ...attempt, drawn: grown }, id, input.locale);
    return { ...step, number: given.length + 1, question };
  });
}

async function showOne(
  ctx: ServiceContext,
  attempt: AttemptRow,
  id: string,
  locale: PlacementInput["locale"],
) {
  const asked = await listDrawnQuestions(ctx, attempt, locale);
  return showDrawn(found(asked.find(({ drawn }) => drawn.id === id)));
}

/**
 * "No, thank you", at any moment: the placement ends with what was answered so far, and is not offered again. Twice is
 * once.
 */
export async function declinePlacement(
  ctx: ServiceContext,
  input: PlacementInput,
): Promise<z.infer<typeof declinePlacementOutput>> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  return withTransaction(ctx, async (inside) => {
    const { state } = await getPlacementStanding(inside, input);
    if (state === "closed") return { outcome: "done" };
    const attempt = await findOrBegin(inside, input.course);
    if (attempt.status === "open") {
      await completeAttempt(inside.db, { attemptId: attempt.id, score: null, completedAt: ctx.now });
    }
    return { outcome: "done" };
  });
}

/** The placement of the acting learner, held until the transaction ends. */
async function findOrBegin(ctx: ServiceContext, course: string): Promise<AttemptRow> {
  const { attempt, state } = await getPlacementStanding(ctx, { course });
  if (attempt) return found(await lockAttempt(ctx.db, attempt.id));
  if (state !== "offered") throw new DomainError("CONFLICT", { reason: "course-begun" });
  const { organisationId } = found(learnerPlace(ctx.actor, course));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const { hash } = await getPlacementContent(ctx, { course });
  const opened = await insertAttempt(ctx.db, {
    id: ctx.newId(),
    kind: "placement",
    organisationId,
    personId,
    course,
    activityId: PLACEMENT_QUESTIONS,
    contentHash: hash,
    openedAt: ctx.now,
    drawn: { seed: ctx.newId(), questions: [], simulations: [] },
  });
  if (!opened) {
    // Another device began in the same instant: that one counts.
    const first = found(await findPlacement(ctx.db, { personId, course }));
    return found(await lockAttempt(ctx.db, first.id));
  }
  await recordEvent(ctx, {
    id: ctx.newId(),
    kind: "attempt-opened",
    course,
    activityId: PLACEMENT_QUESTIONS,
    contentHash: hash,
    occurredAt: ctx.now.toISOString(),
    attempt: { id: opened.id, seq: 0 },
    action: {},
    effect: {
      stepId: "",
      stepNumber: 1,
      stepCount: 1,
      done: [],
      wrong: 0,
      restarted: true,
      achieved: false,
      score: null,
    },
  });
  return opened;
}
