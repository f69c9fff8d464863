import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { RefresherRun } from "@/components/assessment/refresher-run";
import { LearnerShell } from "@/components/learning/learner-shell";
import { StopSwitch } from "@/components/learning/stop-switch";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Heading, PageHeader } from "@/components/ui/heading";
import { ArrowLeftIcon, PrinterIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { brusselsNoon, writtenDate } from "@/server/kernel/calendar";

type Params = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "refreshers" });
  return { title: t("title"), robots: { index: false } };
}

/** One small question or exercise, or when the next one comes; and one press to have no more of them. */
export default async function RefresherPage({ params }: Params) {
  const { locale } = await params;
  const [home, all] = await enterRoom(locale, `/${locale}/learn/refresher`, (api) =>
    Promise.all([api.learning.getHome({ locale }), api.learning.listOwnRefreshers()]),
  );
  const [t, messages] = await Promise.all([
    getTranslations({ locale, namespace: "refreshers" }),
    getMessages({ locale }),
  ]);
  const { status, nextOn } = home.refresher;
  const own = all.find(({ course }) => course === home.course);
  const { page, state, end } = messages.refreshers;
  return (
    <LearnerShell locale={locale} home={home}>
      <PageHeader title={t("title")} lead={t("page.lead")} />
      {status === "due" || status === "done" ? (
        <>
          <div className="without-js">
            <Notice tone="info" title={t("page.needsScript")} className="mb-6" />
          </div>
          <RefresherRun
            course={home.course}
            locale={locale}
            labels={messages.assessment}
            simulation={messages.simulation.player}
            saving={messages.learning.saving}
            words={{ page, state, end }}
          />
        </>
      ) : (
        <div className="grid gap-4">
          <p className="text-lg">{t(`state.${status}`)}</p>
          {own?.stoppedByTrainer ? <p>{t("switch.byTrainer")}</p> : null}
          {nextOn && status === "later" ? (
            <p className="text-lg font-bold">
              {t("state.next", { date: writtenDate(locale, brusselsNoon(nextOn), "weekday") })}
            </p>
          ) : null}
          <div>
            <ButtonLink href={`/${locale}/learn`} icon={<ArrowLeftIcon />}>
              {t("page.back")}
            </ButtonLink>
          </div>
        </div>
      )}
      <Card as="section" look="sunken" aria-labelledby="reminders" className="mt-10">
        <Heading level={2} id="reminders" size="xl" className="mb-4">
          {t(own?.stoppedByLearner ? "switch.title" : "page.stopTitle")}
        </Heading>
        <div className="grid gap-4">
          <StopSwitch
            what="refreshers"
            whose={{ course: home.course }}
            stopped={own?.stoppedByLearner ?? false}
            labels={{
              stop: t("switch.stop"),
              resume: t("switch.resume"),
              saving: t("switch.saving"),
              problem: t("switch.problem"),
            }}
          />
          {nextOn ? (
            <div>
              <ButtonLink href={`/${locale}/learn/appointments`} tone="quiet" icon={<PrinterIcon />}>
                {t("page.print")}
              </ButtonLink>
            </div>
          ) : null}
        </div>
      </Card>
    </LearnerShell>
  );
}
