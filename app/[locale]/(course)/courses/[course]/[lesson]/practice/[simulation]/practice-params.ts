import type { Locale } from "next-intl";
import { publicCaller } from "@/server/trpc/caller";
import { lessonParams } from "../../lesson-params";

export type PracticeParams = {
  params: Promise<{ locale: Locale; course: string; lesson: string; simulation: string }>;
};

/** Every simulation of every published lesson. */
export async function practiceParams() {
  const lessons = await lessonParams();
  const pages = lessons.map(async ({ course, lesson }) => {
    const { activities } = await publicCaller("fr").catalogue.getLesson({ course, lesson, locale: "fr" });
    return activities.flatMap(({ simulation }) => (simulation ? [{ course, lesson, simulation }] : []));
  });
  return (await Promise.all(pages)).flat();
}
