import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { NewTrainerForm } from "@/components/organisations/new-trainer-form";
import { StaffTable } from "@/components/organisations/staff-table";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { Heading, PageHeader } from "@/components/ui/heading";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "organisations.team" });
  return { title: t("title"), robots: { index: false } };
}

/** Who teaches and coordinates in a coordinator's organisation, and a form for one more trainer. */
export default async function TeamPage({ params }: Props) {
  const { locale } = await params;
  const teams = await enterRoom(locale, `/${locale}/report/team`, (api) => api.organisations.listOwnStaff());
  const [t, rooms, newTrainer] = await Promise.all([
    getTranslations({ locale, namespace: "organisations.team" }),
    getTranslations({ locale, namespace: "organisations.rooms" }),
    getTranslations({ locale, namespace: "admin.newTrainer" }),
  ]);
  return (
    <>
      <Breadcrumbs
        label={rooms("path")}
        items={[{ label: rooms("report"), href: `/${locale}/report` }, { label: t("title") }]}
      />
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid gap-14">
        {teams.map(({ organisation, staff }) => (
          <section key={organisation.id} aria-labelledby={`team-${organisation.id}`}>
            <Heading level={2} id={`team-${organisation.id}`} className="mb-5">
              {organisation.name}
            </Heading>
            <div className="grid gap-8 *:min-w-0">
              <StaffTable id={`staff-${organisation.id}`} staff={staff} locale={locale} />
              <Card aria-labelledby={`new-trainer-${organisation.id}`} as="section" className="max-w-3xl">
                <Heading level={3} id={`new-trainer-${organisation.id}`}>
                  {newTrainer("title")}
                </Heading>
                <p className="mb-5 mt-2 text-ink-soft">{newTrainer("lead")}</p>
                <NewTrainerForm organisationId={organisation.id} />
              </Card>
            </div>
          </section>
        ))}
      </div>
    </>
  );
}
