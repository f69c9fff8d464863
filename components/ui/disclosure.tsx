import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { ChevronDownIcon } from "./icons";

/** Something more for who wants it. Native `details`: opens without JavaScript. */
export function Disclosure({
  summary,
  children,
  open,
  className,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  className?: string;
}) {
  return (
    <details
      open={open}
      className={classNames("group rounded-md border-2 border-border-soft bg-raised", className)}
    >
      <summary className="flex min-h-14 items-center justify-between gap-3 rounded-md px-4 py-2 font-bold hover:bg-accent-soft">
        <span className="min-w-0">{summary}</span>
        <ChevronDownIcon className="group-open:rotate-180" />
      </summary>
      <div className="border-t-2 border-border-soft px-4 py-4">{children}</div>
    </details>
  );
}
