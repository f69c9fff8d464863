import { Drawing, type DrawingProps } from "./drawing";

/** A shield: what protects. */
export function ShieldDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path className="sage" d="M52 13l34 11v24c0 20-14 34-34 42-20-8-34-22-34-42V24z" />
      <path d="M47 8l34 11v24c0 20-14 34-34 42-20-8-34-22-34-42V19z" />
      <path d="M32 46l11 11 20-22" strokeWidth="5" />
    </Drawing>
  );
}
