import { Drawing, type DrawingProps } from "./drawing";

/** A hand that holds a phone and reads it. */
export function HandHoldingPhoneDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <rect className="sage" x="36" y="10" width="34" height="60" rx="7" />
      <rect x="31" y="5" width="34" height="60" rx="7" />
      <path d="M43 12h10M39 24h18M39 32h18M39 40h11M39 52h18" />
      <path className="rose" d="M31 50c-8-8-16-4-11 4l13 20v17h32V74c4-5 7-9 7-14V47" />
      <path d="M31 47c-8-8-16-4-11 4l13 20v18h32V73c5-5 8-9 8-14V45c0-5-8-5-8 0v8" />
    </Drawing>
  );
}
