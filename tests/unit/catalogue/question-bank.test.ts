import { XMLParser } from "fast-xml-parser";
import { type GIFTQuestion, parse } from "gift-pegjs";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/db/enums";
import { courseLibraries } from "@/server/catalogue/library/reads";
import { canExportQuestionBank } from "@/server/catalogue/policy";
import { type BankQuestion, portable } from "@/server/catalogue/question-bank/rules";
import { giftFile } from "@/server/catalogue/question-bank-gift/rules";
import { moodleFile } from "@/server/catalogue/question-bank-moodle/rules";
import type { Actor } from "@/server/kernel/actor";

const COURSE = "itsme-eid";
const bankIn = (locale: (typeof LOCALES)[number]): BankQuestion[] =>
  [...(courseLibraries().get(COURSE)?.quizzes.values() ?? [])].flatMap(({ body }) =>
    body.file.questions.map((question) => {
      const text = body.texts[locale][question.id];
      if (!text) throw new Error(`no text for ${question.id}`);
      return { lesson: body.file.id, question, text };
    }),
  );

const ODD = 'a {brace} ~ tilde = equals # hash : colon \\ slash <b> & "quote" é 日本';
const common = { competences: ["2.6"], outcomes: ["LO2.6.05"], difficulty: 1 };
const oddText = { text: ODD, feedback: ODD };
const odd: BankQuestion[] = [
  {
    lesson: "odd",
    question: { ...common, id: "odd-single", kind: "single", choices: ["a", "b"], key: "b" },
    text: {
      prompt: ODD,
      choices: { a: { ...oddText, text: `${ODD} 1` }, b: oddText },
      correct: ODD,
      incorrect: ODD,
      hint: ODD,
    },
  },
  {
    lesson: "odd",
    question: { ...common, id: "odd-match", kind: "match", left: ["a"], right: ["x", "y"], key: { a: "y" } },
    text: {
      prompt: ODD,
      choices: { a: oddText },
      right: { x: "spare", y: ODD },
      correct: ODD,
      incorrect: ODD,
    },
  },
];

type Read = { id: string; prompt: string; answers: unknown };

/** What a reader of GIFT understands, in the words of the bank. */
function readGift(file: string): Read[] {
  return parse(file).flatMap((question: GIFTQuestion): Read[] => {
    if (question.type === "Category" || question.type === "Description") return [];
    const common = { id: question.title ?? "", prompt: question.stem.text };
    switch (question.type) {
      case "TF": {
        // The parser names the two by their places; in GIFT the first is for the wrong answer.
        const [wrong, right] = [question.trueFeedback?.text, question.falseFeedback?.text];
        const said = question.isTrue ? [right, wrong] : [wrong, right];
        return [{ ...common, answers: { isTrue: question.isTrue, said } }];
      }
      case "MC":
        return [
          {
            ...common,
            answers: question.choices.map(({ isCorrect, weight, text, feedback }) => ({
              text: text.text,
              percent: weight ?? (isCorrect ? 100 : 0),
              feedback: feedback?.text ?? "",
            })),
          },
        ];
      case "Short":
        return [{ ...common, answers: question.choices.map(({ text }) => text.text) }];
      case "Matching":
        return [
          {
            ...common,
            answers: question.matchPairs.map(({ subquestion, subanswer }) => [
              subquestion.text,
              // The parser keeps its own marks for escaped signs on this side of a pair.
              subanswer.replace(/&&(\d+);/g, (_mark, code) => String.fromCharCode(Number(code))),
            ]),
          },
        ];
      default:
        throw new Error(`a shape nobody wrote: ${question.type}`);
    }
  });
}

/** What must come back, whatever the format. */
function comesBack(one: BankQuestion): Read {
  const question = portable(one);
  const { id, prompt } = question;
  switch (question.shape) {
    case "true-false": {
      // GIFT: the first feedback is for the wrong answer, which the parser names by the answer it belongs to.
      const { isTrue, whenTrue, whenFalse } = question;
      return { id, prompt, answers: { isTrue, said: [whenTrue, whenFalse] } };
    }
    case "options":
      return { id, prompt, answers: question.options };
    case "typed":
      return { id, prompt, answers: question.accepted };
    case "pairs":
      return {
        id,
        prompt,
        answers: [
          ...question.pairs.map(({ left, right }) => [left, right]),
          ...question.extra.map((right) => ["", right]),
        ],
      };
  }
}
const wanted = (bank: readonly BankQuestion[]) => bank.map(comesBack);

