import { Drawing, type DrawingProps } from "./drawing";

/** A lantern: for who has lost the way. */
export function LanternDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path className="honey" d="M34 38h38v38H34z" />
      <path d="M36 22a12 12 0 0 1 24 0M30 34l6-11h24l6 11zM30 34v38h36V34M26 72h44v9H26z" />
      <path className="rose" d="M50 66c-7 0-10-5-8-10s6-6 7-13c6 5 10 10 9 16-.6 4-4 7-8 7z" />
      <path d="M48 64c-7 0-10-5-8-10s6-6 7-13c6 5 10 10 9 16-.6 4-4 7-8 7z" />
      <path d="M14 46H6M17 30l-7-4M82 46h8M79 30l7-4" />
    </Drawing>
  );
}
