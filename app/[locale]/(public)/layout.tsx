import { hasLocale } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteShell } from "@/components/layout/site-shell";
import { LOCALES } from "@/db/enums";

/** Pages for everyone: prerendered per language, with no person in them. */
export default async function PublicLayout({
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
