"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useCourseState } from "@/components/learning/course-state";
import { SaveStatus } from "@/components/learning/save-status";
import { Button } from "@/components/ui/button";
import { fillIn } from "@/components/ui/fill-in";
import { Notice } from "@/components/ui/notice";
import type learning from "@/content/messages/fr/learning.json";
import type { Locale } from "@/db/enums";
import type { AttemptResult, AttemptView } from "@/server/assessment/schema";
import type { QuizView } from "@/server/catalogue/schema";
import { type Given, learnerSource, visitorSource } from "./attempt-source";
import type { QuizLabels } from "./labels";
import { QuestionCard } from "./question-card";
import { QuizResult } from "./quiz-result";

export type QuizRunnerProps = {
  course: string;
  lesson: string;
  locale: Locale;
  quiz: QuizView;
  labels: QuizLabels;
  saving: (typeof learning)["saving"];
  cannotStart: string;
};

/**
 * A lesson's check from its first page to its result. A learner's answers are graded and kept one by one by the
 * server; a visitor's are graded and forgotten. Where she stands is what the server says, on any device.
 */
export function QuizRunner(props: QuizRunnerProps) {
  const { course, lesson, locale, quiz } = props;
  const known = useCourseState(course, "fresh");
  const { learner } = known.state;
  const { verdict } = props.labels;
  // Without an account an answer that cannot be sent is kept nowhere.
  const labels = learner
    ? props.labels
    : { ...props.labels, verdict: { ...verdict, waiting: verdict.waitingVisitor } };
  const source = useMemo(
    () =>
      learner
        ? learnerSource(learner.personId, { course, lesson, locale })
        : visitorSource({ course, lesson, locale }, quiz.contentHash, quiz.questions, quiz.passMark),
    [learner, course, lesson, locale, quiz],
  );
  const [attempt, setAttempt] = useState<AttemptView | null>(null);
  const [given, setGiven] = useState<Given[]>([]);
  const [position, setPosition] = useState(0);
  const [result, setResult] = useState<AttemptResult | null>(null);
  const [showResult, setShowResult] = useState(false);
  const [problem, setProblem] = useState(false);
  const top = useRef<HTMLDivElement>(null);

  // A new question, or the result, begins at its top: for the eye and for the screen reader.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the position and the result are what moves the focus
  useEffect(() => {
    if (attempt) top.current?.focus();
  }, [attempt?.attemptId, position, showResult]);

  async function start() {
    setProblem(false);
    try {
      const opened = await source.open();
      const answered = opened.answered.map((one) => ({ ...one, elsewhere: false }));
      const first = opened.questions.findIndex(({ id }) => !answered.some((one) => one.questionId === id));
      setGiven(answered);
      setResult(null);
      setShowResult(false);
      setPosition(Math.max(0, first));
      setAttempt(opened);
    } catch {
      setProblem(true);
    }
  }

  const place = learner?.progress.find((one) => one.activityId === quiz.activityId);
  const isOpen =
    place !== undefined && place.doneSteps.length > 0 && place.doneSteps.length < place.stepCount;
  if (!attempt) {
    return (
      <div className="grid gap-6">
        <p className="text-lg">{labels.intro.body}</p>
        {known.status === "known" && !learner ? <Notice tone="info" title={labels.intro.anonymous} /> : null}
        {problem ? <Notice tone="warning" live="assertive" title={props.cannotStart} /> : null}
        <div>
          <Button className="needs-js" disabled={known.status === "waiting"} onClick={() => void start()}>
            {isOpen ? fillIn(labels.intro.resume, { number: place.stepNumber }) : labels.intro.start}
          </Button>
        </div>
      </div>
    );
  }

  const question = attempt.questions[position];
  if (showResult || !question) {
    return (
      <div ref={top} tabIndex={-1} className="outline-none">
        <QuizResult
          attempt={attempt}
          given={given}
          result={result}
          labels={labels}
          passMark={quiz.passMark}
          isLearner={learner !== null}
          homeHref={learner ? `/${locale}/learn` : `/${locale}/courses/${course}/${lesson}`}
          lessonHref={`/${locale}/courses/${course}/${lesson}/steps/1`}
          onAgain={() => void start()}
        />
      </div>
    );
  }
  const mine = given.find((one) => one.questionId === question.id) ?? null;
  return (
    <div ref={top} tabIndex={-1} className="grid gap-6 outline-none">
      <QuestionCard
        key={`${attempt.attemptId}-${question.id}`}
        question={question}
        number={position + 1}
        count={attempt.questions.length}
        given={mine}
        labels={labels}
        isLast={position === attempt.questions.length - 1}
        onAnswer={(answer) => {
          setGiven((before) => [
            ...before,
            { questionId: question.id, answer, verdict: null, elsewhere: false },
          ]);
          source.answer(attempt, question.id, answer, (arrived) => {
            if (arrived.result) setResult(arrived.result);
            const now: Given = {
              questionId: question.id,
              answer: arrived.answer,
              verdict: arrived.verdict,
              elsewhere: arrived.outcome === "already-answered",
            };
            setGiven((before) => before.map((one) => (one.questionId === question.id ? now : one)));
          });
        }}
        onNext={() => {
          const next = attempt.questions.findIndex(
            ({ id }, index) => index > position && !given.some((one) => one.questionId === id),
          );
          if (next < 0) setShowResult(true);
          else setPosition(next);
        }}
      />
      {learner ? <SaveStatus labels={props.saving} /> : null}
    </div>
  );
}
