import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { HelpBar } from "@/components/layout/help-bar";
import { PageBody } from "@/components/layout/page-body";
import { SiteShell } from "@/components/layout/site-shell";
import { LOCALES } from "@/db/enums";

/** The door of the house, and the page about one's own keys: one narrow column, help at the foot. */
export default async function AuthLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await params;
  if (!hasLocale(LOCALES, locale)) notFound();
  setRequestLocale(locale);
  return (
    <SiteShell
      locale={locale}
      width="bare"
      account={<span />}
      help={<HelpBar locale={locale} lostHref={`/${locale}/lost`} />}
    >
      <PageBody narrow>{children}</PageBody>
    </SiteShell>
  );
}
