import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { Locale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { VerifyForm } from "@/components/credentials/verify-form";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/ui/heading";
import { normaliseCode } from "@/server/credentials/rules";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ code?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "credentials.verify" });
  return { title: t("title") };
}

/** Asks for the code of a certificate, and says how a code looks when it cannot be one. */
export default async function VerifyPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  setRequestLocale(locale);
  const typed = Array.isArray(query.code) ? query.code[0] : query.code;
  const code = typed === undefined ? null : normaliseCode(typed);
  if (code) redirect(`/${locale}/verify/${code}`);
  const t = await getTranslations({ locale, namespace: "credentials.verify" });
  const error = typed === undefined ? undefined : typed.trim() === "" ? "required" : "malformed";
  return (
    <PageBody narrow>
      <PageHeader title={t("title")} lead={t("lead")} />
      <VerifyForm locale={locale} typed={typed?.slice(0, 40)} error={error} />
    </PageBody>
  );
}
