import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { courseLibraries } from "../library/reads";
import { canReadCourse } from "../policy";
import type { BankEntry, ExamBody, SimulationEntry } from "./schema";

/** The blueprint of a course's exam as it is served now. */
export async function getExamContent(
  ctx: ServiceContext,
  input: { course: string },
): Promise<{ hash: string; body: ExamBody }> {
  authorise(ctx, canReadCourse(ctx.actor));
  return found(courseLibraries().get(input.course)).exam;
}

/** What can be drawn from the published lessons of a course, in teaching order. No key is in it. */
export async function listBank(
  ctx: ServiceContext,
  input: { course: string },
): Promise<{ questions: BankEntry[]; simulations: SimulationEntry[] }> {
  authorise(ctx, canReadCourse(ctx.actor));
  const library = found(courseLibraries().get(input.course));
  const places = library.course.body.file.modules.flatMap((module) =>
    module.lessons.map((lesson) => ({ module: module.id, lesson })),
  );
  return {
    questions: places.flatMap(({ module, lesson }) => {
      const quiz = library.quizzes.get(lesson);
      return (quiz?.body.file.questions ?? []).map(({ id, competences, difficulty }) => ({
        lesson,
        module,
        hash: quiz?.hash ?? "",
        id,
        competences,
        difficulty,
      }));
    }),
    simulations: places.flatMap(({ lesson }) =>
      (library.lessons.get(lesson)?.body.file.simulations ?? []).flatMap((simulation) => {
        const scenario = library.scenarios.get(simulation);
        return scenario
          ? [
              {
                lesson,
                simulation,
                hash: scenario.hash,
                variants: Object.keys(scenario.body.scenario.variants),
              },
            ]
          : [];
      }),
    ),
  };
}
