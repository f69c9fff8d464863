import { Drawing, type DrawingProps } from "./drawing";

/** A signpost: where to go next. */
export function SignpostDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path className="honey" d="M28 18h44l12 11-12 11H28z" />
      <path className="sage" d="M72 47H34L22 57l12 11h38z" />
      <path d="M46 6v7M46 35v8M46 65v24M30 89h34M23 13h44l12 11-12 11H23zM67 43H29L17 54l12 11h38z" />
    </Drawing>
  );
}
