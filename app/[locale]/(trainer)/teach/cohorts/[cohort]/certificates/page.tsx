import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Locale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { CohortCertificates } from "@/components/credentials/cohort-certificates";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { buttonClassName } from "@/components/ui/button-class-name";
import { PageHeader } from "@/components/ui/heading";
import { DownloadIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { cohortCertificatesInput } from "@/server/credentials/schema";

type Props = {
  params: Promise<{ locale: Locale; cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "credentials.cohort" });
  return { title: t("title"), robots: { index: false } };
}

/** Certificates of a cohort: issue after the name check, hand out, correct, withdraw, and see what others miss. */
export default async function CohortCertificatesPage({ params, searchParams }: Props) {
  const [{ locale, cohort }, query] = await Promise.all([params, searchParams]);
  setRequestLocale(locale);
  if (!cohortCertificatesInput.safeParse({ cohortId: cohort, locale }).success) notFound();
  const view = await enterRoom(locale, `/${locale}/teach/cohorts/${cohort}/certificates`, (api) =>
    api.credentials.listCohortCertificates({ cohortId: cohort, locale }),
  );
  const [t, rooms] = await Promise.all([
    getTranslations({ locale, namespace: "credentials.cohort" }),
    getTranslations({ locale, namespace: "organisations.rooms" }),
  ]);
  const teach = `/${locale}/teach`;
  const count = view.learners.filter((learner) => learner.certificate).length;
  const nameOf = (id: unknown) => view.learners.find((learner) => learner.personId === id)?.name;
  const issued = nameOf(query.issued);
  const revoked = nameOf(query.revoked);
  return (
    <>
      <Breadcrumbs
        label={rooms("path")}
        items={[
          { label: rooms("teach"), href: teach },
          { label: view.cohort.name, href: `${teach}/cohorts/${cohort}` },
          { label: t("title") },
        ]}
      />
      <PageHeader
        title={t("title")}
        lead={t("lead", { cohort: view.cohort.name })}
        actions={
          count > 0 ? (
            <a
              href={`/api/cohorts/${cohort}/certificates?locale=${locale}`}
              download
              className={buttonClassName()}
            >
              <DownloadIcon />
              {t("downloadAll", { count })}
            </a>
          ) : null
        }
      />
      {issued || revoked ? (
        <div className="mb-8">
          <Notice
            tone={issued ? "success" : "info"}
            live="polite"
            title={issued ? t("issued", { name: issued }) : t("revoked", { name: revoked ?? "" })}
          />
        </div>
      ) : null}
      <CohortCertificates view={view} locale={locale} />
    </>
  );
}
