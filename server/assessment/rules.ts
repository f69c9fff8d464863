import type { Answer, GradableQuestion, QuestionText } from "@/server/catalogue/question/schema";
import type { Verdict } from "./schema";

/** Credit of an answer: 1 right, 0 not yet, between the two where part of it is right. */
export type Grade = { correct: boolean; credit: number };

const WRONG: Grade = { correct: false, credit: 0 };
const gradeOf = (credit: number): Grade => ({
  correct: credit === 1,
  credit: Math.max(0, Math.min(1, credit)),
});
const isChoice = (id: string | undefined, choices: readonly string[]) =>
  id !== undefined && choices.includes(id);

/** Lower case, without accents, extra spaces or final punctuation: two spellings a person would call the same. */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’']/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.!?]+$/, "")
    .trim();
}

/** A number as people write it: "3", "3,0", "1 000", "+32 470…" → its digits with a decimal point; null for no number. */
export function foldNumber(text: string): string | null {
  const compact = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  if (!/^[+-]?\d+(\.\d+)?$/.test(compact)) return null;
  return String(Number(compact));
}

/**
 * Grades one answer against the key. Pure; the order of ticked boxes does not matter. An answer of another kind,
 * or naming choices that are not there, is worth nothing.
 *
 * Partial credit: several choices — right ticks minus wrong ticks over the number of right ones; order — share of
 * neighbours that stand in the right order; match — share of right pairs.
 *
 * @param accepted accepted spellings of a fill-in question in the learner's language
 */
export function grade(question: GradableQuestion, answer: Answer, accepted: readonly string[] = []): Grade {
  if (question.kind !== answer.kind) return WRONG;
  switch (answer.kind) {
    case "single":
      return gradeOf(question.kind === "single" && answer.choice === question.key ? 1 : 0);
    case "true-false":
      return gradeOf(question.kind === "true-false" && answer.value === question.key ? 1 : 0);
    case "multiple": {
      if (question.kind !== "multiple") return WRONG;
      const ticked = new Set(answer.choices.filter((id) => isChoice(id, question.choices)));
      const right = question.key.filter((id) => ticked.has(id)).length;
      return gradeOf((right - (ticked.size - right)) / question.key.length);
    }
    case "order": {
      if (question.kind !== "order") return WRONG;
      const isWhole =
        new Set(answer.order).size === question.key.length &&
        answer.order.every((id) => question.key.includes(id));
      if (!isWhole) return WRONG;
      const neighbours = question.key.slice(1).filter((id, at) => {
        const before = question.key[at];
        return before !== undefined && answer.order.indexOf(before) + 1 === answer.order.indexOf(id);
      }).length;
      return gradeOf(neighbours / (question.key.length - 1));
    }
    case "match": {
      if (question.kind !== "match") return WRONG;
      const key = question.key;
      const right = question.left.filter(
        (id) => answer.pairs[id] !== undefined && answer.pairs[id] === key[id],
      );
      return gradeOf(right.length / question.left.length);
    }
    case "fill-in": {
      if (question.kind !== "fill-in") return WRONG;
      if (question.input === "text") {
        return gradeOf(accepted.some((spelling) => foldText(spelling) === foldText(answer.text)) ? 1 : 0);
      }
      const given = foldNumber(answer.text);
      return gradeOf(given !== null && accepted.some((spelling) => foldNumber(spelling) === given) ? 1 : 0);
    }
  }
}

/** The result of a finished attempt: mean credit as whole per cent, rounded down so that 100 means all right. */
export function scoreOf(credits: readonly number[], questionCount: number): number {
  if (questionCount === 0) return 0;
  const sum = credits.reduce((total, credit) => total + credit, 0);
  return Math.floor((100 * sum) / questionCount + 1e-9);
}

/** Ids of the choices an answer names, for the feedback on each. */
export function chosenIds(answer: Answer): string[] {
  switch (answer.kind) {
    case "single":
      return [answer.choice];
    case "multiple":
      return answer.choices;
    case "true-false":
      return [String(answer.value)];
    case "order":
      return [];
    case "match":
      return Object.keys(answer.pairs);
    case "fill-in":
      return [];
  }
}

function isRight(question: GradableQuestion, answer: Answer, id: string): boolean {
  switch (question.kind) {
    case "single":
      return question.key === id;
    case "multiple":
      return question.key.includes(id);
    case "true-false":
      return String(question.key) === id;
    case "match":
      return answer.kind === "match" && answer.pairs[id] === question.key[id];
    default:
      return false;
  }
}

function solutionOf(question: GradableQuestion, text: QuestionText): string[] {
  const words = (id: string) => text.choices?.[id]?.text ?? id;
  switch (question.kind) {
    case "single":
      return [words(question.key)];
    case "multiple":
    case "order":
      return question.key.map(words);
    case "true-false":
      return [words(String(question.key))];
    case "match":
      return question.left.map((id) => `${words(id)} → ${text.right?.[question.key[id] ?? ""] ?? ""}`);
    case "fill-in":
      return (text.accepted ?? []).slice(0, 1);
  }
}

/** Grades an answer and puts into words what there is to say about it. */
export function judge(question: GradableQuestion, text: QuestionText, answer: Answer): Verdict {
  const result = grade(question, answer, text.accepted);
  const choices = chosenIds(answer).flatMap((id) => {
    const words = text.choices?.[id];
    return words
      ? [{ id, text: words.text, feedback: words.feedback, right: isRight(question, answer, id) }]
      : [];
  });
  return {
    ...result,
    sentence: result.correct ? text.correct : text.incorrect,
    choices,
    solution: result.correct ? [] : solutionOf(question, text),
  };
}
