import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { CheckIcon, ClockIcon, InfoIcon, WarningIcon } from "./icons";

export type PillTone = "neutral" | "success" | "caution" | "info" | "waiting";

const TONES = {
  neutral: { look: "border-border bg-raised text-ink", Icon: null },
  success: { look: "border-success bg-success-soft text-success", Icon: CheckIcon },
  caution: { look: "border-caution bg-caution-soft text-caution", Icon: WarningIcon },
  info: { look: "border-info bg-info-soft text-info", Icon: InfoIcon },
  waiting: { look: "border-dashed border-border bg-raised text-ink-soft", Icon: ClockIcon },
};

/** A state in one or two words, with its symbol. `waiting` is for "pas encore". */
export function StatusPill({
  tone = "neutral",
  icon,
  children,
  className,
}: {
  tone?: PillTone;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const { look, Icon } = TONES[tone];
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-2 rounded-full border-2 px-3 py-0.5 text-sm font-bold",
        look,
        className,
      )}
    >
      {icon ?? (Icon ? <Icon /> : null)}
      {children}
    </span>
  );
}

/** A short neutral label: a language, a number, a kind. */
export function Badge({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span
      className={classNames(
        "inline-block rounded-sm bg-brand-soft px-2.5 py-0.5 text-sm font-bold text-brand",
        className,
      )}
    >
      {children}
    </span>
  );
}
