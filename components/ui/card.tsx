import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { PageLink } from "./page-link";

type CardProps = {
  children: ReactNode;
  as?: "div" | "section" | "article" | "li";
  /** `passport` has the stitched edge: for what the learner earned. */
  look?: "plain" | "passport" | "sunken";
  className?: string;
  "aria-labelledby"?: string;
};

const LOOKS = {
  plain: "border border-border-soft bg-raised shadow-card",
  passport: "stitched bg-raised",
  sunken: "border border-border-soft bg-sunken",
};

/** A sheet of paper on the table: groups what belongs together. */
export function Card({ children, as: Tag = "div", look = "plain", className, ...rest }: CardProps) {
  return (
    <Tag className={classNames("rounded-lg p-5 sm:p-7", LOOKS[look], className)} {...rest}>
      {children}
    </Tag>
  );
}

type LinkCardProps = {
  href: string;
  title: ReactNode;
  headingLevel?: 2 | 3 | 4;
  drawing?: ReactNode;
  /** A pill or a short state, after the title. */
  status?: ReactNode;
  children?: ReactNode;
  className?: string;
};

/** A card that is one link: the whole surface can be pressed, the name is the title alone. */
export function LinkCard({
  href,
  title,
  headingLevel = 3,
  drawing,
  status,
  children,
  className,
}: LinkCardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div
      className={classNames(
        "group relative flex min-h-16 flex-wrap items-center gap-x-5 gap-y-3 rounded-lg border-2 border-border-soft bg-raised p-5 shadow-card",
        "hover:border-accent has-[a:focus-visible]:outline-3 has-[a:focus-visible]:outline-offset-3 has-[a:focus-visible]:outline-focus",
        className,
      )}
    >
      {drawing ? <div className="shrink-0">{drawing}</div> : null}
      <div className="min-w-0 flex-[1_1_9rem]">
        <Heading className="text-xl">
          <PageLink href={href} className="outline-none after:absolute after:inset-0 after:rounded-lg">
            {title}
          </PageLink>
        </Heading>
        {children ? <div className="mt-1 text-ink-soft">{children}</div> : null}
        {status ? <div className="mt-3">{status}</div> : null}
      </div>
    </div>
  );
}
