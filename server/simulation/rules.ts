import type { SurpriseOutcome } from "@/db/enums";
import type { ProgressEffect } from "@/server/learning/schema";
import type { Score } from "./engine/score";

/** Whether a run achieves its activity: the goal reached safely, by the learner and not by the demonstration. */
export function isAchieved(score: Pick<Score, "outcome" | "assistance" | "ended">): boolean {
  return score.ended && score.outcome === "reached" && score.assistance !== "shown";
}

/**
 * What one move did to the learner's place in the activity, from the scores before and after it.
 *
 * @param stepIds the steps of the scenario in order
 */
export function moveEffect(
  stepIds: readonly string[],
  before: Score,
  after: Score,
  restarted: boolean,
): ProgressEffect {
  const doneCount = after.ended && after.outcome === "reached" ? stepIds.length : after.stepNumber - 1;
  return {
    stepId: after.stepId,
    stepNumber: after.stepNumber,
    stepCount: after.steps,
    done: stepIds.slice(0, doneCount),
    wrong: Math.max(0, after.mistakes - before.mistakes),
    restarted,
    achieved: isAchieved(after),
    score: after.ended ? after.score : null,
  };
}

/**
 * What a learner answered to a surprise request, as far as the replay shows it: accepted as soon as she said yes once,
 * whatever she did afterwards; refused when the run ended well without a yes. Null: not answered.
 */
export function surpriseOutcome(
  score: Pick<Score, "falseAccepts" | "outcome" | "ended">,
): SurpriseOutcome | null {
  if ((score.falseAccepts ?? 0) > 0) return "accepted";
  return score.ended && score.outcome === "reached" ? "refused" : null;
}

/** Runs that were an occasion to answer a request wrongly, and those in which it happened. */
export type RequestCounts = {
  acceptChances: number;
  falseAccepts: number;
  refuseChances: number;
  falseRefuses: number;
};

/** The counts of several learners together. */
export function addRequestCounts(counts: readonly RequestCounts[]): RequestCounts {
  const sum = (key: keyof RequestCounts) => counts.reduce((total, one) => total + one[key], 0);
  return {
    acceptChances: sum("acceptChances"),
    falseAccepts: sum("falseAccepts"),
    refuseChances: sum("refuseChances"),
    falseRefuses: sum("falseRefuses"),
  };
}

/**
 * The two rates of a person or a group, 0–100, rounded; null without an occasion. One run counts once, however often
 * the mistake was made in it. Published in content/indicators/rates.yaml.
 */
export function requestRates(counts: RequestCounts): {
  falseAccept: number | null;
  falseRefuse: number | null;
} {
  const rate = (cases: number, chances: number) => (chances > 0 ? Math.round((100 * cases) / chances) : null);
  return {
    falseAccept: rate(counts.falseAccepts, counts.acceptChances),
    falseRefuse: rate(counts.falseRefuses, counts.refuseChances),
  };
}
