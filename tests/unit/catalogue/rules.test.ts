import { describe, expect, it } from "vitest";
import { LOCALES } from "@/db/enums";
import { courseLibraries } from "@/server/catalogue/library/reads";
import { publicQuestion } from "@/server/catalogue/question/schema";
import { showQuiz } from "@/server/catalogue/reads";
import { activitiesOf, linkedTerms, parseSpans, showLesson, showQuestion } from "@/server/catalogue/rules";
import { quizView, type Span } from "@/server/catalogue/schema";

const plain = (text: string): Span => ({ text, strong: false, term: null });
const strong = (text: string): Span => ({ text, strong: true, term: null });
const term = (id: string, text: string): Span => ({ text, strong: false, term: id });

describe("parseSpans", () => {
  it.each<[string, Span[]]>([
    ["", []],
    ["Just words.", [plain("Just words.")]],
    ["**All of it**", [strong("All of it")]],
    ["Press **Send** now.", [plain("Press "), strong("Send"), plain(" now.")]],
    ["Your [[code-itsme|itsme code]].", [plain("Your "), term("code-itsme", "itsme code"), plain(".")]],
    ["**a****b**", [strong("a"), strong("b")]],
    ["[[a|x]] and [[b|y]]", [term("a", "x"), plain(" and "), term("b", "y")]],
    ["2 ** 3 is 8", [plain("2 ** 3 is 8")]],
    ["**never closed", [plain("**never closed")]],
    ["[[Not A Slug|x]]", [plain("[[Not A Slug|x]]")]],
    ["[[a|]]", [plain("[[a|]]")]],
    ["<b>no markup</b>", [plain("<b>no markup</b>")]],
  ])("%j", (text, spans) => {
    expect(parseSpans(text)).toEqual(spans);
  });

  it("loses no word of any paragraph of the course", () => {
    for (const { course, lessons } of courseLibraries().values()) {
      expect(course.body.file.published.length).toBe(lessons.size);
      for (const { body } of lessons.values()) {
        const texts = LOCALES.flatMap((locale) =>
          Object.values(body.texts[locale].steps).flatMap(({ blocks }) =>
            blocks.flatMap((block) => Object.values(block).flat()),
          ),
        );
        expect(texts.length).toBeGreaterThan(20);
        for (const text of texts) {
          const bare = text.replace(/\*\*(.+?)\*\*/g, "$1").replace(/\[\[[a-z0-9-]+\|(.+?)\]\]/g, "$1");
          expect(
            parseSpans(text)
              .map((span) => span.text)
              .join(""),
          ).toBe(bare);
        }
      }
    }
  });
});

it("linkedTerms names each term once, in order of appearance", () => {
  expect(
    linkedTerms([
      { kind: "text", spans: [term("b", "x"), plain("y"), term("a", "z")] },
      { kind: "list", items: [[term("a", "z")], [term("c", "w")]] },
    ]),
  ).toEqual(["b", "a", "c"]);
});

it("activitiesOf: read, practise, check, with ids of the lesson", () => {
  const lesson = {
    id: "log-in",
    minutes: 20,
    competences: ["2.3"],
    steps: ["one", "two", "three", "four"].map((id) => ({ id })),
    simulations: ["on-computer", "on-phone"],
  };
  expect(activitiesOf(lesson, 8)).toEqual([
    { id: "log-in/steps", lesson: "log-in", kind: "steps", stepCount: 4, simulation: null },
    {
      id: "log-in/on-computer",
      lesson: "log-in",
      kind: "simulation",
      stepCount: 1,
      simulation: "on-computer",
    },
    { id: "log-in/on-phone", lesson: "log-in", kind: "simulation", stepCount: 1, simulation: "on-phone" },
    { id: "log-in/check", lesson: "log-in", kind: "quiz", stepCount: 8, simulation: null },
  ]);
  expect(activitiesOf({ ...lesson, simulations: [] }, 5).map(({ id }) => id)).toEqual([
    "log-in/steps",
    "log-in/check",
  ]);
});

