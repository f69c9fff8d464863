import { loadOutbox } from "@/components/learning/load-outbox";
import { newId } from "@/components/providers/new-id";
import { trpc } from "@/components/providers/trpc-client";
import type { Locale } from "@/db/enums";
import { scoreOf } from "@/server/assessment/rules";
import type { AttemptResult, AttemptView, SubmitAnswerOutput, Verdict } from "@/server/assessment/schema";
import type { Answer, PublicQuestion } from "@/server/catalogue/question/schema";

export type Given = { questionId: string; answer: Answer; verdict: Verdict | null; elsewhere: boolean };

/** Where a check gets its questions and sends its answers: a learner's attempt, or a visitor's try-out. */
export type AttemptSource = {
  open(): Promise<AttemptView>;
  /** Calls back with the verdict; much later, or never while this page is open, when there is no network. */
  answer(
    attempt: AttemptView,
    questionId: string,
    answer: Answer,
    onVerdict: (arrived: SubmitAnswerOutput) => void,
  ): void;
};

type Place = { course: string; lesson: string; locale: Locale };

/** A learner's attempt: opened on the server, answers kept in the outbox until they have arrived. */
export function learnerSource(personId: string, place: Place): AttemptSource {
  return {
    async open() {
      // What still waits here belongs to the attempt: without it the server would ask the same question again.
      const { flushOutbox } = await loadOutbox();
      await flushOutbox(personId);
      return trpc.assessment.openAttempt.mutate(place);
    },
    answer(attempt, questionId, answer, onVerdict) {
      const input = {
        id: newId(),
        occurredAt: new Date().toISOString(),
        attemptId: attempt.attemptId,
        questionId,
        answer,
        locale: place.locale,
      };
      void loadOutbox().then(({ send }) => send(personId, "assessment.submitAnswer", input, onVerdict));
    },
  };
}

/** A visitor's try-out: graded on the server one by one, kept nowhere. */
export function visitorSource(
  place: Place,
  contentHash: string,
  questions: PublicQuestion[],
  passMark: number,
): AttemptSource {
  const credits = new Map<string, number>();
  const resultSoFar = (): AttemptResult | null => {
    if (credits.size < questions.length) return null;
    const score = scoreOf([...credits.values()], questions.length);
    return { score, passed: score >= passMark, best: score };
  };
  return {
    open: async () => {
      credits.clear();
      return { attemptId: "", contentHash, questions, answered: [], result: null };
    },
    answer(_attempt, questionId, answer, onVerdict) {
      const ask = () =>
        trpc.assessment.tryAnswer
          .query({ contentHash, questionId, answer, locale: place.locale })
          .then(({ verdict }) => {
            credits.set(questionId, verdict.credit);
            onVerdict({ outcome: "recorded", answer, verdict, result: resultSoFar() });
          })
          // Kept nowhere: as long as the page is open, it is asked again when the network is back.
          .catch(() => window.addEventListener("online", () => void ask(), { once: true }));
      void ask();
    },
  };
}
