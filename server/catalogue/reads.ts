import type { z } from "zod";
import { type ContentVersionRow, findContentVersion } from "@/db/queries/catalogue";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { findDraftFiles } from "./drafts/reads";
import { type DraftFiles, readDraft } from "./drafts/rules";
import type { ExamBody } from "./exam/schema";
import type { FrameworkView } from "./framework/schema";
import { type CourseLibrary, courseLibraries, digcomp } from "./library/reads";
import type { LessonBody, QuizBody } from "./library/schema";
import type { PlacementBody } from "./placement/schema";
import { canGrade, canReadCourse } from "./policy";
import { activitiesOf, showLesson, showQuestion } from "./rules";
import type { ScenarioBody } from "./scenario/reads";
import type {
  Activity,
  CourseView,
  courseInput,
  LessonView,
  lessonInput,
  QuizView,
  scenarioInput,
  Teaching,
} from "./schema";
import type { SelfAssessmentBody } from "./self-assessment/schema";

type Bodies = {
  lesson: LessonBody;
  quiz: QuizBody;
  scenario: ScenarioBody;
  "self-assessment": SelfAssessmentBody;
  exam: ExamBody;
  placement: PlacementBody;
};

/** The table of contents of a course in one language. */
export async function getCourse(
  ctx: ServiceContext,
  input: z.infer<typeof courseInput>,
): Promise<CourseView> {
  authorise(ctx, canReadCourse(ctx.actor));
  const { file, texts } = found(courseLibraries().get(input.course)).course.body;
  const text = texts[input.locale];
  return {
    id: file.id,
    title: text.title,
    summary: text.summary,
    modules: file.modules.map((module) => ({
      id: module.id,
      title: text.modules[module.id]?.title ?? "",
      lessons: module.lessons.map((id) => ({
        id,
        title: text.lessons[id]?.title ?? "",
        published: file.published.includes(id),
      })),
    })),
    glossary: file.glossary.flatMap((id) => {
      const term = text.glossary[id];
      return term ? [{ id, ...term }] : [];
    }),
  };
}

/** One published lesson in one language; NOT_FOUND for one that is only announced. */
export async function getLesson(
  ctx: ServiceContext,
  input: z.infer<typeof lessonInput>,
): Promise<LessonView> {
  authorise(ctx, canReadCourse(ctx.actor));
  const library = found(courseLibraries().get(input.course));
  const lesson = found(library.lessons.get(input.lesson));
  const quiz = found(library.quizzes.get(input.lesson));
  return showLesson({
    course: library.course.body.file,
    courseText: library.course.body.texts[input.locale],
    lesson: lesson.body.file,
    text: lesson.body.texts[input.locale],
    contentHash: lesson.hash,
    activities: activitiesOf(lesson.body.file, quiz.body.file.questions.length),
  });
}

/** The questions of a lesson's check, without keys. */
export async function getQuiz(ctx: ServiceContext, input: z.infer<typeof lessonInput>): Promise<QuizView> {
  authorise(ctx, canReadCourse(ctx.actor));
  const quiz = found(courseLibraries().get(input.course)?.quizzes.get(input.lesson));
  return showQuiz(quiz.body, quiz.hash, input.locale);
}

/** The questions of one version of a check, without keys. */
export function showQuiz(
  body: QuizBody,
  hash: string,
  locale: z.infer<typeof lessonInput>["locale"],
): QuizView {
  return {
    activityId: `${body.file.id}/check`,
    contentHash: hash,
    passMark: body.file.passMark,
    questions: body.file.questions.map((question) =>
      showQuestion(question, found(body.texts[locale][question.id])),
    ),
  };
}

/** The current version of a scenario, whole: for the pages that play it and for opening an attempt. */
export async function getScenario(
  ctx: ServiceContext,
  input: z.infer<typeof scenarioInput>,
): Promise<{ hash: string; body: ScenarioBody }> {
  authorise(ctx, canReadCourse(ctx.actor));
  return found(courseLibraries().get(input.course)?.scenarios.get(input.simulation));
}

type DraftInput = Pick<z.infer<typeof scenarioInput>, "course" | "simulation">;

/**
 * The files of a scenario as they are saved now, whether a lesson uses it or not: for the workbench, and NOT_FOUND
 * where there is none.
 */
export async function getDraftFiles(ctx: ServiceContext, input: DraftInput): Promise<DraftFiles> {
  authorise(ctx, canReadCourse(ctx.actor));
  const { course, simulation: id } = input;
  return found(findDraftFiles(found(ctx.ports.workbench), { course, id }));
}

/** A scenario as its files say now. Throws, naming file and line, on a file that needs mending. */
export async function getDraftScenario(ctx: ServiceContext, input: DraftInput): Promise<ScenarioBody> {
  authorise(ctx, canReadCourse(ctx.actor));
  const { problems, body } = readDraft(await getDraftFiles(ctx, input));
  const { fr, nl, de, en } = body?.texts ?? {};
  if (problems.length || !body || !fr || !nl || !de || !en) {
    throw new Error(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join("\n"));
  }
  return { scenario: body.scenario, texts: { fr, nl, de, en } };
}

/** What the published lessons of a course ask of a learner, in teaching order. */
export async function listActivities(ctx: ServiceContext, input: { course: string }): Promise<Activity[]> {
  authorise(ctx, canReadCourse(ctx.actor));
  const library = found(courseLibraries().get(input.course));
  const order = library.course.body.file.modules.flatMap((module) => module.lessons);
  return order.flatMap((id) => {
    const lesson = library.lessons.get(id);
    const quiz = library.quizzes.get(id);
    return lesson && quiz ? activitiesOf(lesson.body.file, quiz.body.file.questions.length) : [];
  });
}

