import { z } from "zod";
import { LOCALES } from "@/db/enums";
import { competenceCode, publicQuestion, slug } from "./question/schema";

export const locale = z.enum(LOCALES);

/** One block of a lesson step. Text may hold **bold** and [[term|words]] for a glossary term. */
export const block = z.union([
  z.strictObject({ text: z.string().min(1) }),
  z.strictObject({ list: z.array(z.string().min(1)).min(2) }),
  z.strictObject({ numbered: z.array(z.string().min(1)).min(2) }),
  z.strictObject({ tip: z.string().min(1) }),
  z.strictObject({ warning: z.string().min(1) }),
  /** A fact that can go stale, shown with the date it was checked. `{value}` is replaced. */
  z.strictObject({ fact: slug, text: z.string().min(1) }),
]);
export type Block = z.infer<typeof block>;

/** `course.yaml`: what the course is made of, in teaching order. */
export const courseFile = z.strictObject({
  id: slug,
  version: z.string(),
  modules: z
    .array(z.strictObject({ id: slug, competences: z.array(competenceCode), lessons: z.array(slug) }))
    .min(1),
  /** Lessons whose folder is complete and may be taken; the others are announced. */
  published: z.array(slug).min(1),
  /** Simulations that come up unannounced in lessons; none belongs to a lesson. */
  surprises: z.array(slug).default([]),
  facts: z.array(
    z.strictObject({ id: slug, value: z.string(), source: z.string(), verifiedOn: z.iso.date() }),
  ),
  glossary: z.array(slug),
});
export type CourseFile = z.infer<typeof courseFile>;

/** `<locale>.yaml` beside `course.yaml`. */
export const courseText = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  modules: z.record(slug, z.strictObject({ title: z.string().min(1) })),
  lessons: z.record(slug, z.strictObject({ title: z.string().min(1) })),
  glossary: z.record(slug, z.strictObject({ word: z.string().min(1), meaning: z.string().min(1) })),
});
export type CourseText = z.infer<typeof courseText>;

/** `lessons/<id>/lesson.yaml`. */
export const lessonFile = z.strictObject({
  id: slug,
  minutes: z.number().int().min(5).max(120),
  competences: z.array(competenceCode).min(1),
  steps: z
    .array(z.strictObject({ id: slug, drawing: slug.optional() }))
    .min(4)
    .max(8),
  simulations: z.array(slug),
});
export type LessonFile = z.infer<typeof lessonFile>;

/** `lessons/<id>/<locale>.yaml`. */
export const lessonText = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  objectives: z.array(z.string().min(1)).min(2).max(5),
  steps: z.record(
    slug,
    z.strictObject({
      title: z.string().min(1),
      drawing: z.string().min(1).optional(),
      blocks: z.array(block).min(1),
    }),
  ),
  remember: z.array(z.string().min(1)).min(3).max(6),
  withoutSmartphone: z.string().min(1),
});
export type LessonText = z.infer<typeof lessonText>;

/** A run of words in a paragraph, ready to be drawn. */
export const span = z.object({
  text: z.string(),
  strong: z.boolean(),
  term: z.string().nullable(),
});
export type Span = z.infer<typeof span>;

const line = z.array(span);
export const shownBlock = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), spans: line }),
  z.object({ kind: z.literal("list"), items: z.array(line) }),
  z.object({ kind: z.literal("numbered"), items: z.array(line) }),
  z.object({ kind: z.literal("tip"), spans: line }),
  z.object({ kind: z.literal("warning"), spans: line }),
  z.object({ kind: z.literal("fact"), spans: line, verifiedOn: z.iso.date(), source: z.string() }),
]);
export type ShownBlock = z.infer<typeof shownBlock>;

export const shownTerm = z.object({ id: z.string(), word: z.string(), meaning: z.string() });

export const activityKind = z.enum(["steps", "simulation", "quiz"]);

/** One thing to do in a lesson. Its id is unique within the course: "log-in/steps", "log-in/check"… */
export const activity = z.object({
  id: z.string(),
  lesson: z.string(),
  kind: activityKind,
  /** Steps to read, questions to answer; 1 for a simulation. */
  stepCount: z.number().int(),
  simulation: z.string().nullable(),
});
export type Activity = z.infer<typeof activity>;

/** A lesson in one language, as everybody may read it. */
export const lessonView = z.object({
  course: z.string(),
  id: z.string(),
  moduleTitle: z.string(),
  contentHash: z.string(),
  minutes: z.number(),
  competences: z.array(z.string()),
  title: z.string(),
  summary: z.string(),
  objectives: z.array(z.string()),
  steps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      drawing: z.object({ id: z.string(), alt: z.string() }).nullable(),
      blocks: z.array(shownBlock),
      terms: z.array(shownTerm),
    }),
  ),
  remember: z.array(z.string()),
  withoutSmartphone: z.string(),
  activities: z.array(activity),
});
export type LessonView = z.infer<typeof lessonView>;

export const courseView = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  modules: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      lessons: z.array(z.object({ id: z.string(), title: z.string(), published: z.boolean() })),
    }),
  ),
  glossary: z.array(shownTerm),
});
export type CourseView = z.infer<typeof courseView>;

export const quizView = z.object({
  activityId: z.string(),
  contentHash: z.string(),
  /** Score, 0–100, from which the check is passed. */
  passMark: z.number().int(),
  questions: z.array(publicQuestion),
});
export type QuizView = z.infer<typeof quizView>;

export const courseInput = z.object({ course: slug, locale });
export const lessonInput = z.object({ course: slug, lesson: slug, locale });
export const scenarioInput = z.object({ course: slug, simulation: slug });
export const localeInput = z.object({ locale });

/** The course this instance opens with. */
export const FIRST_COURSE = "itsme-eid";

/** Where a competence is trained. Without a `lesson` its lesson is announced, and `title` names the part of the course. */
export const teaching = z.object({
  course: z.string(),
  lesson: z.string().nullable(),
  title: z.string(),
  /** How many further lessons train it. */
  others: z.number().int(),
});
export type Teaching = z.infer<typeof teaching>;
