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
