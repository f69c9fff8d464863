import { getTranslations } from "next-intl/server";
import { buttonClassName } from "@/components/ui/button-class-name";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { DownloadIcon } from "@/components/ui/icons";
import type { Locale } from "@/db/enums";
import type { OwnCertificates as Own } from "@/server/credentials/schema";
import { writtenDate } from "@/server/kernel/calendar";

/** A learner's own papers, to download and print again. Works without JavaScript. */
export async function OwnCertificates({
  certificates,
  locale,
}: {
  certificates: Own["certificates"];
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "passport.certificates" });
  return (
    <Card as="section" look="passport" aria-labelledby="certificates" className="no-print mb-8">
      <Heading level={2} id="certificates">
        {t("title")}
      </Heading>
      <ul className="mt-4 grid gap-4">
        {certificates.map((certificate) => (
          <li key={certificate.id} className="flex flex-wrap items-center justify-between gap-4">
            <span>
              <span className="block text-lg font-bold">
                {t("of", { date: writtenDate(locale, new Date(certificate.issuedOn), "day") })}
              </span>
              <span className="block text-ink-soft">
                {certificate.organisation} – {certificate.code}
              </span>
            </span>
            <a href={`/api/certificates/${certificate.id}/pdf`} download className={buttonClassName()}>
              <DownloadIcon />
              {t("download")}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-ink-soft">{t("checkable")}</p>
    </Card>
  );
}
