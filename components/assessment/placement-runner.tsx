"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { loadOutbox } from "@/components/learning/load-outbox";
import { SaveStatus } from "@/components/learning/save-status";
import { newId } from "@/components/providers/new-id";
import { trpc } from "@/components/providers/trpc-client";
import { Button } from "@/components/ui/button";
import { fillIn } from "@/components/ui/fill-in";
import { Notice } from "@/components/ui/notice";
import type learning from "@/content/messages/fr/learning.json";
import type placement from "@/content/messages/fr/placement.json";
import type { Locale } from "@/db/enums";
import type { PlacementStep } from "@/server/assessment/placement/schema";
import type { Answer } from "@/server/catalogue/question/schema";
import type { QuizLabels } from "./labels";
import { LateWords } from "./late-words";
import { QuietQuestion } from "./quiet-question";

type Props = {
  personId: string;
  course: string;
  locale: Locale;
  isOpen: boolean;
  labels: typeof placement;
  quiz: QuizLabels;
  saving: (typeof learning)["saving"];
};

/** The questions of a placement: the server chooses each from the answers so far. She may stop at any moment. */
export function PlacementRunner({ personId, course, locale, isOpen, labels, quiz, saving }: Props) {
  const [step, setStep] = useState<PlacementStep | null>(null);
  const [isReady, setIsReady] = useState(false);
  const [isWaiting, setIsWaiting] = useState(false);
  const [problem, setProblem] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const router = useRouter();

  useEffect(() => setIsReady(true), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question is what moves the focus
  useEffect(() => {
    if (step) top.current?.focus();
  }, [step?.number]);

  async function ask() {
    setProblem(false);
    try {
      const { flushOutbox } = await loadOutbox();
      await flushOutbox(personId);
      const next = await trpc.assessment.takePlacementStep.mutate({ course, locale });
      setIsWaiting(false);
      if (next.question) return setStep(next);
      setStep(null);
      router.refresh();
    } catch {
      setProblem(true);
    }
  }

  async function decline() {
    setProblem(false);
    try {
      await trpc.assessment.declinePlacement.mutate({ course, locale });
      setStep(null);
      router.push(`/${locale}/learn`);
    } catch {
      setProblem(true);
    }
  }

  function answer({ attemptId, question }: PlacementStep, given: Answer) {
    if (!question) return;
    setIsWaiting(true);
    const occurredAt = new Date().toISOString();
    const input = { id: newId(), occurredAt, attemptId, questionId: question.id, answer: given, locale };
    void loadOutbox().then(({ send }) => send(personId, "assessment.submitAnswer", input, () => void ask()));
  }

  const notice = problem ? <Notice tone="warning" live="assertive" title={labels.problem} /> : null;
  if (!step?.question) {
    return (
      <div className="grid gap-4">
        {notice}
        <div className="flex flex-wrap gap-4">
          <Button className="needs-js" disabled={!isReady} onClick={() => void ask()}>
            {isOpen ? labels.resume : labels.start}
          </Button>
          <Button
            className="needs-js"
            tone="secondary"
            size="large"
            disabled={!isReady}
            onClick={() => void decline()}
          >
            {labels.decline}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div ref={top} tabIndex={-1} className="grid gap-6 outline-none">
      {notice}
      {isWaiting ? (
        <>
          <LateWords>
            <p role="status" className="text-lg">
              {labels.waiting}
            </p>
          </LateWords>
          {problem ? (
            <div>
              <Button onClick={() => void ask()}>{labels.next}</Button>
            </div>
          ) : null}
        </>
      ) : (
        <QuietQuestion
          key={step.question.id}
          question={step.question}
          number={step.number}
          count={step.most}
          labels={quiz}
          progress={fillIn(labels.number, { number: step.number, most: step.most })}
          onAnswer={(given) => answer(step, given)}
        />
      )}
      <div>
        <Button tone="secondary" size="large" onClick={() => void decline()}>
          {labels.stop}
        </Button>
      </div>
      <SaveStatus labels={saving} />
    </div>
  );
}
