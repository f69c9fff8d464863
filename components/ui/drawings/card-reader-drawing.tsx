import { Drawing, type DrawingProps } from "./drawing";

/** A small card reader with its keys. */
export function CardReaderDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <rect className="sage" x="26" y="34" width="50" height="58" rx="8" />
      <path className="rose" d="M36 8h34v28H36z" />
      <path d="M31 30V5h34v25M40 14h10" />
      <rect x="21" y="30" width="50" height="58" rx="8" />
      <rect className="paper" x="29" y="38" width="34" height="13" rx="2" />
      <path
        d="M34 45h8M32 60h4M44 60h4M56 60h4M32 69h4M44 69h4M56 69h4M32 78h4M44 78h4M56 78h4"
        strokeWidth="4"
      />
    </Drawing>
  );
}
