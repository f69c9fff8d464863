"use client";

import type { SimulationLabels } from "@/components/simulation/labels";
import { MomentView } from "@/components/simulation/moment-player";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/db/enums";
import type { ScenarioTexts } from "@/server/catalogue/scenario/schema";
import type { Move, PlayableScenario, RunOptions } from "@/server/simulation/engine/types";
import type { Moment } from "@/server/simulation/moments/rules";
import type { WorkbenchLabels } from "./labels";

/** The player from any moment on, with its clock held: a person plays, time passes when she says so. */
export function BenchPlayer({
  moment,
  turn,
  isGone,
  canWait,
  scenario,
  texts,
  simulationLabels,
  labels,
  locale,
  onMove,
  onStart,
  onDone,
  onWait,
  onAgain,
}: {
  moment: Moment;
  /** Changes when another moment is to be shown than the one played to. */
  turn: number;
  isGone: boolean;
  canWait: boolean;
  scenario: PlayableScenario;
  texts: ScenarioTexts;
  simulationLabels: SimulationLabels;
  labels: WorkbenchLabels["play"];
  locale: Locale;
  onMove: (move: Move) => void;
  onStart: (choice: Pick<RunOptions, "mode" | "timer">) => void;
  onDone: () => void;
  onWait: () => void;
  onAgain: () => void;
}) {
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Button tone="secondary" onClick={onAgain}>
          {labels.again}
        </Button>
        <Button tone="secondary" onClick={onWait} disabled={!canWait}>
          {labels.wait}
        </Button>
      </div>
      <p className="mb-3 text-sm text-ink-soft">{labels.held}</p>
      {isGone ? <Notice tone="info" title={labels.gone} live="polite" className="mb-3" /> : null}
      <div className="simulation">
        <MomentView
          key={turn}
          moment={moment}
          scenario={scenario}
          texts={texts}
          labels={simulationLabels}
          locale={locale}
          onMove={onMove}
          onStart={onStart}
          onDone={onDone}
          onAgain={onAgain}
        />
      </div>
    </>
  );
}
