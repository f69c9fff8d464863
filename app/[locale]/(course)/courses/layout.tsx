import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { HelpBar } from "@/components/layout/help-bar";
import { SignInLink } from "@/components/layout/site-header";
import { SiteShell } from "@/components/layout/site-shell";
import { AccountLink } from "@/components/learning/account-link";
import { TrainerCall } from "@/components/learning/trainer-call";
import { LOCALES } from "@/db/enums";
import { FIRST_COURSE } from "@/server/catalogue/schema";

/** Course pages: prerendered, the same for everyone; the person comes in through two small client components. */
export default async function CourseLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await params;
  if (!hasLocale(LOCALES, locale)) notFound();
  setRequestLocale(locale);
  const [t, home] = await Promise.all([
    getTranslations({ locale, namespace: "layout" }),
    getTranslations({ locale, namespace: "learning.home" }),
  ]);
  return (
    <SiteShell
      locale={locale}
      account={
        <AccountLink course={FIRST_COURSE} locale={locale} label={home("title")}>
          <SignInLink href={`/${locale}/sign-in`} label={t("signIn")} />
        </AccountLink>
      }
      help={
        <HelpBar
          locale={locale}
          lostHref={`/${locale}/lost`}
          call={<TrainerCall course={FIRST_COURSE} label={t.raw("help.call")} />}
        />
      }
    >
      {children}
    </SiteShell>
  );
}
