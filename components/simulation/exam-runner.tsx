"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { QuizLabels } from "@/components/assessment/labels";
import { QuietQuestion } from "@/components/assessment/quiet-question";
import { loadOutbox } from "@/components/learning/load-outbox";
import { SaveStatus } from "@/components/learning/save-status";
import { newId } from "@/components/providers/new-id";
import { trpc } from "@/components/providers/trpc-client";
import { Button, ButtonLink } from "@/components/ui/button";
import { fillIn } from "@/components/ui/fill-in";
import { Heading } from "@/components/ui/heading";
import { CheckCircleIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import type exam from "@/content/messages/fr/exam.json";
import type learning from "@/content/messages/fr/learning.json";
import type { Locale } from "@/db/enums";
import type { ExamSitting } from "@/server/simulation/exam/schema";

type Props = {
  personId: string;
  course: string;
  locale: Locale;
  startLabel: string;
  labels: (typeof exam)["sitting"];
  quiz: QuizLabels;
  saving: (typeof learning)["saving"];
};

/** An exam: its questions one by one, then its exercises, each on a page of its own. Nothing is said before the end. */
export function ExamRunner({ personId, course, locale, startLabel, labels, quiz, saving }: Props) {
  const [sitting, setSitting] = useState<ExamSitting | null>(null);
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const [isReady, setIsReady] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const router = useRouter();

  useEffect(() => setIsReady(true), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question is what moves the focus
  useEffect(() => {
    if (sitting) top.current?.focus();
  }, [sitting?.attemptId, answered.length]);

  /** What still waits here belongs to the exam: without it the server would ask the same again. */
  async function attempt(work: () => Promise<void>) {
    setProblem(false);
    setIsBusy(true);
    try {
      const { flushOutbox } = await loadOutbox();
      await flushOutbox(personId);
      await work();
    } catch {
      setProblem(true);
    }
    setIsBusy(false);
  }
  const start = () =>
    attempt(async () => {
      const opened = await trpc.simulation.openExam.mutate({ course, locale });
      setAnswered(opened.answered.map(({ questionId }) => questionId));
      setSitting(opened);
    });
  const finish = (attemptId: string) =>
    attempt(async () => {
      await trpc.simulation.finishExam.mutate({ attemptId });
      setSitting(null);
      router.refresh();
    });

  const notice = problem ? <Notice tone="warning" live="assertive" title={labels.problem} /> : null;
  if (!sitting) {
    return (
      <div className="grid gap-4">
        {notice}
        <div>
          <Button className="needs-js" disabled={!isReady || isBusy} onClick={() => void start()}>
            {startLabel}
          </Button>
        </div>
      </div>
    );
  }
  const { attemptId, questions, simulations } = sitting;
  const index = questions.findIndex(({ id }) => !answered.includes(id));
  const question = questions[index];
  if (question) {
    return (
      <div ref={top} tabIndex={-1} className="grid gap-6 outline-none">
        <QuietQuestion
          key={question.id}
          question={question}
          number={index + 1}
          count={questions.length}
          labels={quiz}
          onAnswer={(answer) => {
            const occurredAt = new Date().toISOString();
            const input = { id: newId(), occurredAt, attemptId, questionId: question.id, answer, locale };
            void loadOutbox().then(({ send }) => send(personId, "assessment.submitAnswer", input));
            setAnswered((before) => [...before, question.id]);
          }}
        />
        <SaveStatus labels={saving} />
      </div>
    );
  }
  const next = simulations.find(({ isPlayed }) => !isPlayed);
  return (
    <div ref={top} tabIndex={-1} className="grid gap-6 outline-none">
      {notice}
      <Notice tone="info" title={labels.questionsDone}>
        <p>{next ? labels.exercisesNext : labels.allDone}</p>
      </Notice>
      <section aria-labelledby="exercises">
        <Heading level={3} id="exercises">
          {labels.exercises}
        </Heading>
        <ol className="mt-3 grid gap-3">
          {simulations.map(({ number, title, isPlayed }) => (
            <li
              key={number}
              className="flex flex-wrap items-center justify-between gap-3 rounded-md border-2 border-border-soft bg-raised p-4"
            >
              <span className="min-w-0 flex-[1_1_12rem] font-bold">
                {number}. {title}
              </span>
              {isPlayed ? (
                <span className="inline-flex items-center gap-2">
                  <CheckCircleIcon className="text-success" />
                  {labels.played}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      </section>
      <div>
        {next ? (
          <ButtonLink href={`/${locale}/learn/exam/${next.number}`}>
            {fillIn(labels.doExercise, { number: next.number, count: simulations.length })}
          </ButtonLink>
        ) : (
          <Button disabled={isBusy} onClick={() => void finish(attemptId)}>
            {labels.finish}
          </Button>
        )}
      </div>
      <SaveStatus labels={saving} />
    </div>
  );
}
