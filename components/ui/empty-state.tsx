import type { ReactNode } from "react";
import { Heading } from "./heading";

/** Nothing here yet: a drawing, what this place is for, and the one thing to do next. */
export function EmptyState({
  drawing,
  title,
  headingLevel = 2,
  children,
  action,
}: {
  drawing?: ReactNode;
  title: ReactNode;
  headingLevel?: 2 | 3 | 4;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="stitched flex flex-col items-center gap-4 rounded-lg px-5 py-10 text-center">
      {drawing}
      <Heading level={headingLevel} size="xl">
        {title}
      </Heading>
      {children ? <div className="measure text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-2 max-sm:w-full">{action}</div> : null}
    </div>
  );
}
