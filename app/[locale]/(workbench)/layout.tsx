import { hasLocale } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteShell } from "@/components/layout/site-shell";
import { LOCALES } from "@/db/enums";

/** Where simulations are written and looked at. Rendered per request: whether there is a workbench is a setting. */
export const dynamic = "force-dynamic";

export default async function WorkbenchLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await params;
  if (!hasLocale(LOCALES, locale)) return children;
  setRequestLocale(locale);
  return (
    <SiteShell locale={locale} width="bare">
      {children}
    </SiteShell>
  );
}
