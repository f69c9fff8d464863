import {
  type AttemptRow,
  completeAttempt,
  findOpenAttempt,
  insertAnswer,
  insertAttempt,
  listAnswers,
  listCompletedAttempts,
  lockAttempt,
} from "@/db/queries/assessment";
import type { QuizBody } from "@/server/catalogue/library/schema";
import type { Answer, GradableQuestion, QuestionText } from "@/server/catalogue/question/schema";
import { getContentVersion, getQuiz, showQuiz } from "@/server/catalogue/reads";
import { authorise } from "@/server/kernel/authorise";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canLearn, learnerPlace } from "@/server/learning/policy";
import { recordEvent } from "@/server/learning/writes";
import { recordEvidence } from "@/server/passport/writes";
import { keepDrawnAnswer } from "./drawn/writes";
import { canAnswer } from "./policy";
import { judge, scoreOf } from "./rules";
import type {
  AttemptResult,
  AttemptView,
  OpenAttemptInput,
  SubmitAnswerInput,
  SubmitAnswerOutput,
} from "./schema";

type StoredAnswer = Awaited<ReturnType<typeof listAnswers>>[number];

function questionOf(quiz: QuizBody, id: string, locale: OpenAttemptInput["locale"]) {
  const index = quiz.file.questions.findIndex((candidate) => candidate.id === id);
  const question: GradableQuestion = found(quiz.file.questions[index]);
  const text: QuestionText = found(quiz.texts[locale][id]);
  return { question, text, number: index + 1 };
}

/**
 * Opens an attempt at a lesson's check, or hands back the one that is open: closing the browser loses nothing, and
 * two devices work on the same attempt, on the version it was opened on.
 */
export async function openAttempt(ctx: ServiceContext, input: OpenAttemptInput): Promise<AttemptView> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const place = found(learnerPlace(ctx.actor, input.course));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const spot = { personId, course: input.course, activityId: `${input.lesson}/check` };
  const attempt =
    (await findOpenAttempt(ctx.db, spot)) ?? (await beginAttempt(ctx, input, spot, place.organisationId));
  const [quiz, answers] = await Promise.all([
    getContentVersion(ctx, { kind: "quiz", hash: attempt.contentHash }),
    listAnswers(ctx.db, attempt.id),
  ]);
  return {
    attemptId: attempt.id,
    contentHash: attempt.contentHash,
    questions: showQuiz(quiz, attempt.contentHash, input.locale).questions,
    answered: answers.map((stored) => describeAnswer(quiz, stored, input.locale)),
    result: null,
  };
}

async function beginAttempt(
  ctx: ServiceContext,
  input: OpenAttemptInput,
  spot: { personId: string; course: string; activityId: string },
  organisationId: string,
): Promise<AttemptRow> {
  const { contentHash, questions } = await getQuiz(ctx, input);
  return withTransaction(ctx, async (inside) => {
    const attempt = await insertAttempt(inside.db, {
      ...spot,
      id: ctx.newId(),
      organisationId,
      contentHash,
      openedAt: ctx.now,
    });
    // Another device opened one in the same instant: that one counts.
    if (!attempt) return found(await findOpenAttempt(inside.db, spot));
    await recordEvent(inside, {
      id: ctx.newId(),
      kind: "attempt-opened",
      course: input.course,
      activityId: spot.activityId,
      contentHash,
      occurredAt: ctx.now.toISOString(),
      attempt: { id: attempt.id, seq: 0 },
      action: {},
      effect: {
        stepId: questions[0]?.id ?? "",
        stepNumber: 1,
        stepCount: questions.length,
        done: [],
        wrong: 0,
        restarted: true,
        achieved: false,
        score: null,
      },
    });
    return attempt;
  });
}

function describeAnswer(quiz: QuizBody, stored: StoredAnswer, locale: OpenAttemptInput["locale"]) {
  const { question, text } = questionOf(quiz, stored.questionId, locale);
  const answer = stored.answer as Answer;
  return { questionId: stored.questionId, answer, verdict: judge(question, text, answer) };
}

/**
 * Grades and keeps one answer. The first answer to a question counts; a second one, from another tab or a repeated
 * delivery, gets the first one back. The last answer completes the attempt and, when passed, proves its competences.
 *
 * @throws NOT_FOUND for an attempt that is not the actor's or a question that is not in it
 */
