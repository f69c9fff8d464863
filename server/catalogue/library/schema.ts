import { z } from "zod";
import { LOCALES } from "@/db/enums";
import { gradableQuestion, questionText } from "../question/schema";
import { courseFile, courseText, lessonFile, lessonText } from "../schema";

const perLocale = <Schema extends z.ZodType>(schema: Schema) => z.record(z.enum(LOCALES), schema);

/** `lessons/<id>/check.yaml`. */
export const quizFile = z.strictObject({
  id: z.string(),
  /** Share of the points, 0–100, from which the check counts as passed. */
  passMark: z.number().int().min(50).max(100),
  questions: z.array(gradableQuestion).min(5),
});

/** A course, lesson or check with its texts in every language: the unit that is hashed and kept. */
export const courseBody = z.object({ file: courseFile, texts: perLocale(courseText) });
export const lessonBody = z.object({ file: lessonFile, texts: perLocale(lessonText) });
export const quizBody = z.object({ file: quizFile, texts: perLocale(z.record(z.string(), questionText)) });

export type CourseBody = z.infer<typeof courseBody>;
export type LessonBody = z.infer<typeof lessonBody>;
export type QuizBody = z.infer<typeof quizBody>;

/** A body with the SHA-256 of its canonical JSON, which names this very version. */
export type Versioned<Body> = { hash: string; body: Body };
