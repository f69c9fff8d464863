import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { UnknownCode } from "@/components/credentials/unknown-code";
import { PageBody } from "@/components/layout/page-body";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "credentials.verify" });
  return { title: t("unknown.title"), robots: { index: false } };
}

/** What the server answers for a code under which no certificate was issued (`server/http/missing-page.ts`). */
export default async function MissingCodePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  return (
    <PageBody narrow>
      <UnknownCode locale={locale} />
    </PageBody>
  );
}
