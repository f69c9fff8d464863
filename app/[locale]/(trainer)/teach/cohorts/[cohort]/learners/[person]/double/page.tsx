import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { DoubleSearch } from "@/components/privacy/double-search";
import { MergePreview } from "@/components/privacy/merge-preview";
import { sideName } from "@/components/privacy/side-name";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/heading";

type Props = {
  params: Promise<{ locale: Locale; cohort: string; person: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "organisations.merge" });
  return { title: t("title"), robots: { index: false } };
}

/** A learner who may be in the lists twice: her trainer looks for the other entry, compares, and makes them one. */
export default async function DoublePage({ params, searchParams }: Props) {
  const [{ locale, cohort, person }, query] = await Promise.all([params, searchParams]);
  const cohortHref = `/${locale}/teach/cohorts/${cohort}`;
  const href = `${cohortHref}/learners/${person}/double`;
  const other = typeof query.with === "string" ? query.with : null;
  const { view, preview, candidates } = await enterRoom(locale, href, async (api) => {
    const shown = other ? await api.privacy.getMergePreview({ personIds: [person, other] }) : null;
    // A page that stayed open: she may be known by the other id by now.
    const personId = shown?.outcome === "already-merged" ? shown.personId : person;
    return {
      preview: shown,
      view: await api.reporting.getLearnerReport({ cohortId: cohort, personId, locale }),
      candidates: shown ? null : await api.privacy.listMergeCandidates({ personId }),
    };
  });
  const [t, rooms] = await Promise.all([
    getTranslations({ locale, namespace: "organisations.merge" }),
    getTranslations({ locale, namespace: "organisations.rooms" }),
  ]);
  const name = sideName(view.learner);
  return (
    <>
      <Breadcrumbs
        label={rooms("path")}
        items={[
          { label: rooms("teach"), href: `/${locale}/teach` },
          { label: view.cohort.name, href: cohortHref },
          { label: name, href: `${cohortHref}/learners/${view.learner.personId}` },
          { label: t("title") },
        ]}
      />
      <PageHeader
        title={t(preview ? "previewTitle" : "title")}
        lead={preview ? t("previewLead") : t("lead", { name })}
      />
      {preview ? (
        <MergePreview
          preview={preview}
          doneHref={`${cohortHref}/learners/:id?merged=1`}
          otherHref={href}
          locale={locale}
        />
      ) : null}
      {candidates ? (
        <DoubleSearch
          candidates={candidates}
          compareHref={`${href}?with=:id`}
          where={t("searchOwn")}
          locale={locale}
        />
      ) : null}
    </>
  );
}
