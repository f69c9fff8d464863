import { getTranslations } from "next-intl/server";
import { CARD_PICTURES, type CardPicture, type Locale } from "@/db/enums";

/** The names of the twelve pictures, as they are printed on cards. */
export async function getPictureNames(locale: Locale): Promise<Record<CardPicture, string>> {
  const t = await getTranslations({ locale, namespace: "identity.pictures" });
  return Object.fromEntries(CARD_PICTURES.map((id) => [id, t(id)])) as Record<CardPicture, string>;
}
