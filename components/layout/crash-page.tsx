"use client";

import { usePathname } from "next/navigation";
import { Button } from "@/components/ui/button";
import { CupDrawing } from "@/components/ui/drawings/cup-drawing";
import { PageHeader } from "@/components/ui/heading";
import de from "@/content/messages/de/crash.json";
import en from "@/content/messages/en/crash.json";
import fr from "@/content/messages/fr/crash.json";
import nl from "@/content/messages/nl/crash.json";
import type { Locale } from "@/db/enums";

const TEXTS: Record<Locale, typeof fr> = { fr, nl, de, en };

/** Something broke on our side. Carries its own words, because the server may be what broke. */
export function CrashPage({ retry }: { retry: () => void }) {
  const segment = usePathname()?.split("/")[1];
  const locale: Locale = segment === "nl" || segment === "de" || segment === "en" ? segment : "fr";
  const texts = TEXTS[locale];
  return (
    <main id="main" tabIndex={-1} lang={locale} className="page-width flex-1 py-12">
      <CupDrawing className="mb-6 size-40" />
      <PageHeader title={texts.title} lead={texts.body} />
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={retry}>{texts.retry}</Button>
        <a href={`/${locale}`} className="inline-flex min-h-12 items-center px-3 font-bold">
          {texts.home}
        </a>
      </div>
    </main>
  );
}
