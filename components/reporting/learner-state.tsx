import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { buttonClassName } from "@/components/ui/button-class-name";
import { DescriptionList } from "@/components/ui/description-list";
import { PhoneIcon } from "@/components/ui/icons";
import { StatusPill } from "@/components/ui/status-pill";
import type { LearnerLine } from "@/server/reporting/schema";
import { getLearnerWords } from "./learner-words";
import { WhereaboutsText } from "./whereabouts-text";

/** Where one learner is, why to call her, and her numbers. */
export async function LearnerState({ line, locale }: { line: LearnerLine; locale: Locale }) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: "reporting.cohort" }),
    getLearnerWords(locale),
  ]);
  return (
    <div className="grid gap-4">
      {line.call ? (
        <p>
          <StatusPill tone="caution">{words.call(line.call)}</StatusPill>
        </p>
      ) : null}
      <div className="text-lg">
        <WhereaboutsText line={line} words={words} locale={locale} />
      </div>
      {line.phone ? (
        <p>
          <a href={`tel:${line.phone.replace(/[^+\d]/g, "")}`} className={buttonClassName()}>
            <PhoneIcon />
            {t("phone", { phone: line.phone })}
          </a>
        </p>
      ) : null}
      <DescriptionList
        items={[
          { term: t("columns.progress"), description: t("percent", { percent: line.percentDone }) },
          {
            term: t("columns.last"),
            description: line.lastActivityAt ? words.moment(line.lastActivityAt) : t("never"),
          },
          { term: t("columns.time"), description: t("minutes", { minutes: line.activeMinutes }) },
          {
            term: t("columns.help"),
            description: line.assistance ? t(`assistance.${line.assistance}`) : t("none"),
          },
        ]}
      />
    </div>
  );
}
