"use client";

import de from "@/content/messages/de/crash.json";
import en from "@/content/messages/en/crash.json";
import fr from "@/content/messages/fr/crash.json";
import nl from "@/content/messages/nl/crash.json";

const TEXTS = new Map([
  ["fr", fr],
  ["nl", nl],
  ["de", de],
  ["en", en],
]);

/**
 * Something broke on our side. Every page carries this, so it is plain: its own words (the server may be what
 * broke), no drawing, no router.
 */
export function CrashPage({ retry }: { retry: () => void }) {
  const segment = typeof location === "undefined" ? "fr" : location.pathname.slice(1, 3);
  const locale = TEXTS.has(segment) ? segment : "fr";
  const texts = TEXTS.get(locale) ?? fr;
  return (
    <main id="main" tabIndex={-1} lang={locale} className="page-width flex-1 py-12">
      <h1 className="text-3xl">{texts.title}</h1>
      <p className="measure mt-3 text-lg">{texts.body}</p>
      <p className="mt-8 flex flex-wrap items-center gap-5">
        <button
          type="button"
          onClick={retry}
          className="min-h-16 rounded-md bg-accent px-7 text-lg font-bold text-accent-ink hover:bg-accent-strong"
        >
          {texts.retry}
        </button>
        <a href={`/${locale}`} className="inline-flex min-h-12 items-center font-bold">
          {texts.home}
        </a>
      </p>
    </main>
  );
}
