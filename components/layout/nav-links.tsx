"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { PageLink } from "@/components/ui/page-link";

/** The rooms of a person, under the header. The room she is in is marked for eyes and ears. */
export function NavLinks({
  label,
  items,
  tabs,
}: {
  label: string;
  /** On a narrow screen side by side, symbol over word, in one row at any text size. For a few short words. */
  tabs?: boolean;
  /** `exact`: only this very page counts as being here (for the root of a room). */
  items: { href: string; label: string; icon?: ReactNode; exact?: boolean }[];
}) {
  const pathname = usePathname() ?? "";
  return (
    <nav aria-label={label} className="page-width">
      <ul className={classNames("flex", tabs ? "sm:flex-wrap sm:gap-x-3" : "flex-wrap gap-x-3")}>
        {items.map((item) => {
          const here = pathname === item.href || (!item.exact && pathname.startsWith(`${item.href}/`));
          return (
            <li key={item.href} className={tabs ? "max-sm:min-w-0 max-sm:flex-1" : undefined}>
              <PageLink
                href={item.href}
                aria-current={here ? "page" : undefined}
                className={classNames(
                  "inline-flex min-h-14 items-center gap-2 border-b-4 px-3 font-bold no-underline hover:bg-accent-soft",
                  tabs &&
                    "max-sm:flex max-sm:h-full max-sm:w-full max-sm:flex-col max-sm:gap-0 max-sm:px-0 max-sm:pt-1 max-sm:text-center max-sm:text-[min(0.875rem,5vw)] max-sm:leading-tight",
                  here ? "border-brand text-brand" : "border-transparent text-ink",
                )}
              >
                {item.icon}
                {item.label}
              </PageLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
