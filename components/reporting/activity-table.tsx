import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { StatusPill } from "@/components/ui/status-pill";
import type { ActivityLine } from "@/server/reporting/schema";
import { getLearnerWords } from "./learner-words";

const TONES = { done: "success", "under-way": "info", "not-yet": "waiting" } as const;

/** Every activity of the course, with where the learner is in it and her results. */
export async function ActivityTable({ activities, locale }: { activities: ActivityLine[]; locale: Locale }) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: "reporting.learner" }),
    getLearnerWords(locale),
  ]);
  return (
    <ul className="grid gap-4">
      {activities.map((line) => (
        <li
          key={line.activityId}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 rounded-lg border border-border-soft bg-raised p-5"
        >
          <div className="min-w-0 flex-[1_1_18rem]">
            <p className="font-bold">{t(`kinds.${line.kind}`)}</p>
            <p className="text-ink-soft">{line.title ?? line.lessonTitle}</p>
            {line.state === "under-way" ? (
              <p className="mt-2">
                {words.place(line)}
                {line.stepTitle ? <strong className="block">{line.stepTitle}</strong> : null}
                {line.tries > 0 ? <span className="block">{t("tries", { tries: line.tries })}</span> : null}
              </p>
            ) : null}
          </div>
          <div className="grid justify-items-start gap-1 sm:justify-items-end sm:text-right">
            <StatusPill tone={TONES[line.state]}>{t(`states.${line.state}`)}</StatusPill>
            {line.bestScore !== null && line.lastScore !== null ? (
              <p>
                {line.bestScore === line.lastScore
                  ? t("score", { score: line.bestScore })
                  : t("scores", { best: line.bestScore, last: line.lastScore })}
              </p>
            ) : null}
            {line.lastEventAt ? <p className="text-ink-soft">{words.day(line.lastEventAt)}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
