"use client";

import { Button, ButtonLink } from "@/components/ui/button";
import { fillIn } from "@/components/ui/fill-in";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import type { AttemptResult, AttemptView } from "@/server/assessment/schema";
import type { Given } from "./attempt-source";
import type { QuizLabels } from "./labels";
import { LateWords } from "./late-words";

type QuizResultProps = {
  attempt: AttemptView;
  given: readonly Given[];
  result: AttemptResult | null;
  labels: QuizLabels;
  passMark: number;
  isLearner: boolean;
  homeHref: string;
  lessonHref: string;
  onAgain: () => void;
};

/** The end of a check: the result in words, what to read again, and one thing to do next. */
export function QuizResult(props: QuizResultProps) {
  const { attempt, given, result, labels } = props;
  const words = labels.result;
  if (!result) {
    return (
      <Notice tone="info" title={words.title}>
        <LateWords>
          <p>{labels.verdict.waiting}</p>
        </LateWords>
      </Notice>
    );
  }
  const toReread = attempt.questions.flatMap((question, index) => {
    const verdict = given.find((one) => one.questionId === question.id)?.verdict;
    return verdict && !verdict.correct
      ? [{ id: question.id, number: index + 1, prompt: question.prompt }]
      : [];
  });
  const passedBody = props.isLearner ? words.passed.body : words.passed.bodyAnonymous;
  return (
    <div className="grid gap-6">
      <Heading level={2}>{words.title}</Heading>
      <p className="text-4xl font-bold text-brand">{fillIn(words.score, { score: result.score })}</p>
      <Notice
        tone={result.passed ? "success" : "tip"}
        title={result.passed ? words.passed.title : words.notYet.title}
      >
        <p>{result.passed ? passedBody : fillIn(words.notYet.body, { passMark: props.passMark })}</p>
        {result.best > result.score ? <p>{fillIn(words.best, { score: result.best })}</p> : null}
      </Notice>
      {toReread.length > 0 ? (
        <section>
          <Heading level={3}>{words.reread}</Heading>
          <ul className="mt-3 grid gap-3">
            {toReread.map((question) => (
              <li key={question.id} className="rounded-md border-2 border-border-soft bg-raised p-4">
                <span className="font-bold">
                  {fillIn(labels.question.of, { number: question.number, count: attempt.questions.length })}
                </span>
                <span className="block">{question.prompt}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <div className="flex flex-wrap gap-4">
        {result.passed ? (
          <>
            <ButtonLink href={props.homeHref}>{words.continue}</ButtonLink>
            <Button tone="secondary" size="large" onClick={props.onAgain}>
              {words.again}
            </Button>
          </>
        ) : (
          <>
            <ButtonLink href={props.lessonHref}>{words.backToLesson}</ButtonLink>
            <Button tone="secondary" size="large" onClick={props.onAgain}>
              {words.again}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