/** The simulations that come up by themselves in the lessons of a course, in the order of the course. */
export async function listSurpriseScenarios(
  ctx: ServiceContext,
  input: { course: string },
): Promise<string[]> {
  authorise(ctx, canReadCourse(ctx.actor));
  return found(courseLibraries().get(input.course)).course.body.file.surprises;
}

/**
 * One kept version of an item, with its keys: for grading and replaying against what the learner saw.
 * No procedure returns it. NOT_FOUND for a hash that was never served, or that names another kind of item.
 */
export async function getContentVersion<Kind extends keyof Bodies>(
  ctx: ServiceContext,
  input: { kind: Kind; hash: string },
): Promise<Bodies[Kind]> {
  authorise(ctx, canGrade(ctx.actor));
  const current = currentVersion(input.kind, input.hash);
  if (current) return current;
  const kept = earlier.get(input.hash) ?? (await readEarlier(ctx, input.hash));
  // A version is checked before it is kept and never rewritten (trigger), so its kind tells its shape.
  return found(kept.kind === input.kind ? (kept.body as Bodies[Kind]) : null);
}

/** Earlier versions that are still answered or played. A hash names one body for ever, so none can be out of date. */
const earlier = new Map<string, ContentVersionRow>();
const MOST_EARLIER = 100;

async function readEarlier(ctx: ServiceContext, hash: string): Promise<ContentVersionRow> {
  const kept = found(await findContentVersion(ctx.db, hash));
  if (earlier.size >= MOST_EARLIER) earlier.clear();
  earlier.set(hash, kept);
  return kept;
}

/** Every item of a kind that is served now. */
const served = {
  lesson: ({ lessons }: CourseLibrary) => [...lessons.values()],
  quiz: ({ quizzes }: CourseLibrary) => [...quizzes.values()],
  scenario: ({ scenarios }: CourseLibrary) => [...scenarios.values()],
  "self-assessment": ({ selfAssessment }: CourseLibrary) => [selfAssessment],
  exam: ({ exam }: CourseLibrary) => [exam],
  placement: ({ placement }: CourseLibrary) => [placement],
};

/** The body when the hash is that of the version being served now: the usual case, without a query. */
function currentVersion<Kind extends keyof Bodies>(kind: Kind, hash: string): Bodies[Kind] | null {
  for (const library of courseLibraries().values()) {
    for (const item of served[kind](library)) {
      if (item.hash === hash) return item.body as Bodies[Kind];
    }
  }
  return null;
}

/** DigComp 3.0 in one language. */
export async function getFramework(
  ctx: ServiceContext,
  input: { locale: ServiceContext["locale"] },
): Promise<FrameworkView> {
  authorise(ctx, canReadCourse(ctx.actor));
  const { areas, levels } = digcomp();
  return {
    areas: areas.map((area) => ({
      id: area.id,
      title: area.title[input.locale],
      competences: area.competences.map((competence) => ({
        id: competence.id,
        title: competence.title[input.locale],
        plain: competence.plain[input.locale],
        esco: competence.esco,
      })),
    })),
    levels: levels.map((level) => ({
      level: level.level,
      band: level.band[input.locale],
      meaning: level.meaning[input.locale],
    })),
  };
}

/** The DigComp codes an activity of the current course version trains; NOT_FOUND for an unknown activity. */
export async function getActivityCompetences(
  ctx: ServiceContext,
  input: { course: string; activityId: string },
): Promise<string[]> {
  authorise(ctx, canReadCourse(ctx.actor));
  const library = found(courseLibraries().get(input.course));
  const [lessonId = "", part = ""] = input.activityId.split("/");
  const lesson = found(library.lessons.get(lessonId));
  if (part === "steps") return lesson.body.file.competences;
  if (part === "check") {
    const { questions } = found(library.quizzes.get(lessonId)).body.file;
    return [...new Set(questions.flatMap((question) => question.competences))].sort();
  }
  return found(library.scenarios.get(part)).body.scenario.competences;
}

/**
 * Where each DigComp code is trained, by code: the first published lesson in teaching order, or else the part of the
 * course that announces it. A code that is missing is "not taught here yet".
 */
export async function listTeaching(
  ctx: ServiceContext,
  input: { locale: ServiceContext["locale"] },
): Promise<Map<string, Teaching>> {
  authorise(ctx, canReadCourse(ctx.actor));
  const teaching = new Map<string, Teaching>();
  const announced = new Map<string, Teaching>();
  for (const [course, library] of courseLibraries()) {
    const { file, texts } = library.course.body;
    const { lessons, modules } = texts[input.locale];
    for (const part of file.modules) {
      for (const lesson of part.lessons) {
        for (const code of library.lessons.get(lesson)?.body.file.competences ?? []) {
          const known = teaching.get(code);
          if (known) known.others += 1;
          else teaching.set(code, { course, lesson, title: lessons[lesson]?.title ?? "", others: 0 });
        }
      }
      for (const code of part.competences) {
        if (announced.has(code)) continue;
        announced.set(code, { course, lesson: null, title: modules[part.id]?.title ?? "", others: 0 });
      }
    }
  }
  return new Map([...announced, ...teaching]);
}
