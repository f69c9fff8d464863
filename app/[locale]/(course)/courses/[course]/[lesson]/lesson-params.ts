import type { Locale } from "next-intl";
import { FIRST_COURSE } from "@/server/catalogue/schema";
import { publicCaller } from "@/server/trpc/caller";

export type LessonParams = { params: Promise<{ locale: Locale; course: string; lesson: string }> };

/** Every published lesson: each is prerendered in each language, the others do not exist. */
export async function lessonParams() {
  const contents = await publicCaller("fr").catalogue.getCourse({ course: FIRST_COURSE, locale: "fr" });
  return contents.modules
    .flatMap((module) => module.lessons)
    .filter((lesson) => lesson.published)
    .map((lesson) => ({ course: FIRST_COURSE, lesson: lesson.id }));
}
