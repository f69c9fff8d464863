import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LessonDrawing } from "@/components/catalogue/lesson-drawing";
import { getFundingTexts } from "@/components/layout/funding-texts";
import { ButtonLink } from "@/components/ui/button";
import { ArrowLeftIcon } from "@/components/ui/icons";
import { PrintButton } from "@/components/ui/print-button";
import { PrintSheet } from "@/components/ui/print-sheet";
import { publicCaller } from "@/server/trpc/caller";
import { type LessonParams, lessonParams } from "../lesson-params";

export const dynamicParams = false;
export const generateStaticParams = lessonParams;

export async function generateMetadata({ params }: LessonParams): Promise<Metadata> {
  const { locale, course, lesson } = await params;
  const t = await getTranslations({ locale, namespace: "learning.sheet" });
  const { title } = await publicCaller(locale).catalogue.getLesson({ course, lesson, locale });
  return { title: t("title", { title }) };
}

/** The paper twin of a lesson: its steps and what to remember on one A4 sheet. */
export default async function SheetPage({ params }: LessonParams) {
  const { locale, course, lesson: id } = await params;
  setRequestLocale(locale);
  const [lesson, t, common, funding] = await Promise.all([
    publicCaller(locale).catalogue.getLesson({ course, lesson: id, locale }),
    getTranslations({ locale, namespace: "learning" }),
    getTranslations({ locale, namespace: "common" }),
    getFundingTexts(locale),
  ]);
  return (
    <>
      <div className="no-print mb-6 flex flex-wrap gap-4">
        <ButtonLink tone="quiet" href={`/${locale}/courses/${course}/${id}`} icon={<ArrowLeftIcon />}>
          {t("lesson.backToLesson")}
        </ButtonLink>
        <PrintButton label={common("print")} />
      </div>
      <PrintSheet
        title={<span className="print:text-[20pt]">{lesson.title}</span>}
        subtitle={<span className="print:text-[13pt] print:leading-snug">{lesson.summary}</span>}
        funding={funding}
      >
        <ol className="grid gap-2 print:-mt-[3mm] print:gap-[0.5mm]">
          {lesson.steps.map((step, index) => (
            <li key={step.id} className="avoid-break flex items-center gap-4">
              <span className="w-10 shrink-0 text-center text-2xl font-bold text-brand print:w-8 print:text-[16pt]">
                {index + 1}
              </span>
              {step.drawing ? <LessonDrawing {...step.drawing} className="size-12 print:size-9" /> : null}
              <span className="text-lg font-bold print:text-[13pt] print:leading-tight">{step.title}</span>
            </li>
          ))}
        </ol>
        <h2 className="mt-5 text-xl print:mt-[3mm] print:text-[15pt]">{t("lesson.remember")}</h2>
        <ul className="mt-2 grid list-disc gap-1 pl-7 print:mt-[1mm] print:gap-0 print:text-[13pt] print:leading-snug">
          {lesson.remember.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="mt-5 border-t-2 border-border-soft pt-3 font-bold print:mt-[3mm] print:pt-[2mm]">
          {t("sheet.helpNumber")} :
        </p>
        <p className="mt-6 border-t-2 border-border-soft pt-3 font-bold print:mt-[5mm] print:pt-[2mm]">
          {t("sheet.notes")}
        </p>
        <div className="h-16 print:h-[8mm]" />
      </PrintSheet>
    </>
  );
}
