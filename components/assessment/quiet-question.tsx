"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { fillIn } from "@/components/ui/fill-in";
import { ProgressSteps } from "@/components/ui/progress-steps";
import type { Answer, PublicQuestion } from "@/server/catalogue/question/schema";
import { AnswerFields, isFilled, startingAnswer } from "./answer-fields";
import type { QuizLabels } from "./labels";

/** A question of an exam or a placement: asked, answered once, and nothing said about the answer. */
export function QuietQuestion({
  question,
  number,
  count,
  labels,
  progress,
  onAnswer,
}: {
  question: PublicQuestion;
  number: number;
  count: number;
  labels: QuizLabels;
  /** The sentence above, when not "Question 3 of 20". */
  progress?: string;
  onAnswer: (answer: Answer) => void;
}) {
  const [draft, setDraft] = useState<Answer | null>(() => startingAnswer(question));
  const [isMissing, setIsMissing] = useState(false);
  const { kind } = question;
  const words = labels.question.missing;
  const error = isMissing && kind !== "order" ? words[kind === "true-false" ? "single" : kind] : null;
  return (
    <>
      <ProgressSteps
        current={number}
        total={count}
        label={progress ?? fillIn(labels.question.of, { number, count })}
      />
      <form
        className="grid gap-6"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!draft || !isFilled(question, draft)) return setIsMissing(true);
          onAnswer(draft);
        }}
      >
        <AnswerFields
          question={question}
          labels={labels}
          answer={draft}
          error={error}
          disabled={false}
          onChange={(answer) => {
            setIsMissing(false);
            setDraft(answer);
          }}
        />
        <div>
          <Button type="submit">{labels.question.submit}</Button>
        </div>
      </form>
    </>
  );
}
