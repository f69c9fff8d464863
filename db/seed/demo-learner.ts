import { openAttempt, submitAnswer } from "@/server/assessment/writes";
import { getContentVersion, getLesson } from "@/server/catalogue/reads";
import type { ServiceContext } from "@/server/kernel/context";
import { takeSurprise } from "@/server/learning/surprises/writes";
import { readStep } from "@/server/learning/writes";
import { compileScenario } from "@/server/simulation/engine/compile";
import { applyMove, nextDue, startRun } from "@/server/simulation/engine/run";
import { nextIdealMove } from "@/server/simulation/engine/steps";
import type { Move, MoveDraft, RunState } from "@/server/simulation/engine/types";
import { viewRun } from "@/server/simulation/engine/view";
import { openSurprise } from "@/server/simulation/surprises/writes";
import { openRun, recordMoves } from "@/server/simulation/writes";
import { answerTo } from "./answers";

type Lesson = { course: string; lesson: string };

/** A learner without a browser: she reads, practises and answers through the services, a little later each time. */
export const later = (ctx: ServiceContext, seconds: number): ServiceContext => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + seconds * 1000),
});

/** Reads the steps `from`–`to` (counted from 1), fifty seconds each. */
export async function readSteps(
  ctx: ServiceContext,
  input: Lesson & { from: number; to: number },
): Promise<void> {
  const lesson = await getLesson(ctx, { ...input, locale: "fr" });
  for (const [index, step] of lesson.steps.slice(input.from - 1, input.to).entries()) {
    const then = later(ctx, 50 * index);
    await readStep(then, {
      id: ctx.newId(),
      occurredAt: then.now.toISOString(),
      course: input.course,
      lesson: input.lesson,
      stepId: step.id,
      contentHash: lesson.contentHash,
    });
  }
}

/** Answers a lesson's check, or its first `count` questions; the first `wrong` wrongly, half a minute each. */
export async function answerCheck(
  ctx: ServiceContext,
  input: Lesson & { count?: number; wrong: number },
): Promise<void> {
  const attempt = await openAttempt(ctx, { course: input.course, lesson: input.lesson, locale: "fr" });
  const quiz = await getContentVersion(ctx, { kind: "quiz", hash: attempt.contentHash });
  for (const [index, question] of quiz.file.questions.slice(0, input.count).entries()) {
    const then = later(ctx, 30 * (index + 1));
    const accepted = quiz.texts.fr[question.id]?.accepted ?? [];
    await submitAnswer(then, {
      id: ctx.newId(),
      occurredAt: then.now.toISOString(),
      attemptId: attempt.attemptId,
      questionId: question.id,
      answer: answerTo(question, accepted, index >= input.wrong),
      locale: "fr",
    });
  }
}

/**
 * Plays a simulation along its ideal path, eight seconds a move, taking `hints` hints on the way. With `until` she
 * stops at that step after `wrong` mistakes there, and leaves the run open.
 */
