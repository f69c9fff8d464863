"use client";

import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Helper } from "@/components/layout/call-trainer";
import { stopReading } from "@/components/layout/read-aloud";
import { fillIn } from "@/components/ui/fill-in";
import { LiveRegion } from "@/components/ui/live-region";
import { Notice } from "@/components/ui/notice";
import { ProgressSteps } from "@/components/ui/progress-steps";
import type { Locale } from "@/db/enums";
import type { ScenarioTexts } from "@/server/catalogue/scenario/schema";
import { type Outcome, outcomeOf, type RecapLine, recapRun } from "@/server/simulation/engine/score";
import { nextIdealMove } from "@/server/simulation/engine/steps";
import { textOf as textIn } from "@/server/simulation/engine/texts";
import type { Move, MoveDraft, PlayableScenario } from "@/server/simulation/engine/types";
import { adviceOf, BelowDevice, quietAdvice } from "./advice";
import { arrange } from "./arrange";
import { Device } from "./device";
import { DeviceSwitch } from "./device-switch";
import type { SimulationLabels } from "./labels";
import { LostPanel } from "./lost-panel";
import { RunTools } from "./run-tools";
import { screenId } from "./screen";
import type { ScreenTools } from "./screen-element";
import { ShowPanel } from "./show-panel";
import { useFields } from "./use-fields";
import { focusOn, useFollow } from "./use-follow";
import { type PlayerRun, useRun } from "./use-run";

/** How a run came out, as the browser can tell: the server's own verdict follows when it has the moves. */
export type RunEnd = { outcome: Outcome; recap: RecapLine[]; params: Record<string, string>; shown: boolean };

