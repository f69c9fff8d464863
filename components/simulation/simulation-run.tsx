"use client";

import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { fillIn } from "@/components/ui/fill-in";
import { ArrowRightIcon } from "@/components/ui/icons";
import { LiveRegion } from "@/components/ui/live-region";
import { Notice } from "@/components/ui/notice";
import { ProgressSteps } from "@/components/ui/progress-steps";
import type { ScenarioTexts } from "@/server/catalogue/scenario/schema";
import { type Outcome, outcomeOf, type RecapLine, recapRun } from "@/server/simulation/engine/score";
import { nextIdealMove } from "@/server/simulation/engine/steps";
import { textOf as textIn } from "@/server/simulation/engine/texts";
import type { Move, MoveDraft, PlayableScenario } from "@/server/simulation/engine/types";
import { Advice, adviceOf, HintNotice } from "./advice";
import { Device, screenId } from "./device";
import { DeviceSwitch } from "./device-switch";
import type { SimulationLabels } from "./labels";
import { RunTools } from "./run-tools";
import type { ScreenTools } from "./screen-element";
import { ShowPanel } from "./show-panel";
import { type PlayerRun, useRun } from "./use-run";

/** How a run came out, as the browser can tell: the server's own verdict follows when it has the moves. */
export type RunEnd = { outcome: Outcome; recap: RecapLine[]; params: Record<string, string>; shown: boolean };

const AFTER_DRAWING_MS = 60;

