import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { MissingList } from "@/components/credentials/missing-list";
import { ButtonLink } from "@/components/ui/button";
import { buttonClassName } from "@/components/ui/button-class-name";
import { DownloadIcon } from "@/components/ui/icons";
import type { CohortCertificates } from "@/server/credentials/schema";
import { writtenDate } from "@/server/kernel/calendar";

/** A learner's certificate: the file, the way to issue it, or what is still missing. */
export async function CertificateState({
  certificate,
  cohortId,
  locale,
}: {
  certificate: CohortCertificates["learners"][number];
  cohortId: string;
  locale: Locale;
}) {
  const [t, cohort] = await Promise.all([
    getTranslations({ locale, namespace: "reporting.learner" }),
    getTranslations({ locale, namespace: "reporting.cohort" }),
  ]);
  const issued = certificate.certificate;
  if (issued) {
    return (
      <div className="grid gap-4">
        <p>
          {t("certificateIssued", {
            date: writtenDate(locale, new Date(`${issued.issuedOn}T12:00:00Z`), "day"),
          })}
        </p>
        <a
          href={`/api/certificates/${issued.id}/pdf?locale=${locale}`}
          download
          className={buttonClassName({ tone: "secondary" })}
        >
          <DownloadIcon />
          {t("certificateDownload")}
        </a>
      </div>
    );
  }
  if (certificate.eligibility.isEligible) {
    return (
      <div className="grid gap-4">
        <p>{t("certificateReady")}</p>
        <ButtonLink href={`/${locale}/teach/cohorts/${cohortId}/certificates`} tone="secondary">
          {cohort("certificates")}
        </ButtonLink>
      </div>
    );
  }
  return (
    <>
      <p>{t("certificateMissing")}</p>
      <MissingList eligibility={certificate.eligibility} locale={locale} />
    </>
  );
}
