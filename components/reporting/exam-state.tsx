import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { StatusPill } from "@/components/ui/status-pill";
import { writtenDate } from "@/server/kernel/calendar";
import type { ExamProgress } from "@/server/simulation/exam/schema";
import { ExamGrant } from "./exam-grant";

/** For the trainer: a learner's exams, and what can be done for them. */
export async function ExamState({
  exam,
  member,
  locale,
}: {
  exam: ExamProgress;
  member: { cohortId: string; personId: string };
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "exam.trainer" });
  const labels = { saving: t("saving"), problem: t("problem") };
  const last = exam.finished[0];
  const toSupervise = exam.openAttemptId
    ? { id: exam.openAttemptId, done: exam.isOpenSupervised, label: t("superviseOpen") }
    : last && { id: last.attemptId, done: last.supervised, label: t("supervise") };
  return (
    <div className="grid gap-4">
      <p className="font-bold">{t(`state.${exam.state}`)}</p>
      {exam.finished.length === 0 && !exam.openAttemptId ? <p>{t("none")}</p> : null}
      <ul className="grid gap-2">
        {exam.finished.map((one) => (
          <li key={one.attemptId} className="flex flex-wrap items-center gap-3">
            {t("line", { day: writtenDate(locale, new Date(one.completedAt), "day"), score: one.score })}
            <StatusPill tone={one.passed ? "success" : "waiting"}>
              {one.passed ? t("passed") : t("notYet")}
            </StatusPill>
            {one.supervised ? <StatusPill tone="info">{t("supervised")}</StatusPill> : null}
          </li>
        ))}
      </ul>
      {exam.state === "closed" || exam.state === "used" ? (
        <ExamGrant
          member={member}
          label={exam.state === "closed" ? t("give") : t("giveAgain")}
          labels={labels}
        />
      ) : null}
      {toSupervise && !toSupervise.done ? (
        <ExamGrant member={member} attemptId={toSupervise.id} label={toSupervise.label} labels={labels} />
      ) : null}
      <p className="text-ink-soft">{t("time")}</p>
    </div>
  );
}
