import { type BankQuestion, type PortableQuestion, portable } from "@/server/catalogue/question-bank/rules";

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
const tag = (name: string, inside: string, attributes = "") => `<${name}${attributes}>${inside}</${name}>`;
const text = (words: string) => tag("text", escaped(words));
const PLAIN = ' format="plain_text"';

/** Questions as a Moodle XML file: one category a lesson. Source: Moodle documentation, "Moodle XML format". */
export function moodleFile(course: string, bank: readonly BankQuestion[]): string {
  const lessons = [...new Set(bank.map(({ lesson }) => lesson))];
  const parts = lessons.flatMap((lesson) => [
    tag("question", tag("category", text(`$course$/${course}/${lesson}`)), ' type="category"'),
    ...bank.filter((one) => one.lesson === lesson).map((one) => moodleQuestion(portable(one))),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join("\n")}\n</quiz>\n`;
}

const TYPES = { "true-false": "truefalse", options: "multichoice", typed: "shortanswer", pairs: "matching" };

function moodleQuestion(question: PortableQuestion): string {
  const lines = [
    tag("name", text(question.id)),
    tag("questiontext", text(question.prompt), PLAIN),
    tag("idnumber", escaped(question.id)),
    ...sentencesOf(question),
    ...answersOf(question),
    ...(question.hint ? [tag("hint", text(question.hint), PLAIN)] : []),
  ];
  return tag(
    "question",
    `\n${lines.map((line) => `  ${line}`).join("\n")}\n`,
    ` type="${TYPES[question.shape]}"`,
  );
}

function sentencesOf(question: PortableQuestion): string[] {
  if (question.shape === "true-false") return [];
  if (question.shape === "typed") return [tag("generalfeedback", text(question.wrong), PLAIN)];
  return [
    tag("correctfeedback", text(question.right), PLAIN),
    tag("partiallycorrectfeedback", text(question.wrong), PLAIN),
    tag("incorrectfeedback", text(question.wrong), PLAIN),
  ];
}

const answer = (words: string, percent: number, said: string) =>
  tag(
    "answer",
    text(words) + (said ? tag("feedback", text(said), PLAIN) : ""),
    ` fraction="${percent}"${PLAIN}`,
  );

function answersOf(question: PortableQuestion): string[] {
  switch (question.shape) {
    case "true-false":
      return [
        answer("true", question.isTrue ? 100 : 0, question.whenTrue),
        answer("false", question.isTrue ? 0 : 100, question.whenFalse),
      ];
    case "options":
      return [
        tag("single", String(!question.isMultiple)),
        tag("shuffleanswers", "false"),
        tag("answernumbering", "none"),
        ...question.options.map((one) => answer(one.text, one.percent, one.feedback)),
      ];
    case "typed":
      return [tag("usecase", "0"), ...question.accepted.map((word) => answer(word, 100, question.right))];
    case "pairs":
      return [
        tag("shuffleanswers", "true"),
        ...question.pairs.map((pair) =>
          tag("subquestion", text(pair.left) + tag("answer", text(pair.right)), PLAIN),
        ),
        ...question.extra.map((right) => tag("subquestion", text("") + tag("answer", text(right)), PLAIN)),
      ];
  }
}
