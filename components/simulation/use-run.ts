"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { compileScenario } from "@/server/simulation/engine/compile";
import { applyMove, type MoveResult } from "@/server/simulation/engine/run";
import { replayRun } from "@/server/simulation/engine/score";
import type { Move, MoveDraft, PlayableScenario, RunOptions } from "@/server/simulation/engine/types";
import { viewRun } from "@/server/simulation/engine/view";

/** A run and where it stands: enough to go on, here or on another device. */
export type PlayerRun = {
  options: RunOptions;
  moves: readonly Move[];
  /** A moment to be looked at: the clock stands at this many milliseconds of playing time. */
  heldAt?: number;
};

/**
 * Plays a run in the browser: keeps its state, its clock of playing time, and sends the `time` moves when something
 * is due. `onMove` receives each move as it must be stored (typed secrets are already gone). `last` is the kind of the last
 * move made here: null before the first one, `time` when nobody did anything.
 */
export function useRun(scenario: PlayableScenario, run: PlayerRun, onMove: (move: Move) => void) {
  const compiled = useMemo(() => compileScenario(scenario), [scenario]);
  const [state, setState] = useState(() => replayRun(compiled, run.options, run.moves).state);
  const latest = useRef(state);
  const last = useRef<Move["type"] | null>(null);
  const clock = useRef({ base: run.heldAt ?? state.at, since: null as number | null });
  const [paused, setPaused] = useState(false);
  const isStill = paused || run.heldAt !== undefined;
  const send = useRef(onMove);
  useEffect(() => {
    send.current = onMove;
  }, [onMove]);

  const now = useCallback(() => {
    const { base, since } = clock.current;
    return Math.round(base + (since === null ? 0 : performance.now() - since));
  }, []);

  useEffect(() => {
    const { current } = clock;
    if (isStill) current.since = null;
    else current.since = performance.now();
    return () => {
      if (current.since !== null) current.base += performance.now() - current.since;
      current.since = null;
    };
  }, [isStill]);

  const apply = useCallback(
    (draft: MoveDraft, atLeast = 0): MoveResult => {
      const before = latest.current;
      const at = Math.max(before.at, atLeast, now());
      const result = applyMove(compiled, before, { ...draft, seq: before.seq + 1, at });
      if (result.status === "applied") {
        latest.current = result.state;
        last.current = result.move.type;
        setState(result.state);
        send.current(result.move);
      }
      return result;
    },
    [compiled, now],
  );

  const view = useMemo(() => viewRun(compiled, state), [compiled, state]);
  const due = view.nextDueAt;

  /** Makes one move. What became due in the meantime happens first, and then the person looks again. */
  const perform = useCallback(
    (draft: MoveDraft): MoveResult => {
      const dueNow = viewRun(compiled, latest.current).nextDueAt;
      if (dueNow !== null && dueNow <= now()) return apply({ type: "time" }, dueNow);
      return apply(draft);
    },
    [apply, compiled, now],
  );

  useEffect(() => {
    if (due === null || isStill || state.ended) return;
    const wait = setTimeout(() => apply({ type: "time" }, due), Math.max(0, due - now()));
    return () => clearTimeout(wait);
  }, [apply, due, now, isStill, state.ended]);

  return { compiled, state, view, last, perform, now, paused, setPaused };
}