/** The devices side by side (or one at a time), and what a person needs around them. */
export function SimulationRun({
  scenario,
  texts,
  labels,
  run,
  onMove,
  onEnd,
  onDone,
  extraTools,
}: {
  scenario: PlayableScenario;
  texts: ScenarioTexts;
  labels: SimulationLabels;
  run: PlayerRun;
  onMove: (move: Move) => void;
  /** Once, when the run comes to its end. */
  onEnd: (end: RunEnd) => void;
  /** The person wants to see how it went. */
  onDone: () => void;
  extraTools?: ReactNode;
}) {
  const player = useId();
  const { compiled, state, view, perform, now, paused, setPaused } = useRun(scenario, run, onMove);
  const { mode, timer } = state.options;
  const [shown, setShown] = useState(view.attention);
  const [drafts, setDrafts] = useState<Record<string, string>>({});
  const [spoken, setSpoken] = useState(run.moves.length ? labels.resumed : "");
  const textOf = useCallback((key: string) => textIn(texts, key, view.params), [texts, view.params]);
  const advice = useMemo(() => adviceOf(view, textOf, labels), [view, textOf, labels]);
  const lookedAt = view.devices.find(({ id }) => id === view.attention);
  const isElsewhere = view.attention !== shown;
  const isSplit = view.devices.length > 1 && view.devices.some(({ kind }) => kind === "phone");
  const columns = isSplit ? "@min-[44rem]:grid-cols-[minmax(0,1fr)_minmax(0,21rem)]" : "";
  const screens = view.devices.map(({ screen }) => screen).join();

  const sent = useRef<Record<string, string>>({});
  const said = useRef({ screens, seq: state.seq });
  useEffect(() => {
    const before = said.current;
    if (before.seq === state.seq) return;
    const changed = before.screens !== screens;
    said.current = { screens, seq: state.seq };
    const old = before.screens.split(",");
    const news = view.devices
      .filter(({ screen }, index) => screen !== old[index])
      .map((device) => fillIn(labels.now, { device: textOf(device.key), screen: textOf(device.screenKey) }));
    const notified = view.devices.flatMap(({ notifications }) => notifications);
    const messages = changed && notified.length ? [labels.notification] : [];
    const words = advice ? [advice.title, ...advice.lines] : [];
    const hint = view.hint ? [textOf(view.hint.key)] : [];
    setSpoken([...words, ...hint, ...news, ...messages].map(asSentence).join(" "));
    if (changed && mode !== "show") focusOn(player, view.attention);
    if (mode === "show") setShown(view.attention);
  }, [advice, labels, mode, player, screens, state, textOf, view]);

  // A button that went away when it was pressed leaves the focus nowhere: it goes to the device one looks at.
  useEffect(() => {
    if (mode === "show" || state.seq === 0) return;
    // The browser notices that a disabled button cannot keep the focus only when it has drawn it.
    const wait = setTimeout(() => {
      if (document.activeElement === document.body) focusOn(player, view.attention, { preventScroll: true });
    }, AFTER_DRAWING_MS);
    return () => clearTimeout(wait);
  }, [mode, player, state.seq, view.attention]);

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

  const forget = () => {
    sent.current = {};
    setDrafts({});
  };

  /** Sends the fields of a screen, then the move; stops when a field was given something it must not keep. */
  const move = (draft: MoveDraft) => {
    const screen = "on" in draft ? (draft.on.split(".")[0] ?? "") : "";
    for (const [on, value] of Object.entries(drafts)) {
      if (!on.startsWith(`${screen}.`)) continue;
      if (sent.current[on] === value) continue;
      sent.current[on] = value;
      const result = perform({ type: "type", on, value });
      const kept = result.status === "applied" && result.state.feedback?.kind !== "withheld";
      setDrafts(({ [on]: _sent, ...others }) => (kept ? { ...others, [on]: value } : others));
      if (!kept) {
        delete sent.current[on];
        return;
      }
    }
    const device = view.devices.find(({ screen: name }) => name === screen);
    if (device) setShown(device.id);
    const result = perform(draft);
    const next = result.status === "applied" ? result.state.position.value : null;
    if (device && next && next[device.id] !== screen) forget();
  };

  const enter = (screen: string) => {
    const elements = view.devices.find((device) => device.screen === screen)?.elements ?? [];
    const main = elements.find((element) => element.kind === "button" && element.tone === "primary");
    if (main) move({ type: "press", on: main.on });
  };

  const ideal = mode === "show" ? nextIdealMove(compiled, state) : null;
  const pointed = mode === "show" ? (ideal && "on" in ideal ? ideal.on : null) : (view.hint?.on ?? null);
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
    drafts,
    onDraft: (on, value) => setDrafts((all) => ({ ...all, [on]: value })),
    onMove: move,
    onEnter: (on) => enter(on.split(".")[0] ?? ""),
  };

  const below = (
    <>
      {advice ? (
        <Advice advice={advice}>
          {view.feedback?.kind === "mistake" && view.feedback.back ? (
            <Button onClick={() => move({ type: "back" })}>
              {textOf(`mistakes.${view.feedback.id}.back`)}
            </Button>
          ) : null}
        </Advice>
      ) : null}
      {view.hint ? (
        <HintNotice
          text={textOf(view.hint.key)}
          pointed={state.step.hints > 1}
          labels={labels}
          onMore={() => move({ type: "hint" })}
        />
      ) : view.hintOffered ? (
        <Notice tone="tip" title={labels.hint.offer} className="mt-4">
          <Button tone="secondary" onClick={() => move({ type: "hint" })}>
            {labels.hint.ask}
          </Button>
        </Notice>
      ) : null}
      {state.ended ? (
        <Notice
          tone="success"
          title={mode === "show" ? labels.show.done : labels.end.reached}
          className="mt-4"
        >
          <Button iconEnd={<ArrowRightIcon />} onClick={onDone}>
            {labels.end.see}
          </Button>
        </Notice>
      ) : null}
    </>
  );

  return (
    <div className="@container hyphens-auto">
      <p className="sim-ribbon sim-ribbon-top" data-no-read>
        {labels.ribbon}
      </p>
      <div className="my-5 grid grid-cols-1 gap-2">
        <ProgressSteps
          current={view.step.index}
          total={view.step.total}
          label={fillIn(labels.step, { n: view.step.index, total: view.step.total })}
        />
        <h2 id={`${player}-step`} tabIndex={-1} data-sim-step className="text-2xl">
          {view.step.key ? textOf(view.step.key) : textOf("task")}
        </h2>
      </div>
      {mode === "show" && view.caption && !state.ended ? (
        <ShowPanel caption={textOf(view.caption)} turn={state.seq} labels={labels} onNext={playNext} />
      ) : null}
      <LiveRegion>{spoken}</LiveRegion>

      <DeviceSwitch
        devices={view.devices}
        shown={shown}
        lookedAt={isElsewhere ? lookedAt : undefined}
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
        id={`${player}-stage`}
        className={classNames("mt-5 grid grid-cols-1 items-start gap-8", columns)}
        inert={paused || (mode === "show" && !state.ended)}
      >
        {view.devices.map((device) => (
          <Device
            key={device.id}
            player={player}
            device={device}
            tools={tools}
            isLookedAt={device.id === view.attention && state.seq > 0 && !state.ended}
            isShown={device.id === shown}
            isAside={columns !== "" && device.kind === "phone"}
            below={device.id === shown ? below : null}
          />
        ))}
      </div>

      <RunTools
        mode={mode}
        canHint={view.can.hint}
        canUndo={view.can.undo}
        canPause={timer !== "none" && mode !== "show"}
        paused={paused}
        ended={state.ended}
        labels={labels}
        onMove={move}
        onRestart={() => {
          forget();
          move({ type: "restart" });
        }}
        onPause={() => setPaused(!paused)}
      >
        {extraTools}
      </RunTools>
    </div>
  );
}

function asSentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

/** Focus goes where a person would look next: the new screen, or the button that leads to it on a narrow screen. */
function focusOn(player: string, device: string, options?: FocusOptions): void {
  const screen = document.getElementById(screenId(player, device));
  const isVisible = screen !== null && screen.getClientRects().length > 0;
  (isVisible ? screen : document.getElementById(`${player}-look`))?.focus(options);
}
