import type { z } from "zod";
import type { Locale } from "@/db/enums";
import { listAttemptEvents } from "@/db/queries/learning";
import {
  countRequestRuns,
  findOpenSimulationAttempt,
  type SimulationAttemptRow,
} from "@/db/queries/simulation";
import { canReadCourse } from "@/server/catalogue/policy";
import { getContentVersion, getDraftScenario, getScenario } from "@/server/catalogue/reads";
import type { ScenarioBody } from "@/server/catalogue/scenario/reads";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { canLearn, canSeeProgress } from "@/server/learning/policy";
import { publicScenario } from "./engine/score";
import type { Move, RunOptions } from "./engine/types";
import { canReplay } from "./policy";
import type { FindOpenRunInput, playableScenario, playableScenarioInput, RunView } from "./schema";

/** The options a run was started with, as the engine reads them. */
export function optionsOf(attempt: SimulationAttemptRow): RunOptions {
  return { mode: attempt.mode, timer: attempt.timer, variant: attempt.variant, seed: attempt.seed };
}

/** The moves kept of a run, in order. They were checked when they were recorded. */
export async function storedMoves(
  ctx: ServiceContext,
  attempt: Pick<SimulationAttemptRow, "id" | "personId">,
): Promise<Move[]> {
  authorise(ctx, canReplay(ctx.actor, attempt), "");
  const events = await listAttemptEvents(ctx.db, attempt.id);
  return events
    .filter((event) => event.seq !== null && event.seq > 0)
    .map((event) => (event.payload as { action: { move: Move } }).action.move);
}

/** What the player needs to show a run, with its own version of the scenario when the page holds another. */
export function showRun(
  attempt: SimulationAttemptRow,
  moves: Move[],
  other: { body: ScenarioBody; locale: Locale } | null,
): RunView {
  return {
    attemptId: attempt.id,
    contentHash: attempt.contentHash,
    options: optionsOf(attempt),
    moves: moves as RunView["moves"],
    version: other && {
      scenario: publicScenario(other.body.scenario, attempt.mode === "alone" ? "alone" : "practice"),
      texts: other.body.texts[other.locale],
    },
  };
}

/** The current version of a scenario for whoever wants to play it: an account is not needed, weights stay here. */
export async function getPlayableScenario(
  ctx: ServiceContext,
  input: z.infer<typeof playableScenarioInput>,
): Promise<z.infer<typeof playableScenario>> {
  authorise(ctx, canReadCourse(ctx.actor));
  const { hash, body } = await getScenario(ctx, input);
  return toPlayable(hash, body, input.locale);
}

/** A scenario without its weights, with its words in one language. */
function toPlayable(
  contentHash: string,
  { scenario, texts }: ScenarioBody,
  locale: Locale,
): z.infer<typeof playableScenario> {
  const words = texts[locale];
  return {
    id: scenario.id,
    contentHash,
    title: words.title ?? "",
    scenario: publicScenario(scenario),
    texts: words,
  };
}

/** A scenario as its files say now, for the workbench; NOT_FOUND on an instance without one. */
export async function getDraft(
  ctx: ServiceContext,
  input: z.infer<typeof playableScenarioInput>,
): Promise<z.infer<typeof playableScenario>> {
  authorise(ctx, canReadCourse(ctx.actor));
  return toPlayable("", await getDraftScenario(ctx, input), input.locale);
}

/** The run a learner left open in this activity, to go on exactly where it stands; null when there is none. */
export async function findOpenRun(ctx: ServiceContext, input: FindOpenRunInput): Promise<RunView | null> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const activityId = `${input.lesson}/${input.simulation}`;
  const attempt = await findOpenSimulationAttempt(ctx.db, { personId, course: input.course, activityId });
  if (!attempt) return null;
  const isKnown = attempt.contentHash === input.knownHash;
  const [moves, body] = await Promise.all([
    storedMoves(ctx, attempt),
    isKnown ? null : getContentVersion(ctx, { kind: "scenario", hash: attempt.contentHash }),
  ]);
  return showRun(attempt, moves, body && { body, locale: input.locale });
}

/** Each learner's answers to requests in all her runs of a course, for whoever may see all of them. */
export async function listRequestCounts(
  ctx: ServiceContext,
  input: { course: string; learners: readonly { personId: string; cohortIds: readonly string[] }[] },
) {
  authorise(
    ctx,
    input.learners.every((learner) => canSeeProgress(ctx.actor, learner)),
  );
  return countRequestRuns(ctx.db, {
    personIds: input.learners.map((learner) => learner.personId),
    course: input.course,
  });
}
