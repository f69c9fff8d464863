import { Drawing, type DrawingProps } from "./drawing";

/** A cup of coffee: take your time. */
export function CupDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path className="honey" d="M20 44h50v20c0 14-8 20-25 20s-25-6-25-20z" />
      <path d="M15 39h50v20c0 14-8 20-25 20s-25-6-25-20zM65 46h7a9 9 0 0 1 0 20h-8M12 87h56" />
      <path d="M30 28c-5-6 5-9 0-16M46 28c-5-6 5-9 0-16" />
    </Drawing>
  );
}
