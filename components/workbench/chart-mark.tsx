import type { Stay, WayKind } from "@/server/simulation/workbench/schema";

const SHAPES = {
  critical: "M-5,-11 L5,-11 L11,-5 L11,5 L5,11 L-5,11 L-11,5 L-11,-5 z",
  mistake: "M0,-12 L12,9 L-12,9 z",
  time: "M0,-11 A11,11 0 1 1 0,11 A11,11 0 1 1 0,-11 z",
  tip: "M-10,-10 L10,-10 L10,10 L-10,10 z",
};
const INSIDE = {
  critical: "M-4,-4 L4,4 M4,-4 L-4,4",
  mistake: "M0,-5 L0,2 M0,5 L0,6",
  time: "M0,-6 L0,0 L5,3",
  tip: "M0,-6 L0,-5 M0,-1 L0,6",
};

/** What a way or an answer is, told by its shape: an octagon, a triangle, a clock, a square. */
export function ChartMark({
  sort,
  x,
  y,
}: {
  sort: Exclude<WayKind, "move"> | Stay["kind"];
  x: number;
  y: number;
}) {
  return (
    <g className="bench-mark" data-sort={sort} transform={`translate(${x},${y})`}>
      <path d={SHAPES[sort]} />
      <path d={INSIDE[sort]} className="bench-mark-sign" />
    </g>
  );
}
