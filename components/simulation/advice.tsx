"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { ArrowRightIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import type { Mode, MoveDraft } from "@/server/simulation/engine/types";
import type { RunView } from "@/server/simulation/engine/view";
import type { SimulationLabels } from "./labels";

/** What the exercise has to say now, in words: for the notice and for the live region. */
export type AdviceText = { title: string; lines: string[]; tone: "warning" | "tip" | "info" };

/** The words of the feedback of the last move, or null. */
export function adviceOf(
  view: RunView,
  textOf: (key: string) => string,
  labels: SimulationLabels,
): AdviceText | null {
  const { feedback } = view;
  const { feedback: titles } = labels;
  if (!feedback) return null;
  switch (feedback.kind) {
    case "mistake": {
      const key = `mistakes.${feedback.id}`;
      const title = feedback.critical ? titles.critical : titles.mistake;
      return { title, lines: [textOf(`${key}.what`), textOf(`${key}.next`)], tone: "warning" };
    }
    case "tip":
      return { title: titles.tip, lines: [textOf(`says.${feedback.id}`)], tone: "tip" };
    case "expired":
      return { title: titles.expired, lines: [textOf(`timers.${feedback.id}`)], tone: "info" };
    default: {
      const words = labels.withheld as Record<string, string | undefined>;
      return { title: titles.withheld, lines: [words[feedback.reason] ?? ""], tone: "warning" };
    }
  }
}

/** In an exam: what was withheld is said, a way back is offered without a word of why, and nothing else. */
export function quietAdvice(
  { feedback }: RunView,
  said: AdviceText | null,
  labels: SimulationLabels,
): AdviceText | null {
  if (feedback?.kind === "withheld" || feedback?.kind === "expired") return said;
  const hasWayBack = feedback?.kind === "mistake" && feedback.back;
  return hasWayBack ? { title: labels.feedback.tip, lines: [], tone: "info" } : null;
}

/** Stands under the device one is looking at and comes into sight when it appears. Read out by the live region. */
function Advice({ advice, children }: { advice: AdviceText; children?: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const { title, lines, tone } = advice;
  useEffect(() => {
    if (lines.length) place.current?.scrollIntoView({ block: "nearest" });
  }, [lines]);
  return (
    <div ref={place} className="mt-4 scroll-mb-28">
      <Notice tone={tone} title={title}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {children}
      </Notice>
    </div>
  );
}

/** The hint of the step, with a second level that points at the place. */
function HintNotice({
  text,
  pointed,
  labels,
  onMore,
}: {
  text: string;
  pointed: boolean;
  labels: SimulationLabels;
  onMore: () => void;
}) {
  return (
    <Notice tone="tip" title={labels.hint.title} className="mt-4">
      <p>{text}</p>
      {pointed ? null : (
        <Button tone="secondary" onClick={onMore}>
          {labels.hint.more}
        </Button>
      )}
    </Notice>
  );
}

/** What the exercise says under the device one is busy with: the answer to the last move, a hint, the end. */
export function BelowDevice({
  view,
  mode,
  hints,
  advice,
  textOf,
  labels,
  onMove,
  onDone,
}: {
  view: RunView;
  mode: Mode;
  /** How far the hint of this step has gone: from 2 on the place is pointed at too. */
  hints: number;
  advice: AdviceText | null;
  textOf: (key: string) => string;
  labels: SimulationLabels;
  onMove: (draft: MoveDraft) => void;
  onDone: () => void;
}) {
  const { feedback, hint } = view;
  return (
    <div data-read-now>
      {advice ? (
        <Advice advice={advice}>
          {feedback?.kind === "mistake" && feedback.back ? (
            <Button onClick={() => onMove({ type: "back" })}>{textOf(`mistakes.${feedback.id}.back`)}</Button>
          ) : null}
        </Advice>
      ) : null}
      {hint ? (
        <HintNotice
          text={textOf(hint.key)}
          pointed={hints > 1}
          labels={labels}
          onMore={() => onMove({ type: "hint" })}
        />
      ) : view.hintOffered ? (
        <Notice tone="tip" title={labels.hint.offer} className="mt-4">
          <Button tone="secondary" onClick={() => onMove({ type: "hint" })}>
            {labels.hint.ask}
          </Button>
        </Notice>
      ) : null}
      {view.ended ? (
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
    </div>
  );
}
