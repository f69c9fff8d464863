import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { PhoneIcon } from "@/components/ui/icons";
import { PageLink } from "@/components/ui/page-link";
import { StatusPill } from "@/components/ui/status-pill";
import type { LearnerLine } from "@/server/reporting/schema";
import { fullName, getLearnerWords } from "./learner-words";
import { WhereaboutsText } from "./whereabouts-text";

/**
 * Where each learner stands, the most urgent first: a table with a head that stays in sight where there is room, one
 * card per learner where there is not. The same cells either way; on cards each says its own name.
 */
export async function CohortTable({
  learners,
  cohortHref,
  locale,
}: {
  learners: LearnerLine[];
  cohortHref: string;
  locale: Locale;
}) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: "reporting.cohort" }),
    getLearnerWords(locale),
  ]);
  const columns = {
    learner: t("columns.learner"),
    where: t("columns.where"),
    progress: t("columns.progress"),
    last: t("columns.last"),
    time: t("columns.time"),
    help: t("columns.help"),
  };
  return (
    <table className="w-full border-separate border-spacing-0 text-left max-lg:block lg:rounded-lg lg:border lg:border-border lg:bg-raised">
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="max-lg:sr-only">
        <tr>
          {Object.entries(columns).map(([key, label]) => (
            <th
              key={key}
              scope="col"
              className="sticky top-0 z-10 border-b-2 border-border bg-sunken px-4 py-3 align-bottom text-sm first:rounded-tl-lg last:rounded-tr-lg"
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-lg:grid max-lg:gap-5">
        {learners.map((line) => (
          <tr
            key={line.personId}
            className={classNames(
              "max-lg:grid max-lg:grid-cols-2 max-lg:gap-x-5 max-lg:rounded-lg max-lg:border-2 max-lg:bg-raised max-lg:p-5 max-lg:shadow-card sm:max-lg:grid-cols-4",
              line.call ? "max-lg:border-caution" : "max-lg:border-border-soft",
            )}
          >
            <th scope="row" className={classNames(CELL, "max-lg:col-span-full lg:w-[27%]")}>
              <PageLink
                href={`${cohortHref}/learners/${line.personId}`}
                className="inline-flex min-h-12 items-center text-lg font-bold"
              >
                {fullName(line)}
              </PageLink>
              {line.call ? (
                <p className="mt-1">
                  <StatusPill tone="caution">{words.call(line.call)}</StatusPill>
                </p>
              ) : null}
              {line.call && line.phone ? (
                <a
                  href={`tel:${line.phone.replace(/[^+\d]/g, "")}`}
                  className="mt-1 inline-flex min-h-12 items-center gap-2 font-bold"
                >
                  <PhoneIcon />
                  {t("phone", { phone: line.phone })}
                </a>
              ) : null}
            </th>
            <Cell label={columns.where} isLong>
              <WhereaboutsText line={line} words={words} locale={locale} />
            </Cell>
            <Cell label={columns.progress}>{t("percent", { percent: line.percentDone })}</Cell>
            <Cell label={columns.last}>
              {line.lastActivityAt ? words.shortDay(line.lastActivityAt) : t("never")}
            </Cell>
            <Cell label={columns.time}>{t("minutes", { minutes: line.activeMinutes })}</Cell>
            <Cell label={columns.help}>
              {line.assistance ? t(`assistance.${line.assistance}`) : t("none")}
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const CELL =
  "align-top font-normal max-lg:block lg:border-b lg:border-border-soft lg:px-4 lg:py-3 lg:[tr:last-child>&]:border-b-0";

function Cell({ label, isLong, children }: { label: string; isLong?: boolean; children: ReactNode }) {
  return (
    <td
      className={classNames(
        CELL,
        "hyphens-auto max-lg:pt-3",
        isLong
          ? "max-lg:col-span-full max-lg:mt-3 max-lg:border-t max-lg:border-border-soft lg:w-[36%]"
          : "text-sm",
      )}
    >
      <span className="block text-sm font-bold text-ink-soft lg:hidden">{label}</span>
      {children}
    </td>
  );
}
