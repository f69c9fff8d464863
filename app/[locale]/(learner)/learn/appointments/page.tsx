import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { AppointmentSheet } from "@/components/learning/appointment-sheet";
import { LearnerShell } from "@/components/learning/learner-shell";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/heading";
import { ArrowLeftIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";

type Params = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "refreshers.appointments" });
  return { title: t("title"), robots: { index: false } };
}

/** The learner's own card of appointments, to be printed and put beside the diary. */
export default async function AppointmentsPage({ params }: Params) {
  const { locale } = await params;
  const [home, own] = await enterRoom(locale, `/${locale}/learn/appointments`, (api) =>
    Promise.all([api.learning.getHome({ locale }), api.learning.getOwnAppointments({ locale })]),
  );
  const t = await getTranslations({ locale, namespace: "refreshers.appointments" });
  const isStopped = home.refresher.status === "stopped";
  const { appointments, firstName, site } = own;
  const back = (
    <ButtonLink tone="quiet" href={`/${locale}/learn`} icon={<ArrowLeftIcon />}>
      {t("back")}
    </ButtonLink>
  );
  return (
    <LearnerShell locale={locale} home={home}>
      {appointments.length === 0 ? (
        <>
          <PageHeader title={t("title")} />
          <Notice tone="info" title={t(isStopped ? "stopped" : "nothing")} />
          <p className="mt-6">{back}</p>
        </>
      ) : (
        <>
          <div className="no-print mb-6 flex flex-wrap gap-4">
            {back}
            <PrintButton label={t("print")} tone="primary" />
          </div>
          <p className="no-print mb-6 text-lg">{t("notBefore")}</p>
          <AppointmentSheet
            firstName={firstName}
            appointments={appointments}
            site={site}
            help={home.help}
            locale={locale}
            level={1}
          />
        </>
      )}
    </LearnerShell>
  );
}
