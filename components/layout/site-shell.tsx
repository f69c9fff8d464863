import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { SiteHeader, type SiteHeaderProps } from "./site-header";

/**
 * Header, the one `<main id="main">`, and the help shelf. The root layout adds skip link and footer around it.
 * Every page stands in exactly one shell; the layout of a route group is the place for it.
 */
export function SiteShell({
  children,
  help,
  width = "page",
  ...header
}: SiteHeaderProps & {
  children: ReactNode;
  /** A `HelpBar`, on learner pages. */
  help?: ReactNode;
  /** `bare`: the page brings its own columns (home, simulations). */
  width?: "page" | "bare";
}) {
  return (
    <>
      <SiteHeader {...header} />
      <main
        id="main"
        tabIndex={-1}
        className={classNames("flex-1", width === "page" && "page-width py-6 sm:py-12 print:py-0!")}
      >
        {children}
      </main>
      {help}
    </>
  );
}
