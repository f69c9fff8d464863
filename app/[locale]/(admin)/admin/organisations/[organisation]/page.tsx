import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { NewTrainerForm } from "@/components/organisations/new-trainer-form";
import { StaffTable } from "@/components/organisations/staff-table";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { Heading, PageHeader } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";

type Props = {
  params: Promise<{ locale: Locale; organisation: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.organisation" });
  return { title: t("staff"), robots: { index: false } };
}

/** One organisation: its team, and a form for one more trainer. */
export default async function OrganisationPage({ params, searchParams }: Props) {
  const [{ locale, organisation }, query] = await Promise.all([params, searchParams]);
  const view = await enterRoom(locale, `/${locale}/admin/organisations/${organisation}`, (api) =>
    api.organisations.listStaff({ organisationId: organisation }),
  );
  const [t, rooms] = await Promise.all([
    getTranslations({ locale, namespace: "admin" }),
    getTranslations({ locale, namespace: "organisations.rooms" }),
  ]);
  return (
    <>
      <Breadcrumbs
        label={rooms("path")}
        items={[{ label: t("title"), href: `/${locale}/admin` }, { label: view.organisation.name }]}
      />
      <PageHeader title={view.organisation.name} lead={t("organisation.lead")} />
      <div className="grid gap-12 *:min-w-0">
        {query.created ? <Notice tone="success" live="polite" title={t("organisation.created")} /> : null}
        <StaffTable staff={view.staff} locale={locale} />
        <Card as="section" aria-labelledby="new-trainer" className="max-w-3xl">
          <Heading level={2} id="new-trainer">
            {t("newTrainer.title")}
          </Heading>
          <p className="mb-5 mt-2 text-ink-soft">{t("newTrainer.lead")}</p>
          <NewTrainerForm organisationId={view.organisation.id} />
        </Card>
      </div>
    </>
  );
}
