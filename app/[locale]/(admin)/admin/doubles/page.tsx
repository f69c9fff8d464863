import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { DoubleFinder } from "@/components/privacy/double-finder";
import { DoubleSearch } from "@/components/privacy/double-search";
import { MergePreview } from "@/components/privacy/merge-preview";
import { sideName } from "@/components/privacy/side-name";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { Heading, PageHeader } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "organisations.merge" });
  return { title: t("title"), robots: { index: false } };
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : null);

/** The administrator makes one of any two entries, also across organisations: first the one, then the other. */
export default async function AdminDoublesPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const href = `/${locale}/admin/doubles`;
  const [person, other] = [one(query.person), one(query.with)];
  const { preview, candidates } = await enterRoom(locale, href, async (api) => {
    // The list is the administrator's: whoever may not read it does not stand on this page either.
    await api.organisations.listOrganisations();
    if (!person) return { preview: null, candidates: null };
    if (other) {
      const shown = await api.privacy.getMergePreview({ personIds: [person, other] });
      return { preview: shown, candidates: null };
    }
    return { preview: null, candidates: await api.privacy.listMergeCandidates({ personId: person }) };
  });
  const [t, admin, rooms] = await Promise.all([
    getTranslations({ locale, namespace: "organisations.merge" }),
    getTranslations({ locale, namespace: "admin" }),
    getTranslations({ locale, namespace: "organisations.rooms" }),
  ]);
  const lead = candidates ? t("lead", { name: sideName(candidates.person) }) : t("adminLead");
  return (
    <>
      <Breadcrumbs
        label={rooms("path")}
        items={[{ label: admin("title"), href: `/${locale}/admin` }, { label: t("title") }]}
      />
      <PageHeader title={t(preview ? "previewTitle" : "title")} lead={preview ? t("previewLead") : lead} />
      {query.merged ? (
        <Notice tone="success" live="polite" title={t("done")} className="mb-8">
          <p>{t("doneWhere")}</p>
        </Notice>
      ) : null}
      {preview ? (
        <MergePreview
          preview={preview}
          doneHref={`${href}?merged=1`}
          otherHref={`${href}?person=${person}`}
          locale={locale}
        />
      ) : null}
      {candidates ? (
        <DoubleSearch
          candidates={candidates}
          compareHref={`${href}?person=${person}&with=:id`}
          where={t("searchAll")}
          locale={locale}
        />
      ) : null}
      {person ? null : (
        <Card as="section" look="sunken" aria-labelledby="search" className="max-w-3xl">
          <Heading level={2} id="search">
            {t("searchFirst")}
          </Heading>
          <p className="mb-5 mt-2 text-ink-soft">{t("searchAll")}</p>
          <DoubleFinder href={`${href}?person=:id`} />
        </Card>
      )}
    </>
  );
}
