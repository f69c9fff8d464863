import { ChartMark } from "./chart-mark";
import type { WorkbenchLabels } from "./labels";

const LINES = ["ideal", "move", "time", "mistake", "critical"] as const;

/** What lines and marks of the map mean. */
export function ChartLegend({ labels }: { labels: WorkbenchLabels["map"] }) {
  return (
    <ul aria-label={labels.legend} className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {LINES.map((sort) => (
        <li key={sort} className="flex items-center gap-2">
          <svg width="56" height="24" viewBox="0 0 56 24" aria-hidden="true" className="shrink-0">
            <g className="bench-way" data-sort={sort}>
              <path d="M2,12 L54,12" />
              {sort === "ideal" || sort === "move" ? null : <ChartMark sort={sort} x={28} y={12} />}
            </g>
          </svg>
          {labels[sort]}
        </li>
      ))}
      <li className="flex items-center gap-2">
        <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" className="shrink-0">
          <ChartMark sort="tip" x={12} y={12} />
        </svg>
        {labels.tip}
      </li>
    </ul>
  );
}
