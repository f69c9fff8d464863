const RUNGS = 8;

/** A level as on the paper: eight rungs, filled from below. The words beside it say the same. */
export function LevelLadder({ level }: { level: number }) {
  return (
    <svg viewBox="0 0 14 56" aria-hidden="true" focusable="false" className="print-exact h-14 w-3.5 shrink-0">
      {Array.from({ length: RUNGS }, (_, index) => index).map((index) => (
        <rect
          key={index}
          x="0"
          y={(RUNGS - 1 - index) * 7 + 1}
          width="14"
          height="5"
          rx="2"
          className={index < level ? "fill-accent" : "fill-draw-sage"}
        />
      ))}
    </svg>
  );
}
