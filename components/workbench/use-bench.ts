"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import type { Scenario } from "@/server/catalogue/scenario/schema";
import { compileScenario } from "@/server/simulation/engine/compile";
import { replayRun } from "@/server/simulation/engine/score";
import type { Move, RunOptions } from "@/server/simulation/engine/types";
import { type Moment, momentAddress, momentOf, moveOfTurn } from "@/server/simulation/moments/rules";
import { lookedAt, placeOf } from "@/server/simulation/places/rules";
import type { DraftStudy } from "@/server/simulation/workbench/schema";

/** What is played: from which moment on, and the moves made since. `turn` changes when the player must begin anew. */
type Played = { moment: Moment; moves: readonly Move[]; turn: number };

const beginning = (variant: string): Moment => ({
  phase: "start",
  options: { mode: "guided", timer: "real", variant, seed: "seed-1" },
  moves: [],
  at: 0,
});

/**
 * What the workbench shows: a moment, kept in the address, that follows the scenario when it changes. A state that can
 * no longer be played to is looked up on the new chart; `isGone` when it is not there either.
 *
 * @param isFresh whether the study is of this very scenario, and not of the version before
 */
export function useBench(scenario: Scenario, study: DraftStudy | null, isFresh: boolean) {
  const variants = useMemo(() => {
    const named = Object.keys(scenario.variants);
    return named.length ? named : ["standard"];
  }, [scenario]);
  const compiled = useMemo(() => compileScenario(scenario), [scenario]);
  const [played, setPlayed] = useState<Played>(() => ({
    moment: beginning(variants[0] ?? "standard"),
    moves: [],
    turn: 0,
  }));
  /** The state before the file changed under it. */
  const [lost, setLost] = useState<string | null>(null);
  const [isGone, setIsGone] = useState(false);
  const [shown, setShown] = useState(scenario);

  const { moment, moves, turn } = played;
  const { options } = moment;
  const replay = useMemo(() => replayRun(compiled, options, moves), [compiled, options, moves]);
  const { state } = replay;
  const place = placeOf(state);

  const show = useCallback((next: Moment) => {
    setIsGone(false);
    setLost(null);
    setPlayed((before) => ({ moment: next, moves: next.moves, turn: before.turn + 1 }));
  }, []);

  useEffect(() => {
    const read = () => {
      const wanted = momentOf(window.location.hash);
      if (wanted) show(wanted);
    };
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, [show]);

  // Another version of the file: the same moves are played again, as far as they go.
  if (shown !== scenario) {
    setShown(scenario);
    const before = placeOf(replayRun(compileScenario(shown), options, moves).state);
    const isKnown = variants.includes(options.variant);
    const kept = isKnown ? options : { ...options, variant: variants[0] ?? "standard" };
    const again = replayRun(compiled, kept, moves);
    const done = moves.slice(0, again.state.seq);
    if (placeOf(again.state) !== before) setLost(before);
    setPlayed({
      moment: { ...moment, options: kept, moves: done, at: Math.max(moment.at, again.state.at) },
      moves: done,
      turn: turn + 1,
    });
  }

  const chart = study?.charts[options.variant] ?? null;
  const momentOfPlace = useCallback(
    (id: string) => chart?.states.find((one) => one.id === id)?.moment ?? null,
    [chart],
  );

  useEffect(() => {
    if (lost === null || !isFresh) return;
    const found = momentOfPlace(lost);
    if (found) show(found);
    else setIsGone(true);
    setLost(null);
  }, [lost, isFresh, momentOfPlace, show]);

  useEffect(() => {
    const { phase } = moment;
    const at = Math.max(moment.at, state.at);
    if (phase === "start" && moves.length === 0 && turn === 0) return;
    window.history.replaceState(null, "", `#${momentAddress({ phase, options, moves, at })}`);
  }, [moment, options, moves, state.at, turn]);

  const waiting = moment.phase === "run" ? moveOfTurn(compiled, state, "wait") : null;

  return {
    moment,
    turn,
    isGone,
    chart,
    variants,
    place,
    screen: lookedAt(state).screen,
    canWait: waiting !== null && !state.ended,
    show,
    showPlace: (id: string) => {
      const found = momentOfPlace(id);
      if (found) show(found);
    },
    showVariant: (variant: string) => {
      const next = study?.charts[variant]?.states.find((one) => one.id === place);
      show(moment.phase === "run" && next ? next.moment : beginning(variant));
    },
    begin: (choice: Pick<RunOptions, "mode" | "timer">) =>
      show({ phase: "run", options: { ...options, ...choice }, moves: [], at: 0 }),
    finish: () => show({ ...moment, phase: "end", moves, at: state.at }),
    again: () => show(beginning(options.variant)),
    pass: () => {
      if (waiting) show({ ...moment, moves: [...moves, waiting], at: waiting.at });
    },
    add: (move: Move) => setPlayed((before) => ({ ...before, moves: [...before.moves, move] })),
  };
}
