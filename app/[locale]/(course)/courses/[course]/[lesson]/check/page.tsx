import type { Metadata } from "next";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { QuizRunner } from "@/components/assessment/quiz-runner";
import { Heading } from "@/components/ui/heading";
import { ArrowLeftIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { publicCaller } from "@/server/trpc/caller";
import { type LessonParams, lessonParams } from "../lesson-params";

export const dynamicParams = false;
export const generateStaticParams = lessonParams;

export async function generateMetadata({ params }: LessonParams): Promise<Metadata> {
  const { locale, course, lesson } = await params;
  const t = await getTranslations({ locale, namespace: "assessment.intro" });
  const { title } = await publicCaller(locale).catalogue.getLesson({ course, lesson, locale });
  return { title: `${t("title")} – ${title}` };
}

/** The check of a lesson: questions without keys in the page, graded one by one by the server. */
export default async function CheckPage({ params }: LessonParams) {
  const { locale, course, lesson: id } = await params;
  setRequestLocale(locale);
  const api = publicCaller(locale);
  const [lesson, quiz, t, lessonWords, messages] = await Promise.all([
    api.catalogue.getLesson({ course, lesson: id, locale }),
    api.catalogue.getQuiz({ course, lesson: id, locale }),
    getTranslations({ locale, namespace: "assessment" }),
    getTranslations({ locale, namespace: "learning" }),
    getMessages({ locale }),
  ]);
  return (
    <div className="mx-auto max-w-3xl">
      <p className="mb-4">
        <a href={`/${locale}/courses/${course}/${id}`} className="inline-flex min-h-12 items-center gap-2">
          <ArrowLeftIcon />
          {lesson.title}
        </a>
      </p>
      <Heading level={1} className="mb-6">
        {t("intro.title")}
      </Heading>
      <div className="without-js">
        <Notice tone="info" title={t("intro.needsScript")} className="mb-6">
          <p>
            <a
              href={`/${locale}/courses/${course}/${id}/sheet`}
              className="inline-flex min-h-12 items-center"
            >
              {lessonWords("lesson.print")}
            </a>
          </p>
        </Notice>
      </div>
      <QuizRunner
        course={course}
        lesson={id}
        locale={locale}
        quiz={quiz}
        labels={messages.assessment}
        saving={messages.learning.saving}
        cannotStart={t("intro.cannotStart")}
      />
    </div>
  );
}
