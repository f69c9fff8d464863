"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Choice, ChoiceGroup } from "@/components/ui/choice";
import { fillIn } from "@/components/ui/fill-in";
import { ArrowRightIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import type { Mode, TimerMode } from "@/server/simulation/engine/types";
import type { SimulationLabels } from "./labels";
import { Situation } from "./situation";

const MODES = ["show", "guided", "alone"] as const satisfies readonly Mode[];
const TIMERS = ["none", "triple", "real"] as const satisfies readonly TimerMode[];

export type StartChoice = { mode: Mode; timer: TimerMode };

/** The situation, and how one wants to play it: shown, with help or alone; without clock, slow or real. */
export function SimulationStart({
  story,
  task,
  minutes,
  hasTimer,
  labels,
  first,
  onStart,
}: {
  story: string;
  task: string;
  minutes: number;
  hasTimer: boolean;
  labels: SimulationLabels;
  /** What is chosen already. */
  first: StartChoice;
  onStart: (choice: StartChoice) => Promise<void>;
}) {
  const [mode, setMode] = useState<Mode>(first.mode);
  const [timer, setTimer] = useState<TimerMode>(first.timer);
  const [state, setState] = useState<"idle" | "starting" | "problem">("idle");
  const asksTimer = hasTimer && mode !== "show";
  const start = async () => {
    setState("starting");
    try {
      await onStart({ mode, timer: asksTimer ? timer : "none" });
    } catch {
      setState("problem");
    }
  };
  return (
    <div className="mt-6 grid grid-cols-1 gap-6">
      <Situation story={story} task={task} labels={labels}>
        <p className="mt-2 text-ink-soft">{fillIn(labels.minutes, { n: minutes })}</p>
      </Situation>
      <Notice tone="warning" title={labels.noSecretTitle}>
        <p>{labels.noSecret}</p>
      </Notice>
      <ChoiceGroup id="simulation-mode" legend={labels.modes.legend}>
        {MODES.map((one) => (
          <Choice
            key={one}
            name="simulation-mode"
            value={one}
            label={labels.modes[one]}
            description={labels.modes[`${one}About`]}
            checked={mode === one}
            onChange={() => setMode(one)}
          />
        ))}
      </ChoiceGroup>
      {asksTimer ? (
        <ChoiceGroup id="simulation-timer" legend={labels.timers.legend}>
          {TIMERS.map((one) => (
            <Choice
              key={one}
              name="simulation-timer"
              value={one}
              label={labels.timers[one]}
              description={labels.timers[`${one}About`]}
              checked={timer === one}
              onChange={() => setTimer(one)}
            />
          ))}
        </ChoiceGroup>
      ) : null}
      {state === "problem" ? <Notice tone="warning" live="assertive" title={labels.startProblem} /> : null}
      <div>
        <Button iconEnd={<ArrowRightIcon />} disabled={state === "starting"} onClick={() => void start()}>
          {state === "starting" ? labels.starting : labels.start}
        </Button>
      </div>
    </div>
  );
}
