import type { Metadata } from "next";

import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { CohortTable } from "@/components/reporting/cohort-table";
import { RequestFigures } from "@/components/reporting/request-figures";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { LetterDrawing } from "@/components/ui/drawings/letter-drawing";
import { EmptyState } from "@/components/ui/empty-state";
import { Heading, PageHeader } from "@/components/ui/heading";
import { PlusIcon, PrinterIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { PageLink } from "@/components/ui/page-link";

type Props = {
  params: Promise<{ locale: Locale; cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "reporting.teach" });
  return { title: t("title"), robots: { index: false } };
}

/** A group on one page: whom to call today, then everybody else. The address keeps the filter. */
export default async function CohortPage({ params, searchParams }: Props) {
  const [{ locale, cohort }, query] = await Promise.all([params, searchParams]);
  const href = `/${locale}/teach/cohorts/${cohort}`;
  const view = await enterRoom(locale, href, (api) =>
    api.reporting.getCohortOverview({ cohortId: cohort, locale }),
  );
  const [t, rooms, figures, refreshers] = await Promise.all([
    getTranslations({ locale, namespace: "reporting.cohort" }),
    getTranslations({ locale, namespace: "organisations.rooms" }),
    getTranslations({ locale, namespace: "surprises.figures" }),
    getTranslations({ locale, namespace: "refreshers.appointments" }),
  ]);
  const toCall = view.learners.filter((line) => line.call);
  const isFiltered = query.show === "call";
  const filters = [
    { href, label: t("showAll", { count: view.learners.length }), isHere: !isFiltered },
    { href: `${href}?show=call`, label: t("showCall", { count: toCall.length }), isHere: isFiltered },
  ];
  const add = (
    <ButtonLink
      href={`${href}/add`}
      icon={<PlusIcon />}
      tone={view.learners.length === 0 ? "primary" : "secondary"}
    >
      {t("add")}
    </ButtonLink>
  );
  return (
    <>
      <Breadcrumbs
        label={rooms("path")}
        items={[{ label: rooms("teach"), href: `/${locale}/teach` }, { label: view.cohort.name }]}
      />
      <PageHeader
        title={view.cohort.name}
        eyebrow={view.cohort.courseTitle}
        lead={view.learners.length > 0 ? t("summary", { toCall: toCall.length }) : undefined}
        actions={
          view.learners.length > 0 ? (
            <>
              {add}
              <ButtonLink href={`${href}/cards`} icon={<PrinterIcon />} tone="secondary">
                {t("cards")}
              </ButtonLink>
              <ButtonLink href={`${href}/certificates`} tone="secondary">
                {t("certificates")}
              </ButtonLink>
              <ButtonLink href={`${href}/appointments`} tone="secondary">
                {refreshers("cards")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      {view.learners.length === 0 ? (
        <EmptyState drawing={<LetterDrawing className="size-36" />} title={t("emptyTitle")} action={add}>
          {t("emptyBody")}
        </EmptyState>
      ) : (
        <>
          <nav aria-label={t("filter")} className="no-print mb-5">
            <ul className="flex flex-wrap gap-3">
              {filters.map((filter) => (
                <li key={filter.href} className="max-sm:flex-1">
                  <PageLink
                    href={filter.href}
                    aria-current={filter.isHere ? "true" : undefined}
                    className={classNames(
                      "inline-flex min-h-14 w-full items-center justify-center rounded-full border-2 px-6 text-center font-bold no-underline",
                      filter.isHere
                        ? "border-accent bg-accent text-accent-ink"
                        : "border-accent bg-raised hover:bg-accent-soft",
                    )}
                  >
                    {filter.label}
                  </PageLink>
                </li>
              ))}
            </ul>
          </nav>
          {isFiltered && toCall.length === 0 ? (
            <Notice tone="success" title={t("nobodyToCall")} />
          ) : (
            <CohortTable learners={isFiltered ? toCall : view.learners} cohortHref={href} locale={locale} />
          )}
          <Card as="section" aria-labelledby="requests" className="mt-10">
            <Heading level={2} id="requests" className="mb-3">
              {figures("groupTitle")}
            </Heading>
            <RequestFigures figures={view.requests} locale={locale} withRates />
          </Card>
        </>
      )}
    </>
  );
}
