import type { Answer, GradableQuestion } from "@/server/catalogue/question/schema";

/**
 * An answer to a question, right or wrong as wished: for the demonstration, the bench and the tests.
 *
 * @param accepted accepted spellings of a fill-in question
 */
export function answerTo(question: GradableQuestion, accepted: readonly string[], right: boolean): Answer {
  switch (question.kind) {
    case "single":
      return {
        kind: "single",
        choice: question.choices.find((id) => (id === question.key) === right) ?? "",
      };
    case "multiple":
      return {
        kind: "multiple",
        choices: question.choices.filter((id) => question.key.includes(id) === right),
      };
    case "true-false":
      return { kind: "true-false", value: question.key === right };
    case "order":
      return { kind: "order", order: right ? question.key : question.key.toReversed() };
    case "match":
      return { kind: "match", pairs: right ? question.key : {} };
    case "sort":
      return { kind: "sort", groups: right ? question.key : {} };
    case "point":
      return { kind: "point", choice: question.choices.find((id) => (id === question.key) === right) ?? "" };
    case "fill-in":
      return { kind: "fill-in", text: right ? (accepted[0] ?? "") : "?" };
  }
}
