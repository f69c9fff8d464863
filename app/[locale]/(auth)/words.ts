import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { CardEntryState } from "@/components/identity/form-states";
import type { Helper } from "@/server/identity/access-cards/schema";

/** Remembers, for the next page only, the address somebody typed: a slip of the finger shows. */
export const TYPED_EMAIL_COOKIE = "typed-email";

/** The sentence for a message key of a refusal; the general one for a key nobody wrote a sentence for. */
export async function errorText(locale: Locale, key: string | undefined): Promise<string> {
  const t = await getTranslations({ locale, namespace: "errors" });
  const known = key as Parameters<typeof t>[0];
  return key && t.has(known) ? t(known) : t("INVALID");
}

/** The page of a card that opens nothing any more: what happened, and whom to call. */
export async function blockedCard(
  locale: Locale,
  state: "locked" | "replaced",
  helper: Helper | null,
): Promise<CardEntryState> {
  const t = await getTranslations({ locale, namespace: "identity" });
  return {
    chosen: [],
    blocked: t(`blocked.${state}`),
    error: t(state === "locked" ? "outcomes.cardLocked" : "outcomes.cardReplaced"),
    call: helper ? { label: t("outcomes.call", helper), phone: helper.phone } : undefined,
  };
}
