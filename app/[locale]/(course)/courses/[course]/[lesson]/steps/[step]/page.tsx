import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { LessonBlocks } from "@/components/catalogue/lesson-blocks";
import { LessonDrawing } from "@/components/catalogue/lesson-drawing";
import { StepRecorder } from "@/components/learning/step-recorder";
import { SurpriseDoor } from "@/components/learning/surprise-door";
import { ButtonLink } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { ArrowLeftIcon, ArrowRightIcon } from "@/components/ui/icons";
import { ProgressSteps } from "@/components/ui/progress-steps";
import { publicCaller } from "@/server/trpc/caller";
import { lessonParams } from "../../lesson-params";

type Params = { params: Promise<{ locale: Locale; course: string; lesson: string; step: string }> };

export const dynamicParams = false;

export async function generateStaticParams() {
  const lessons = await lessonParams();
  const pages = lessons.map(async ({ course, lesson }) => {
    const { steps } = await publicCaller("fr").catalogue.getLesson({ course, lesson, locale: "fr" });
    return steps.map((_, index) => ({ course, lesson, step: String(index + 1) }));
  });
  return (await Promise.all(pages)).flat();
}

async function loadStep({ params }: Params) {
  const { locale, course, lesson: id, step: number } = await params;
  const lesson = await publicCaller(locale).catalogue.getLesson({ course, lesson: id, locale });
  const index = Number(number) - 1;
  const step = lesson.steps[index];
  if (!step) throw new Error(`lesson ${id} has no step ${number}`);
  return { locale, course, lesson, index, step };
}

export async function generateMetadata(props: Params): Promise<Metadata> {
  const { lesson, step } = await loadStep(props);
  return { title: `${step.title} – ${lesson.title}` };
}

/** One step of a lesson: one idea, one button. Reads without JavaScript. */
export default async function StepPage(props: Params) {
  const { locale, course, lesson, index, step } = await loadStep(props);
  setRequestLocale(locale);
  const [t, messages] = await Promise.all([
    getTranslations({ locale, namespace: "learning.lesson" }),
    getMessages({ locale }),
  ]);
  const base = `/${locale}/courses/${course}/${lesson.id}`;
  const count = lesson.steps.length;
  const isLast = index === count - 1;
  const practice = lesson.activities.find((activity) => activity.kind === "simulation")?.simulation;
  return (
    <div className="mx-auto max-w-3xl">
      <p className="mb-4">
        <a href={base} className="inline-flex min-h-12 items-center gap-2">
          <ArrowLeftIcon />
          {lesson.title}
        </a>
      </p>
      <ProgressSteps current={index + 1} total={count} label={t("stepOf", { step: index + 1, count })} />
      <SurpriseDoor
        course={course}
        lesson={lesson.id}
        step={index + 1}
        locale={locale}
        ribbon={messages.simulation.player.ribbon}
        labels={messages.surprises.card}
      />
      <article className="mt-6">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          {step.drawing ? <LessonDrawing {...step.drawing} className="size-28 sm:size-32" /> : null}
          <Heading level={1} className="min-w-0 flex-[1_1_14rem]">
            {step.title}
          </Heading>
        </div>
        <div className="mt-6">
          <LessonBlocks blocks={step.blocks} locale={locale} />
        </div>
        {isLast ? (
          <section
            aria-labelledby="remember"
            className="mt-8 rounded-lg border-2 border-brand bg-brand-soft p-5 sm:p-7"
          >
            <Heading level={2} id="remember" size="xl">
              {t("remember")}
            </Heading>
            <ul className="mt-3 grid list-disc gap-2 pl-7">
              {lesson.remember.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ) : null}
        {step.terms.length > 0 ? (
          <section aria-labelledby="words" className="mt-8">
            <Heading level={2} id="words" size="xl">
              {t("words")}
            </Heading>
            <dl className="mt-3 grid gap-3">
              {step.terms.map((term) => (
                <div
                  key={term.id}
                  id={`word-${term.id}`}
                  tabIndex={-1}
                  className="rounded-md border-2 border-border-soft bg-raised p-4 target:border-accent target:border-4"
                >
                  <dt className="font-bold">{term.word}</dt>
                  <dd>{term.meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ) : null}
      </article>
      <nav aria-label={t("steps")} className="no-print mt-10 flex flex-wrap-reverse justify-between gap-4">
        {index > 0 ? (
          <ButtonLink tone="secondary" size="large" href={`${base}/steps/${index}`} icon={<ArrowLeftIcon />}>
            {t("previous")}
          </ButtonLink>
        ) : (
          <span />
        )}
        {isLast ? (
          <ButtonLink
            href={practice ? `${base}/practice/${practice}` : `${base}/check`}
            iconEnd={<ArrowRightIcon />}
          >
            {practice ? t("practise") : t("check")}
          </ButtonLink>
        ) : (
          <ButtonLink ahead href={`${base}/steps/${index + 2}`} iconEnd={<ArrowRightIcon />}>
            {t("next")}
          </ButtonLink>
        )}
      </nav>
      <div className="no-print mt-8">
        <StepRecorder
          course={course}
          lesson={lesson.id}
          stepId={step.id}
          contentHash={lesson.contentHash}
          signInHref={`/${locale}/sign-in`}
          labels={{ saving: messages.learning.saving, anonymous: messages.learning.anonymous }}
        />
      </div>
    </div>
  );
}
