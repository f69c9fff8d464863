import { describe, expect, it } from "vitest";
import { LOCALES } from "@/db/enums";
import type { GradableQuestion } from "@/server/catalogue/question/schema";
import { readCourses } from "./course-files";

const courses = readCourses();
const checkCases = courses.flatMap((course) =>
  course.lessons.map((found) => ({ name: found.folder, ...found })),
);
const questionCases = checkCases.flatMap(({ name, check }) =>
  check.file.questions.map((question) => ({
    lesson: name,
    id: question.id,
    kind: question.kind,
    question,
    check,
  })),
);
const localeCases = questionCases.flatMap((questionCase) =>
  LOCALES.map((locale) => ({ ...questionCase, locale })),
);

const sorted = (ids: Iterable<string>) => [...ids].sort();

/** The ids that need a text and a feedback. */
function choicesOf(question: GradableQuestion): string[] {
  switch (question.kind) {
    case "fill-in":
      return [];
    case "true-false":
      return ["true", "false"];
    case "match":
      return question.left;
    default:
      return question.choices;
  }
}

describe("all checks", () => {
  it("use each question id once in a course", () => {
    for (const course of courses) {
      const ids = course.lessons.flatMap(({ check }) => check.file.questions.map(({ id }) => id));
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });
});

describe.each(checkCases)("check of $name", ({ name, lesson, check }) => {
  const { questions } = check.file;

  it("belongs to its lesson, and so do its questions", () => {
    expect(check.file.id).toBe(name);
    expect(questions.map(({ id }) => id).filter((id) => !id.startsWith(`${name}-`))).toEqual([]);
  });

  it("asks at least twice about each competence of the lesson, and about no other", () => {
    const asked = questions.flatMap(({ competences }) => competences);
    for (const code of lesson.file.competences) {
      expect(asked.filter((one) => one === code).length, code).toBeGreaterThanOrEqual(2);
    }
    expect(asked.filter((code) => !lesson.file.competences.includes(code))).toEqual([]);
  });

  it("asks in at least three ways", () => {
    expect(new Set(questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(3);
  });

  it("does not keep the right answer in one and the same place", () => {
    const places = questions.flatMap((question) =>
      question.kind === "single" ? question.choices.indexOf(question.key) : [],
    );
    if (places.length > 1) expect(new Set(places).size).toBeGreaterThan(1);
  });

  it.each(LOCALES)("has a text in %s for each question and no other", (locale) => {
    expect(sorted(Object.keys(check.texts[locale]))).toEqual(sorted(questions.map(({ id }) => id)));
  });
});

describe.each(questionCases)("question $id ($kind)", ({ question, check }) => {
  it("proves learning outcomes of its own competences", () => {
    const proved = question.outcomes.map((outcome) => outcome.slice(2, 5));
    expect(sorted(new Set(proved))).toEqual(sorted(question.competences));
  });

  it("has a key that fits its choices", () => {
    switch (question.kind) {
      case "single":
        expect(question.choices).toContain(question.key);
        break;
      case "multiple":
        expect(question.choices).toEqual(expect.arrayContaining(question.key));
        expect(new Set(question.key).size).toBe(question.key.length);
        expect(question.key.length).toBeLessThan(question.choices.length);
        break;
      case "order":
        expect(sorted(question.key)).toEqual(sorted(question.choices));
        expect(question.choices).not.toEqual(question.key);
        break;
      case "sort":
        expect(sorted(Object.keys(question.key))).toEqual(sorted(question.choices));
        expect(sorted(new Set(Object.values(question.key)))).toEqual(sorted(question.groups));
        break;
      case "point":
        expect(question.choices).toContain(question.key);
        expect(question.screen.lines.map(({ id }) => id)).toEqual(expect.arrayContaining(question.choices));
        break;
      case "match":
        expect(sorted(Object.keys(question.key))).toEqual(sorted(question.left));
        expect(question.right).toEqual(expect.arrayContaining(Object.values(question.key)));
        expect(question.right).not.toEqual(question.left.map((id) => question.key[id]));
        break;
    }
  });

  it("has each choice once", () => {
    const sides = [choicesOf(question)];
    if (question.kind === "match") sides.push(question.right);
    if (question.kind === "sort") sides.push(question.groups);
    if (question.kind === "point") sides.push(question.screen.lines.map(({ id }) => id));
    for (const side of sides) expect(new Set(side).size).toBe(side.length);
  });

  it("gives a hint in every language or in none", () => {
    const hints = LOCALES.map((locale) => check.texts[locale][question.id]?.hint !== undefined);
    expect(new Set(hints).size).toBe(1);
  });
});

describe.each(localeCases)("question $id in $locale", ({ question, check, locale }) => {
  const text = check.texts[locale][question.id];

  it("has a text and a feedback for each choice and no other", () => {
    expect(sorted(Object.keys(text?.choices ?? {}))).toEqual(sorted(choicesOf(question)));
    expect(sorted(Object.keys(text?.right ?? {}))).toEqual(
      sorted(question.kind === "match" ? question.right : question.kind === "sort" ? question.groups : []),
    );
    expect(sorted(Object.keys(text?.screen ?? {}))).toEqual(
      sorted(question.kind === "point" ? question.screen.lines.map(({ id }) => id) : []),
    );
  });

  it("lists accepted answers when they are typed, and only then", () => {
    expect((text?.accepted ?? []).length > 0).toBe(question.kind === "fill-in");
    if (question.kind === "fill-in" && question.input === "number") {
      expect(text?.accepted).toContainEqual(expect.stringMatching(/^\d+$/));
    }
  });

  it("shows different words for different choices", () => {
    const shown = Object.values(text?.choices ?? {}).map((choice) => choice.text);
    expect(new Set(shown).size).toBe(shown.length);
  });
});
