import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ReadingKeeper } from "@/components/identity/reading-keeper";
import { HelpBar } from "@/components/layout/help-bar";
import { NavLinks } from "@/components/layout/nav-links";
import { SiteShell } from "@/components/layout/site-shell";
import { BookIcon, HomeIcon, PassportIcon, UserIcon } from "@/components/ui/icons";
import type { Locale } from "@/db/enums";
import type { HomeView } from "@/server/learning/schema";

/** The rooms of a learner: her name, her three doors, and the help shelf with her own trainer. */
export async function LearnerShell({
  locale,
  home,
  children,
}: {
  locale: Locale;
  home: Pick<HomeView, "firstName" | "reading" | "help" | "course">;
  children: ReactNode;
}) {
  const t = await getTranslations({ locale, namespace: "learning.home" });
  return (
    <SiteShell
      locale={locale}
      homeHref={`/${locale}/learn`}
      account={
        <a
          href={`/${locale}/account`}
          className="inline-flex min-h-12 items-center gap-2 rounded-md px-3 font-bold hover:bg-accent-soft max-sm:gap-1 max-sm:px-0 max-sm:text-[min(1rem,6vw)]"
        >
          <UserIcon className="size-[1.3em]" />
          {home.firstName}
          <span className="sr-only"> – {t("myDevices")}</span>
        </a>
      }
      nav={
        <NavLinks
          label={t("title")}
          tabs
          items={[
            { href: `/${locale}/learn`, label: t("title"), icon: <HomeIcon />, exact: true },
            { href: `/${locale}/courses/${home.course}`, label: t("myCourse"), icon: <BookIcon /> },
            { href: `/${locale}/learn/passport`, label: t("myPassport"), icon: <PassportIcon /> },
          ]}
        />
      }
      help={<HelpBar locale={locale} lostHref={`/${locale}/learn`} trainer={home.help ?? undefined} />}
    >
      <ReadingKeeper wishes={home.reading} />
      {children}
    </SiteShell>
  );
}
