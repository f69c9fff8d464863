import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { writtenDate } from "@/server/kernel/calendar";
import type { ExamMark, ExamReport } from "@/server/simulation/exam/schema";

/** The last exam in words: passed or not yet, what it proves, what to go back to. The best one beside it. */
export async function ExamResult({
  report,
  best,
  course,
  locale,
}: {
  report: ExamReport;
  best: ExamMark | null;
  course: string;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "exam.result" });
  const day = (iso: string) => writtenDate(locale, new Date(iso), "day");
  return (
    <section aria-labelledby="result" className="grid gap-6">
      <Heading level={2} id="result">
        {t("title")}
      </Heading>
      <p className="text-4xl font-bold text-brand">{t("score", { score: report.score })}</p>
      <Notice
        tone={report.passed ? "success" : "tip"}
        live="polite"
        title={report.passed ? t("passed") : t("notYet")}
      >
        <p>{t("parts", { questions: report.questionScore, simulations: report.simulationScore })}</p>
        {report.falseAccepts > 0 ? <p>{t("accepted", { count: report.falseAccepts })}</p> : null}
        {report.passed ? null : <p>{t("notYetBody")}</p>}
        <p>
          {t("on", { day: day(report.completedAt) })} {report.supervised ? t("supervised") : null}
        </p>
        {best && best.attemptId !== report.attemptId ? (
          <p>{t("best", { score: best.score, day: day(best.completedAt) })}</p>
        ) : null}
      </Notice>
      {report.repeat.length > 0 ? (
        <section aria-labelledby="repeat">
          <Heading level={3} id="repeat">
            {t("repeat")}
          </Heading>
          <ul className="mt-3 grid gap-3">
            {report.repeat.map(({ lesson, title }) => (
              <li key={lesson}>
                <ButtonLink href={`/${locale}/courses/${course}/${lesson}`} tone="secondary" size="large">
                  {title}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {report.proved.length > 0 ? (
        <section aria-labelledby="proved">
          <Heading level={3} id="proved">
            {t("proved")}
          </Heading>
          <ul className="mt-3 grid list-disc gap-2 pl-7">
            {report.proved.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {report.review.length > 0 ? (
        <Disclosure summary={t("review", { count: report.review.length })}>
          <ul className="grid gap-4">
            {report.review.map(({ prompt, sentence, solution }) => (
              <li key={prompt} className="grid gap-1">
                <span className="font-bold">{prompt}</span>
                <span>{sentence}</span>
                {solution.length > 0 ? <span>{t("answer", { answer: solution.join(" · ") })}</span> : null}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}
