import type { CompiledScenario } from "../engine/compile";
import { applyMove, nextDue, startRun } from "../engine/run";
import type { Move, MoveDraft, RunOptions, RunState } from "../engine/types";

/**
 * One moment of a rehearsal, to be looked at: how it was reached, at which millisecond of playing time the clock
 * stands, and which part of the player is shown (the situation before, the devices, or what comes after the end).
 */
export type Moment = {
  phase: "start" | "run" | "end";
  options: RunOptions;
  moves: readonly Move[];
  at: number;
};

/** What may happen next when one looks at every path: a move of a person, or letting time pass until something happens. */
export type Turn = MoveDraft | "wait";

/** The moment as the part of an address after #. */
export function momentAddress(moment: Moment): string {
  return encodeURIComponent(JSON.stringify(moment));
}

/** The moment of an address; null when there is none in it. Whoever writes an address by hand plays for herself alone. */
export function momentOf(address: string): Moment | null {
  try {
    const read: unknown = JSON.parse(decodeURIComponent(address.replace(/^#/, "")));
    return isMoment(read) ? read : null;
  } catch {
    return null;
  }
}

function isMoment(read: unknown): read is Moment {
  if (typeof read !== "object" || read === null) return false;
  const { phase, options, moves, at } = read as Record<string, unknown>;
  const isPhase = phase === "start" || phase === "run" || phase === "end";
  return (
    isPhase && typeof options === "object" && options !== null && Array.isArray(moves) && at !== undefined
  );
}

/** The move of a turn, in its place; null when there is nothing to wait for. */
export function moveOfTurn(compiled: CompiledScenario, state: RunState, turn: Turn): Move | null {
  if (turn !== "wait") return { ...turn, seq: state.seq + 1, at: state.at };
  const due = nextDue(compiled, state.position);
  return due && { type: "time", seq: state.seq + 1, at: Math.max(due.at, state.at) };
}

/** Plays turns from the beginning; null when one of them is not possible with these options. */
export function playTurns(
  compiled: CompiledScenario,
  options: RunOptions,
  turns: readonly Turn[],
): { moves: Move[]; state: RunState } | null {
  let state = startRun(compiled, options);
  const moves: Move[] = [];
  for (const turn of turns) {
    const move = moveOfTurn(compiled, state, turn);
    const result = move && applyMove(compiled, state, move);
    if (result?.status !== "applied") return null;
    moves.push(result.move);
    state = result.state;
  }
  return { moves, state };
}
