import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { writtenDate } from "@/server/kernel/calendar";
import type { MergeSide } from "@/server/privacy/merging/schema";
import { sideName } from "./side-name";

/** One of two entries, as far as somebody who decides needs to see it. */
export async function MergeSideCard({
  side,
  number,
  locale,
}: {
  side: MergeSide;
  number: 1 | 2;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "organisations.merge" });
  const day = (iso: string) => writtenDate(locale, new Date(iso), "day");
  const lines = [
    {
      term: t("groups"),
      description:
        side.groups.length === 0
          ? t("noGroup")
          : side.groups.map(({ name, isActive }) => (isActive ? name : t("left", { name }))).join(", "),
    },
    { term: t("since"), description: day(side.since) },
    {
      term: t("lastActivity"),
      description: side.lastActivityAt ? day(side.lastActivityAt) : t("never"),
    },
    { term: t("time"), description: t("minutes", { minutes: side.activeMinutes }) },
    { term: t("activities"), description: side.activitiesDone },
    { term: t("proofs"), description: side.proofs },
    {
      term: t("certificates"),
      description:
        side.certificates.length === 0 ? (
          t("none")
        ) : (
          <ul className="grid gap-2">
            {side.certificates.map(({ id, holder, issuedOn, status }) => (
              <li key={id}>
                {t("certificate", { holder, date: day(issuedOn), status: t(`status.${status}`) })}
              </li>
            ))}
          </ul>
        ),
    },
    { term: t("cards"), description: side.cards === 0 ? t("noCard") : t("cardCount", { count: side.cards }) },
    { term: t("email"), description: t(side.hasEmail ? "yes" : "no") },
  ];
  return (
    <Card as="section" aria-labelledby={`entry-${number}`} className="min-w-0">
      <p className="font-bold text-brand">{t("entry", { number })}</p>
      <Heading level={2} id={`entry-${number}`} className="mb-3 wrap-anywhere">
        {sideName(side)}
      </Heading>
      <dl className="divide-y divide-border-soft">
        {lines.map(({ term, description }) => (
          <div key={term} className="flex flex-wrap justify-between gap-x-4 py-2">
            <dt className="font-bold text-ink-soft">{term}</dt>
            <dd className="min-w-0 wrap-anywhere">{description}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
