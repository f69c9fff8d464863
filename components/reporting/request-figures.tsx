import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/ui/disclosure";
import type { RequestFigures as Figures } from "@/server/reporting/requests/schema";

/** How requests were answered, in words: surprises first, then the two sorts of mistakes, and how they are counted. */
export async function RequestFigures({
  figures,
  locale,
  withRates = false,
}: {
  figures: Figures;
  locale: Locale;
  /** Says the rates in per cent too: of a group, where there are enough runs. */
  withRates?: boolean;
}) {
  const t = await getTranslations({ locale, namespace: "surprises.figures" });
  const { shown, refused, accepted } = figures;
  const parts = (
    [
      ["refused", refused],
      ["accepted", accepted],
      ["unanswered", shown - refused - accepted],
    ] as const
  ).flatMap(([key, count]) => (count > 0 ? [t(key, { count })] : []));
  const numbers = {
    "false-accept": [figures.falseAccepts, figures.acceptChances, figures.rates.falseAccept],
    "false-refuse": [figures.falseRefuses, figures.refuseChances, figures.rates.falseRefuse],
  } as const;
  return (
    <div className="grid gap-3">
      <p className="text-lg font-bold">
        {shown > 0 ? t("line", { shown, parts: parts.join(", ") }) : t("none")}
      </p>
      <ul className="grid list-disc gap-2 pl-6">
        {figures.definitions.map(({ id, title }) => {
          const [cases, chances, percent] = numbers[id];
          if (percent === null) return <li key={id}>{t("noChance", { title })}</li>;
          const words = { title, cases, chances, percent };
          return <li key={id}>{withRates ? t("percent", words) : t("rate", words)}</li>;
        })}
      </ul>
      <Disclosure summary={t("how")}>
        <dl className="grid gap-4">
          {figures.definitions.map((definition) => (
            <div key={definition.id}>
              <dt className="font-bold">{definition.title}</dt>
              <dd className="measure">
                {definition.counted} {definition.notCounted}
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}
