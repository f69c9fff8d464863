"use client";

import { classNames } from "@/components/ui/class-names";
import { CheckIcon, UndoIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import type { Verdict } from "@/server/assessment/schema";
import type { Answer } from "@/server/catalogue/question/schema";
import type { QuizLabels } from "./labels";

/** What there is to say about an answer: the sentence, a word on each choice, and the right answer when it was another. */
export function VerdictPanel({
  verdict,
  kind,
  labels,
}: {
  verdict: Verdict;
  /** Kind of the question: it names what the right answer is. */
  kind: Answer["kind"];
  labels: QuizLabels;
}) {
  const words = labels.verdict;
  const title = verdict.correct ? words.right : verdict.credit > 0 ? words.almost : words.notYet;
  const List = kind === "order" ? "ol" : "ul";
  return (
    <Notice tone={verdict.correct ? "success" : "tip"} title={title}>
      <p>{withoutOpening(verdict.sentence, words.notYet)}</p>
      {verdict.choices.length > 0 ? (
        <ul className="grid gap-3">
          {verdict.choices.map((choice) => (
            <li key={choice.id} className="flex gap-3">
              {choice.right ? (
                <CheckIcon className="mt-1 size-[1.2em]" />
              ) : (
                <UndoIcon className="mt-1 size-[1.2em]" />
              )}
              <span>
                <strong>{choice.text}</strong>
                <span className="sr-only"> – {choice.right ? words.choiceRight : words.choiceNotYet}</span>
                <span className="block">{choice.feedback}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {verdict.solution.length > 0 ? (
        <div>
          <p className="font-bold">{words.solution[solutionName(kind, verdict.solution.length)]}</p>
          {verdict.solution.length === 1 ? (
            <p>{verdict.solution[0]}</p>
          ) : (
            <List className={classNames("pl-8", kind === "order" ? "list-decimal" : "list-disc")}>
              {verdict.solution.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </List>
          )}
        </div>
      ) : null}
    </Notice>
  );
}

function solutionName(kind: Answer["kind"], count: number): keyof QuizLabels["verdict"]["solution"] {
  if (kind === "order" || kind === "match") return kind;
  return count > 1 ? "several" : "one";
}

/** The sentences about other answers open with "Not yet.", which the title says already, or says better ("Almost"). */
function withoutOpening(sentence: string, opening: string): string {
  return sentence.startsWith(`${opening}. `) ? sentence.slice(opening.length + 2) : sentence;
}