export async function submitAnswer(
  ctx: ServiceContext,
  input: SubmitAnswerInput,
): Promise<SubmitAnswerOutput> {
  return withTransaction(ctx, async (inside) => {
    const attempt = await lockAttempt(inside.db, input.attemptId);
    const isAsked = attempt !== null && attempt.kind !== "self-assessment";
    authorise(ctx, isAsked && canAnswer(ctx.actor, attempt), "");
    const locked = found(attempt);
    if (locked.kind !== "check") return keepDrawnAnswer(inside, locked, input);
    const { id: attemptId, contentHash } = locked;
    const quiz = await getContentVersion(inside, { kind: "quiz", hash: contentHash });
    const asked = questionOf(quiz, input.questionId, input.locale);
    const before = await listAnswers(inside.db, attemptId);
    const earlier = before.find((stored) => stored.questionId === input.questionId);
    if (earlier || locked.status === "completed") {
      const { answer, verdict } = describeAnswer(quiz, found(earlier), input.locale);
      const result = locked.status === "completed" ? await resultOf(inside, locked, quiz) : null;
      return { outcome: "already-answered", answer, verdict, result };
    }
    const verdict = judge(asked.question, asked.text, input.answer);
    const credits = [...before.map((stored) => stored.credit), verdict.credit];
    const isLast = credits.length === quiz.file.questions.length;
    const score = isLast ? scoreOf(credits, quiz.file.questions.length) : null;
    const passed = score !== null && score >= quiz.file.passMark;
    const done = new Set([...before.map((stored) => stored.questionId), input.questionId]);
    const next = quiz.file.questions.find((question) => !done.has(question.id));
    const event = await recordEvent(inside, {
      id: input.id,
      kind: "answer-given",
      course: locked.course,
      activityId: locked.activityId,
      contentHash,
      occurredAt: input.occurredAt,
      attempt: { id: attemptId, seq: before.length + 1 },
      action: { questionId: input.questionId, answer: input.answer },
      effect: {
        stepId: (next ?? asked.question).id,
        stepNumber: next ? quiz.file.questions.indexOf(next) + 1 : quiz.file.questions.length,
        stepCount: quiz.file.questions.length,
        done: [input.questionId],
        // A question is asked once: a wrong answer is no try that could be repeated on the next one.
        wrong: 0,
        restarted: false,
        achieved: passed,
        score,
      },
    });
    // The id names another event: a mistaken or forged client, never the same answer again (that is seen above).
    if (event.outcome === "already-recorded") throw new DomainError("CONFLICT");
    await insertAnswer(inside.db, {
      eventId: input.id,
      organisationId: locked.organisationId,
      attemptId,
      questionId: input.questionId,
      answer: input.answer,
      correct: verdict.correct,
      credit: verdict.credit,
      answeredAt: ctx.now,
    });
    if (score === null) return { outcome: "recorded", answer: input.answer, verdict, result: null };
    await completeAttempt(inside.db, { attemptId, score, completedAt: ctx.now });
    if (passed) await proveCompetences(inside, locked, quiz, score);
    const result = await resultOf(inside, { ...locked, score, status: "completed" }, quiz);
    return { outcome: "recorded", answer: input.answer, verdict, result };
  });
}

async function proveCompetences(
  ctx: ServiceContext,
  attempt: AttemptRow,
  quiz: QuizBody,
  score: number,
): Promise<void> {
  await recordEvidence(ctx, {
    personId: attempt.personId,
    organisationId: attempt.organisationId,
    proof: {
      competences: [...new Set(quiz.file.questions.flatMap((question) => question.competences))],
      source: "quiz",
      sourceId: attempt.id,
      course: attempt.course,
      activityId: attempt.activityId,
      assistance: "alone",
      score,
      contentHash: attempt.contentHash,
      occurredAt: ctx.now,
    },
  });
}

async function resultOf(ctx: ServiceContext, attempt: AttemptRow, quiz: QuizBody): Promise<AttemptResult> {
  const earlier = await listCompletedAttempts(ctx.db, {
    personIds: [attempt.personId],
    course: attempt.course,
  });
  const scores = earlier.filter((row) => row.activityId === attempt.activityId).map((row) => row.score ?? 0);
  const score = attempt.score ?? 0;
  return { score, passed: score >= quiz.file.passMark, best: Math.max(score, ...scores) };
}
