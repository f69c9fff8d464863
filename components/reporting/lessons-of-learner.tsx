import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Heading } from "@/components/ui/heading";
import { StatusPill } from "@/components/ui/status-pill";
import { groupBy } from "@/server/reporting/rules";
import type { ActivityLine } from "@/server/reporting/schema";
import { getLearnerWords } from "./learner-words";

const TONES = { done: "success", "under-way": "info", "not-yet": "waiting" } as const;

type Lesson = { id: string; title: string; lines: ActivityLine[] };

const allAre = (lesson: Lesson, state: ActivityLine["state"]) =>
  lesson.lines.every((line) => line.state === state);

/** Where the learner is, lesson by lesson: open what is under way, folded what is done or not begun. */
export async function LessonsOfLearner({
  activities,
  locale,
}: {
  activities: ActivityLine[];
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "reporting.learner" });
  const lessons = [...groupBy(activities, ({ lesson }) => lesson)].map(([id, lines]) => ({
    id,
    title: lines[0]?.lessonTitle ?? "",
    lines,
  }));
  const begun = lessons.filter((lesson) => !allAre(lesson, "not-yet"));
  const ahead = lessons.filter((lesson) => allAre(lesson, "not-yet"));
  return (
    <div className="grid gap-4">
      {begun.length === 0 ? <p className="text-ink-soft">{t("nothingBegun")}</p> : null}
      {begun.map((lesson) =>
        allAre(lesson, "done") ? (
          <Disclosure
            key={lesson.id}
            summary={
              <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
                {lesson.title}
                <StatusPill tone="success">{t("states.done")}</StatusPill>
              </span>
            }
          >
            <ActivityLines lines={lesson.lines} locale={locale} />
          </Disclosure>
        ) : (
          <Card key={lesson.id} as="section" aria-labelledby={`lesson-${lesson.id}`}>
            <Heading level={3} id={`lesson-${lesson.id}`} size="lg" className="mb-2">
              {lesson.title}
            </Heading>
            <ActivityLines lines={lesson.lines} locale={locale} />
          </Card>
        ),
      )}
      {ahead.length > 0 ? (
        <Disclosure summary={t("notBegun", { count: ahead.length })}>
          <ul className="grid gap-2">
            {ahead.map((lesson) => (
              <li key={lesson.id}>{lesson.title}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}

async function ActivityLines({ lines, locale }: { lines: ActivityLine[]; locale: Locale }) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: "reporting.learner" }),
    getLearnerWords(locale),
  ]);
  return (
    <ul className="divide-y divide-border-soft">
      {lines.map((line) => (
        <li
          key={line.activityId}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 last:pb-0"
        >
          <div className="min-w-0 flex-[1_1_14rem]">
            <p>
              <span className="font-bold">{t(`kinds.${line.kind}`)}</span>
              {line.title ? <span className="block text-ink-soft">{line.title}</span> : null}
            </p>
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
