import type { z } from "zod";
import type { Locale } from "@/db/enums";
import { type AttemptRow, listAnswers } from "@/db/queries/assessment";
import { type ExamGrantRow, listExamGrants, listExamRuns, listExams } from "@/db/queries/exams";
import { listProgress, type ProgressRow } from "@/db/queries/learning";
import { drawOf, listDrawnQuestions } from "@/server/assessment/drawn/reads";
import { judge } from "@/server/assessment/rules";
import { getExamContent } from "@/server/catalogue/exam/reads";
import type { Answer } from "@/server/catalogue/question/schema";
import { getContentVersion, getCourse, getFramework, listActivities } from "@/server/catalogue/reads";
import type { Activity } from "@/server/catalogue/schema";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { canLearn, canSeeProgress } from "@/server/learning/policy";
import { countWholeLessons } from "@/server/learning/rules";
import { listProofs } from "@/server/passport/reads";
import { canPlay } from "../policy";
import { examRunActivity, examStateOf, markExam } from "./rules";
import type { ExamInput, ExamMark, ExamProgress, ExamReport, ExamView, examOffer } from "./schema";

type Exams = { exams: AttemptRow[]; grants: ExamGrantRow[]; progress: ProgressRow[]; activities: Activity[] };

/** A learner's exams as the rule reads them. */
function standingOf({ exams, grants, progress, activities }: Exams) {
  const { whole, all } = countWholeLessons(activities, progress);
  return {
    isOpen: exams.some((exam) => exam.status === "open"),
    taken: exams.length,
    granted: grants.filter(({ kind }) => kind === "attempt").length,
    wholeLessons: whole,
    lessons: all,
  };
}

function markOf(exam: AttemptRow, grants: readonly ExamGrantRow[]): ExamMark[] {
  if (!exam.completedAt) return [];
  return [
    {
      attemptId: exam.id,
      completedAt: exam.completedAt.toISOString(),
      score: exam.score ?? 0,
      passed: exam.passed ?? false,
      supervised: grants.some((grant) => grant.attemptId === exam.id),
    },
  ];
}

/** Where the acting learner stands with the exam of a course. */
export async function getExamStanding(ctx: ServiceContext, input: { course: string }) {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const place = { course: input.course, personIds: ctx.actor.kind === "person" ? [ctx.actor.personId] : [] };
  const [exams, grants, progress, activities, { hash, body }] = await Promise.all([
    listExams(ctx.db, place),
    listExamGrants(ctx.db, place),
    listProgress(ctx.db, place),
    listActivities(ctx, input),
    getExamContent(ctx, input),
  ]);
  const standing = standingOf({ exams, grants, progress, activities });
  return {
    exams,
    grants,
    standing,
    blueprint: body.file,
    hash,
    state: examStateOf(standing, body.file.attempts),
    open: exams.find((exam) => exam.status === "open") ?? null,
  };
}

/** What the home of a learner needs to know to offer the exam. */
export async function getExamOffer(
  ctx: ServiceContext,
  input: { course: string },
): Promise<z.infer<typeof examOffer>> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const { state, exams } = await getExamStanding(ctx, input);
  return { state, passed: exams.some((exam) => exam.passed) };
}

/** A learner's own page of the exam: whether it can be taken, how far the open one is, the last and the best result. */
export async function getExam(ctx: ServiceContext, input: ExamInput): Promise<ExamView> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const { exams, grants, standing, state, blueprint, open } = await getExamStanding(ctx, input);
  const marks = exams.flatMap((exam) => markOf(exam, grants));
  const last = exams.findLast((exam) => exam.status === "completed") ?? null;
  const [best] = marks.toSorted((a, b) => Number(b.passed) - Number(a.passed) || b.score - a.score);
  const [answers, runs] = open
    ? await Promise.all([listAnswers(ctx.db, open.id), listExamRuns(ctx.db, open.id)])
    : [[], []];
  return {
    state,
    wholeLessons: standing.wholeLessons,
    lessons: standing.lessons,
    questionCount: blueprint.questions,
    simulationCount: blueprint.simulations,
    passMark: blueprint.passMark,
    answered: answers.length,
    played: runs.filter((run) => run.status === "completed").length,
    last: last && (await reportOf(ctx, last, grants, input.locale)),
    best: best ?? null,
    finished: marks.length,
  };
}

