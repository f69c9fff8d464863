"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { PauseIcon, PlayIcon } from "@/components/ui/icons";
import type { SimulationLabels } from "./labels";

const FIRST_MS = 3500;
const PER_WORD_MS = 420;

/** How long a caption stays: time to read it slowly, and to look at the place. */
export function readingTime(caption: string, isFirst: boolean): number {
  return isFirst ? FIRST_MS + caption.split(/\s+/).length * PER_WORD_MS : FIRST_MS;
}

/** *Montre-moi*: the caption, and the buttons that let it play, wait, or go on one move at a time. */
export function ShowPanel({
  caption,
  turn,
  labels,
  onNext,
}: {
  caption: string;
  /** Changes with every move, so that each gets its own time. */
  turn: number;
  labels: SimulationLabels;
  onNext: () => void;
}) {
  const [playing, setPlaying] = useState(false);
  const seen = useRef({ caption: "", turn: -1 });
  useEffect(() => {
    setPlaying(!window.matchMedia("(prefers-reduced-motion: reduce)").matches);
  }, []);
  useEffect(() => {
    if (!playing) return;
    const wait = setTimeout(
      () => {
        seen.current = { caption, turn };
        onNext();
      },
      readingTime(caption, seen.current.caption !== caption),
    );
    return () => clearTimeout(wait);
  }, [playing, caption, turn, onNext]);
  return (
    <section
      aria-label={labels.show.title}
      className="sim-caption rounded-md border-2 border-info bg-info-soft p-4"
    >
      <p aria-live="polite" className="measure text-lg">
        {caption}
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button
          tone="secondary"
          icon={playing ? <PauseIcon /> : <PlayIcon />}
          onClick={() => setPlaying(!playing)}
        >
          {playing ? labels.show.pause : labels.show.play}
        </Button>
        <Button tone="primary" size="regular" onClick={onNext}>
          {labels.show.next}
        </Button>
      </div>
    </section>
  );
}
