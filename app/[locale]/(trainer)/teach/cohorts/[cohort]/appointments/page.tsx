import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { AppointmentSheet } from "@/components/learning/appointment-sheet";
import { fullName } from "@/components/reporting/learner-words";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";

type Props = {
  params: Promise<{ locale: Locale; cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "refreshers.appointments" });
  return { title: t("pageTitle"), robots: { index: false } };
}

/** The cards of appointments of a group, one sheet per person in her own language. `?person=` shows one. */
export default async function CohortAppointmentsPage({ params, searchParams }: Props) {
  const [{ locale, cohort }, query] = await Promise.all([params, searchParams]);
  const href = `/${locale}/teach/cohorts/${cohort}`;
  const [person] = [query.person ?? []].flat();
  const view = await enterRoom(locale, `${href}/appointments`, (api) =>
    api.reporting.getCohortAppointments({ cohortId: cohort, ...(person ? { personId: person } : {}) }),
  );
  const [t, rooms] = await Promise.all([
    getTranslations({ locale, namespace: "refreshers.appointments" }),
    getTranslations({ locale, namespace: "organisations.rooms" }),
  ]);
  const withCards = view.learners.filter(({ appointments }) => appointments.length > 0);
  const without = view.learners.filter(({ appointments }) => appointments.length === 0);
  return (
    <>
      <div className="no-print">
        <Breadcrumbs
          label={rooms("path")}
          items={[
            { label: rooms("teach"), href: `/${locale}/teach` },
            { label: view.cohort.name, href },
            { label: t("pageTitle") },
          ]}
        />
        <PageHeader
          title={t("pageTitle")}
          lead={t("pageLead")}
          actions={withCards.length > 0 ? <PrintButton label={t("print")} tone="primary" /> : null}
        />
        {withCards.length === 0 ? <Notice title={t("nobody")} /> : null}
        {withCards.length > 0 && without.length > 0 ? (
          <p className="mb-6 text-ink-soft">{t("without", { names: without.map(fullName).join(", ") })}</p>
        ) : null}
      </div>
      <div className="grid grid-cols-1 gap-8 print:block">
        {withCards.map(({ personId, ...card }) => (
          <AppointmentSheet key={personId} {...card} site={view.site} help={view.help} level={2} />
        ))}
      </div>
    </>
  );
}
