import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { brusselsNoon, writtenDate } from "@/server/kernel/calendar";
import type { LearnerReport } from "@/server/reporting/schema";

/** How the refreshers of a learner went, when the next one comes, and whether somebody stopped them, in words. */
export async function RefresherFigures({
  report,
  locale,
}: {
  report: LearnerReport["refreshers"];
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "refreshers" });
  const { opened, answered, good, last, lessonTitle, nextOn, stoppedByLearner, stoppedByTrainer } = report;
  const dayOf = (day: string) => writtenDate(locale, brusselsNoon(day), "weekday");
  const how = last && { date: dayOf(last.day), how: t(`report.how.${last.grade ?? "open"}`) };
  return (
    <div className="my-4 grid gap-2">
      {how ? (
        <>
          <p>{lessonTitle ? t("report.lastIn", { ...how, lesson: lessonTitle }) : t("report.last", how)}</p>
          <p>{t("report.counts", { opened, answered, good })}</p>
        </>
      ) : (
        <p>{t("report.none")}</p>
      )}
      {nextOn ? <p className="font-bold">{t("report.next", { date: dayOf(nextOn) })}</p> : null}
      {stoppedByLearner || stoppedByTrainer ? (
        <p className="font-bold">
          {t("switch.off")}
          {stoppedByLearner ? ` ${t("switch.byLearner")}` : null}
        </p>
      ) : null}
    </div>
  );
}
