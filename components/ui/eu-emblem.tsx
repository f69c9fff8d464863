import { classNames } from "./class-names";

/**
 * One star of the emblem, point up, as an SVG sub-path: `radius` is that of the circle through its five points.
 * The inner radius of a regular pentagram is `radius × 0.381966`.
 */
function starPath(centreX: number, centreY: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const reach = index % 2 === 0 ? radius : radius * 0.381966;
    const angle = (index * Math.PI) / 5;
    const x = centreX + reach * Math.sin(angle);
    const y = centreY - reach * Math.cos(angle);
    return `${x.toFixed(3)} ${y.toFixed(3)}`;
  });
  return `M${points.join("L")}Z`;
}

/**
 * The twelve stars on a field of `height` × 1.5: centres on a circle of a third of the height, one at each hour,
 * each star in a circle of an eighteenth of the height (graphical specification of the European emblem).
 */
export function emblemStarsPath(height: number): string {
  return Array.from({ length: 12 }, (_, hour) => {
    const angle = (hour * Math.PI) / 6;
    return starPath(
      height * 0.75 + (height / 3) * Math.sin(angle),
      height / 2 - (height / 3) * Math.cos(angle),
      height / 18,
    );
  }).join("");
}

const STARS = emblemStarsPath(360);

/** The emblem of the European Union, unmodified in every theme. Give `title` only where no statement stands beside it. */
export function EuEmblem({ title, className }: { title?: string; className?: string }) {
  return (
    <svg
      viewBox="-14 -14 568 388"
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      focusable="false"
      className={classNames("h-auto shrink-0 forced-color-adjust-none print-exact", className)}
    >
      {/* The white border the specification asks for on a coloured ground: 1/25 of the height */}
      <rect x="-14" y="-14" width="568" height="388" fill="#FFFFFF" />
      <rect width="540" height="360" fill="#003399" />
      <path d={STARS} fill="#FFCC00" />
    </svg>
  );
}
