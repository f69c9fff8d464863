import { describe, expect, it } from "vitest";
import { LOCALES } from "@/db/enums";
import { readCourses } from "./course-files";

describe.each(readCourses())("the self-assessment of $id", ({ file, selfAssessment }) => {
  const { statements } = selfAssessment.file;
  const ids = statements.map(({ id }) => id);

  it("has twelve statements, each once", () => {
    expect(new Set(ids).size).toBe(12);
    expect(ids).toHaveLength(12);
  });

  it("is about competences the course teaches, and about each of them", () => {
    const taught = new Set(file.modules.flatMap((module) => module.competences));
    const rated = new Set(statements.flatMap(({ competences }) => competences));
    expect([...rated].sort()).toEqual([...taught].sort());
  });

  it.each(LOCALES)("has every word in %s, and no step of the scale twice", (locale) => {
    const { scale, statements: texts } = selfAssessment.texts[locale];
    expect(Object.keys(texts)).toEqual(ids);
    expect(new Set(scale).size).toBe(scale.length);
  });
});
