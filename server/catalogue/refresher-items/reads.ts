import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { courseLibraries } from "../library/reads";
import { canGrade, canReadCourse } from "../policy";
import { getContentVersion } from "../reads";
import { type RefresherItem, SHORT_MINUTES } from "./schema";

/** Everything of the published lessons of a course that can come back as a refresher, in the order of the course. */
export async function listRefresherItems(
  ctx: ServiceContext,
  input: { course: string },
): Promise<RefresherItem[]> {
  authorise(ctx, canReadCourse(ctx.actor));
  const library = found(courseLibraries().get(input.course));
  const lessons = library.course.body.file.modules.flatMap((module) => module.lessons);
  return lessons.flatMap((lesson) => {
    const quiz = library.quizzes.get(lesson);
    const questions = (quiz?.body.file.questions ?? []).map(
      (question): RefresherItem => ({
        kind: "question",
        lesson,
        id: question.id,
        activityId: `${lesson}/check`,
        competences: question.competences,
        variants: [],
        contentHash: quiz?.hash ?? "",
      }),
    );
    const simulations = (library.lessons.get(lesson)?.body.file.simulations ?? []).flatMap(
      (id): RefresherItem[] => {
        const scenario = library.scenarios.get(id);
        if (!scenario || scenario.body.scenario.minutes > SHORT_MINUTES) return [];
        const { competences, variants } = scenario.body.scenario;
        return [
          {
            kind: "simulation",
            lesson,
            id,
            activityId: `${lesson}/${id}`,
            competences,
            variants: Object.keys(variants),
            contentHash: scenario.hash,
          },
        ];
      },
    );
    return [...questions, ...simulations];
  });
}

/**
 * The DigComp codes that an event of this version tested.
 *
 * @param questionId one question of a check; absent: all of it
 * @throws NOT_FOUND for a version that was never served
 */
export async function getTestedCompetences(
  ctx: ServiceContext,
  input: { kind: "quiz" | "scenario"; hash: string; questionId?: string },
): Promise<string[]> {
  authorise(ctx, canGrade(ctx.actor));
  if (input.kind === "scenario") {
    const { scenario } = await getContentVersion(ctx, { kind: "scenario", hash: input.hash });
    return [...new Set(scenario.competences)].sort();
  }
  const { file } = await getContentVersion(ctx, { kind: "quiz", hash: input.hash });
  const asked = file.questions.filter(({ id }) => !input.questionId || id === input.questionId);
  return [...new Set(asked.flatMap((question) => question.competences))].sort();
}
