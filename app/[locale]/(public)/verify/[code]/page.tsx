import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import type { Locale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CertificateStatus } from "@/components/credentials/certificate-status";
import { PrintedCertificate } from "@/components/credentials/printed-certificate";
import { PageBody } from "@/components/layout/page-body";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import type { Verification } from "@/server/credentials/schema";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: Locale; code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "credentials.verify" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

async function check(locale: Locale, code: string): Promise<Verification | { outcome: "limited" }> {
  try {
    return await (await caller(locale)).credentials.verifyCertificate({ code: code.slice(0, 100) });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "TOO_MANY_REQUESTS") return { outcome: "limited" };
    throw error;
  }
}

/** What the paper with this code says, and whether it still counts. For anyone, without signing in. */
export default async function VerifiedPage({ params }: Props) {
  const { locale, code } = await params;
  setRequestLocale(locale);
  const [t, result] = await Promise.all([
    getTranslations({ locale, namespace: "credentials.verify" }),
    check(locale, code),
  ]);
  if (result.outcome === "malformed") redirect(`/${locale}/verify?code=${code}`);
  if (result.outcome === "unknown") notFound();
  const isFound = result.outcome === "found";
  return (
    <PageBody narrow>
      <PageHeader title={t("title")} />
      <div className="grid gap-6">
        {isFound ? (
          <>
            <CertificateStatus found={result} locale={locale} />
            <PrintedCertificate certificate={result.certificate} locale={locale} />
          </>
        ) : (
          <Notice tone="info" title={t("limited.title")}>
            <p>{t("limited.body")}</p>
          </Notice>
        )}
        <div className="no-print">
          <ButtonLink href={`/${locale}/verify`} tone="secondary" size="large">
            {t("another")}
          </ButtonLink>
        </div>
      </div>
    </PageBody>
  );
}
