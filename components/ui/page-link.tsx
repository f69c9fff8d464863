"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, useEffect } from "react";

export type PageLinkProps = ComponentProps<"a"> & {
  href: string;
  /** Fetched while this page is read: for the one page nearly everybody opens next. */
  ahead?: boolean;
};

/**
 * A link to another page of ours. Next draws it without a reload; what it needs is fetched once a finger, a pointer or
 * the keyboard is on the link, so that nobody pays for pages she only passes. Without JavaScript it is a link.
 */
export function PageLink({ href, ahead, onClick, children, ...rest }: PageLinkProps) {
  const router = useRouter();
  const fetchIt = () => router.prefetch(href);
  useEffect(() => {
    if (ahead) router.prefetch(href);
  }, [ahead, href, router]);
  return (
    <a
      {...rest}
      href={href}
      onPointerEnter={fetchIt}
      onPointerDown={fetchIt}
      onFocus={fetchIt}
      onClick={(event) => {
        onClick?.(event);
        const wantsOwnTab = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
        if (event.defaultPrevented || wantsOwnTab || rest.target || rest.download !== undefined) return;
        event.preventDefault();
        router.push(href);
      }}
    >
      {children}
    </a>
  );
}
