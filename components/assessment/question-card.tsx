"use client";

import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { fillIn } from "@/components/ui/fill-in";
import { LiveRegion } from "@/components/ui/live-region";
import { Notice } from "@/components/ui/notice";
import { ProgressSteps } from "@/components/ui/progress-steps";
import type { Answer, PublicQuestion } from "@/server/catalogue/question/schema";
import { AnswerFields, isFilled, startingAnswer } from "./answer-fields";
import type { Given } from "./attempt-source";
import type { QuizLabels } from "./labels";
import { LateWords } from "./late-words";
import { VerdictPanel } from "./verdict-panel";

type QuestionCardProps = {
  question: PublicQuestion;
  number: number;
  count: number;
  given: Given | null;
  labels: QuizLabels;
  isLast: boolean;
  onAnswer: (answer: Answer) => void;
  onNext: () => void;
};

const MISSING = {
  single: "single",
  multiple: "multiple",
  "true-false": "single",
  match: "match",
  sort: "sort",
  point: "point",
  "fill-in": "fill-in",
} as const;

/** One question: asked, answered once, and what there is to say about the answer. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, given, labels } = props;
  const [draft, setDraft] = useState<Answer | null>(() => startingAnswer(question));
  const [missing, setMissing] = useState(false);
  const formId = useId();
  const words = labels.verdict;
  const said = useRef<HTMLDivElement>(null);
  const isAnswered = given !== null;
  const wasAnswered = useRef(isAnswered);

  // The button that was pressed is gone: the focus goes to what is said about the answer, and that comes into sight.
  useEffect(() => {
    if (isAnswered && !wasAnswered.current) said.current?.focus({ preventScroll: true });
    wasAnswered.current = isAnswered;
  }, [isAnswered]);
  const hasVerdict = Boolean(given?.verdict);
  useEffect(() => {
    if (hasVerdict) said.current?.scrollIntoView({ block: "nearest" });
  }, [hasVerdict]);

  function submit() {
    if (!draft || !isFilled(question, draft)) return setMissing(true);
    setMissing(false);
    props.onAnswer(draft);
  }
  const error = missing && question.kind !== "order" ? labels.question.missing[MISSING[question.kind]] : null;
  return (
    <>
      <ProgressSteps
        current={props.number}
        total={props.count}
        label={fillIn(labels.question.of, { number: props.number, count: props.count })}
      />
      <form
        id={formId}
        className="grid gap-5"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <AnswerFields
          question={question}
          labels={labels}
          answer={given?.answer ?? draft}
          error={error}
          disabled={given !== null}
          onChange={(answer) => {
            setMissing(false);
            setDraft(answer);
          }}
        />
        {question.hint && !given ? (
          <Disclosure summary={labels.question.hint}>{question.hint}</Disclosure>
        ) : null}
        {given ? null : (
          <div>
            <Button type="submit">{labels.question.submit}</Button>
          </div>
        )}
      </form>
      <div ref={said} tabIndex={-1} className="outline-none">
        <LiveRegion visible>
          {given?.elsewhere ? (
            <Notice tone="info" title={words.alreadyAnswered.title} className="mb-4">
              <p>{words.alreadyAnswered.body}</p>
            </Notice>
          ) : null}
          {given?.verdict ? (
            <VerdictPanel verdict={given.verdict} kind={question.kind} labels={labels} />
          ) : null}
          {given && !given.verdict ? (
            <LateWords>
              <p className="text-lg">{words.waiting}</p>
            </LateWords>
          ) : null}
        </LiveRegion>
      </div>
      {given ? (
        <div>
          <Button onClick={props.onNext}>{props.isLast ? words.seeResult : words.nextQuestion}</Button>
        </div>
      ) : null}
    </>
  );
}
