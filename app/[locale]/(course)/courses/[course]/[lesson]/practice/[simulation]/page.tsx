import type { Metadata } from "next";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { Practice } from "@/components/simulation/practice";
import { Heading } from "@/components/ui/heading";
import { ArrowLeftIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { publicCaller } from "@/server/trpc/caller";
import { type PracticeParams, practiceParams } from "./practice-params";

export const dynamicParams = false;
export const generateStaticParams = practiceParams;

export async function generateMetadata({ params }: PracticeParams): Promise<Metadata> {
  const { locale, course, simulation } = await params;
  const { title } = await publicCaller(locale).simulation.getScenario({ course, simulation, locale });
  return { title };
}

/** A rehearsal of a real procedure. Anyone may play it; a learner's run is kept and graded. */
export default async function PracticePage({ params }: PracticeParams) {
  const { locale, course, lesson: id, simulation } = await params;
  setRequestLocale(locale);
  const api = publicCaller(locale);
  const [lesson, playable, t, messages] = await Promise.all([
    api.catalogue.getLesson({ course, lesson: id, locale }),
    api.simulation.getScenario({ course, simulation, locale }),
    getTranslations({ locale, namespace: "learning" }),
    getMessages({ locale }),
  ]);
  const following =
    lesson.activities[lesson.activities.findIndex((activity) => activity.simulation === simulation) + 1];
  const base = `/${locale}/courses/${course}/${id}`;
  return (
    <>
      <p className="mb-2">
        <a href={base} className="inline-flex min-h-12 items-center gap-2">
          <ArrowLeftIcon />
          {lesson.title}
        </a>
      </p>
      <Heading level={1} className="mb-6">
        {playable.title}
      </Heading>
      <div className="without-js">
        <Notice tone="info" title={t("lesson.needsScript")}>
          <p>
            <a href={`${base}/practice/${simulation}/sheet`}>{t("lesson.printSteps")}</a>
          </p>
        </Notice>
      </div>
      <Practice
        course={course}
        lesson={id}
        locale={locale}
        playable={playable}
        labels={messages.simulation.player}
        saving={messages.learning.saving}
        next={
          following?.simulation
            ? { href: `${base}/practice/${following.simulation}`, label: t("lesson.nextExercise") }
            : { href: `${base}/check`, label: t("lesson.check") }
        }
        print={{ href: `${base}/practice/${simulation}/sheet`, label: t("lesson.printSteps") }}
      />
    </>
  );
}
