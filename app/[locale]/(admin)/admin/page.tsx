import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { NewOrganisationForm } from "@/components/organisations/new-organisation-form";
import { ActionTable } from "@/components/reporting/action-table";
import { ButtonLink } from "@/components/ui/button";
import { Card, LinkCard } from "@/components/ui/card";
import { Heading, PageHeader } from "@/components/ui/heading";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin" });
  return { title: t("title"), robots: { index: false } };
}

/** The administrator's page: organisations, a form for one more, and what was done last. */
export default async function AdminPage({ params }: Props) {
  const { locale } = await params;
  const [organisations, actions] = await enterRoom(locale, `/${locale}/admin`, (api) =>
    Promise.all([api.organisations.listOrganisations(), api.reporting.listLastActions({ limit: 20 })]),
  );
  const [t, merge] = await Promise.all([
    getTranslations({ locale, namespace: "admin" }),
    getTranslations({ locale, namespace: "organisations.merge" }),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink href={`/${locale}/admin/doubles`} tone="secondary">
            {merge("title")}
          </ButtonLink>
        }
      />
      <div className="grid gap-12">
        <section aria-labelledby="organisations">
          <Heading level={2} id="organisations" className="mb-4">
            {t("organisations")}
          </Heading>
          {organisations.length === 0 ? <p>{t("none")}</p> : null}
          <ul className="grid gap-5 lg:grid-cols-2">
            {organisations.map((organisation) => (
              <li key={organisation.id}>
                <LinkCard
                  href={`/${locale}/admin/organisations/${organisation.id}`}
                  title={organisation.name}
                  className="h-full"
                >
                  <p>
                    {organisation.country} · {organisation.phone}
                  </p>
                  <p>
                    {[
                      t("staffCount", { count: organisation.staff }),
                      t("cohortCount", { count: organisation.cohorts }),
                      t("learnerCount", { count: organisation.learners }),
                    ].join(" · ")}
                  </p>
                </LinkCard>
              </li>
            ))}
          </ul>
        </section>
        <Card as="section" aria-labelledby="new-organisation" className="max-w-3xl">
          <Heading level={2} id="new-organisation" className="mb-5">
            {t("newOrganisation.title")}
          </Heading>
          <NewOrganisationForm />
        </Card>
        <div className="min-w-0">
          <Heading level={2}>{t("actions.title")}</Heading>
          <p className="mb-4 text-ink-soft">{t("actions.lead")}</p>
          <ActionTable actions={actions} locale={locale} />
        </div>
      </div>
    </>
  );
}
