"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { PageLink } from "@/components/ui/page-link";

/** The rooms of a person, under the header. The room she is in is marked for eyes and ears. */
export function NavLinks({
  label,
  items,
}: {
  label: string;
  /** `exact`: only this very page counts as being here (for the root of a room). */
  items: { href: string; label: string; icon?: ReactNode; exact?: boolean }[];
}) {
  const pathname = usePathname() ?? "";
  return (
    <nav aria-label={label} className="page-width">
      <ul className="flex flex-wrap gap-x-3">
        {items.map((item) => {
          const here = pathname === item.href || (!item.exact && pathname.startsWith(`${item.href}/`));
          return (
            <li key={item.href}>
              <PageLink
                href={item.href}
                aria-current={here ? "page" : undefined}
                className={classNames(
                  "inline-flex min-h-14 items-center gap-2 border-b-4 px-3 font-bold no-underline hover:bg-accent-soft",
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
