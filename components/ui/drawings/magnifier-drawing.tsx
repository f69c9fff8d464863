import { Drawing, type DrawingProps } from "./drawing";

/** A magnifying glass: look closely. */
export function MagnifierDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <circle className="sage" cx="45" cy="44" r="29" />
      <circle cx="40" cy="39" r="29" />
      <path d="M61 60l24 25" strokeWidth="7" />
      <path d="M24 40c0-9 6-16 15-17" />
    </Drawing>
  );
}
