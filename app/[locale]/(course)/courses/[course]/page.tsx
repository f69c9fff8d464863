import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Locale } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { LessonPlace } from "@/components/learning/lesson-place";
import { LinkCard } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Heading, PageHeader } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { StatusPill } from "@/components/ui/status-pill";
import { FIRST_COURSE } from "@/server/catalogue/schema";
import { publicCaller } from "@/server/trpc/caller";

type Params = { params: Promise<{ locale: Locale; course: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return [{ course: FIRST_COURSE }];
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { locale, course } = await params;
  if (course !== FIRST_COURSE) notFound();
  const { title, summary } = await publicCaller(locale).catalogue.getCourse({ course, locale });
  return { title, description: summary };
}

/** The table of contents of a course: what is ready, what comes, and the words to know. */
export default async function CoursePage({ params }: Params) {
  const { locale, course } = await params;
  setRequestLocale(locale);
  const api = publicCaller(locale);
  const [contents, t, surprises, messages] = await Promise.all([
    api.catalogue.getCourse({ course, locale }),
    getTranslations({ locale, namespace: "learning.course" }),
    getTranslations({ locale, namespace: "surprises.about" }),
    getMessages({ locale }),
  ]);
  const ready = contents.modules.flatMap(({ lessons }) => lessons.filter(({ published }) => published));
  const activities = new Map(
    await Promise.all(
      ready.map(async ({ id }) => {
        const lesson = await api.catalogue.getLesson({ course, lesson: id, locale });
        return [id, lesson.activities] as const;
      }),
    ),
  );
  return (
    <>
      <PageHeader title={contents.title} lead={contents.summary} />
      <div className="grid gap-10">
        {contents.modules.map((module, moduleIndex) => (
          <section key={module.id} aria-labelledby={module.id}>
            <p className="font-bold text-brand">{t("module", { number: moduleIndex + 1 })}</p>
            <Heading level={2} id={module.id}>
              {module.title}
            </Heading>
            <ol className="mt-4 grid gap-3">
              {module.lessons.map((lesson, lessonIndex) => {
                const number = `${moduleIndex + 1}.${lessonIndex + 1}`;
                return (
                  <li key={lesson.id}>
                    {lesson.published ? (
                      <LinkCard
                        href={`/${locale}/courses/${course}/${lesson.id}`}
                        title={lesson.title}
                        status={
                          <LessonPlace
                            course={course}
                            activities={activities.get(lesson.id)?.map(({ id }) => id) ?? []}
                            steps={activities.get(lesson.id)?.find(({ kind }) => kind === "steps")?.id ?? ""}
                            labels={messages.learning.course.place}
                          />
                        }
                      >
                        {t("lessonNumber", { number })}
                      </LinkCard>
                    ) : (
                      <div className="flex min-h-16 flex-wrap items-center justify-between gap-3 rounded-lg border-2 border-dashed border-border-soft p-5">
                        <span>
                          <span className="block">{lesson.title}</span>
                          <span className="text-ink-soft">{t("lessonNumber", { number })}</span>
                        </span>
                        <StatusPill tone="waiting">{t("soon")}</StatusPill>
                      </div>
                    )}
                  </li>
                );
              })}
            </ol>
          </section>
        ))}
        <Notice tone="info" title={surprises("title")}>
          <p>{surprises("body")}</p>
          <p>{surprises("stop")}</p>
        </Notice>
        <Disclosure summary={t("glossary")}>
          <dl className="grid gap-4">
            {contents.glossary.map((term) => (
              <div key={term.id}>
                <dt className="font-bold">{term.word}</dt>
                <dd className="measure">{term.meaning}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      </div>
    </>
  );
}
