import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { getAccessCardTexts } from "@/components/identity/access-card-texts";
import { getFundingTexts } from "@/components/layout/funding-texts";
import { IssueCardsForm } from "@/components/organisations/issue-cards-form";
import { fullName } from "@/components/reporting/learner-words";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";

type Props = {
  params: Promise<{ locale: Locale; cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "organisations.cards" });
  return { title: t("title"), robots: { index: false } };
}

/** Access cards of a group: choose, make, print. `?person=` chooses one, for a lost card. */
export default async function CardsPage({ params, searchParams }: Props) {
  const [{ locale, cohort }, query] = await Promise.all([params, searchParams]);
  const href = `/${locale}/teach/cohorts/${cohort}`;
  const view = await enterRoom(locale, `${href}/cards`, (api) =>
    api.reporting.getCohortOverview({ cohortId: cohort, locale }),
  );
  const [t, rooms, texts, funding] = await Promise.all([
    getTranslations({ locale, namespace: "organisations.cards" }),
    getTranslations({ locale, namespace: "organisations.rooms" }),
    getAccessCardTexts(),
    getFundingTexts(locale),
  ]);
  const learners = view.learners
    .map((line) => ({ personId: line.personId, name: fullName(line) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  const asked = [query.person ?? []].flat();
  return (
    <>
      <div className="no-print">
        <Breadcrumbs
          label={rooms("path")}
          items={[
            { label: rooms("teach"), href: `/${locale}/teach` },
            { label: view.cohort.name, href },
            { label: t("title") },
          ]}
        />
        <PageHeader title={t("title")} lead={t("lead")} />
      </div>
      {learners.length === 0 ? (
        <Notice title={t("empty")} />
      ) : (
        <IssueCardsForm
          cohortId={view.cohort.id}
          learners={learners}
          chosenAtFirst={learners.flatMap(({ personId }) => (asked.includes(personId) ? [personId] : []))}
          texts={texts}
          funding={funding}
        />
      )}
    </>
  );
}
