"use client";

import "./simulation.css";
import { useMemo, useSyncExternalStore } from "react";
import type { Locale } from "@/db/enums";
import type { ScenarioTexts } from "@/server/catalogue/scenario/schema";
import { compileScenario } from "@/server/simulation/engine/compile";
import { outcomeOf, recapRun, replayRun } from "@/server/simulation/engine/score";
import { textOf as textIn } from "@/server/simulation/engine/texts";
import type { Move, PlayableScenario } from "@/server/simulation/engine/types";
import { viewRun } from "@/server/simulation/engine/view";
import { type Moment, momentOf } from "@/server/simulation/moments/rules";
import type { SimulationLabels } from "./labels";
import { SimulationEnd } from "./simulation-end";
import { SimulationRun } from "./simulation-run";
import { SimulationStart, type StartChoice } from "./simulation-start";

const BEGINNING: Moment = {
  phase: "start",
  options: { mode: "guided", timer: "none", variant: "standard", seed: "seed-1" },
  moves: [],
  at: 0,
};
const nothing = () => {};

function listen(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}

/** The player at the moment that stands in the address after #, with its clock held. For the workbench only. */
export function MomentPlayer({
  scenario,
  texts,
  labels,
  locale,
}: {
  scenario: PlayableScenario;
  texts: ScenarioTexts;
  labels: SimulationLabels;
  locale: Locale;
}) {
  const address = useSyncExternalStore(
    listen,
    () => window.location.hash,
    () => "",
  );
  return (
    // The address is the moment's name: whoever drives this page waits until it stands here.
    <div className="simulation" data-moment={address}>
      <MomentView
        key={address}
        moment={momentOf(address) ?? BEGINNING}
        scenario={scenario}
        texts={texts}
        labels={labels}
        locale={locale}
      />
    </div>
  );
}

/** One moment, drawn with the parts of the player that a person would have before her. */
export function MomentView({
  moment,
  scenario,
  texts,
  labels,
  locale,
  onMove = nothing,
  onStart = nothing,
  onDone = nothing,
  onAgain = nothing,
}: {
  moment: Moment;
  scenario: PlayableScenario;
  texts: ScenarioTexts;
  labels: SimulationLabels;
  locale: Locale;
  /** Who goes on from this moment: each move, the choice before the beginning, the wish to see the end or play again. */
  onMove?: (move: Move) => void;
  onStart?: (choice: StartChoice) => void;
  onDone?: () => void;
  onAgain?: () => void;
}) {
  const { phase, options, moves, at } = moment;
  const compiled = useMemo(() => compileScenario(scenario), [scenario]);
  const state = useMemo(() => replayRun(compiled, options, moves).state, [compiled, options, moves]);
  const run = useMemo(() => ({ options, moves, heldAt: at }), [options, moves, at]);
  const { params } = viewRun(compiled, state);
  const textOf = (key: string) => textIn(texts, key, params);
  if (phase === "start") {
    return (
      <SimulationStart
        story={textOf("story")}
        task={textOf("task")}
        minutes={scenario.minutes}
        hasTimer={Object.keys(scenario.timers).length > 0}
        labels={labels}
        first={{ mode: options.mode, timer: options.timer }}
        onStart={async (choice) => onStart(choice)}
      />
    );
  }
  if (phase === "run") {
    return (
      <SimulationRun
        scenario={scenario}
        texts={texts}
        labels={labels}
        locale={locale}
        helper={null}
        run={run}
        onMove={onMove}
        onEnd={nothing}
        onDone={onDone}
      />
    );
  }
  const end = {
    outcome: outcomeOf(compiled, state),
    recap: recapRun(compiled, state),
    params,
    shown: options.mode === "show",
  };
  return (
    <SimulationEnd end={end} textOf={textOf} remember={scenario.remember} labels={labels} onAgain={onAgain} />
  );
}
