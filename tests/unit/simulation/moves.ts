import type { CompiledScenario } from "@/server/simulation/engine/compile";
import { applyMove, startRun } from "@/server/simulation/engine/run";
import { nextIdealMove } from "@/server/simulation/engine/steps";
import type { Move, MoveDraft, RunOptions, RunState } from "@/server/simulation/engine/types";

export const OPTIONS: RunOptions = { mode: "guided", timer: "none", variant: "standard", seed: "seed-1" };

/** Makes one move a second after the last; fails the test when it is refused. */
export function play(compiled: CompiledScenario, state: RunState, draft: MoveDraft, after = 1000): RunState {
  const result = applyMove(compiled, state, { ...draft, seq: state.seq + 1, at: state.at + after });
  if (result.status === "refused") throw new Error(`${JSON.stringify(draft)} was refused: ${result.reason}`);
  return result.state;
}

export function playAll(compiled: CompiledScenario, state: RunState, drafts: MoveDraft[]): RunState {
  return drafts.reduce((now, draft) => play(compiled, now, draft), state);
}

/** The ideal path from a state to the end, at one move a second. */
export function idealMoves(compiled: CompiledScenario, from: RunState): Move[] {
  const moves: Move[] = [];
  let state = from;
  for (let draft = nextIdealMove(compiled, state); draft; draft = nextIdealMove(compiled, state)) {
    if (moves.length > 200) throw new Error(`the ideal path turns in circles at ${state.step.id}`);
    const move = { ...draft, seq: state.seq + 1, at: state.at + 1000 };
    state = play(compiled, state, draft);
    moves.push(move);
  }
  return moves;
}

/** Plays on along the ideal path until the step is reached. */
export function playTo(compiled: CompiledScenario, stepId: string, options: RunOptions = OPTIONS): RunState {
  let state = startRun(compiled, options);
  while (state.step.id !== stepId) {
    const draft = nextIdealMove(compiled, state);
    if (!draft) throw new Error(`the ideal path stops at ${state.step.id}`);
    state = play(compiled, state, draft);
  }
  return state;
}
