import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** The column of a page inside a `bare` shell (public pages): side margins, room above and below. */
export function PageBody({
  children,
  narrow,
  className,
}: {
  children: ReactNode;
  /** One thing per page: the column of a lesson step or a form. */
  narrow?: boolean;
  className?: string;
}) {
  return (
    <div className={classNames("page-width py-8 sm:py-12 print:py-0!", className)}>
      {narrow ? <div className="mx-auto max-w-3xl">{children}</div> : children}
    </div>
  );
}