/** The answers and runs of an exam, marked by its own blueprint. */
export async function weighExam(ctx: ServiceContext, exam: AttemptRow) {
  authorise(ctx, canPlay(ctx.actor, exam));
  const [{ file }, answers, runs] = await Promise.all([
    getContentVersion(ctx, { kind: "exam", hash: exam.contentHash }),
    listAnswers(ctx.db, exam.id),
    listExamRuns(ctx.db, exam.id),
  ]);
  const { questions, simulations } = drawOf(exam);
  const drawn = { questions: questions.length, simulations: simulations.length, passMark: file.passMark };
  const played = runs.filter((run) => run.status === "completed");
  const mark = markExam(
    answers.map(({ credit }) => credit),
    played.map((run) => ({ score: run.score ?? 0, falseAccepts: run.falseAccepts })),
    drawn,
  );
  const isWhole = answers.length === questions.length && played.length === simulations.length;
  return { ...mark, answers, runs: played, isWhole };
}

/** What there is to say about a finished exam. */
async function reportOf(
  ctx: ServiceContext,
  exam: AttemptRow,
  grants: readonly ExamGrantRow[],
  locale: Locale,
): Promise<ExamReport | null> {
  const [mark] = markOf(exam, grants);
  if (!mark) return null;
  const [{ questionScore, simulationScore, falseAccepts, answers, runs }, asked, course, framework, proofs] =
    await Promise.all([
      weighExam(ctx, exam),
      listDrawnQuestions(ctx, exam, locale),
      getCourse(ctx, { course: exam.course, locale }),
      getFramework(ctx, { locale }),
      listProofs(ctx, { holders: [{ personId: exam.personId, cohortIds: [] }] }),
    ]);
  const review = asked.flatMap(({ drawn, question, text }) => {
    const stored = answers.find((one) => one.questionId === drawn.id);
    if (!stored || stored.correct) return [];
    const { sentence, solution } = judge(question, text, stored.answer as Answer);
    return [{ lesson: drawn.lesson, prompt: text.prompt, sentence, solution }];
  });
  const weak = drawOf(exam).simulations.filter(
    ({ simulation }) =>
      runs.find((run) => run.activityId === examRunActivity(simulation))?.outcome !== "reached",
  );
  const repeat = new Set([...weak, ...review].map(({ lesson }) => lesson));
  const own = (proofs.get(exam.personId) ?? []).filter(
    (line) => line.activityId.startsWith("exam/") && line.occurredAt === mark.completedAt,
  );
  const codes = new Set(own.map((line) => line.competence));
  return {
    ...mark,
    questionScore,
    simulationScore,
    falseAccepts,
    proved: framework.areas.flatMap((area) =>
      area.competences.flatMap(({ id, title }) => (codes.has(id) ? [title] : [])),
    ),
    repeat: course.modules.flatMap((module) =>
      module.lessons.flatMap(({ id, title }) => (repeat.has(id) ? [{ lesson: id, title }] : [])),
    ),
    review: review.map(({ prompt, sentence, solution }) => ({ prompt, sentence, solution })),
  };
}

/** A learner's exams for whoever may see her: the trainer's page. */
export async function getExamProgress(
  ctx: ServiceContext,
  input: { course: string; learner: { personId: string; cohortIds: readonly string[] } },
): Promise<ExamProgress> {
  authorise(ctx, canSeeProgress(ctx.actor, input.learner));
  const place = { course: input.course, personIds: [input.learner.personId] };
  const [exams, grants, progress, activities, { body }] = await Promise.all([
    listExams(ctx.db, place),
    listExamGrants(ctx.db, place),
    listProgress(ctx.db, place),
    listActivities(ctx, input),
    getExamContent(ctx, input),
  ]);
  const open = exams.find((exam) => exam.status === "open");
  return {
    state: examStateOf(standingOf({ exams, grants, progress, activities }), body.file.attempts),
    openAttemptId: open?.id ?? null,
    isOpenSupervised: grants.some((grant) => grant.attemptId !== null && grant.attemptId === open?.id),
    finished: exams.flatMap((exam) => markOf(exam, grants)).reverse(),
  };
}
