import { Drawing, type DrawingProps } from "./drawing";

/** Three little pictures, one of them chosen. */
export function IconsDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <rect className="honey" x="37" y="35" width="28" height="34" rx="6" />
      <rect x="4" y="32" width="26" height="34" rx="6" />
      <rect x="34" y="30" width="28" height="38" rx="6" strokeWidth="5" />
      <rect x="66" y="32" width="26" height="34" rx="6" />
      <path d="M10 56c2-6 12-6 14 0M17 40v8" />
      <path d="M48 38l3 7 7 1-5 5 1 7-6-3-6 3 1-7-5-5 7-1z" />
      <path d="M73 56l6-14 6 14zM79 42v-3M41 80l6 6 12-12" />
    </Drawing>
  );
}
