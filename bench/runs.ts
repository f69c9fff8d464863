import { randomUUID } from "node:crypto";
import type { ProgressEffect } from "@/server/learning/schema";
import { compileScenario } from "@/server/simulation/engine/compile";
import { applyMove, startRun } from "@/server/simulation/engine/run";
import { type Score, scoreRun } from "@/server/simulation/engine/score";
import { nextIdealMove } from "@/server/simulation/engine/steps";
import type { Move, MoveDraft, RunOptions, Scenario } from "@/server/simulation/engine/types";
import { moveEffect } from "@/server/simulation/rules";

const MOST_MOVES = 200;
const MOVE_MS = 8000;

export type PlayedRun = {
  options: RunOptions;
  opening: ProgressEffect;
  moves: { move: Move; effect: ProgressEffect }[];
  score: Score;
};

/** Plays a scenario to its end along the ideal path, eight seconds a move, after taking some hints. */
export function playRun(scenario: Scenario, wishes: { hints: number }): PlayedRun {
  const compiled = compileScenario(scenario);
  const options: RunOptions = { mode: "guided", timer: "none", variant: "main", seed: randomUUID() };
  const stepIds = scenario.steps.map((step) => step.id);
  let state = startRun(compiled, options);
  let score = scoreRun(compiled, state);
  const opening = { ...moveEffect(stepIds, score, score, true), done: [] };
  let hints = wishes.hints;
  const moves: PlayedRun["moves"] = [];
  while (!state.ended && moves.length < MOST_MOVES) {
    const takesHint = hints > 0 && state.seq > 0;
    if (takesHint) hints -= 1;
    const draft: MoveDraft | null = takesHint ? { type: "hint" } : nextIdealMove(compiled, state);
    if (!draft) break;
    const result = applyMove(compiled, state, { ...draft, seq: state.seq + 1, at: state.at + MOVE_MS });
    if (result.status === "refused") throw new Error(`the ideal path is refused: ${result.reason}`);
    const after = scoreRun(compiled, result.state);
    moves.push({ move: result.move, effect: moveEffect(stepIds, score, after, false) });
    state = result.state;
    score = after;
  }
  if (!state.ended) throw new Error(`the ideal path of ${scenario.id} does not end`);
  return { options, opening, moves, score };
}
