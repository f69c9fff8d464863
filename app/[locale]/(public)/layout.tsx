import { hasLocale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { SignInLink } from "@/components/layout/site-header";
import { SiteShell } from "@/components/layout/site-shell";
import { AccountLink } from "@/components/learning/account-link";
import { LOCALES } from "@/db/enums";
import { FIRST_COURSE } from "@/server/catalogue/schema";

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
  const [t, home] = await Promise.all([
    getTranslations({ locale, namespace: "layout" }),
    getTranslations({ locale, namespace: "learning.home" }),
  ]);
  return (
    <SiteShell
      locale={locale}
      width="bare"
      account={
        <AccountLink course={FIRST_COURSE} locale={locale} label={home("title")}>
          <SignInLink href={`/${locale}/sign-in`} label={t("signIn")} />
        </AccountLink>
      }
    >
      {children}
    </SiteShell>
  );
}
