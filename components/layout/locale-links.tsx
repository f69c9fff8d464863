"use client";

import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { LOCALES, type Locale } from "@/db/enums";

/** Each language by its own name, in every language. */
const NAMES: Record<Locale, string> = { fr: "Français", nl: "Nederlands", de: "Deutsch", en: "English" };

/**
 * The four languages as plain links to this same page. They work without JavaScript; public/preferences.js
 * remembers the choice (`data-locale`), and a click keeps what stands after the path.
 */
export function LocaleLinks({ current, label }: { current: Locale; label: string }) {
  const rest = usePathname()?.replace(/^\/[a-z]{2}(?=\/|$)/, "") ?? "";
  return (
    <nav aria-label={label} className="no-print">
      <ul className="flex flex-wrap gap-x-3 gap-y-1">
        {LOCALES.map((locale) => (
          <li key={locale}>
            <a
              href={`/${locale}${rest}`}
              hrefLang={locale}
              lang={locale}
              data-locale={locale}
              aria-current={locale === current ? "true" : undefined}
              onClick={(event) => {
                event.currentTarget.href = `/${locale}${rest}${location.search}${location.hash}`;
              }}
              className={classNames(
                "inline-flex min-h-12 min-w-12 items-center justify-center rounded-md px-2 font-bold hover:bg-accent-soft",
                locale === current
                  ? "text-brand underline decoration-4 underline-offset-8 hover:decoration-4"
                  : "text-ink no-underline",
              )}
            >
              <span aria-hidden="true" className="uppercase lg:hidden">
                {locale}
              </span>
              <span className="max-lg:sr-only">{NAMES[locale]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
