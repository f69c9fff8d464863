import { getTranslations } from "next-intl/server";
import { type CardPicture, LOCALES, type Locale } from "@/db/enums";
import { getPictureNames } from "./picture-names";

/** The words on a card. `qr` has a `{name}` to fill in. */
export type AccessCardTexts = {
  picturesTitle: string;
  code: string;
  scan: string;
  keep: string;
  qr: string;
  pictures: Record<CardPicture, string>;
};

/** The words of cards in every language: the people of one group do not all read the same one. */
export async function getAccessCardTexts(): Promise<Record<Locale, AccessCardTexts>> {
  const entries = await Promise.all(
    LOCALES.map(async (locale) => {
      const t = await getTranslations({ locale, namespace: "identity.cardSheet" });
      const texts: AccessCardTexts = {
        picturesTitle: t("pictures"),
        code: t("code"),
        scan: t("scan"),
        keep: t("keep"),
        qr: t.raw("qr"),
        pictures: await getPictureNames(locale),
      };
      return [locale, texts] as const;
    }),
  );
  return Object.fromEntries(entries) as Record<Locale, AccessCardTexts>;
}
