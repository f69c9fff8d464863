import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Locale } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { LearnerShell } from "@/components/learning/learner-shell";
import { ExamRun } from "@/components/simulation/exam-run";
import { ButtonLink } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";

type Params = { params: Promise<{ locale: Locale; number: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { locale, number } = await params;
  const t = await getTranslations({ locale, namespace: "exam.exercise" });
  return { title: t("title", { number }), robots: { index: false } };
}

/** One exercise of the open exam, on a page of its own: nothing of the exam's questions is loaded here. */
export default async function ExamExercisePage({ params }: Params) {
  const { locale, number } = await params;
  if (!/^[1-9]\d?$/.test(number)) notFound();
  const [home, exam] = await enterRoom(locale, `/${locale}/learn/exam/${number}`, async (api) => {
    const own = await api.learning.getHome({ locale });
    return [own, await api.simulation.getExam({ course: own.course, locale })] as const;
  });
  const messages = await getMessages({ locale });
  const t = await getTranslations({ locale, namespace: "exam" });
  const { player } = messages.simulation;
  const { exercise } = messages.exam;
  return (
    <LearnerShell locale={locale} home={home}>
      <Heading level={1} className="mb-6">
        {t("exercise.title", { number })}
      </Heading>
      {exam.state === "open" && Number(number) <= exam.simulationCount ? (
        <>
          <div className="without-js">
            <Notice tone="info" title={t("needsScript")} />
          </div>
          <ExamRun
            personId={home.personId}
            course={home.course}
            locale={locale}
            number={Number(number)}
            labels={{
              ...player,
              feedback: { ...player.feedback, tip: exercise.wayBack },
              end: { ...player.end, reached: exercise.over, see: exercise.goOn },
            }}
            saving={messages.learning.saving}
            words={exercise}
          />
        </>
      ) : (
        <div className="grid justify-items-start gap-5">
          <Notice tone="info" title={exercise.missing} />
          <ButtonLink href={`/${locale}/learn/exam`}>{exercise.back}</ButtonLink>
        </div>
      )}
    </LearnerShell>
  );
}
