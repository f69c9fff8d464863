import { Drawing, type DrawingProps } from "./drawing";

/** A clock: there is time. */
export function ClockDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <circle className="honey" cx="52" cy="52" r="36" />
      <circle cx="47" cy="47" r="36" />
      <path d="M47 17v5M77 47h-5M47 77v-5M17 47h5" />
      <path d="M47 28v20l14 9" strokeWidth="5" />
    </Drawing>
  );
}
