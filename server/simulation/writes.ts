import {
  completeSimulationAttempt,
  findOpenSimulationAttempt,
  insertSimulationAttempt,
  keepRequestCounts,
  lockSimulationAttempt,
  type SimulationAttemptRow,
} from "@/db/queries/simulation";
import { getContentVersion, getScenario, listActivities } from "@/server/catalogue/reads";
import type { ScenarioBody } from "@/server/catalogue/scenario/reads";
import { authorise } from "@/server/kernel/authorise";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canLearn, learnerPlace } from "@/server/learning/policy";
import { isRefresherActivity } from "@/server/learning/refreshers/rules";
import { noteRefresherRun } from "@/server/learning/refreshers/writes";
import { isSurpriseActivity } from "@/server/learning/surprises/rules";
import { noteSurpriseAnswer } from "@/server/learning/surprises/writes";
import { recordEvent } from "@/server/learning/writes";
import { recordEvidence } from "@/server/passport/writes";
import { type CompiledScenario, compileScenario } from "./engine/compile";
import { applyMove } from "./engine/run";
import { replayRun, type Score, scoreRun } from "./engine/score";
import type { Move, RunState } from "./engine/types";
import { canPlay, canReplay } from "./policy";
import { optionsOf, showRun, storedMoves } from "./reads";
import { isAchieved, moveEffect, surpriseOutcome } from "./rules";
import type { OpenRunInput, RecordMovesInput, RecordMovesOutput, RunView } from "./schema";

/**
 * Starts a run. One that is still open in the same way is handed back; one begun in another mode or with another
 * clock is closed as it stands, and its history stays.
 */
export async function openRun(ctx: ServiceContext, input: OpenRunInput): Promise<RunView> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const place = found(learnerPlace(ctx.actor, input.course));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const activityId = `${input.lesson}/${input.simulation}`;
  found((await listActivities(ctx, input)).find((activity) => activity.id === activityId));
  const { hash, body } = await getScenario(ctx, input);
  const spot = { personId, course: input.course, activityId };
  return withTransaction(ctx, async (inside) => {
    const open = await lockOpenRun(inside, spot);
    if (open && isPlayedAs(open, input)) return resumeRun(inside, open, input, hash);
    if (open) await closeRun(inside, open);
    const { organisationId } = place;
    const attempt = await beginRun(inside, { ...spot, ...input, activityId, organisationId }, { hash, body });
    if (!attempt) {
      // Another tab or device started one in the same instant: that one counts.
      const first = await lockOpenRun(inside, spot);
      if (first && isPlayedAs(first, input)) return resumeRun(inside, first, input, hash);
      throw new DomainError("CONFLICT", { reason: "opened-elsewhere" });
    }
    return resumeRun(inside, attempt, input, hash);
  });
}

type Spot = { personId: string; course: string; activityId: string };
type NewRun = Spot & { organisationId: string } & Pick<OpenRunInput, "mode" | "timer"> & {
    /** Absent: the scenario as it is written. */
    variant?: string;
    examId?: string;
  };

/** Opens a run with its first line in the log; null when one is open on this activity already. */
export async function beginRun(
  ctx: ServiceContext,
  { personId, course, activityId, organisationId, mode, timer, variant = "main", examId }: NewRun,
  { hash, body }: { hash: string; body: ScenarioBody },
): Promise<SimulationAttemptRow | null> {
  authorise(ctx, canPlay(ctx.actor, { personId }), "");
  const attempt = await insertSimulationAttempt(ctx.db, {
    personId,
    course,
    activityId,
    organisationId,
    mode,
    timer,
    id: ctx.newId(),
    contentHash: hash,
    variant,
    examId,
    seed: ctx.newId(),
    startedAt: ctx.now,
  });
  if (!attempt) return null;
  const start = replayRun(compileScenario(body.scenario), optionsOf(attempt), []).state;
  await recordEvent(ctx, {
    id: ctx.newId(),
    kind: "simulation-started",
    course,
    activityId,
    contentHash: hash,
    occurredAt: ctx.now.toISOString(),
    attempt: { id: attempt.id, seq: 0 },
    action: { options: optionsOf(attempt) },
    effect: {
      stepId: start.step.id,
      stepNumber: start.step.index + 1,
      stepCount: body.scenario.steps.length,
      done: [],
      wrong: 0,
      restarted: true,
      achieved: false,
      score: null,
    },
  });
  return attempt;
}

