import { classNames } from "./class-names";

export type ButtonTone = "primary" | "secondary" | "quiet" | "caution";

export type ButtonLook = {
  /** One primary per page. `quiet` looks like a link with room to press; `caution` for what cannot be undone. */
  tone?: ButtonTone;
  /** `large` is 64 px high (learners), `regular` 48 px (staff, bars). Primary is large unless told otherwise. */
  size?: "large" | "regular";
  /** Takes the whole width on every screen. */
  block?: boolean;
};

const TONES: Record<ButtonTone, string> = {
  primary:
    "bg-accent text-accent-ink border-2 border-accent shadow-card hover:bg-accent-strong hover:border-accent-strong",
  secondary: "bg-raised text-accent border-2 border-accent hover:bg-accent-soft",
  quiet:
    "bg-transparent text-accent border-2 border-transparent underline decoration-2 underline-offset-4 hover:bg-accent-soft",
  caution: "bg-raised text-caution border-2 border-caution hover:bg-caution-soft",
};

/** The classes of a button, for the rare element that must look like one (a `summary`, a file label). */
export function buttonClassName({ tone = "primary", size, block }: ButtonLook = {}): string {
  const height = size ?? (tone === "primary" ? "large" : "regular");
  return classNames(
    "inline-flex items-center justify-center gap-3 rounded-md text-center font-bold leading-snug no-underline transition-colors",
    "disabled:border-dashed disabled:border-border disabled:bg-sunken disabled:text-ink-soft disabled:shadow-none",
    height === "large" ? "min-h-16 px-7 py-3 text-lg" : "min-h-12 px-5 py-2",
    block ? "w-full" : "max-sm:w-full",
    TONES[tone],
  );
}
