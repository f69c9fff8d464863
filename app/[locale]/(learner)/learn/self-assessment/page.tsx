import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { SelfAssessmentChanges } from "@/components/assessment/self-assessment-changes";
import { SelfAssessmentRunner } from "@/components/assessment/self-assessment-runner";
import { LearnerShell } from "@/components/learning/learner-shell";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Heading, PageHeader } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { writtenDate } from "@/server/kernel/calendar";

type Params = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "confidence" });
  return { title: t("title"), robots: { index: false } };
}

/** How a learner sees herself: before the course, after it, and what has changed. Nothing here is right or wrong. */
export default async function SelfAssessmentPage({ params }: Params) {
  const { locale } = await params;
  const [home, view] = await enterRoom(locale, `/${locale}/learn/self-assessment`, async (api) => {
    const own = await api.learning.getHome({ locale });
    return [own, await api.assessment.getSelfAssessment({ course: own.course, locale })] as const;
  });
  const [t, messages] = await Promise.all([
    getTranslations({ locale, namespace: "confidence" }),
    getMessages({ locale }),
  ]);
  const day = (iso: string) => writtenDate(locale, new Date(iso), "day");
  return (
    <LearnerShell locale={locale} home={home}>
      <div className="mx-auto grid max-w-3xl gap-8">
        <PageHeader title={t("title")} lead={t("lead")} />
        {view.changes ? (
          <SelfAssessmentChanges changes={view.changes} scale={view.scale} locale={locale} />
        ) : null}
        {view.moment ? (
          <Card as="section" aria-labelledby="take">
            <Heading level={2} id="take" className="mb-3">
              {view.changes && !view.isOpen ? t("again.title") : t(`${view.moment}.title`)}
            </Heading>
            <p className="mb-5">{t(`${view.moment}.body`, { count: view.count })}</p>
            <div className="without-js">
              <Notice tone="info" title={t("needsScript")} />
            </div>
            <SelfAssessmentRunner
              key={`${view.moment}-${view.afterAt}`}
              personId={home.personId}
              course={home.course}
              locale={locale}
              startLabel={
                view.isOpen && view.rated > 0 ? t("resume", { number: view.rated + 1 }) : t("start")
              }
              labels={messages.confidence.statement}
              saving={messages.learning.saving}
            />
          </Card>
        ) : (
          <Notice tone="success" title={t("beforeDone.title")}>
            <p>{t("beforeDone.body")}</p>
          </Notice>
        )}
        {view.beforeAt ? (
          <p className="text-ink-soft">
            {t("firstTime", { day: day(view.beforeAt) })}{" "}
            {view.afterAt ? t("lastTime", { day: day(view.afterAt) }) : null}
          </p>
        ) : null}
        <p>
          <ButtonLink href={`/${locale}/learn`} tone="secondary" size="large">
            {view.beforeAt ? t("back") : t("later")}
          </ButtonLink>
        </p>
      </div>
    </LearnerShell>
  );
}
