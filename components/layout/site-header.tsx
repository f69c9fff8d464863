import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { UserIcon } from "@/components/ui/icons";
import type { Locale } from "@/db/enums";
import { LocaleLinks } from "./locale-links";
import { ReadingSettings } from "./reading-settings";
import { Wordmark } from "./wordmark";

export type SiteHeaderProps = {
  locale: Locale;
  /** Who is here: a name, a menu. Without it, the link to sign in. */
  account?: ReactNode;
  /** The rooms of this person: `NavLinks`. */
  nav?: ReactNode;
  /** Where the wordmark leads; the home page by default. */
  homeHref?: string;
};

/** The top of every page. Static: whoever is signed in comes in through `account`. */
export async function SiteHeader({ locale, account, nav, homeHref }: SiteHeaderProps) {
  const t = await getTranslations({ locale, namespace: "layout" });
  return (
    <header data-chrome className="relative bg-raised">
      <div className="border-b border-border-soft bg-sunken text-sm max-sm:text-[min(0.875rem,5.5vw)]">
        <div className="page-width flex flex-wrap items-center justify-between gap-x-3">
          <LocaleLinks current={locale} label={t("languages")} />
          <ReadingSettings
            labels={{
              open: t("reading.open"),
              close: t("reading.close"),
              textSize: t("reading.textSize"),
              theme: t("reading.theme"),
              themes: {
                auto: t("reading.themes.auto"),
                light: t("reading.themes.light"),
                dark: t("reading.themes.dark"),
              },
              contrast: t("reading.contrast"),
              contrasts: {
                normal: t("reading.contrasts.normal"),
                high: t("reading.contrasts.high"),
              },
            }}
          />
        </div>
      </div>
      <div className="page-width flex flex-wrap items-center gap-x-2 gap-y-2 py-3 sm:gap-x-5 sm:py-4">
        <a
          href={homeHref ?? `/${locale}`}
          aria-label={t("homeLink")}
          className="mr-auto inline-flex min-h-12 items-center rounded-md text-[min(1.35rem,7.5vw)] no-underline"
        >
          <Wordmark />
        </a>
        {account ?? <SignInLink href={`/${locale}/sign-in`} label={t("signIn")} />}
      </div>
      {nav ? <div className="border-t border-border-soft">{nav}</div> : null}
      <div aria-hidden="true" className="border-b-2 border-dashed border-border" />
    </header>
  );
}

/** The door: where the person's name stands once she is in. */
export function SignInLink({ href, label }: { href: string; label: string }) {
  return (
    <a href={href} className="door-link">
      <UserIcon className="size-[1.3em] max-sm:hidden" />
      {label}
    </a>
  );
}
