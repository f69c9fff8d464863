"use client";

import type { ReactNode } from "react";
import { ReadAloud } from "@/components/layout/read-aloud";
import { LightbulbIcon, LostIcon, PauseIcon, PlayIcon, RestartIcon, UndoIcon } from "@/components/ui/icons";
import type { Locale } from "@/db/enums";
import type { Mode } from "@/server/simulation/engine/types";
import type { SimulationLabels } from "./labels";

const TOOL =
  "flex min-h-16 w-full flex-col items-center justify-center gap-1 rounded-md border-2 border-border bg-raised px-1.5 py-2 text-center text-sm font-bold leading-tight text-accent hover:border-accent hover:bg-accent-soft disabled:border-dashed disabled:bg-sunken disabled:text-ink-soft aria-expanded:border-accent aria-expanded:bg-accent-soft";

/** The help of a run, always in the same place: read aloud, a hint, where am I, again; and what the way of playing adds. */
export function RunTools({
  mode,
  canUndo,
  canPause,
  paused,
  ended,
  isLost,
  locale,
  readTargets,
  labels,
  onHint,
  onUndo,
  onLost,
  onRestart,
  onPause,
  children,
}: {
  mode: Mode;
  canUndo: boolean;
  canPause: boolean;
  paused: boolean;
  ended: boolean;
  isLost: boolean;
  locale: Locale;
  /** What is read aloud: the advice and the screen one looks at. */
  readTargets: () => Element[];
  labels: SimulationLabels;
  onHint: () => void;
  onUndo: () => void;
  onLost: () => void;
  onRestart: () => void;
  onPause: () => void;
  children?: ReactNode;
}) {
  return (
    <section aria-label={labels.tools} data-no-read className="sim-help mt-6">
      <div className="sim-tools">
        <ReadAloud targets={readTargets} readsButtons locale={locale} labels={labels.read} className={TOOL} />
        {mode === "alone" ? null : (
          <Tool icon={<LightbulbIcon className="size-[1.5em]" />} disabled={paused || ended} onClick={onHint}>
            {labels.hint.ask}
          </Tool>
        )}
        <Tool icon={<LostIcon className="size-[1.5em]" />} isOpen={isLost} onClick={onLost}>
          {labels.lost.ask}
        </Tool>
        <Tool icon={<RestartIcon className="size-[1.5em]" />} disabled={ended || paused} onClick={onRestart}>
          {labels.restart}
        </Tool>
        {mode === "guided" ? (
          <Tool icon={<UndoIcon className="size-[1.5em]" />} disabled={!canUndo || paused} onClick={onUndo}>
            {labels.undo}
          </Tool>
        ) : null}
        {canPause ? (
          <Tool
            icon={paused ? <PlayIcon className="size-[1.5em]" /> : <PauseIcon className="size-[1.5em]" />}
            disabled={ended}
            onClick={onPause}
          >
            {paused ? labels.resume : labels.pause}
          </Tool>
        ) : null}
        {children}
      </div>
    </section>
  );
}

function Tool({
  icon,
  isOpen,
  disabled,
  onClick,
  children,
}: {
  icon: ReactNode;
  isOpen?: boolean;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" className={TOOL} aria-expanded={isOpen} disabled={disabled} onClick={onClick}>
      {icon}
      {children}
    </button>
  );
}