/** The open run of this activity, held until the transaction ends: no move comes in while it is handed out or closed. */
export async function lockOpenRun(ctx: ServiceContext, spot: Spot): Promise<SimulationAttemptRow | null> {
  authorise(ctx, canPlay(ctx.actor, spot), "");
  const open = await findOpenSimulationAttempt(ctx.db, spot);
  const locked = open && (await lockSimulationAttempt(ctx.db, open.id));
  return locked?.status === "open" ? locked : null;
}

const isPlayedAs = (run: SimulationAttemptRow, wish: Pick<OpenRunInput, "mode" | "timer">) =>
  run.mode === wish.mode && run.timer === wish.timer;

/** The run as the player goes on with it, with its own version of the scenario when the page holds another. */
async function resumeRun(
  ctx: ServiceContext,
  run: SimulationAttemptRow,
  { knownHash, locale }: OpenRunInput,
  currentHash: string,
): Promise<RunView> {
  const isKnown = run.contentHash === (knownHash ?? currentHash);
  const [moves, body] = await Promise.all([storedMoves(ctx, run), isKnown ? null : pinnedBody(ctx, run)]);
  return showRun(run, moves, body && { body, locale });
}

const pinnedBody = (ctx: ServiceContext, attempt: SimulationAttemptRow): Promise<ScenarioBody> =>
  getContentVersion(ctx, { kind: "scenario", hash: attempt.contentHash });

/** Closes a run that its learner left for another one, with the verdict on what it really shows. */
export async function closeRun(ctx: ServiceContext, attempt: SimulationAttemptRow): Promise<void> {
  authorise(ctx, canReplay(ctx.actor, attempt), "");
  const compiled = compileScenario((await pinnedBody(ctx, attempt)).scenario);
  const { state } = replayRun(compiled, optionsOf(attempt), await storedMoves(ctx, attempt));
  await writeVerdict(ctx, attempt, scoreRun(compiled, state));
}

async function writeVerdict(ctx: ServiceContext, attempt: SimulationAttemptRow, score: Score): Promise<void> {
  await completeSimulationAttempt(ctx.db, attempt.id, {
    outcome: score.ended ? score.outcome : "not-reached",
    assistance: score.assistance,
    score: score.score,
    hintsUsed: score.hintsUsed,
    mistakes: score.mistakes,
    criticalMistakes: score.criticalMistakes,
    falseAccepts: score.falseAccepts,
    falseRefuses: score.falseRefuses,
    activeSeconds: score.activeSeconds,
    completedAt: ctx.now,
  });
}

/**
 * Keeps the next moves of a run after playing them on the server with the same engine and the same version.
 * Moves it has already are passed over; the first one that does not fit stops it. A run that ends is scored here,
 * and what it proves goes to the passport.
 *
 * @throws NOT_FOUND for a run that is not the actor's
 */
export async function recordMoves(ctx: ServiceContext, input: RecordMovesInput): Promise<RecordMovesOutput> {
  return withTransaction(ctx, async (inside) => {
    const attempt = await lockSimulationAttempt(inside.db, input.attemptId);
    authorise(ctx, attempt !== null && canPlay(ctx.actor, attempt), "");
    const locked = found(attempt);
    const body = await pinnedBody(inside, locked);
    const compiled = compileScenario(body.scenario);
    const kept = await storedMoves(inside, locked);
    const state = replayKept(locked, compiled, kept);
    const run = { attempt: locked, compiled, kept };
    const played = await playOn(inside, { ...run, state }, input.moves);
    const score = scoreRun(compiled, played.state);
    if (score.ended && locked.status === "open") await finishRun(inside, locked, compiled, score);
    await noteRequests(inside, locked, score);
    const lastSeq = played.state.seq;
    if (played.refusal) return { outcome: "refused", ...played.refusal, lastSeq };
    return { outcome: "recorded", lastSeq, score: score.ended && !locked.examId ? score : null };
  });
}

/** What she answered to a request is known as soon as the replay shows it, even if she leaves before the end. */
async function noteRequests(ctx: ServiceContext, run: SimulationAttemptRow, score: Score): Promise<void> {
  if (run.status !== "open") return;
  const { falseAccepts, falseRefuses } = score;
  const isNews = falseAccepts !== run.falseAccepts || falseRefuses !== run.falseRefuses;
  if (!score.ended && isNews) await keepRequestCounts(ctx.db, run.id, { falseAccepts, falseRefuses });
  const outcome = isSurpriseActivity(run.activityId) ? surpriseOutcome(score) : null;
  if (outcome) await noteSurpriseAnswer(ctx, { personId: run.personId, attemptId: run.id, outcome });
}

