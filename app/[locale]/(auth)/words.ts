import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";

/** Remembers, for the next page only, the address somebody typed: a slip of the finger shows. */
export const TYPED_EMAIL_COOKIE = "typed-email";

/** The sentence for a message key of a refusal; the general one for a key nobody wrote a sentence for. */
export async function errorText(locale: Locale, key: string | undefined): Promise<string> {
  const t = await getTranslations({ locale, namespace: "errors" });
  const known = key as Parameters<typeof t>[0];
  return key && t.has(known) ? t(known) : t("INVALID");
}
