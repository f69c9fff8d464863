import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { LearnerShell } from "@/components/learning/learner-shell";
import { ExamResult } from "@/components/simulation/exam-result";
import { ExamRunner } from "@/components/simulation/exam-runner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Heading, PageHeader } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";

type Params = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "exam" });
  return { title: t("title"), robots: { index: false } };
}

const RULES = ["quiet", "save", "alone", "requests", "pass"] as const;

/** The final exam of a learner: what to expect, the exam itself, and afterwards what it proves and what to go back to. */
export default async function ExamPage({ params }: Params) {
  const { locale } = await params;
  const [home, exam] = await enterRoom(locale, `/${locale}/learn/exam`, async (api) => {
    const own = await api.learning.getHome({ locale });
    return [own, await api.simulation.getExam({ course: own.course, locale })] as const;
  });
  const [t, messages] = await Promise.all([
    getTranslations({ locale, namespace: "exam" }),
    getMessages({ locale }),
  ]);
  const { state } = exam;
  const amounts = { questions: exam.questionCount, simulations: exam.simulationCount };
  return (
    <LearnerShell locale={locale} home={home}>
      <div className="mx-auto grid max-w-3xl gap-8">
        <PageHeader title={t("title")} lead={t("lead", amounts)} />
        {exam.last && state !== "open" ? (
          <ExamResult report={exam.last} best={exam.best} course={home.course} locale={locale} />
        ) : null}
        {state === "closed" ? (
          <Notice tone="info" title={t("closed.title")}>
            <p>{t("closed.body", { done: exam.wholeLessons, count: exam.lessons })}</p>
          </Notice>
        ) : state === "used" ? (
          <Notice tone="info" title={t("used.title")}>
            <p>{t("used.body")}</p>
          </Notice>
        ) : (
          <Card as="section" aria-labelledby="sit">
            <Heading level={2} id="sit" className="mb-3">
              {state === "open" ? t("open.title") : exam.last ? t("ready.again") : t("ready.title")}
            </Heading>
            {state === "open" ? (
              <p className="mb-5">
                {t("open.body", { answered: exam.answered, played: exam.played, ...amounts })}
              </p>
            ) : (
              <ul className="mb-5 grid list-disc gap-2 pl-7">
                {RULES.map((rule) => (
                  <li key={rule}>{t(`ready.rules.${rule}`, { passMark: exam.passMark })}</li>
                ))}
              </ul>
            )}
            <div className="without-js">
              <Notice tone="info" title={t("needsScript")} />
            </div>
            <ExamRunner
              key={exam.finished}
              personId={home.personId}
              course={home.course}
              locale={locale}
              startLabel={state === "open" ? t("resume") : t("start")}
              labels={messages.exam.sitting}
              quiz={messages.assessment}
              saving={messages.learning.saving}
            />
          </Card>
        )}
        <p>
          <ButtonLink href={`/${locale}/learn`} tone="secondary" size="large">
            {t("back")}
          </ButtonLink>
        </p>
      </div>
    </LearnerShell>
  );
}
