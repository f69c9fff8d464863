import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { LearnerLine } from "@/server/reporting/schema";
import type { LearnerWords } from "./learner-words";

/** Where a learner is: the lesson, the step and its title, or that she has finished or not begun. */
export async function WhereaboutsText({
  line,
  words,
  locale,
}: {
  line: Pick<LearnerLine, "where" | "percentDone">;
  words: LearnerWords;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "reporting.cohort" });
  const { where } = line;
  if (!where) return <p className="text-ink-soft">{t("notBegun")}</p>;
  if (where.completed && line.percentDone === 100)
    return <p className="font-bold text-success">{t("allDone")}</p>;
  return (
    <div>
      <p className="text-ink-soft">{where.lessonTitle}</p>
      <p>
        {words.place(where)}
        {where.completed ? ` – ${t("finished")}` : null}
      </p>
      {where.stepTitle ? <p className="font-bold">{where.stepTitle}</p> : null}
    </div>
  );
}
