import { Drawing, type DrawingProps } from "./drawing";

/** A letter in its envelope. */
export function LetterDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path className="honey" d="M15 33h74v50H15z" />
      <path d="M10 28h74v50H10z" />
      <path className="paper" d="M22 12h50v36L47 62 22 48z" />
      <path d="M10 30l37 28 37-28M10 77l26-27M84 77L58 50M32 23h30M32 33h20" />
    </Drawing>
  );
}
