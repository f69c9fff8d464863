import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { z } from "zod";
import { LOCALES, type Locale } from "@/db/enums";
import { type ExamBody, examBody } from "../exam/schema";
import { type FrameworkFile, frameworkFile } from "../framework/schema";
import { type PlacementBody, placementBody } from "../placement/schema";
import { loadPersonas, loadScenario, type ScenarioBody } from "../scenario/reads";
import { type SelfAssessmentBody, selfAssessmentBody } from "../self-assessment/schema";
import {
  type CourseBody,
  courseBody,
  type LessonBody,
  lessonBody,
  type QuizBody,
  quizBody,
  type Versioned,
} from "./schema";

const CONTENT = join(process.cwd(), "content");
const COURSES = ["itsme-eid"];

export type CourseLibrary = {
  course: Versioned<CourseBody>;
  lessons: Map<string, Versioned<LessonBody>>;
  quizzes: Map<string, Versioned<QuizBody>>;
  scenarios: Map<string, Versioned<ScenarioBody>>;
  selfAssessment: Versioned<SelfAssessmentBody>;
  exam: Versioned<ExamBody>;
  placement: Versioned<PlacementBody>;
};

/** JSON with sorted keys, so that the same content always has the same hash. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(",")}}`;
}

/** The body with the SHA-256 of its canonical JSON. */
function versioned<Body>(body: Body): Versioned<Body> {
  return { hash: createHash("sha256").update(canonicalJson(body)).digest("hex"), body };
}

const readYaml = (path: string): unknown => parse(readFileSync(join(CONTENT, path), "utf8"));

function readInEveryLocale(pathOf: (locale: Locale) => string): Record<string, unknown> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, readYaml(pathOf(locale))]));
}

function checked<Schema extends z.ZodType>(schema: Schema, raw: unknown, where: string): z.output<Schema> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new Error(`content/${where}: ${first?.path.join(".")}: ${first?.message}`);
}

function loadSelfAssessment(base: string): SelfAssessmentBody {
  const name = `${base}/self-assessment`;
  return checked(
    selfAssessmentBody,
    { file: readYaml(`${name}.yaml`), texts: readInEveryLocale((locale) => `${name}.${locale}.yaml`) },
    name,
  );
}

function loadCourse(id: string): CourseLibrary {
  const base = `courses/${id}`;
  const course = checked(
    courseBody,
    { file: readYaml(`${base}/course.yaml`), texts: readInEveryLocale((locale) => `${base}/${locale}.yaml`) },
    base,
  );
  const library: CourseLibrary = {
    course: versioned(course),
    lessons: new Map(),
    quizzes: new Map(),
    scenarios: new Map(),
    selfAssessment: versioned(loadSelfAssessment(base)),
    exam: versioned(checked(examBody, { file: readYaml(`${base}/exam.yaml`) }, `${base}/exam.yaml`)),
    placement: versioned(
      checked(placementBody, { file: readYaml(`${base}/placement.yaml`) }, `${base}/placement.yaml`),
    ),
  };
  const personas = loadPersonas(CONTENT, base);
  const addScenario = (id: string) =>
    library.scenarios.set(id, versioned(loadScenario(CONTENT, `${base}/simulations/${id}`, personas)));
  for (const lesson of course.file.published) {
    const folder = `${base}/lessons/${lesson}`;
    const body = checked(
      lessonBody,
      {
        file: readYaml(`${folder}/lesson.yaml`),
        texts: readInEveryLocale((locale) => `${folder}/${locale}.yaml`),
      },
      folder,
    );
    library.lessons.set(lesson, versioned(body));
    const quiz = checked(
      quizBody,
      {
        file: readYaml(`${folder}/check.yaml`),
        texts: readInEveryLocale((locale) => `${folder}/check.${locale}.yaml`),
      },
      `${folder}/check`,
    );
    library.quizzes.set(lesson, versioned(quiz));
    for (const simulation of body.file.simulations) addScenario(simulation);
  }
  for (const surprise of course.file.surprises) addScenario(surprise);
  return library;
}

let courses: Map<string, CourseLibrary> | undefined;
let framework: FrameworkFile | undefined;

/** Every course of this instance by id, read and checked once per process. Throws, naming the file, on bad content. */
export function courseLibraries(): Map<string, CourseLibrary> {
  courses ??= new Map(COURSES.map((id) => [id, loadCourse(id)]));
  return courses;
}

/** DigComp 3.0 with its titles in every language. */
export function digcomp(): FrameworkFile {
  framework ??= checked(
    frameworkFile,
    readYaml("frameworks/digcomp-3.0.yaml"),
    "frameworks/digcomp-3.0.yaml",
  );
  return framework;
}