/** The devices side by side (or one at a time), and what a person needs around them. */
export function SimulationRun({
  scenario,
  texts,
  labels,
  locale,
  helper,
  run,
  onMove,
  onEnd,
  onDone,
  isQuiet = false,
  extraTools,
}: {
  scenario: PlayableScenario;
  texts: ScenarioTexts;
  labels: SimulationLabels;
  locale: Locale;
  /** Whom "Je suis perdu" names. */
  helper: Helper | null;
  run: PlayerRun;
  onMove: (move: Move) => void;
  /** Once, when the run comes to its end. */
  onEnd: (end: RunEnd) => void;
  /** The person wants to see how it went. */
  onDone: () => void;
  /** Nothing is said of mistakes: an exam. A way back that a mistake offers stays. */
  isQuiet?: boolean;
  extraTools?: ReactNode;
}) {
  const player = useId();
  const {
    compiled,
    state,
    view: seen,
    last,
    perform,
    now,
    paused,
    setPaused,
  } = useRun(scenario, run, onMove);
  const { mode, timer } = state.options;
  const [shown, setShown] = useState(seen.attention);
  const [isLost, setIsLost] = useState(false);
  /** *Montre-moi* has no hint of its own: asking shows the words of the step, and is no move. */
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const view = useMemo(() => {
    const hint = mode === "show" && askedAt === seen.step.id;
    return hint ? { ...seen, hint: { key: `steps.${askedAt}.hint`, on: null } } : seen;
  }, [askedAt, mode, seen]);
  const textOf = useCallback((key: string) => textIn(texts, key, view.params), [texts, view.params]);
  const advice = useMemo(() => {
    const said = adviceOf(view, textOf, labels);
    return isQuiet ? quietAdvice(view, said, labels) : said;
  }, [view, textOf, labels, isQuiet]);
  const spoken = useFollow({
    player,
    view,
    last,
    mode,
    advice,
    isResumed: run.moves.length > 0,
    textOf,
    labels,
  });
  const { drafts, type, send, forget } = useFields(perform);
  const { columns, rows, places } = arrange(view.devices.map(({ kind }) => kind));
  const lookedAt = view.devices.find(({ id }) => id === view.attention);

  useEffect(() => {
    if (mode === "show") setShown(view.attention);
  }, [mode, view.attention]);

  const told = useRef(false);
  useEffect(() => {
    if (!state.ended || told.current) return;
    told.current = true;
    onEnd({
      outcome: outcomeOf(compiled, state),
      recap: recapRun(compiled, state),
      params: view.params,
      shown: mode === "show",
    });
  }, [compiled, mode, onEnd, state, view]);

  // "Je suis perdu" on the help shelf leads away from the page; here it says where one is, and the run stays.
  useEffect(() => {
    const stay = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !event.target.closest("[data-lost]")) return;
      event.preventDefault();
      setIsLost(true);
    };
    document.addEventListener("click", stay);
    return () => document.removeEventListener("click", stay);
  }, []);

  /** Sends the fields of a screen, then the move. */
  const move = (draft: MoveDraft) => {
    stopReading();
    const screen = "on" in draft ? (draft.on.split(".")[0] ?? "") : "";
    if (!send(screen)) return;
    const device =
      view.devices.find(({ screen: name }) => name === screen) ??
      view.devices.find(({ notifications }) =>
        notifications.some((one) => "on" in draft && one.on === draft.on),
      );
    if (device) setShown(device.id);
    const result = perform(draft);
    const next = result.status === "applied" ? result.state.position.value : null;
    if (device && next && next[device.id] !== device.screen) forget(device.screen);
  };

  const enter = (screen: string) => {
    const elements = view.devices.find((device) => device.screen === screen)?.elements ?? [];
    const main = elements.find((element) => element.kind === "button" && element.tone === "primary");
    if (main) move({ type: "press", on: main.on });
  };

  const ideal = mode === "show" || seen.hint?.on ? nextIdealMove(compiled, state) : null;
  const pointed = ideal && "on" in ideal ? ideal.on : null;
  const playNext = useCallback(() => {
    const next = nextIdealMove(compiled, state);
    if (next) perform(next);
  }, [compiled, state, perform]);

  useEffect(() => {
    if (pointed) document.querySelector(".sim-pointed")?.scrollIntoView({ block: "center" });
  }, [pointed]);

  const tools: ScreenTools = {
    textOf,
    labels,
    timers: view.timers,
    now,
    pointed,
    pointedOption: ideal?.type === "choose" ? ideal.option : null,
    drafts,
    onDraft: type,
    onMove: move,
    onEnter: (on) => enter(on.split(".")[0] ?? ""),
  };

  return (
    <div id={player} className="@container hyphens-auto">
      <div className="sim-run">
        <div className="sim-head my-5 grid grid-cols-1 content-start gap-2" data-read-now>
          <ProgressSteps
            current={view.step.index}
            total={view.step.total}
            label={fillIn(labels.step, { n: view.step.index, total: view.step.total })}
          />
          <h2 id={`${player}-step`} tabIndex={-1} data-sim-step className="text-2xl">
            {view.step.key ? textOf(view.step.key) : textOf("task")}
          </h2>
        </div>
        <div className="min-w-0">
          {isLost ? (
            <LostPanel
              view={view}
              mode={mode}
              helper={helper}
              textOf={textOf}
              labels={labels}
              onClose={() => {
                setIsLost(false);
                if (mode === "show") document.getElementById(`${player}-step`)?.focus();
                else focusOn(player, view.attention);
              }}
            />
          ) : null}
          {mode === "show" && view.caption && !state.ended ? (
            <ShowPanel
              caption={textOf(view.caption)}
              turn={state.seq}
              waits={isLost}
              canBack={view.can.undo}
              isDue={ideal === null && view.nextDueAt !== null}
              labels={labels}
              onNext={playNext}
              onBack={() => perform({ type: "undo" })}
            />
          ) : null}
          <LiveRegion>{spoken}</LiveRegion>
          <DeviceSwitch
            devices={view.devices}
            shown={shown}
            lookedAt={view.attention === shown ? undefined : lookedAt}
            lookId={`${player}-look`}
            textOf={textOf}
            labels={labels}
            onShow={setShown}
            onLook={(device) => {
              setShown(device);
              requestAnimationFrame(() => focusOn(player, device));
            }}
          />
          {paused ? <Notice tone="info" title={labels.paused} className="mt-5" /> : null}
          <div
            className="sim-stage mt-5"
            data-columns={columns}
            data-rows={rows}
            inert={paused || (mode === "show" && !state.ended)}
          >
            {view.devices.map((device, index) => (
              <Device
                key={device.id}
                player={player}
                device={device}
                tools={tools}
                place={places[index] ?? "alone"}
                isLookedAt={device.id === view.attention && state.seq > 0 && !state.ended}
                isShown={device.id === shown}
                below={
                  device.id === shown ? (
                    <BelowDevice
                      view={view}
                      mode={mode}
                      hints={mode === "show" ? 2 : state.step.hints}
                      advice={advice}
                      textOf={textOf}
                      labels={labels}
                      onMove={move}
                      onDone={onDone}
                    />
                  ) : null
                }
              />
            ))}
          </div>
        </div>
        <RunTools
          mode={mode}
          canUndo={view.can.undo}
          canPause={timer !== "none" && mode !== "show"}
          paused={paused}
          ended={state.ended}
          isLost={isLost}
          locale={locale}
          readTargets={() => readNow(player, [view.attention, shown])}
          labels={labels}
          onHint={() => (mode === "show" ? setAskedAt(view.step.id) : move({ type: "hint" }))}
          onUndo={() => move({ type: "undo" })}
          onLost={() => setIsLost(!isLost)}
          onRestart={() => {
            forget();
            move({ type: "restart" });
          }}
          onPause={() => setPaused(!paused)}
        >
          {extraTools}
        </RunTools>
      </div>
    </div>
  );
}

/** What is worth reading aloud now: where one is, what the exercise says, and the device one looks at. */
function readNow(player: string, devices: readonly string[]): Element[] {
  const device = devices
    .map((id) => document.getElementById(`${screenId(player, id)}-device`))
    .find((one) => one && one.getClientRects().length > 0);
  const said = [...(document.getElementById(player)?.querySelectorAll("[data-read-now]") ?? [])];
  return [...said.filter((one) => !device?.contains(one)), ...(device ? [device] : [])];
}
