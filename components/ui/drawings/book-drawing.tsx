import { Drawing, type DrawingProps } from "./drawing";

/** An open book: a lesson. */
export function BookDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path className="honey" d="M52 30c10-8 22-8 36-6v54c-14-2-26-2-36 6z" />
      <path className="paper" d="M47 26C37 18 25 18 11 20v54c14-2 26-2 36 6z" />
      <path d="M47 25C37 17 25 17 11 19v54c14-2 26-2 36 6 10-8 22-8 36-6V19c-14-2-26-2-36 6zM47 25v54M20 34c6-1 12 0 18 3M20 46c6-1 12 0 18 3M56 37c6-3 12-4 18-3M56 49c6-3 12-4 18-3" />
    </Drawing>
  );
}
