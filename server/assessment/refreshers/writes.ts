import type { Locale } from "@/db/enums";
import { listNewestAnswers } from "@/db/queries/assessment";
import { holdPerson } from "@/db/queries/identity";
import { lockLearner } from "@/db/queries/learning";
import {
  insertRefresher,
  listRefresherSchedules,
  listRefreshers,
  type RefresherRow,
} from "@/db/queries/refreshers";
import type { Answer, GradableQuestion, QuestionText } from "@/server/catalogue/question/schema";
import { getContentVersion } from "@/server/catalogue/reads";
import { showQuestion } from "@/server/catalogue/rules";
import { authorise } from "@/server/kernel/authorise";
import { brusselsDay } from "@/server/kernel/calendar";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canLearn, learnerPlace } from "@/server/learning/policy";
import { getRefresherFacts, type RefresherFacts } from "@/server/learning/refreshers/reads";
import { chooseItem, PASS_SCORE, refresherActivity } from "@/server/learning/refreshers/rules";
import { lockRefresher, noteRefresherAnswer } from "@/server/learning/refreshers/writes";
import type { ProgressEffect } from "@/server/learning/schema";
import { recordEvent } from "@/server/learning/writes";
import { recordEvidence } from "@/server/passport/writes";
import { canAnswer } from "../policy";
import { judge, scoreOf } from "../rules";
import type { Verdict } from "../schema";
import type {
  AnswerRefresherInput,
  AnswerRefresherOutput,
  RefresherView,
  TakeRefresherInput,
} from "./schema";

/**
 * Opens the refresher of today, or hands back the one that was opened: closing the browser loses nothing, and two
 * devices get the same one. "none" when nothing is due, it is stopped, or she is in the middle of a lesson.
 */
export async function takeRefresher(ctx: ServiceContext, input: TakeRefresherInput): Promise<RefresherView> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const { organisationId } = found(learnerPlace(ctx.actor, input.course));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const place = { personId, organisationId, course: input.course };
  return withTransaction(ctx, async (inside) => {
    // Of two that ask at once the second one waits, and finds what the first one opened.
    await lockLearner(inside.db, place);
    if (!(await holdPerson(inside.db, personId))) return { kind: "none" };
    const facts = await getRefresherFacts(inside, {
      course: input.course,
      learner: { personId, cohortIds: [] },
    });
    const refresher =
      facts.state.status === "stopped" ? null : (facts.today ?? (await open(inside, place, facts)));
    return refresher ? show(inside, refresher, input.locale) : { kind: "none" };
  });
}

async function open(
  ctx: ServiceContext,
  place: { personId: string; organisationId: string; course: string },
  { items, recalls, state }: RefresherFacts,
): Promise<RefresherRow | null> {
  const [first] = recalls;
  if (state.status !== "due" || !first) return null;
  const [opened, answered] = await Promise.all([
    listRefreshers(ctx.db, { personIds: [place.personId], course: place.course }),
    listNewestAnswers(ctx.db, place),
  ]);
  const chosen = chooseItem(first.competence, items, { opened, answered });
  if (!chosen) return null;
  const { item, variant } = chosen;
  const refresher = await insertRefresher(ctx.db, {
    ...place,
    id: ctx.newId(),
    day: brusselsDay(ctx.now),
    competence: first.competence,
    kind: item.kind,
    lesson: item.lesson,
    item: item.id,
    variant,
    contentHash: item.contentHash,
    takenAt: ctx.now,
  });
  if (refresher?.kind === "question") {
    await recordEvent(ctx, {
      ...eventOf(refresher, 0, null),
      id: ctx.newId(),
      kind: "attempt-opened",
      occurredAt: ctx.now.toISOString(),
      action: {},
    });
  }
  return refresher;
}

