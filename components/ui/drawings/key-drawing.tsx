import { Drawing, type DrawingProps } from "./drawing";

/** A key: the way in. */
export function KeyDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <circle className="honey" cx="33" cy="37" r="20" />
      <path className="honey" d="M46 47l36 36-8 6-36-34z" />
      <circle cx="29" cy="33" r="19" />
      <circle className="paper" cx="29" cy="33" r="7" />
      <path d="M43 47l36 36M58 62l-8 8M69 73l-7 7M79 83l4-4" />
    </Drawing>
  );
}
