import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NothingHere } from "@/components/layout/nothing-here";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "layout.notFound" });
  return { title: t("title"), robots: { index: false } };
}

/** What the server answers for an address that leads nowhere (`server/http/missing-page.ts`). */
export default async function MissingPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  return <NothingHere locale={locale} />;
}
