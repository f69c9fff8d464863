import { Drawing, type DrawingProps } from "./drawing";

/** A card with a chip: identity or bank. */
export function ChipCardDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <rect className="rose" x="12" y="27" width="78" height="52" rx="7" />
      <rect x="7" y="22" width="78" height="52" rx="7" />
      <rect className="honey" x="17" y="37" width="20" height="16" rx="3" />
      <rect x="16" y="35" width="20" height="16" rx="3" />
      <path d="M16 43h6M30 43h6M26 35v16M16 62h28M54 62h12" />
      <circle cx="65" cy="38" r="5.5" />
      <path d="M55 53c1-5 5-7 10-7s9 2 10 7" />
    </Drawing>
  );
}
