import type { Metadata } from "next";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { getFundingTexts } from "@/components/layout/funding-texts";
import { SimulationSheet } from "@/components/simulation/simulation-sheet";
import { ButtonLink } from "@/components/ui/button";
import { ArrowLeftIcon } from "@/components/ui/icons";
import { PrintButton } from "@/components/ui/print-button";
import { writtenDate } from "@/server/kernel/calendar";
import { publicCaller } from "@/server/trpc/caller";
import { type PracticeParams, practiceParams } from "../practice-params";

export const dynamicParams = false;
export const generateStaticParams = practiceParams;

export async function generateMetadata({ params }: PracticeParams): Promise<Metadata> {
  const { locale, course, simulation } = await params;
  const t = await getTranslations({ locale, namespace: "learning.sheet" });
  const { title } = await publicCaller(locale).simulation.getScenario({ course, simulation, locale });
  return { title: t("title", { title }) };
}

/** The paper twin of a simulation. */
export default async function PracticeSheetPage({ params }: PracticeParams) {
  const { locale, course, lesson, simulation } = await params;
  setRequestLocale(locale);
  const [playable, t, common, messages, funding] = await Promise.all([
    publicCaller(locale).simulation.getScenario({ course, simulation, locale }),
    getTranslations({ locale, namespace: "learning" }),
    getTranslations({ locale, namespace: "common" }),
    getMessages({ locale }),
    getFundingTexts(locale),
  ]);
  return (
    <>
      <div className="no-print mb-6 flex flex-wrap gap-4">
        <ButtonLink tone="quiet" href={`/${locale}/courses/${course}/${lesson}`} icon={<ArrowLeftIcon />}>
          {t("lesson.backToLesson")}
        </ButtonLink>
        <PrintButton label={common("print")} />
      </div>
      <SimulationSheet
        scenario={playable.scenario}
        texts={playable.texts}
        labels={messages.simulation.sheet}
        checkedOn={writtenDate(locale, new Date(playable.scenario.checked), "day")}
        funding={funding}
      />
    </>
  );
}
