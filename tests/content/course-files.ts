import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { LOCALES, type Locale } from "@/db/enums";
import { type FrameworkFile, frameworkFile } from "@/server/catalogue/framework/schema";
import { courseBody, lessonBody, quizBody } from "@/server/catalogue/library/schema";
import { selfAssessmentBody } from "@/server/catalogue/self-assessment/schema";

const CONTENT = join(process.cwd(), "content");

/** One YAML file of `content/`, as plain data. Throws, naming line and column, when it is not YAML. */
export function readContent(path: string): unknown {
  return parse(readFileSync(join(CONTENT, path), "utf8"));
}

const inEveryLocale = (pathOf: (locale: Locale) => string) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, readContent(pathOf(locale))]));

const courseIds = readdirSync(join(CONTENT, "courses"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Every course with its published lessons and checks, each in four languages. Throws what the schemas say. */
export function readCourses() {
  return courseIds.map((id) => {
    const base = `courses/${id}`;
    const { file, texts } = courseBody.parse({
      file: readContent(`${base}/course.yaml`),
      texts: inEveryLocale((locale) => `${base}/${locale}.yaml`),
    });
    const lessons = file.published.map((lesson) => {
      const folder = `${base}/lessons/${lesson}`;
      return {
        folder: lesson,
        lesson: lessonBody.parse({
          file: readContent(`${folder}/lesson.yaml`),
          texts: inEveryLocale((locale) => `${folder}/${locale}.yaml`),
        }),
        check: quizBody.parse({
          file: readContent(`${folder}/check.yaml`),
          texts: inEveryLocale((locale) => `${folder}/check.${locale}.yaml`),
        }),
      };
    });
    const selfAssessment = selfAssessmentBody.parse({
      file: readContent(`${base}/self-assessment.yaml`),
      texts: inEveryLocale((locale) => `${base}/self-assessment.${locale}.yaml`),
    });
    return { id, file, texts, lessons, selfAssessment };
  });
}
type CourseOnDisk = ReturnType<typeof readCourses>[number];

/** The competence framework. */
export function readFramework(): FrameworkFile {
  return frameworkFile.parse(readContent("frameworks/digcomp-3.0.yaml"));
}

/** Every sentence-like text inside `value`, at any depth, with the path that leads to it. */
export function textsIn(value: unknown, path = ""): { path: string; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => textsIn(held, path ? `${path}.${key}` : key));
}

/** All that a learner can read of a course in one language. */
export function wordsOf(course: CourseOnDisk, locale: Locale): { path: string; text: string }[] {
  return [
    ...textsIn(course.texts[locale], `${course.id}/${locale}`),
    ...textsIn(course.selfAssessment.texts[locale], `self-assessment.${locale}`),
    ...course.lessons.flatMap(({ folder, lesson, check }) => [
      ...textsIn(lesson.texts[locale], `${folder}/${locale}`),
      ...textsIn(check.texts[locale], `${folder}/check.${locale}`),
    ]),
  ].filter(({ path }) => !/\.(?:fact|accepted\.\d+)$/.test(path));
}
