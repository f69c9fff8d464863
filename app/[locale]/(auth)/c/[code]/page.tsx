import type { Metadata } from "next";
import { connection } from "next/server";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { CardEntry } from "@/components/identity/card-entry";
import { getPictureNames } from "@/components/identity/picture-names";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/heading";
import { cardCode } from "@/server/identity/access-cards/schema";
import { lookAtCard } from "@/server/platform/auth";
import { enterCard } from "../../actions";
import { blockedCard } from "../../words";

type Props = {
  params: Promise<{ locale: Locale; code: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "identity.cardEntry" });
  return { title: t("title"), robots: { index: false } };
}

/** Where the QR code of a card leads: its three pictures. Opening the page tries nothing and uses nothing up. */
export default async function CardPage({ params, searchParams }: Props) {
  await connection();
  const [{ locale, code }, { next }] = await Promise.all([params, searchParams]);
  const [t, common, pictures] = await Promise.all([
    getTranslations({ locale, namespace: "identity.cardEntry" }),
    getTranslations({ locale, namespace: "common" }),
    getPictureNames(locale),
  ]);
  const parsed = cardCode.safeParse(code);
  if (!parsed.success) {
    return (
      <>
        <PageHeader title={t("badCode.title")} lead={t("badCode.text")} />
        <ButtonLink href={`/${locale}/sign-in`}>{t("badCode.back")}</ButtonLink>
      </>
    );
  }
  const card = await lookAtCard(parsed.data);
  const initial = card.state === "open" ? { chosen: [] } : await blockedCard(locale, card.state, card.helper);
  return (
    <>
      <CardEntry
        action={enterCard}
        initial={initial}
        hidden={{ locale, code: parsed.data, ...(typeof next === "string" ? { next } : {}) }}
        labels={{
          title: t("title"),
          lead: t("lead"),
          grid: t("grid"),
          chosen: t("chosen"),
          places: [t("places.first"), t("places.second"), t("places.third")],
          empty: t("empty"),
          full: t("full"),
          undo: t("undo"),
          clear: t("clear"),
          submit: t("submit"),
          attention: common("noticeTitles.warning"),
          pictures,
        }}
      />
      <p className="mt-8">
        <ButtonLink href={`/${locale}/sign-in`} tone="quiet">
          {t("otherCard")}
        </ButtonLink>
      </p>
    </>
  );
}
