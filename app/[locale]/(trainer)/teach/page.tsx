import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { QuestionBankLinks } from "@/components/catalogue/question-bank-links";
import { ButtonLink } from "@/components/ui/button";
import { LinkCard } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { TableDrawing } from "@/components/ui/drawings/table-drawing";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/heading";
import { PlusIcon } from "@/components/ui/icons";
import { StatusPill } from "@/components/ui/status-pill";
import { writtenDate } from "@/server/kernel/calendar";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "reporting.teach" });
  return { title: t("title"), robots: { index: false } };
}

/** A trainer's groups: how many people, how many to call, and the next thing to do with each. */
export default async function TeachPage({ params }: Props) {
  const { locale } = await params;
  const { cohorts } = await enterRoom(locale, `/${locale}/teach`, (api) =>
    api.reporting.getTeachHome({ locale }),
  );
  const t = await getTranslations({ locale, namespace: "reporting.teach" });
  const day = (date: string) => writtenDate(locale, new Date(`${date}T12:00:00Z`), "day");
  const create = (
    <ButtonLink href={`/${locale}/teach/cohorts/new`} icon={<PlusIcon />}>
      {t("new")}
    </ButtonLink>
  );
  if (cohorts.length === 0) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState drawing={<TableDrawing className="size-40" />} title={t("emptyTitle")} action={create}>
          {t("emptyBody")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} actions={create} />
      <ul className={classNames("grid gap-5", cohorts.length > 1 && "lg:grid-cols-2")}>
        {cohorts.map((cohort) => (
          <li key={cohort.id}>
            <LinkCard
              href={
                cohort.next === "add-learners"
                  ? `/${locale}/teach/cohorts/${cohort.id}/add`
                  : `/${locale}/teach/cohorts/${cohort.id}`
              }
              title={cohort.name}
              headingLevel={2}
              status={
                <span className="flex flex-wrap gap-3">
                  {cohort.next === "look" ? (
                    <StatusPill tone="success">{t("next.look")}</StatusPill>
                  ) : (
                    <StatusPill tone={cohort.next === "call" ? "caution" : "info"}>
                      {t(`next.${cohort.next}`, { count: cohort.toCall })}
                    </StatusPill>
                  )}
                  {cohort.stuck > 0 ? <StatusPill>{t("stuck", { count: cohort.stuck })}</StatusPill> : null}
                </span>
              }
            >
              <p>{t("learners", { count: cohort.learners })}</p>
              <p>{cohort.courseTitle}</p>
              <p>
                {cohort.endsOn
                  ? t("datesUntil", { start: day(cohort.startsOn), end: day(cohort.endsOn) })
                  : t("dates", { start: day(cohort.startsOn) })}
              </p>
            </LinkCard>
          </li>
        ))}
      </ul>
      <QuestionBankLinks courses={[...new Set(cohorts.map(({ course }) => course))]} locale={locale} />
    </>
  );
}
