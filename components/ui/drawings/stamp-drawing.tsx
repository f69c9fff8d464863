import { Drawing, type DrawingProps } from "./drawing";

/** A rubber stamp and its mark: something is proved. */
export function StampDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path className="rose" d="M34 40h38l8 20H26z" />
      <path d="M42 36c2-6-3-9-3-16a9 9 0 0 1 18 0c0 7-5 10-3 16M30 36h36l8 20H22zM22 56h52v8H22z" />
      <path className="honey" d="M26 76h52v14H26z" />
      <path d="M20 75h56M30 85h36" strokeDasharray="6 6" />
    </Drawing>
  );
}
