import { randomUUID } from "node:crypto";
import type { answers, attempts } from "@/db/schema/assessment";
import type { activityProgress, learnerEvents, timeLedger } from "@/db/schema/learning";
import type { evidence } from "@/db/schema/passport";
import type { simulationAttempts } from "@/db/schema/simulation";
import { answerTo } from "@/db/seed/answers";
import { grade, scoreOf } from "@/server/assessment/rules";
import { courseLibraries } from "@/server/catalogue/library/reads";
import { brusselsDay } from "@/server/kernel/calendar";
import { activeSecondsBetween, foldProgress } from "@/server/learning/rules";
import type { LearnerEvent, Progress } from "@/server/learning/schema";
import { type PlayedRun, playRun } from "./runs";

export const COURSE = "itsme-eid";
export const LESSON = "log-in";
export const SIMULATION = "log-in-computer-number";

const DAY_MS = 86_400_000;
const READING_SECONDS = 50;
const ANSWER_SECONDS = 30;

type Row<Table extends { $inferInsert: unknown }> = Table["$inferInsert"];

/** What one learner did, as the services would have written it: the log, and everything folded from it. */
export type History = {
  events: Omit<Row<typeof learnerEvents>, "position">[];
  attempts: Row<typeof attempts>[];
  answers: Row<typeof answers>[];
  runs: Row<typeof simulationAttempts>[];
  evidence: Row<typeof evidence>[];
  progress: Row<typeof activityProgress>[];
  ledger: Row<typeof timeLedger>[];
};

type Learner = { personId: string; organisationId: string };

/** The published version of what the bench uses, with its hashes. */
export function publishedLesson() {
  const library = courseLibraries().get(COURSE);
  const lesson = library?.lessons.get(LESSON);
  const quiz = library?.quizzes.get(LESSON);
  const scenario = library?.scenarios.get(SIMULATION);
  if (!lesson || !quiz || !scenario)
    throw new Error(`content/courses/${COURSE} has no whole lesson ${LESSON}`);
  return { lesson, quiz, scenario };
}

/**
 * The past of learner number `index`: of five, one has read half of the lesson, one has also practised, three have
 * practised and passed the check. Pure but for new ids.
 */
export function historyOf(learner: Learner, index: number, now: Date): History {
  const history = emptyHistory();
  const start = new Date(now.getTime() - (4 + (index % 20)) * DAY_MS);
  start.setUTCHours(9, index % 60, 0, 0);
  const days = (count: number) => new Date(start.getTime() + count * DAY_MS);
  const stage = index % 5;
  read(history, learner, start, stage === 0 ? 4 : Number.POSITIVE_INFINITY);
  if (stage > 0) practise(history, learner, days(1), index);
  if (stage > 1) check(history, learner, days(2), index);
  fold(history, learner);
  return history;
}

const emptyHistory = (): History => ({
  events: [],
  attempts: [],
  answers: [],
  runs: [],
  evidence: [],
  progress: [],
  ledger: [],
});

type Told = {
  kind: LearnerEvent["kind"];
  activityId: string;
  contentHash: string;
  at: Date;
  attempt?: { id: string; seq: number };
  action: Record<string, unknown>;
  effect: LearnerEvent["effect"];
};

function tell(history: History, learner: Learner, told: Told): string {
  const id = randomUUID();
  history.events.push({
    ...learner,
    id,
    kind: told.kind,
    course: COURSE,
    activityId: told.activityId,
    contentHash: told.contentHash,
    attemptId: told.attempt?.id ?? null,
    seq: told.attempt?.seq ?? null,
    payload: { action: told.action, effect: told.effect },
    occurredAt: told.at,
    recordedAt: told.at,
  });
  return id;
}

const later = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000);
const plain = { done: [] as string[], wrong: 0, restarted: false, achieved: false, score: null };

function read(history: History, learner: Learner, at: Date, most: number): void {
  const { lesson } = publishedLesson();
  const { steps } = lesson.body.file;
  for (const [index, step] of steps.slice(0, most).entries()) {
    tell(history, learner, {
      kind: "step-read",
      activityId: `${LESSON}/steps`,
      contentHash: lesson.hash,
      at: later(at, READING_SECONDS * index),
      action: { stepId: step.id },
      effect: { ...plain, stepId: step.id, stepNumber: index + 1, stepCount: steps.length, done: [step.id] },
    });
  }
}

/** Runs that are played once and had by many: playing takes ten times as long as writing down. */
const RUNS = 12;
const played = new Map<number, PlayedRun>();

function playedRun(number: number): PlayedRun {
  const { body } = publishedLesson().scenario;
  const run = played.get(number) ?? playRun(body.scenario, { hints: number % 3 });
  played.set(number, run);
  return run;
}