const QUIZZES = [...courseLibraries().values()].flatMap((library) => [...library.quizzes.values()]);
const KINDS = new Set(QUIZZES.flatMap(({ body }) => body.file.questions.map(({ kind }) => kind)));

describe("a question as it is shown", () => {
  it("the course has every kind to look at", () => {
    expect(KINDS).toEqual(new Set(publicQuestion.shape.kind.options));
  });

  it.each(LOCALES)("holds no key, no feedback and no accepted answer (%s)", (locale) => {
    for (const { body, hash } of QUIZZES) {
      const view = showQuiz(body, hash, locale);
      expect(quizView.parse(view)).toEqual(view);
      for (const question of body.file.questions) {
        const text = body.texts[locale][question.id];
        if (!text) throw new Error(`no text for ${question.id}`);
        const shown = showQuestion(question, text);
        expect(publicQuestion.strict().parse(shown)).toEqual(shown);
        const json = JSON.stringify(shown);
        expect(json).not.toMatch(
          /"(?:key|correct|incorrect|feedback|accepted|outcomes|competences|difficulty)"/,
        );
        const secrets = [
          text.correct,
          text.incorrect,
          ...Object.values(text.choices ?? {}).map(({ feedback }) => feedback),
          // A number to be copied stands in the prompt, where its author put it.
          ...(text.accepted ?? []).filter((word) => word.length > 3 && !text.prompt.includes(word)),
        ];
        for (const secret of secrets) expect(json).not.toContain(JSON.stringify(secret).slice(1, -1));
      }
    }
  });

  it("does not change when the key does", () => {
    for (const { body } of QUIZZES) {
      for (const question of body.file.questions) {
        const text = body.texts.fr[question.id];
        if (!text) throw new Error(`no text for ${question.id}`);
        const shown = showQuestion(question, text);
        expect(showQuestion(withAnotherKey(question), text)).toEqual(shown);
      }
    }
  });

  it("does not give the key away by the order of the choices", () => {
    for (const { body } of QUIZZES) {
      for (const question of body.file.questions) {
        if (question.kind === "order") expect(question.choices).not.toEqual(question.key);
        if (question.kind === "match") {
          expect(question.left.map((id) => question.key[id])).not.toEqual(question.right);
        }
      }
    }
  });
});

type Question = (typeof QUIZZES)[number]["body"]["file"]["questions"][number];
function withAnotherKey(question: Question): Question {
  switch (question.kind) {
    case "single":
      return { ...question, key: question.choices.find((id) => id !== question.key) ?? "" };
    case "multiple":
      return { ...question, key: question.choices.filter((id) => !question.key.includes(id)) };
    case "true-false":
      return { ...question, key: !question.key };
    case "order":
      return { ...question, key: question.key.toReversed() };
    case "match":
    case "sort":
      return { ...question, key: {} };
    case "point":
      return { ...question, key: question.choices.find((id) => id !== question.key) ?? "" };
    case "fill-in":
      return question;
  }
}

it("showLesson refuses a fact or a text that is not there, by name", () => {
  const [library] = courseLibraries().values();
  const lesson = library?.lessons.get("log-in");
  if (!library || !lesson) throw new Error("no lesson");
  const source = {
    course: library.course.body.file,
    courseText: library.course.body.texts.fr,
    lesson: lesson.body.file,
    text: lesson.body.texts.fr,
    contentHash: lesson.hash,
    activities: [],
  };
  expect(showLesson(source).steps.map(({ id }) => id)).toEqual(lesson.body.file.steps.map(({ id }) => id));
  expect(() => showLesson({ ...source, course: { ...source.course, facts: [] } })).toThrow(/no fact/);
  expect(() => showLesson({ ...source, text: { ...source.text, steps: {} } })).toThrow(/no text for step/);
});
