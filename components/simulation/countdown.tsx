"use client";

import { useEffect, useState } from "react";
import { fillIn } from "@/components/ui/fill-in";
import { ClockIcon } from "@/components/ui/icons";
import type { ViewTimer } from "@/server/simulation/engine/view";
import type { SimulationLabels } from "./labels";

function clockFace(milliseconds: number): { minutes: number; seconds: string } {
  const left = Math.max(0, Math.ceil(milliseconds / 1000));
  return { minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, "0") };
}

/** The time that is left, as the site shows it. Without a clock it stands still and says so. */
export function Countdown({
  label,
  timer,
  now,
  labels,
}: {
  label: string;
  timer: ViewTimer | undefined;
  now: () => number;
  labels: SimulationLabels;
}) {
  const [at, setAt] = useState(now);
  const [warned, setWarned] = useState(false);
  const endsAt = timer?.endsAt ?? null;
  useEffect(() => {
    if (endsAt === null) return;
    const beat = setInterval(() => setAt(now()), 500);
    return () => clearInterval(beat);
  }, [endsAt, now]);
  const warnAt = timer?.warnAt ?? null;
  const isLate = warnAt !== null && at >= warnAt;
  useEffect(() => setWarned(isLate), [isLate]);
  if (!timer) return null;
  const left = endsAt === null ? timer.seconds * 1000 : endsAt - at;
  const { minutes, seconds } = clockFace(left);
  const warning = fillIn(labels.timer.warn, { n: Math.round(((endsAt ?? 0) - (warnAt ?? 0)) / 1000) });
  return (
    <div className="rounded-md border-2 border-border bg-sunken px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-3 font-bold">
        <ClockIcon className="size-[1.3em]" />
        <span>{label}</span>
        <span
          role="timer"
          aria-label={fillIn(labels.timer.left, { minutes, seconds })}
          className="text-2xl tabular-nums"
        >
          {minutes}:{seconds}
        </span>
      </p>
      {endsAt === null ? <p className="text-ink-soft">{labels.timer.off}</p> : null}
      <p role="status" className={isLate ? "font-bold text-caution" : undefined}>
        {warned ? warning : ""}
      </p>
    </div>
  );
}
