import { Drawing, type DrawingProps } from "./drawing";

/** A computer with its keyboard. */
export function ComputerDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <rect className="sage" x="16" y="18" width="72" height="48" rx="6" />
      <rect x="11" y="13" width="72" height="48" rx="6" />
      <path d="M40 61l-3 12h20l-3-12M27 73h40M22 25h28M22 34h18" />
      <path d="M16 86h62l4-7H12z" />
      <circle className="honey" cx="68" cy="44" r="9" />
      <circle cx="65" cy="41" r="9" />
    </Drawing>
  );
}
