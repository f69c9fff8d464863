"use client";

import "./simulation.css";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { Helper } from "@/components/layout/call-trainer";
import { LOCALES, type Locale } from "@/db/enums";
import type { ScenarioTexts } from "@/server/catalogue/scenario/schema";
import { firstParams, textOf as textIn } from "@/server/simulation/engine/texts";
import type { Move, PlayableScenario } from "@/server/simulation/engine/types";
import type { SimulationLabels } from "./labels";
import { SimulationEnd } from "./simulation-end";
import { type RunEnd, SimulationRun } from "./simulation-run";
import { SimulationStart, type StartChoice } from "./simulation-start";
import { Situation } from "./situation";
import type { PlayerRun } from "./use-run";

/** A run to play. `version` takes the place of the page's own scenario when the run is on another version. */
export type OpenedRun = PlayerRun & {
  version?: { scenario: PlayableScenario; texts: ScenarioTexts } | null;
};

type SimulationPlayerProps = {
  /** `publicScenario(…)` of the engine. */
  scenario: PlayableScenario;
  texts: ScenarioTexts;
  labels: SimulationLabels;
  /** A run that was left open: it goes on where it stands. */
  initialRun?: OpenedRun | null;
  /** What is chosen before the person chooses. */
  firstChoice?: StartChoice;
  /** Opens a run on the server. Without it the run lives in this browser only. Throws when it cannot. */
  onStart?: (choice: StartChoice) => Promise<OpenedRun>;
  /** Each move as it must be stored, in order. */
  onMove?: (move: Move) => void;
  /** Once for each run, when it comes to its end. The outcome is the browser's own; the server's counts. */
  onFinish?: (end: RunEnd) => void;
  /** More tools beside those every run has. */
  tools?: ReactNode;
  /** Whom "Je suis perdu" names: the learner's own trainer. */
  helper?: Helper | null;
  /** The language that is read aloud; that of the page when not given. */
  locale?: Locale;
  /** What the server said about the run, at its end. */
  verdict?: ReactNode;
  /** Where to go after the end: continue, print. The first one is the primary button. */
  endActions?: ReactNode;
  /** Part of an exam: nothing is said of what was right, and its end leads away instead of looking back. */
  onLeave?: () => void;
  /** Played once: its end offers no second time. */
  isOnce?: boolean;
  /** Begins without its cover: who one is, and what there is to do, stands above the devices. */
  tellsSituation?: boolean;
};

/** A simulation from its situation to its end. Knows no network: the caller opens runs and stores moves. */
export function SimulationPlayer({
  scenario,
  texts,
  labels,
  initialRun,
  firstChoice = { mode: "guided", timer: "none" },
  onStart,
  onMove,
  onFinish,
  tools,
  helper = null,
  locale,
  verdict,
  endActions,
  onLeave,
  isOnce = false,
  tellsSituation = false,
}: SimulationPlayerProps) {
  const [run, setRun] = useState<OpenedRun | null>(initialRun ?? null);
  const [end, setEnd] = useState<RunEnd | null>(null);
  const [phase, setPhase] = useState<"start" | "run" | "end">(initialRun ? "run" : "start");
  const [choice, setChoice] = useState(firstChoice);
  const [language, setLanguage] = useState<Locale>("fr");
  const box = useRef<HTMLDivElement>(null);
  const hasMoved = useRef(false);

  const playable = run?.version?.scenario ?? scenario;
  const words = run?.version?.texts ?? texts;
  const params = end?.params ?? firstParams(playable, run?.options.variant);
  const textOf = (key: string) => textIn(words, key, params);

  useEffect(() => {
    if (phase !== "end" && hasMoved.current) {
      box.current?.querySelector<HTMLElement>(phase === "run" ? "[data-sim-step]" : "h2")?.focus();
    }
  }, [phase]);

  useEffect(() => {
    const { lang } = document.documentElement;
    setLanguage(LOCALES.find((one) => one === lang) ?? "fr");
  }, []);

  const start = async (chosen: StartChoice) => {
    const opened = onStart ? await onStart(chosen) : localRun(chosen);
    hasMoved.current = true;
    setChoice(chosen);
    setEnd(null);
    setRun(opened);
    setPhase("run");
  };

  const store = useCallback((move: Move) => onMove?.(move), [onMove]);
  const finish = useCallback(
    (result: RunEnd) => {
      setEnd(result);
      onFinish?.(result);
    },
    [onFinish],
  );

  return (
    <div ref={box} className="simulation">
      <Edge labels={labels} />
      {phase === "start" || !run ? (
        <SimulationStart
          story={textOf("story")}
          task={textOf("task")}
          minutes={playable.minutes}
          hasTimer={Object.keys(playable.timers).length > 0}
          labels={labels}
          first={choice}
          onStart={start}
        />
      ) : phase === "end" && end ? (
        <SimulationEnd
          end={end}
          textOf={textOf}
          remember={playable.remember}
          labels={labels}
          verdict={verdict}
          actions={endActions}
          onAgain={
            isOnce
              ? undefined
              : () => {
                  setChoice(nextChoice(choice, end));
                  setRun(null);
                  setPhase("start");
                }
          }
        />
      ) : (
        <>
          {tellsSituation ? (
            <div className="mt-6">
              <Situation story={textOf("story")} task={textOf("task")} labels={labels} />
            </div>
          ) : null}
          <SimulationRun
            key={run.options.seed}
            scenario={playable}
            texts={words}
            labels={labels}
            run={run}
            onMove={store}
            onEnd={finish}
            isQuiet={onLeave !== undefined}
            onDone={onLeave ?? (() => setPhase("end"))}
            extraTools={tools}
            helper={helper}
            locale={locale ?? language}
          />
        </>
      )}
    </div>
  );
}

/** What is chosen for the next time: after a demonstration with help, after a success with help alone. */
function nextChoice(choice: StartChoice, end: RunEnd): StartChoice {
  if (end.shown) return { mode: "guided", timer: "none" };
  const isReady = choice.mode === "guided" && end.outcome === "reached";
  return isReady ? { ...choice, mode: "alone" } : choice;
}

/** Never leaves the screen while one plays: in short where there is little room. */
function Edge({ labels }: { labels: SimulationLabels }) {
  return (
    <p className="sim-ribbon sim-ribbon-top" data-no-read>
      <span className="sim-ribbon-long">{labels.ribbon}</span>
      <span className="sim-ribbon-short">{labels.ribbonShort}</span>
    </p>
  );
}

function localRun({ mode, timer }: StartChoice): OpenedRun {
  return { options: { mode, timer, variant: "standard", seed: crypto.randomUUID() }, moves: [] };
}
