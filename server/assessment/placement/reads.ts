import type { z } from "zod";
import { type AttemptRow, listAnswers } from "@/db/queries/assessment";
import { listProgress } from "@/db/queries/learning";
import { findPlacement } from "@/db/queries/placements";
import { listBank } from "@/server/catalogue/exam/reads";
import { getPlacementContent } from "@/server/catalogue/placement/reads";
import { getContentVersion, getCourse } from "@/server/catalogue/reads";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { canLearn } from "@/server/learning/policy";
import { drawOf } from "../drawn/reads";
import { canAnswer } from "../policy";
import { type Given, knownLessons, placementStateOf } from "./rules";
import type { PlacementInput, PlacementView, placementOffer } from "./schema";

/** The placement of the acting learner, if there is one, and where she stands with it. */
export async function getPlacementStanding(ctx: ServiceContext, input: { course: string }) {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const [attempt, progress] = await Promise.all([
    findPlacement(ctx.db, { personId, course: input.course }),
    listProgress(ctx.db, { personIds: [personId], course: input.course }),
  ]);
  const state = placementStateOf({ status: attempt?.status ?? null, hasBegun: progress.length > 0 });
  return { attempt, state };
}

/** Everything asked so far in a placement, in order, and whether it was right. For the rule; no procedure returns it. */
export async function listGiven(ctx: ServiceContext, attempt: AttemptRow): Promise<Given[]> {
  authorise(ctx, canAnswer(ctx.actor, attempt));
  const answers = new Map(
    (await listAnswers(ctx.db, attempt.id)).map((one) => [one.questionId, one.correct]),
  );
  return drawOf(attempt).questions.map(({ id }) => ({ id, correct: answers.get(id) ?? null }));
}

/** Whether the home of a learner offers a placement. */
export async function getPlacementOffer(
  ctx: ServiceContext,
  input: { course: string },
): Promise<z.infer<typeof placementOffer>> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const { state } = await getPlacementStanding(ctx, input);
  return { state };
}

/** A learner's own page: whether there is something to answer, and what came of it. */
export async function getPlacement(ctx: ServiceContext, input: PlacementInput): Promise<PlacementView> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const [{ attempt, state }, current, bank, course] = await Promise.all([
    getPlacementStanding(ctx, input),
    getPlacementContent(ctx, input),
    listBank(ctx, input),
    getCourse(ctx, input),
  ]);
  const { most } = current.body.file;
  if (state !== "done" || !attempt) return { state, most, result: null };
  const { file } = await getContentVersion(ctx, { kind: "placement", hash: attempt.contentHash });
  const known = new Set(knownLessons(bank.questions, await listGiven(ctx, attempt), file));
  const lessons = course.modules
    .flatMap((module) => module.lessons)
    .filter(({ published }) => published)
    .map(({ id, title }) => ({ lesson: id, title }));
  return {
    state,
    most,
    result: {
      known: lessons.filter(({ lesson }) => known.has(lesson)),
      first: lessons.find(({ lesson }) => !known.has(lesson)) ?? null,
    },
  };
}