const replayed = new Map<string, RunState>();
const MOST_REPLAYED = 300;

/**
 * What the kept moves of a run show. A browser sends its moves one by one: they are played on from where the last
 * delivery stood. Kept moves are never changed, only added to, so what a beginning of them showed holds for ever.
 */
function replayKept(
  attempt: SimulationAttemptRow,
  compiled: CompiledScenario,
  kept: readonly Move[],
): RunState {
  const known = replayed.get(attempt.id);
  const before = known && known.seq <= kept.length ? known : undefined;
  const rest = kept.slice(before?.seq ?? 0);
  const { state } = replayRun(compiled, optionsOf(attempt), rest, before);
  replayed.delete(attempt.id);
  if (replayed.size >= MOST_REPLAYED) replayed.delete([...replayed.keys()][0] ?? "");
  if (attempt.status === "open") replayed.set(attempt.id, state);
  return state;
}

type OpenRun = {
  attempt: SimulationAttemptRow;
  compiled: CompiledScenario;
  state: RunState;
  kept: readonly Move[];
};

type Played = { state: RunState; refusal: { seq: number; reason: string } | null };

/** Plays and keeps moves in their order, up to the first that does not fit. */
async function playOn(
  ctx: ServiceContext,
  { attempt, compiled, kept, ...run }: OpenRun,
  moves: RecordMovesInput["moves"],
): Promise<Played> {
  const stepIds = compiled.scenario.steps.map((step) => step.id);
  let state = run.state;
  let score = scoreRun(compiled, state);
  for (const { id, occurredAt, move } of moves) {
    const refused = (reason: string): Played => ({ state, refusal: { seq: move.seq, reason } });
    if (move.seq <= kept.length) {
      if (sameMove(kept[move.seq - 1], move as Move)) continue;
      return refused("conflict");
    }
    // Closed as it stood when its learner began another one: what a forgotten tab still plays does not count.
    if (attempt.status !== "open") return refused("ended");
    const result = applyMove(compiled, state, move as Move);
    if (result.status === "refused") return refused(result.reason);
    const after = scoreRun(compiled, result.state);
    const recorded = await recordEvent(ctx, {
      id,
      kind: "simulation-move",
      course: attempt.course,
      activityId: attempt.activityId,
      contentHash: attempt.contentHash,
      occurredAt,
      attempt: { id: attempt.id, seq: move.seq },
      action: { move: result.move },
      effect: moveEffect(stepIds, score, after, move.type === "restart"),
    });
    if (recorded.outcome === "already-recorded") return refused("duplicate");
    state = result.state;
    score = after;
  }
  return { state, refusal: null };
}

/** Equal but for what the engine itself takes out of a move before it is kept (typed secrets). */
function sameMove(kept: Move | undefined, given: Move): boolean {
  if (!kept || kept.type !== given.type || kept.at !== given.at) return false;
  if (kept.type === "type" && given.type === "type") {
    return kept.on === given.on && (kept.withheld !== undefined || kept.value === given.value);
  }
  return JSON.stringify(Object.entries(kept).sort()) === JSON.stringify(Object.entries(given).sort());
}

async function finishRun(
  ctx: ServiceContext,
  attempt: SimulationAttemptRow,
  compiled: CompiledScenario,
  score: Score,
): Promise<void> {
  await writeVerdict(ctx, attempt, score);
  if (isRefresherActivity(attempt.activityId)) {
    await noteRefresherRun(ctx, { personId: attempt.personId, attemptId: attempt.id, score: score.score });
  }
  // What an exam proves is told when the exam ends.
  if (!isAchieved(score) || attempt.examId) return;
  await recordEvidence(ctx, {
    personId: attempt.personId,
    organisationId: attempt.organisationId,
    proof: {
      competences: compiled.scenario.competences,
      source: "simulation",
      sourceId: attempt.id,
      course: attempt.course,
      activityId: attempt.activityId,
      assistance: score.assistance,
      score: score.score,
      contentHash: attempt.contentHash,
      occurredAt: ctx.now,
    },
  });
}
