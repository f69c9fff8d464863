import type { Locale } from "next-intl";
import { getFormatter, getTranslations } from "next-intl/server";
import { DescriptionList } from "@/components/ui/description-list";
import type { SelfAssessmentState as State } from "@/server/assessment/self-assessment/schema";
import { writtenDate } from "@/server/kernel/calendar";

/** For the trainer: whether a learner rated herself before and after, and the gain. No single answer. */
export async function SelfAssessmentState({ state, locale }: { state: State; locale: Locale }) {
  const [t, format] = await Promise.all([
    getTranslations({ locale, namespace: "confidence.trainer" }),
    getFormatter({ locale }),
  ]);
  const day = (iso: string | null) => (iso ? writtenDate(locale, new Date(iso), "day") : t("notYet"));
  const gain =
    state.gain === null
      ? t("notYet")
      : t("steps", {
          gain: format.number(state.gain, { maximumFractionDigits: 1, signDisplay: "exceptZero" }),
        });
  return (
    <DescriptionList
      items={[
        { term: t("before"), description: day(state.beforeAt) },
        { term: t("after"), description: day(state.afterAt) },
        { term: t("gain"), description: gain },
      ]}
    />
  );
}
