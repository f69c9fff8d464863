import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { AddLearnersForm } from "@/components/organisations/add-learners-form";
import { KnownLearnerSearch } from "@/components/organisations/known-learner-search";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { Heading, PageHeader } from "@/components/ui/heading";

type Props = { params: Promise<{ locale: Locale; cohort: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "organisations.addLearners" });
  return { title: t("title"), robots: { index: false } };
}

/** Names, one per line, into a group; or somebody the organisation knows already. */
export default async function AddLearnersPage({ params }: Props) {
  const { locale, cohort } = await params;
  const href = `/${locale}/teach/cohorts/${cohort}`;
  const view = await enterRoom(locale, `${href}/add`, (api) =>
    api.reporting.getCohortOverview({ cohortId: cohort, locale }),
  );
  const [t, known, rooms] = await Promise.all([
    getTranslations({ locale, namespace: "organisations.addLearners" }),
    getTranslations({ locale, namespace: "organisations.knownLearners" }),
    getTranslations({ locale, namespace: "organisations.rooms" }),
  ]);
  return (
    <div className="mx-auto max-w-3xl">
      <Breadcrumbs
        label={rooms("path")}
        items={[
          { label: rooms("teach"), href: `/${locale}/teach` },
          { label: view.cohort.name, href },
          { label: t("title") },
        ]}
      />
      <PageHeader title={t("title")} lead={t("lead")} />
      <AddLearnersForm cohortId={view.cohort.id} />
      <Card as="section" look="sunken" aria-labelledby="known" className="mt-12">
        <Heading level={2} id="known">
          {known("title")}
        </Heading>
        <p className="mb-5 mt-2 text-ink-soft">{known("lead")}</p>
        <KnownLearnerSearch cohortId={view.cohort.id} />
      </Card>
    </div>
  );
}
