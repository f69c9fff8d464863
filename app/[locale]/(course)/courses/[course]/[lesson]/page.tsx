import type { Metadata } from "next";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { ActivityList } from "@/components/learning/activity-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { BookDrawing } from "@/components/ui/drawings/book-drawing";
import { MagnifierDrawing } from "@/components/ui/drawings/magnifier-drawing";
import { PhoneDrawing } from "@/components/ui/drawings/phone-drawing";
import { Heading, PageHeader } from "@/components/ui/heading";
import { CheckIcon, ClockIcon, PrinterIcon } from "@/components/ui/icons";
import { publicCaller } from "@/server/trpc/caller";
import { type LessonParams, lessonParams } from "./lesson-params";

const DRAWINGS = {
  steps: <BookDrawing className="size-16 sm:size-20" />,
  simulation: <PhoneDrawing className="size-16 sm:size-20" />,
  quiz: <MagnifierDrawing className="size-16 sm:size-20" />,
};

export const dynamicParams = false;
export const generateStaticParams = lessonParams;

export async function generateMetadata({ params }: LessonParams): Promise<Metadata> {
  const { locale, course, lesson } = await params;
  const { title, summary } = await publicCaller(locale).catalogue.getLesson({ course, lesson, locale });
  return { title, description: summary };
}

/** The cover of a lesson: what you will be able to do, how long it takes, and the three things to do. */
export default async function LessonPage({ params }: LessonParams) {
  const { locale, course, lesson: id } = await params;
  setRequestLocale(locale);
  const api = publicCaller(locale);
  const [lesson, contents, t, messages] = await Promise.all([
    api.catalogue.getLesson({ course, lesson: id, locale }),
    api.catalogue.getCourse({ course, locale }),
    getTranslations({ locale, namespace: "learning" }),
    getMessages({ locale }),
  ]);
  const base = `/${locale}/courses/${course}/${id}`;
  const simulations = await Promise.all(
    lesson.activities.flatMap(({ simulation }) =>
      simulation ? [api.simulation.getScenario({ course, simulation, locale })] : [],
    ),
  );
  const titleOf = (simulation: string) =>
    simulations.find(({ id: scenario }) => scenario === simulation)?.texts.title ?? "";
  return (
    <>
      <Breadcrumbs
        label={t("course.backToCourse")}
        items={[{ href: `/${locale}/courses/${course}`, label: contents.title }, { label: lesson.title }]}
      />
      <PageHeader
        eyebrow={lesson.moduleTitle}
        title={lesson.title}
        lead={lesson.summary}
        actions={
          <ButtonLink tone="quiet" href={`${base}/sheet`} icon={<PrinterIcon />}>
            {t("lesson.print")}
          </ButtonLink>
        }
      />
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[1.3fr_1fr]">
        <section aria-labelledby="todo">
          <Heading level={2} id="todo" className="mb-4">
            {t("activities.title")}
          </Heading>
          <ActivityList
            course={course}
            labels={messages.learning.activities}
            items={lesson.activities.map((activity) => ({
              activityId: activity.id,
              drawing: DRAWINGS[activity.kind],
              kind: activity.kind,
              title: activity.simulation
                ? t("activities.practise", { title: titleOf(activity.simulation) })
                : t(`activities.names.${activity.kind}`),
              hint:
                activity.kind === "steps"
                  ? t("lesson.minutes", { minutes: lesson.minutes })
                  : activity.kind === "quiz"
                    ? t("lesson.checkHint", { count: activity.stepCount })
                    : t("activities.names.simulation"),
              href:
                activity.kind === "steps"
                  ? `${base}/steps`
                  : activity.kind === "quiz"
                    ? `${base}/check`
                    : `${base}/practice/${activity.simulation}`,
            }))}
          />
        </section>
        <div className="grid content-start gap-6">
          <Card as="section" look="passport" aria-labelledby="objectives">
            <Heading level={2} id="objectives" size="xl">
              {t("lesson.objectives")}
            </Heading>
            <ul className="mt-3 grid gap-3">
              {lesson.objectives.map((objective) => (
                <li key={objective} className="flex gap-3">
                  <CheckIcon className="mt-1 size-[1.2em] text-success" />
                  {objective}
                </li>
              ))}
            </ul>
          </Card>
          <p className="flex items-center gap-3 text-ink-soft">
            <ClockIcon className="size-[1.3em]" />
            {t("lesson.minutes", { minutes: lesson.minutes })} – {t("lesson.stopAnyTime")}
          </p>
          <Disclosure summary={t("lesson.withoutSmartphone")}>
            <p className="measure">{lesson.withoutSmartphone}</p>
          </Disclosure>
        </div>
      </div>
    </>
  );
}
