import { Drawing, type DrawingProps } from "./drawing";

/** A smartphone. */
export function PhoneDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <rect className="sage" x="31" y="12" width="44" height="78" rx="9" />
      <rect x="26" y="7" width="44" height="78" rx="9" />
      <path d="M42 14h12M44 77h8" />
      <path className="honey" d="M38 34h26v22H38z" />
      <path d="M35 31h26v22H35zM41 42l5 5 9-9M36 63h24" />
    </Drawing>
  );
}
