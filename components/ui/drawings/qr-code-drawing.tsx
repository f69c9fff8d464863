import { Drawing, type DrawingProps } from "./drawing";

/** A square code with three big corners. Points nowhere: it is a picture of one. */
export function QrCodeDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <rect className="sage" x="16" y="16" width="72" height="72" rx="6" />
      <rect x="10" y="10" width="72" height="72" rx="6" />
      <path d="M19 19h18v18H19zM55 19h18v18H55zM19 55h18v18H19z" />
      <path className="honey" d="M25 25h6v6h-6zM61 25h6v6h-6zM25 61h6v6h-6z" />
      <path d="M46 20v7M46 36h9M46 46h-8M54 46h4M66 46h7M46 55v8M55 55h7v7M70 55v6M56 71h6M70 69v4M46 72v1" />
    </Drawing>
  );
}
