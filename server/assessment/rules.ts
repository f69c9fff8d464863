import type { Answer, GradableQuestion, QuestionText } from "@/server/catalogue/question/schema";
import type { Verdict } from "./schema";

/** Credit of an answer: 1 right, 0 not yet, between the two where part of it is right. */
export type Grade = { correct: boolean; credit: number };

const WRONG: Grade = { correct: false, credit: 0 };
const gradeOf = (credit: number): Grade => ({
  correct: credit === 1,
  credit: Math.max(0, Math.min(1, credit)),
});

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

const GROUPED_BY_POINTS = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
const GROUPED_BY_COMMAS = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * A number as people write it: "3", "3,0", "3.", "1 000", "1.000,5", "+32 470…" → its digits with a decimal point;
 * null for no number. Points or commas before groups of three digits are taken for thousands, as on an invoice.
 */
export function foldNumber(text: string): string | null {
  const compact = text.replace(/\s/g, "").replace(/[.,!?]+$/, "");
  const separator = GROUPED_BY_POINTS.test(compact) ? "." : GROUPED_BY_COMMAS.test(compact) ? "," : "";
  const digits = (separator ? compact.replaceAll(separator, "") : compact).replace(",", ".");
  return /^[+-]?\d+(\.\d+)?$/.test(digits) ? String(Number(digits)) : null;
}

/**
 * Grades one answer against the key. Pure; the order of ticked boxes does not matter. An answer of another kind,
 * or naming choices that are not there, is worth nothing; a pair that is not there does not count.
 *
 * Partial credit: several choices — right ticks minus wrong ticks over the number of right ones; order — share of
 * neighbours that stand in the right order; match and sort — share of right pairs.
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
      const ticked = new Set(answer.choices);
      if (![...ticked].every((id) => question.choices.includes(id))) return WRONG;
      const right = question.key.filter((id) => ticked.has(id)).length;
      return gradeOf((right - (ticked.size - right)) / question.key.length);
    }
    case "order": {
      if (question.kind !== "order") return WRONG;
      const isWhole =
        answer.order.length === question.key.length &&
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
    case "sort": {
      if (question.kind !== "sort") return WRONG;
      const { choices, key } = question;
      const right = choices.filter((id) => answer.groups[id] !== undefined && answer.groups[id] === key[id]);
      return gradeOf(right.length / choices.length);
    }
    case "point":
      return gradeOf(question.kind === "point" && answer.choice === question.key ? 1 : 0);
    case "fill-in": {
      if (question.kind !== "fill-in") return WRONG;
      // "five digits" is right where a number is asked for, when the author accepts it.
      if (accepted.some((spelling) => foldText(spelling) === foldText(answer.text))) return gradeOf(1);
      const given = question.input === "number" ? foldNumber(answer.text) : null;
      return gradeOf(given !== null && accepted.some((spelling) => foldNumber(spelling) === given) ? 1 : 0);
    }
  }
}

/** Credits are kept in single precision: 5/6 comes back a little smaller, and must not cost a point. */
const STORED_PRECISION = 1e-4;

/** The result of a finished attempt: mean credit as whole per cent, rounded down so that 100 means all right. */
export function scoreOf(credits: readonly number[], questionCount: number): number {
  if (questionCount === 0) return 0;
  const sum = credits.reduce((total, credit) => total + credit, 0);
  return Math.floor((100 * sum) / questionCount + STORED_PRECISION);
}

/** Ids of the choices an answer names, for the feedback on each. */
export function chosenIds(answer: Answer): string[] {
  switch (answer.kind) {
    case "single":
    case "point":
      return [answer.choice];
    case "multiple":
      return answer.choices;
    case "true-false":
      return [String(answer.value)];
    case "order":
      return [];
    case "match":
      return Object.keys(answer.pairs);
    case "sort":
      return Object.keys(answer.groups);
    case "fill-in":
      return [];
  }
}

function isRight(question: GradableQuestion, answer: Answer, id: string): boolean {
  switch (question.kind) {
    case "single":
    case "point":
      return question.key === id;
    case "multiple":
      return question.key.includes(id);
    case "true-false":
      return String(question.key) === id;
    case "match":
      return answer.kind === "match" && answer.pairs[id] === question.key[id];
    case "sort":
      return answer.kind === "sort" && answer.groups[id] === question.key[id];
    default:
      return false;
  }
}

/** The words of a choice. What a client sends may be any text, "constructor" included. */
function wordsOf({ choices = {} }: QuestionText, id: string) {
  return Object.hasOwn(choices, id) ? choices[id] : undefined;
}

function solutionOf(question: GradableQuestion, text: QuestionText): string[] {
  const words = (id: string) => wordsOf(text, id)?.text ?? id;
  switch (question.kind) {
    case "single":
    case "point":
      return [words(question.key)];
    case "multiple":
    case "order":
      return question.key.map(words);
    case "true-false":
      return [words(String(question.key))];
    case "match":
      return question.left.map((id) => `${words(id)} → ${text.right?.[question.key[id] ?? ""] ?? ""}`);
    case "sort":
      return question.choices.map((id) => `${words(id)} → ${text.right?.[question.key[id] ?? ""] ?? ""}`);
    case "fill-in":
      return (text.accepted ?? []).slice(0, 1);
  }
}

/** Grades an answer and puts into words what there is to say about it. */
export function judge(question: GradableQuestion, text: QuestionText, answer: Answer): Verdict {
  const result = grade(question, answer, text.accepted);
  const choices = chosenIds(answer).flatMap((id) => {
    const words = wordsOf(text, id);
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