function practise(history: History, learner: Learner, at: Date, index: number): void {
  const { hash, body } = publishedLesson().scenario;
  const run = playedRun(index % RUNS);
  const common = {
    activityId: `${LESSON}/${SIMULATION}`,
    contentHash: hash,
  };
  const id = randomUUID();
  tell(history, learner, {
    ...common,
    kind: "simulation-started",
    at,
    attempt: { id, seq: 0 },
    action: { options: run.options },
    effect: run.opening,
  });
  for (const { move, effect } of run.moves) {
    const moment = later(at, move.at / 1000);
    tell(history, learner, {
      ...common,
      kind: "simulation-move",
      at: moment,
      attempt: { id, seq: move.seq },
      action: { move },
      effect,
    });
  }
  const { outcome, assistance, score, hintsUsed, mistakes, criticalMistakes, activeSeconds } = run.score;
  const completedAt = later(at, activeSeconds);
  history.runs.push({
    ...learner,
    ...common,
    ...run.options,
    id,
    course: COURSE,
    status: "completed",
    startedAt: at,
    completedAt,
    ...{ outcome, assistance, score, hintsUsed, mistakes, criticalMistakes, activeSeconds },
  });
  prove(history, learner, {
    ...{ ...common, sourceId: id, score, assistance, at: completedAt, source: "simulation" },
    competences: body.scenario.competences,
  });
}

function check(history: History, learner: Learner, at: Date, index: number): void {
  const { hash, body } = publishedLesson().quiz;
  const { questions, passMark } = body.file;
  const common = { activityId: `${LESSON}/check`, contentHash: hash };
  const id = randomUUID();
  const place = (number: number) => ({
    ...plain,
    stepId: questions[Math.min(number, questions.length) - 1]?.id ?? "",
    stepNumber: Math.min(number, questions.length),
    stepCount: questions.length,
  });
  tell(history, learner, {
    ...common,
    kind: "attempt-opened",
    at,
    attempt: { id, seq: 0 },
    action: {},
    effect: { ...place(1), restarted: true },
  });
  const credits: number[] = [];
  for (const [number, question] of questions.entries()) {
    const moment = later(at, ANSWER_SECONDS * (number + 1));
    const accepted = body.texts.fr[question.id]?.accepted ?? [];
    const answer = answerTo(question, accepted, number !== index % questions.length);
    const { correct, credit } = grade(question, answer, accepted);
    credits.push(credit);
    const score = credits.length === questions.length ? scoreOf(credits, questions.length) : null;
    const eventId = tell(history, learner, {
      ...common,
      kind: "answer-given",
      at: moment,
      attempt: { id, seq: number + 1 },
      action: { questionId: question.id, answer },
      effect: {
        ...place(number + 2),
        done: [question.id],
        wrong: correct ? 0 : 1,
        achieved: score !== null && score >= passMark,
        score,
      },
    });
    const { organisationId } = learner;
    history.answers.push({
      ...{ eventId, organisationId, attemptId: id, questionId: question.id, answer, correct, credit },
      answeredAt: moment,
    });
  }
  const score = scoreOf(credits, questions.length);
  const completedAt = later(at, ANSWER_SECONDS * questions.length);
  history.attempts.push({
    ...learner,
    ...common,
    id,
    course: COURSE,
    status: "completed",
    openedAt: at,
    completedAt,
    score,
  });
  if (score < passMark) return;
  prove(history, learner, {
    ...{ ...common, sourceId: id, score, at: completedAt, assistance: "alone", source: "quiz" },
    competences: [...new Set(questions.flatMap((question) => question.competences))],
  });
}

type Proof = Pick<
  Row<typeof evidence>,
  "activityId" | "contentHash" | "sourceId" | "score" | "assistance" | "source"
> & {
  at: Date;
  competences: readonly string[];
};

function prove(history: History, learner: Learner, { at, competences, ...proof }: Proof): void {
  for (const competence of competences) {
    history.evidence.push({
      ...learner,
      ...proof,
      competence,
      id: randomUUID(),
      course: COURSE,
      occurredAt: at,
      recordedAt: at,
    });
  }
}

/** The read models, by the same rules as the services use. */
function fold(history: History, learner: Learner): void {
  const places = new Map<string, Progress>();
  const days = new Map<string, { activeSeconds: number; lastEventAt: Date }>();
  for (const { kind, activityId, occurredAt, payload } of history.events) {
    const { effect } = payload as { effect: LearnerEvent["effect"] };
    places.set(
      activityId,
      foldProgress(places.get(activityId) ?? null, { kind, activityId, occurredAt, effect }),
    );
    const day = brusselsDay(occurredAt);
    const before = days.get(day);
    const seconds = before ? activeSecondsBetween(before.lastEventAt, occurredAt) : 0;
    days.set(day, { activeSeconds: (before?.activeSeconds ?? 0) + seconds, lastEventAt: occurredAt });
  }
  history.progress = [...places.values()].map((place) => ({ ...learner, ...place, course: COURSE }));
  history.ledger = [...days].map(([day, time]) => ({ ...learner, ...time, course: COURSE, day }));
}
