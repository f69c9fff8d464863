import type { Locale } from "next-intl";
import { getFormatter, getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";
import type { Indicator } from "@/server/catalogue/indicators/schema";
import type { PartnerNumbers, ProjectNumbers } from "@/server/reporting/schema";

const SECONDS_PER_HOUR = 3600;

/** A project in four big numbers, how each is counted, and the part of each partner. */
export async function ProjectFigures({
  project,
  indicators,
  fewest,
  locale,
  within,
}: {
  project: ProjectNumbers;
  indicators: Indicator[];
  fewest: number;
  locale: Locale;
  /** Ids of what names this project on the page. */
  within: string;
}) {
  const [t, format] = await Promise.all([
    getTranslations({ locale, namespace: "reporting.report" }),
    getFormatter({ locale }),
  ]);
  const hours = (seconds: number) => format.number(seconds / SECONDS_PER_HOUR, "hours");
  const gain = (mean: number | null) =>
    mean === null ? "–" : format.number(mean, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  const figures: Record<Indicator["id"], string> = {
    learners: format.number(project.learners),
    hours: hours(project.activeSeconds),
    certificates: format.number(project.certificates),
    confidence: gain(project.confidence),
  };
  const titleOf = (id: Indicator["id"]) => indicators.find((indicator) => indicator.id === id)?.title ?? "";
  const isSomethingHidden = project.partners.some((partner) => partner.certificates === null);
  return (
    <div className="grid gap-8 *:min-w-0">
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(10rem,100%),1fr))] gap-5">
        {indicators.map((indicator) => (
          <div
            key={indicator.id}
            className="flex flex-col-reverse justify-end rounded-lg border border-border-soft bg-raised p-6 shadow-card"
          >
            <dt className="text-lg font-bold">{indicator.title}</dt>
            <dd className="text-4xl font-bold tabular-nums text-brand">{figures[indicator.id]}</dd>
          </div>
        ))}
      </dl>
      <Disclosure summary={t("how")}>
        <dl className="grid gap-4">
          {indicators.map((indicator) => (
            <div key={indicator.id}>
              <dt className="font-bold">{indicator.title}</dt>
              <dd className="measure">
                {indicator.counted} {indicator.notCounted}
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      <div className="grid gap-3 *:min-w-0">
        <Table<PartnerNumbers>
          id={`partners-${project.id}`}
          caption={t("partners")}
          within={within}
          rows={project.partners}
          rowKey={(partner) => partner.organisationId}
          columns={[
            {
              key: "partner",
              header: t("partner"),
              isRowHeader: true,
              cell: (partner) => partner.organisationName,
            },
            { key: "country", header: t("country"), cell: (partner) => partner.country },
            {
              key: "learners",
              header: titleOf("learners"),
              align: "end",
              cell: (partner) => format.number(partner.learners),
            },
            {
              key: "hours",
              header: titleOf("hours"),
              align: "end",
              cell: (partner) =>
                partner.activeSeconds === null ? t("hidden") : hours(partner.activeSeconds),
            },
            {
              key: "certificates",
              header: titleOf("certificates"),
              align: "end",
              cell: (partner) =>
                partner.certificates === null ? t("hidden") : format.number(partner.certificates),
            },
            {
              key: "confidence",
              header: titleOf("confidence"),
              align: "end",
              cell: (partner) => gain(partner.confidence),
            },
          ]}
        />
        {isSomethingHidden ? <p className="measure text-ink-soft">{t("fewWhy", { count: fewest })}</p> : null}
      </div>
    </div>
  );
}
