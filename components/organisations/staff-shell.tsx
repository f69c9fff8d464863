import type { Locale } from "next-intl";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ReadingKeeper } from "@/components/identity/reading-keeper";
import { NavLinks } from "@/components/layout/nav-links";
import { SiteShell } from "@/components/layout/site-shell";
import { UserIcon } from "@/components/ui/icons";
import type { MeView } from "@/server/identity/schema";

const ROOM_WORDS = { "/teach": "teach", "/report": "report", "/admin": "admin", "/learn": "learn" } as const;

/**
 * The house of staff: her name, her rooms, and the words the forms need. Without a person there is no house: the page
 * inside sends her to the door.
 */
export async function StaffShell({
  locale,
  me,
  children,
}: {
  locale: Locale;
  me: MeView;
  children: ReactNode;
}) {
  if (!me) return children;
  const [t, account, messages] = await Promise.all([
    getTranslations({ locale, namespace: "organisations.rooms" }),
    getTranslations({ locale, namespace: "identity.account" }),
    getMessages({ locale }),
  ]);
  const { organisations, errors, common, identity, admin } = messages;
  const [first = "/learn"] = me.rooms;
  return (
    <SiteShell
      locale={locale}
      homeHref={`/${locale}${first}`}
      account={
        <a
          href={`/${locale}/account`}
          aria-label={account("link", { name: me.firstName })}
          className="inline-flex min-h-12 items-center gap-2 rounded-md px-3 font-bold hover:bg-accent-soft"
        >
          <UserIcon className="size-[1.3em]" />
          {me.firstName}
        </a>
      }
      nav={
        <NavLinks
          label={t("label")}
          items={me.rooms.map((room) => ({ href: `/${locale}${room}`, label: t(ROOM_WORDS[room]) }))}
        />
      }
    >
      <NextIntlClientProvider
        locale={locale}
        messages={{ organisations, errors, common, identity: { account: identity.account }, admin }}
      >
        <ReadingKeeper wishes={me} />
        {children}
      </NextIntlClientProvider>
    </SiteShell>
  );
}
