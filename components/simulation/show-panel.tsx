"use client";

import "./show-panel.css";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { ArrowLeftIcon, ArrowRightIcon, ClockIcon, PauseIcon, PlayIcon } from "@/components/ui/icons";
import type { SimulationLabels } from "./labels";

const FIRST_MS = 3500;
const PER_WORD_MS = 420;
/** How much longer than at the usual speed a caption stays. */
const SPEEDS = { slow: 1.7, normal: 1, fast: 0.6 } as const;
type Speed = keyof typeof SPEEDS;

/** How long a caption stays, in milliseconds: time to read it slowly, and to look at the place. */
export function readingTime(caption: string, isFirst: boolean, speed: Speed = "normal"): number {
  const usual = isFirst ? FIRST_MS + caption.split(/\s+/).length * PER_WORD_MS : FIRST_MS;
  return Math.round(usual * SPEEDS[speed]);
}

/** *Montre-moi*: the caption, and the buttons that let it play, wait, go one move on or back, slower or faster. */
export function ShowPanel({
  caption,
  turn,
  waits,
  canBack,
  isDue,
  labels,
  onNext,
  onBack,
}: {
  caption: string;
  /** Changes with every move, so that each gets its own time. */
  turn: number;
  /** The person reads something else now: the demonstration waits for her. */
  waits: boolean;
  canBack: boolean;
  /** Nothing can be done now: what is due (a message, the end of a time) comes by itself. */
  isDue: boolean;
  labels: SimulationLabels;
  onNext: () => void;
  onBack: () => void;
}) {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>("normal");
  const seen = useRef({ caption: "", turn: -1 });
  useEffect(() => {
    setPlaying(!window.matchMedia("(prefers-reduced-motion: reduce)").matches);
  }, []);
  useEffect(() => {
    if (!playing || waits) return;
    const wait = setTimeout(
      () => {
        seen.current = { caption, turn };
        onNext();
      },
      readingTime(caption, seen.current.caption !== caption, speed),
    );
    return () => clearTimeout(wait);
  }, [playing, waits, caption, turn, speed, onNext]);
  return (
    <section
      aria-label={labels.show.title}
      data-read-now
      className="sim-caption rounded-md border-2 border-info bg-info-soft p-4"
    >
      <div className="sim-caption-words">
        <p className="measure text-lg">{caption}</p>
        {isDue ? <p className="mt-1 font-bold">{labels.show.waiting}</p> : null}
      </div>
      <div className="sim-caption-buttons mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(100%,5.4rem),1fr))] gap-3 @min-[30rem]:flex @min-[30rem]:flex-wrap">
        <Button
          tone="secondary"
          className="px-2! sm:px-5!"
          icon={<ArrowLeftIcon className="size-[1.1em] max-sm:hidden" />}
          disabled={!canBack}
          onClick={() => {
            setPlaying(false);
            onBack();
          }}
        >
          {labels.show.back}
        </Button>
        <Button
          tone="secondary"
          className="px-2! sm:px-5!"
          icon={playing ? <PauseIcon /> : <PlayIcon />}
          onClick={() => setPlaying(!playing)}
        >
          {playing ? labels.show.pause : labels.show.play}
        </Button>
        {/* It stays where it is, and keeps the focus, while there is nothing to press it for. */}
        <Button
          size="regular"
          tone={isDue ? "secondary" : "primary"}
          className={classNames("max-sm:col-span-full", isDue && "border-dashed! cursor-default!")}
          aria-disabled={isDue}
          iconEnd={isDue ? <ClockIcon /> : <ArrowRightIcon />}
          onClick={isDue ? undefined : onNext}
        >
          {isDue ? labels.show.wait : labels.show.next}
        </Button>
        <fieldset className="col-span-full flex min-w-0 flex-wrap items-center gap-2 sm:ml-auto">
          <legend className="float-left mr-2 font-bold">{labels.show.speed}</legend>
          {(["slow", "normal", "fast"] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={speed === one}
              onClick={() => setSpeed(one)}
              className="min-h-12 min-w-12 rounded-md border-2 border-border bg-raised px-3 font-bold aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-accent-ink"
            >
              {labels.show.speeds[one]}
            </button>
          ))}
        </fieldset>
      </div>
    </section>
  );
}
