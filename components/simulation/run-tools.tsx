"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { LightbulbIcon, PauseIcon, PlayIcon, UndoIcon } from "@/components/ui/icons";
import type { Mode, MoveDraft } from "@/server/simulation/engine/types";
import type { SimulationLabels } from "./labels";

/** The help of a run, always in the same place under the devices. */
export function RunTools({
  mode,
  canHint,
  canUndo,
  canPause,
  paused,
  ended,
  labels,
  onMove,
  onRestart,
  onPause,
  children,
}: {
  mode: Mode;
  canHint: boolean;
  canUndo: boolean;
  canPause: boolean;
  paused: boolean;
  ended: boolean;
  labels: SimulationLabels;
  onMove: (draft: MoveDraft) => void;
  onRestart: () => void;
  onPause: () => void;
  children?: ReactNode;
}) {
  return (
    <section aria-label={labels.tools} className="mt-6 flex flex-wrap gap-3">
      {canHint ? (
        <Button
          tone="secondary"
          icon={<LightbulbIcon />}
          disabled={paused}
          onClick={() => onMove({ type: "hint" })}
        >
          {labels.hint.ask}
        </Button>
      ) : null}
      {mode === "guided" ? (
        <Button
          tone="secondary"
          icon={<UndoIcon />}
          disabled={!canUndo || paused}
          onClick={() => onMove({ type: "undo" })}
        >
          {labels.undo}
        </Button>
      ) : null}
      {canPause ? (
        <Button
          tone="secondary"
          icon={paused ? <PlayIcon /> : <PauseIcon />}
          disabled={ended}
          onClick={onPause}
        >
          {paused ? labels.resume : labels.pause}
        </Button>
      ) : null}
      {mode === "show" ? null : (
        <Button tone="secondary" disabled={ended || paused} onClick={onRestart}>
          {labels.restart}
        </Button>
      )}
      {children}
    </section>
  );
}
