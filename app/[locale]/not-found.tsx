import { getLocale } from "next-intl/server";
import { NothingHere } from "@/components/layout/nothing-here";
import { SiteShell } from "@/components/layout/site-shell";

/** "Not found" inside a page that is already open, and in development; a whole page gets `missing/page.tsx`. */
export default async function NotFound() {
  const locale = await getLocale();
  return (
    <SiteShell locale={locale} width="bare">
      <NothingHere locale={locale} />
    </SiteShell>
  );
}
