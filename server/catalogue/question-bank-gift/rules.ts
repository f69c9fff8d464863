import { type BankQuestion, type PortableQuestion, portable } from "@/server/catalogue/question-bank/rules";

/** The signs that mean something in GIFT, made plain. Source: Moodle documentation, "GIFT format". */
const plain = (text: string) => text.replace(/[\\~=#{}:]/g, (sign) => `\\${sign}`).replaceAll("\n", "\\n");
const feedback = (text: string) => (text ? `#${plain(text)}` : "");

/** Questions as a GIFT file: one category a lesson, ids as titles, feedback on each choice. */
export function giftFile(course: string, bank: readonly BankQuestion[]): string {
  const lessons = [...new Set(bank.map(({ lesson }) => lesson))];
  const parts = lessons.map((lesson) => {
    const own = bank.filter((one) => one.lesson === lesson).map(portable);
    return [`$CATEGORY: $course$/${course}/${lesson}`, ...own.map(giftQuestion)].join("\n\n");
  });
  return `${parts.join("\n\n")}\n`;
}

function giftQuestion(question: PortableQuestion): string {
  return `::${plain(question.id)}::${plain(question.prompt)} ${answersOf(question)}`;
}

function answersOf(question: PortableQuestion): string {
  switch (question.shape) {
    case "true-false": {
      // Feedback for a wrong answer comes first.
      const { isTrue, whenTrue, whenFalse } = question;
      const [wrong, right] = isTrue ? [whenFalse, whenTrue] : [whenTrue, whenFalse];
      return `{${isTrue ? "TRUE" : "FALSE"}${feedback(wrong)}${feedback(right)}}`;
    }
    case "options": {
      const lines = question.options.map(({ text, feedback: said, percent }) => {
        const sign = question.isMultiple ? `~%${percent}%` : percent === 100 ? "=" : "~";
        return `  ${sign}${plain(text)}${feedback(said)}`;
      });
      return `{\n${lines.join("\n")}\n}`;
    }
    case "typed":
      return `{\n${question.accepted.map((word) => `  =${plain(word)}`).join("\n")}\n}`;
    case "pairs": {
      const pairs = question.pairs.map(({ left, right }) => `  =${plain(left)} -> ${plain(right)}`);
      const extra = question.extra.map((right) => `  = -> ${plain(right)}`);
      return `{\n${[...pairs, ...extra].join("\n")}\n}`;
    }
  }
}
