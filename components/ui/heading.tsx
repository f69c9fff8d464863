import type { ReactNode } from "react";
import { classNames } from "./class-names";

type HeadingProps = {
  level: 1 | 2 | 3 | 4;
  /** How big it looks; by default as its level. */
  size?: "4xl" | "3xl" | "2xl" | "xl" | "lg";
  id?: string;
  /** Lets a script put the focus here after a change of step. */
  focusable?: boolean;
  children: ReactNode;
  className?: string;
};

const SIZES = { "4xl": "text-4xl", "3xl": "text-3xl", "2xl": "text-2xl", xl: "text-xl", lg: "text-lg" };
const BY_LEVEL = { 1: "3xl", 2: "2xl", 3: "xl", 4: "lg" } as const;

/** A title: its level is the outline, its size is the look. */
export function Heading({ level, size, id, focusable, children, className }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag
      id={id}
      tabIndex={focusable ? -1 : undefined}
      className={classNames(SIZES[size ?? BY_LEVEL[level]], className)}
    >
      {children}
    </Tag>
  );
}

/** The top of a page: title, one sentence, actions on the right where there is room. */
export function PageHeader({
  title,
  lead,
  eyebrow,
  actions,
}: {
  title: ReactNode;
  lead?: ReactNode;
  eyebrow?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-5">
      <div className="min-w-0 flex-[1_1_18rem]">
        {eyebrow ? <p className="mb-1 font-bold text-brand">{eyebrow}</p> : null}
        <Heading level={1}>{title}</Heading>
        {lead ? <p className="measure mt-3 text-lg text-ink-soft">{lead}</p> : null}
      </div>
      {actions ? <div className="no-print flex flex-wrap gap-3 max-sm:w-full">{actions}</div> : null}
    </header>
  );
}

/** Running text in plain HTML: paragraphs, lists, sub-headings at a readable width. */
export function Prose({ children, id, className }: { children: ReactNode; id?: string; className?: string }) {
  return (
    <div id={id} className={classNames("prose", className)}>
      {children}
    </div>
  );
}
