import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { Verification } from "@/server/credentials/schema";
import { writtenDate } from "@/server/kernel/calendar";

/** Whether the paper counts, in one sentence, and what to do about it. */
export async function CertificateStatus({
  found,
  locale,
}: {
  found: Extract<Verification, { outcome: "found" }>;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "credentials.verify" });
  const date = writtenDate(locale, new Date(`${found.since ?? found.certificate.issuedOn}T12:00:00Z`), "day");
  return (
    <Notice tone={found.status === "valid" ? "success" : "warning"} title={t(`status.${found.status}`)}>
      <p>{t(`statusBody.${found.status}`, { date, organisation: found.certificate.organisation })}</p>
    </Notice>
  );
}