export async function playSimulation(
  ctx: ServiceContext,
  input: Lesson & {
    simulation: string;
    mode: "guided" | "alone";
    hints?: number;
    until?: string;
    wrong?: number;
  },
): Promise<void> {
  const run = await openRun(ctx, { ...input, timer: "none", locale: "fr" });
  const { scenario } = await getContentVersion(ctx, { kind: "scenario", hash: run.contentHash });
  const compiled = compileScenario(scenario);
  let state = startRun(compiled, run.options);
  let hints = input.hints ?? 0;
  let wrong = input.wrong ?? 0;
  const moves: Move[] = [];
  while (!state.ended && moves.length < 200) {
    const draft = nextDraft();
    if (!draft) break;
    const due = draft.type === "time" ? (nextDue(compiled, state.position)?.at ?? 0) : 0;
    const move = { ...draft, seq: state.seq + 1, at: Math.max(state.at + 8000, due) };
    const result = applyMove(compiled, state, move);
    if (result.status === "refused") break;
    state = result.state;
    moves.push(result.move);
  }
  await recordMoves(later(ctx, Math.ceil(state.at / 1000)), {
    attemptId: run.attemptId,
    moves: moves.map((move) => ({
      id: ctx.newId(),
      occurredAt: later(ctx, Math.floor(move.at / 1000)).now.toISOString(),
      move: move as Parameters<typeof recordMoves>[1]["moves"][number]["move"],
    })),
  });

  function nextDraft(): MoveDraft | null {
    if (hints > 0 && state.seq > 0) {
      hints -= 1;
      return { type: "hint" };
    }
    if (input.until === state.step.id) {
      if (wrong === 0) return null;
      wrong -= 1;
      const mistake = findMistake(state);
      if (mistake) return mistake;
    }
    // Where the path can only wait, she waits until something happens by itself.
    return nextIdealMove(compiled, state) ?? (nextDue(compiled, state.position) ? { type: "time" } : null);
  }

  /** Any move the screens offer now that counts as a mistake. */
  function findMistake(from: RunState): MoveDraft | null {
    const view = viewRun(compiled, from);
    const elements = view.devices.flatMap((device) => device.elements);
    const drafts = elements.flatMap((element): MoveDraft[] => {
      if ("options" in element) {
        return element.options.map((option) => ({ type: "choose", on: element.on, option: option.id }));
      }
      if (element.kind === "button") return [{ type: "press", on: element.on }];
      return element.kind === "code" ? [{ type: "type", on: element.on, value: "00000" }] : [];
    });
    return (
      drafts.find((draft) => {
        const result = applyMove(compiled, from, { ...draft, seq: from.seq + 1, at: from.at + 8000 });
        return result.status === "applied" && result.feedback?.kind === "mistake" && !result.state.ended;
      }) ?? null
    );
  }
}

/** A surprise comes up while she reads; she looks at it and refuses, or says yes and stops before the code. */
export async function meetSurprise(
  ctx: ServiceContext,
  input: Lesson & { answer: "refuse" | "accept" },
): Promise<void> {
  const card = await takeSurprise(ctx, { ...input, locale: "fr" });
  if (!card) return;
  const opened = await openSurprise(later(ctx, 20), { surpriseId: card.surpriseId, locale: "fr" });
  if (opened.outcome !== "open") return;
  const { attemptId, contentHash, options } = opened.run;
  const { scenario } = await getContentVersion(ctx, { kind: "scenario", hash: contentHash });
  const compiled = compileScenario(scenario);
  let state = startRun(compiled, options);
  const moves: Move[] = [];
  while (!state.ended && moves.length < 20) {
    const yes = input.answer === "accept" && state.ledger.length === 0 ? findYes(state) : null;
    const draft = yes ?? nextIdealMove(compiled, state);
    if (!draft) break;
    const result = applyMove(compiled, state, { ...draft, seq: state.seq + 1, at: state.at + 9000 });
    if (result.status === "refused") break;
    state = result.state;
    moves.push(result.move);
  }
  await recordMoves(later(ctx, 20 + 9 * moves.length), {
    attemptId,
    moves: moves.map((move) => ({
      id: ctx.newId(),
      occurredAt: later(ctx, 20 + 9 * move.seq).now.toISOString(),
      move: move as Parameters<typeof recordMoves>[1]["moves"][number]["move"],
    })),
  });

  /** The button that says yes to somebody else, where it is shown. */
  function findYes(from: RunState): MoveDraft | null {
    const buttons = viewRun(compiled, from).devices.flatMap(({ elements }) => elements);
    const drafts = buttons.flatMap((element): MoveDraft[] =>
      element.kind === "button" ? [{ type: "press", on: element.on }] : [],
    );
    return (
      drafts.find((draft) => {
        const result = applyMove(compiled, from, { ...draft, seq: from.seq + 1, at: from.at + 9000 });
        const feedback = result.status === "applied" ? result.feedback : null;
        return feedback?.kind === "mistake" && scenario.mistakes[feedback.id]?.counts === "false-accept";
      }) ?? null
    );
  }
}
