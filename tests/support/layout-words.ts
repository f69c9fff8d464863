import { createTranslator } from "next-intl";
import type { Locale } from "@/db/enums";
import { loadMessages } from "@/server/platform/messages";

/** What the European Union asks every page to say, in the page's language. */
export function fundingWords(locale: Locale): { statement: string; disclaimer: string } {
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: "layout.funding" });
  return { statement: t("statement"), disclaimer: t("disclaimer", { agency: t("agency") }) };
}

/** What a page that does not exist says. */
export function notFoundTitle(locale: Locale): string {
  return createTranslator({ locale, messages: loadMessages(locale), namespace: "layout.notFound" })("title");
}
