import type { ReactNode } from "react";
import { classNames } from "../class-names";

export type DrawingProps = {
  /** Size by class, for instance `size-24`; 96 px by default. */
  className?: string;
  /** Only when the drawing says something the words beside it do not. */
  title?: string;
};

/**
 * The sheet all drawings share: a line of one thickness in the colour of the ink, and soft fills (`honey`, `sage`,
 * `rose`, `paper` as class names) printed a little beside it, as on an old poster.
 */
export function Drawing({ className, title, children }: DrawingProps & { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 96 96"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      focusable="false"
      className={classNames("drawing shrink-0 print-exact", className ?? "size-24")}
    >
      {children}
    </svg>
  );
}