/** What the two events of a question have in common. The place in the attempt is taken once (unique index). */
function eventOf(refresher: RefresherRow, seq: 0 | 1, score: number | null) {
  const effect: ProgressEffect = {
    stepId: refresher.item,
    stepNumber: 1,
    stepCount: 1,
    done: score === null ? [] : [refresher.item],
    wrong: 0,
    restarted: false,
    achieved: score !== null && score >= PASS_SCORE,
    score,
  };
  return {
    course: refresher.course,
    activityId: refresherActivity(refresher.item),
    contentHash: refresher.contentHash,
    attempt: { id: refresher.id, seq },
    effect,
  };
}

async function show(ctx: ServiceContext, refresher: RefresherRow, locale: Locale): Promise<RefresherView> {
  const { id: refresherId, kind, answer, answeredAt } = refresher;
  if (kind === "simulation") return { kind, refresherId, answered: answeredAt !== null };
  const { question, text } = await askedIn(ctx, refresher, locale);
  const given = answeredAt ? describe(question, text, answer as Answer) : null;
  return { kind, refresherId, question: showQuestion(question, text), given };
}

async function askedIn(ctx: ServiceContext, refresher: RefresherRow, locale: Locale) {
  const quiz = await getContentVersion(ctx, { kind: "quiz", hash: refresher.contentHash });
  const question: GradableQuestion = found(quiz.file.questions.find(({ id }) => id === refresher.item));
  const text: QuestionText = found(quiz.texts[locale][refresher.item]);
  return { question, text };
}

function describe(
  question: GradableQuestion,
  text: QuestionText,
  answer: Answer,
): { answer: Answer; verdict: Verdict } {
  return { answer, verdict: judge(question, text, answer) };
}

/**
 * Grades and keeps the answer to the question of a refresher. The first one counts; a second one, from another tab or a
 * repeated delivery, gets the first one back. Passed, it is a line of evidence of its own day, for competences that were
 * proved before: a refresher repeats, it begins nothing.
 *
 * @throws NOT_FOUND for a refresher that is not the actor's or is no question
 */
export async function answerRefresher(
  ctx: ServiceContext,
  input: AnswerRefresherInput,
): Promise<AnswerRefresherOutput> {
  return withTransaction(ctx, async (inside) => {
    const refresher = await lockRefresher(inside, input.refresherId);
    authorise(ctx, canAnswer(ctx.actor, refresher), "");
    if (refresher.kind !== "question") throw new DomainError("NOT_FOUND");
    const { question, text } = await askedIn(inside, refresher, input.locale);
    if (refresher.answeredAt) {
      return { outcome: "already-answered", ...describe(question, text, refresher.answer as Answer) };
    }
    const given = describe(question, text, input.answer);
    const score = scoreOf([given.verdict.credit], 1);
    const event = await recordEvent(inside, {
      ...eventOf(refresher, 1, score),
      id: input.id,
      kind: "answer-given",
      occurredAt: input.occurredAt,
      action: { questionId: refresher.item, answer: input.answer },
    });
    // The id names another event: a mistaken or forged client, never the same answer again (that is seen above).
    if (event.outcome === "already-recorded") throw new DomainError("CONFLICT");
    await noteRefresherAnswer(inside, { refresher, answer: input.answer, score });
    if (score >= PASS_SCORE) await proveAgain(inside, refresher, question.competences, score);
    return { outcome: "recorded", ...given };
  });
}

async function proveAgain(
  ctx: ServiceContext,
  refresher: RefresherRow,
  tested: readonly string[],
  score: number,
): Promise<void> {
  const { personId, organisationId, course, contentHash } = refresher;
  const known = await listRefresherSchedules(ctx.db, { personIds: [personId], course });
  const proved = new Set(known.map(({ competence }) => competence));
  await recordEvidence(ctx, {
    personId,
    organisationId,
    proof: {
      competences: tested.filter((competence) => proved.has(competence)),
      source: "quiz",
      sourceId: refresher.id,
      course,
      activityId: refresherActivity(refresher.item),
      assistance: "alone",
      score,
      contentHash,
      occurredAt: ctx.now,
    },
  });
}
