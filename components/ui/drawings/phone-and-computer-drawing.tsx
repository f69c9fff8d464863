import { Drawing, type DrawingProps } from "./drawing";

/** A computer and a phone side by side, talking to each other. */
export function PhoneAndComputerDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <rect className="sage" x="9" y="20" width="56" height="40" rx="5" />
      <rect x="5" y="16" width="56" height="40" rx="5" />
      <path d="M26 56l-3 11h20l-3-11M15 67h36M13 26h18M13 34h12" />
      <rect className="honey" x="65" y="40" width="26" height="48" rx="6" />
      <rect x="62" y="37" width="26" height="48" rx="6" />
      <path d="M71 43h8M72 79h6M68 60l5 5 9-10" />
      <path d="M67 10a12 12 0 0 1 12 12M67 19a4 4 0 0 1 4 4" />
    </Drawing>
  );
}