const xml = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  isArray: (name) => ["question", "answer", "subquestion"].includes(name),
});
type Node = { text?: string; "@_fraction"?: string; feedback?: { text: string }; answer?: Node[] };
type MoodleQuestion = {
  "@_type": string;
  name: { text: string };
  questiontext: { text: string };
  category?: { text: string };
  single?: string;
  answer?: Node[];
  subquestion?: Node[];
};

function readMoodle(file: string): Read[] {
  const { quiz } = xml.parse(file) as { quiz: { question: MoodleQuestion[] } };
  return quiz.question.flatMap((question): Read[] => {
    if (question["@_type"] === "category") return [];
    const common = { id: question.name.text, prompt: question.questiontext.text };
    const answers = question.answer ?? [];
    switch (question["@_type"]) {
      case "truefalse": {
        const said = answers.map(({ feedback }) => feedback?.text);
        return [{ ...common, answers: { isTrue: answers[0]?.["@_fraction"] === "100", said } }];
      }
      case "multichoice":
        return [
          {
            ...common,
            answers: answers.map(({ text, feedback, ...rest }) => ({
              text,
              percent: Number(rest["@_fraction"]),
              feedback: feedback?.text ?? "",
            })),
          },
        ];
      case "shortanswer":
        return [{ ...common, answers: answers.map(({ text }) => text) }];
      default:
        return [
          {
            ...common,
            answers: (question.subquestion ?? []).map(({ text, answer }) => [text ?? "", answer?.[0]?.text]),
          },
        ];
    }
  });
}

describe.each(LOCALES)("the bank in %s", (locale) => {
  const bank = bankIn(locale);

  it("has every kind of question to send", () => {
    expect(new Set(bank.map(({ question }) => question.kind)).size).toBe(8);
  });

  it("comes back whole from GIFT", () => {
    expect(readGift(giftFile(COURSE, bank))).toEqual(wanted(bank));
  });

  it("comes back whole from Moodle XML", () => {
    expect(readMoodle(moodleFile(COURSE, bank))).toEqual(wanted(bank));
  });
});

it("signs that mean something in a format come back as they were", () => {
  expect(readGift(giftFile(COURSE, odd))).toEqual(wanted(odd));
  expect(readMoodle(moodleFile(COURSE, odd))).toEqual(wanted(odd));
});

it("several right choices share the points as we do, in fractions that Moodle takes", () => {
  const MOODLE = [100, 50, 33.33333, 25, 20, 16.66667];
  for (const [index, fraction] of MOODLE.entries()) {
    const choices = ["a", "b", "c", "d", "e", "f", "g"].slice(0, index + 2);
    const question = { ...common, id: "q", kind: "multiple" as const, choices, key: choices.slice(1) };
    const shown = portable({ lesson: "l", question, text: { prompt: "p", correct: "c", incorrect: "i" } });
    if (shown.shape !== "options") throw new Error(shown.shape);
    expect(shown.options.map(({ percent }) => percent)).toEqual([
      -fraction,
      ...choices.slice(1).map(() => fraction),
    ]);
  }
});

describe("the bank holds every key", () => {
  const person = (...roles: ("learner" | "trainer" | "coordinator" | "admin")[]): Actor => ({
    kind: "person",
    personId: "p",
    sessionId: "s",
    roles: roles.map((role) => ({ role, organisationId: null })),
    memberships: [],
  });
  it.each([
    ["nobody", { kind: "anonymous" } as Actor, false],
    ["a learner", person("learner"), false],
    ["a trainer", person("trainer"), true],
    ["a learner who also teaches", person("learner", "trainer"), true],
    ["a coordinator", person("coordinator"), true],
    ["an administrator", person("admin"), true],
  ])("%s: %s", (_who, actor, may) => {
    expect(canExportQuestionBank(actor)).toBe(may);
  });
});
