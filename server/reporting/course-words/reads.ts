import type { Locale } from "@/db/enums";
import { canReadCourse } from "@/server/catalogue/policy";
import { getCourse, getLesson, getQuiz, getScenario, listActivities } from "@/server/catalogue/reads";
import type { Activity } from "@/server/catalogue/schema";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import type { CourseWords } from "./rules";

/** The titles a trainer reads beside a learner's name. Content stands in memory: no query. */
export async function getCourseWords(
  ctx: ServiceContext,
  input: { course: string; locale: Locale },
): Promise<CourseWords> {
  authorise(ctx, canReadCourse(ctx.actor));
  const [course, activities] = await Promise.all([getCourse(ctx, input), listActivities(ctx, input)]);
  const named = await Promise.all(activities.map((activity) => stepsOf(ctx, input, activity)));
  return {
    courseTitle: course.title,
    activities,
    lessonTitles: new Map(
      course.modules.flatMap((module) => module.lessons).map(({ id, title }) => [id, title]),
    ),
    activityTitles: new Map(named.flatMap(({ id, title }) => (title === null ? [] : [[id, title]]))),
    stepTitles: new Map(named.map(({ id, steps }) => [id, steps])),
  };
}

async function stepsOf(
  ctx: ServiceContext,
  input: { course: string; locale: Locale },
  activity: Activity,
): Promise<{ id: string; title: string | null; steps: Map<string, string> }> {
  const place = { ...input, lesson: activity.lesson };
  switch (activity.kind) {
    case "steps": {
      const lesson = await getLesson(ctx, place);
      return {
        id: activity.id,
        title: null,
        steps: new Map(lesson.steps.map(({ id, title }) => [id, title])),
      };
    }
    case "quiz": {
      const quiz = await getQuiz(ctx, place);
      return {
        id: activity.id,
        title: null,
        steps: new Map(quiz.questions.map(({ id, prompt }) => [id, prompt])),
      };
    }
    case "simulation": {
      const { body } = await getScenario(ctx, {
        course: input.course,
        simulation: activity.simulation ?? "",
      });
      const texts = body.texts[input.locale];
      return {
        id: activity.id,
        title: texts.title ?? null,
        steps: new Map(body.scenario.steps.map(({ id }) => [id, texts[`steps.${id}.title`] ?? id])),
      };
    }
  }
}
