import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { CheckCircleIcon, InfoIcon, LightbulbIcon, WarningIcon } from "./icons";

export type NoticeTone = "info" | "tip" | "warning" | "success";

const TONES = {
  info: { box: "border-info bg-info-soft", mark: "text-info", Icon: InfoIcon },
  tip: { box: "border-tip bg-tip-soft", mark: "text-tip", Icon: LightbulbIcon },
  warning: { box: "border-caution bg-caution-soft", mark: "text-caution", Icon: WarningIcon },
  success: { box: "border-success bg-success-soft", mark: "text-success", Icon: CheckCircleIcon },
};

type NoticeProps = {
  tone?: NoticeTone;
  /** A word that says what it is ("Attention", "Astuce"): the colour alone never does. */
  title: ReactNode;
  children?: ReactNode;
  /** Announces itself when it appears: `polite` for news, `assertive` only for what stops the person. */
  live?: "polite" | "assertive";
  className?: string;
};

/** A framed message with a symbol and a title. */
export function Notice({ tone = "info", title, children, live, className }: NoticeProps) {
  const { box, mark, Icon } = TONES[tone];
  return (
    <div
      role={live === "assertive" ? "alert" : live === "polite" ? "status" : undefined}
      className={classNames(
        "avoid-break flex gap-4 rounded-md border-2 border-l-8 p-4 sm:p-5",
        box,
        className,
      )}
    >
      <Icon className={classNames("mt-[0.1em] size-[1.4em]", mark)} />
      <div className="min-w-0 flex-1">
        <p className={classNames("text-lg font-bold", mark)}>{title}</p>
        {children ? <div className="mt-1 space-y-3">{children}</div> : null}
      </div>
    </div>
  );
}
