"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { fillIn } from "@/components/ui/fill-in";
import type { Chart } from "@/server/simulation/workbench/schema";
import { ChartDrawing } from "./chart-drawing";
import type { WorkbenchLabels } from "./labels";
import type { FindText } from "./words";

const READABLE = 0.8;
const [LEAST, MOST] = [0.15, 2];
/** From the middle of a state, what must be in sight of it. */
const EDGE = { x: 150, y: 80 };

/** The map of a scenario in a frame of its own: zoomed with buttons or the wheel, moved with bars, keys or the mouse. */
export function ChartView({
  chart,
  current,
  find,
  labels,
  onShow,
  children,
}: {
  chart: Chart;
  /** The state the player shows. */
  current: string;
  find: FindText;
  labels: WorkbenchLabels["map"];
  onShow: (id: string) => void;
  children?: ReactNode;
}) {
  const frame = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState(READABLE);
  const set = (next: number) => setZoom(Math.min(MOST, Math.max(LEAST, next)));
  const { x, y } = chart.states.find(({ id }) => id === current)?.box ?? { x: null, y: null };

  useEffect(() => {
    const box = frame.current;
    if (!box || x === null || y === null) return;
    const [left, top] = [x * zoom - box.scrollLeft, y * zoom - box.scrollTop];
    const [wide, high] = [EDGE.x * zoom, EDGE.y * zoom];
    const isSeen =
      left > wide && left < box.clientWidth - wide && top > high && top < box.clientHeight - high;
    if (isSeen) return;
    box.scrollTo({ left: x * zoom - box.clientWidth / 2, top: y * zoom - box.clientHeight / 2 });
  }, [x, y, zoom]);

  useEffect(() => {
    const box = frame.current;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      setZoom((before) => Math.min(MOST, Math.max(LEAST, before * (event.deltaY < 0 ? 1.15 : 1 / 1.15))));
    };
    box?.addEventListener("wheel", turn, { passive: false });
    return () => box?.removeEventListener("wheel", turn);
  }, []);

  return (
    <div>
      <div className="mb-3 flex flex-wrap gap-2">
        <Button tone="secondary" onClick={() => set(zoom * 1.25)}>
          {labels.closer}
        </Button>
        <Button tone="secondary" onClick={() => set(zoom / 1.25)}>
          {labels.further}
        </Button>
        <Button
          tone="secondary"
          onClick={() => set(((frame.current?.clientWidth ?? chart.width) - 4) / chart.width)}
        >
          {labels.whole}
        </Button>
      </div>
      {children}
      <section
        ref={frame}
        aria-label={labels.frame}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="bench-frame"
        onPointerDown={(event) => startMoving(event.currentTarget, event.nativeEvent)}
      >
        <ChartDrawing
          chart={chart}
          zoom={zoom}
          current={current}
          find={find}
          labels={labels}
          name={fillIn(labels.label, { states: chart.states.length, ways: chart.ways.length })}
          onShow={onShow}
        />
      </section>
    </div>
  );
}

/** Moves what is in the frame with the mouse; fingers do it by themselves. */
function startMoving(box: HTMLElement, { pointerType, button, clientX, clientY }: PointerEvent) {
  if (pointerType !== "mouse" || button !== 0) return;
  const from = { left: box.scrollLeft, top: box.scrollTop };
  const move = (event: PointerEvent) => {
    box.scrollTo(from.left - (event.clientX - clientX), from.top - (event.clientY - clientY));
  };
  const stop = () => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", stop);
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", stop);
}
