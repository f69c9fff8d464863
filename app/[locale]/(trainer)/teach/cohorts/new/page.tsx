import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { NewCohortForm } from "@/components/organisations/new-cohort-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { brusselsDay } from "@/server/kernel/calendar";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "organisations.newCohort" });
  return { title: t("title"), robots: { index: false } };
}

/** Opens a group; the names come on the next page. */
export default async function NewCohortPage({ params }: Props) {
  const { locale } = await params;
  const { organisations } = await enterRoom(locale, `/${locale}/teach/cohorts/new`, (api) =>
    api.organisations.listCohortChoices(),
  );
  const [t, rooms] = await Promise.all([
    getTranslations({ locale, namespace: "organisations.newCohort" }),
    getTranslations({ locale, namespace: "organisations.rooms" }),
  ]);
  return (
    <div className="mx-auto max-w-3xl">
      <Breadcrumbs
        label={rooms("path")}
        items={[{ label: rooms("teach"), href: `/${locale}/teach` }, { label: t("title") }]}
      />
      <PageHeader title={t("title")} lead={t("lead")} />
      {organisations.length > 0 ? (
        <NewCohortForm choices={organisations} today={brusselsDay(new Date())} />
      ) : (
        <Notice title={t("nowhere")} />
      )}
    </div>
  );
}
