import type { CompiledScenario } from "./compile";
import { applyMove, startRun } from "./run";
import type { LedgerLine, Move, PlayableScenario, Refusal, RunOptions, RunState, Scenario } from "./types";

export type Outcome = "reached" | "not-reached" | "unsafe";
export type Assistance = "alone" | "with-hint" | "shown";

export type Score = {
  outcome: Outcome;
  /** 0–100. */
  score: number;
  hintsUsed: number;
  mistakes: number;
  criticalMistakes: number;
  /** How often she said yes to a request of somebody else; null without occasion, or while the run has not shown it. */
  falseAccepts: number | null;
  /** How often she said no to her own request; null as above. */
  falseRefuses: number | null;
  activeSeconds: number;
  /** Where the person is (or ended): for resume and for the trainer's board. */
  stepId: string;
  stepNumber: number;
  steps: number;
  assistance: Assistance;
  ended: boolean;
};

export type Replay =
  | { ok: true; state: RunState; outcome: Outcome }
  | { ok: false; reason: Refusal | "conflict"; seq: number; state: RunState };

/**
 * Plays a stored log again. A move sent twice with the same words is counted once; two different moves in one
 * place, a gap, a move the screens did not offer or time running backwards stop the replay: the log is refused
 * at `seq`, and `state` is what the moves before it really show. A log that ends early is simply not finished.
 *
 * @param from the state after the moves that were replayed before, to go on from
 */
export function replayRun(
  compiled: CompiledScenario,
  options: RunOptions,
  moves: readonly Move[],
  from: RunState = startRun(compiled, options),
): Replay {
  let state = from;
  const seen = new Map<number, string>();
  for (const move of moves) {
    const words = JSON.stringify(Object.entries(move).sort(([one], [other]) => (one < other ? -1 : 1)));
    const earlier = seen.get(move.seq);
    if (earlier === words) continue;
    if (earlier !== undefined) return { ok: false, reason: "conflict", seq: move.seq, state };
    const result = applyMove(compiled, state, move);
    if (result.status === "refused") return { ok: false, reason: result.reason, seq: move.seq, state };
    seen.set(move.seq, words);
    state = result.state;
  }
  return { ok: true, state, outcome: outcomeOf(compiled, state) };
}

/**
 * What a run has come to. A critical mistake makes it unsafe: in "alone" mode for good, in the other modes until
 * the person starts again, because there they are practising.
 */
export function outcomeOf({ scenario }: CompiledScenario, state: RunState): Outcome {
  const lastStart = state.ledger.findLastIndex(({ kind }) => kind === "restart");
  const counted = state.options.mode === "alone" ? state.ledger : state.ledger.slice(lastStart + 1);
  if (counted.some((line) => isCritical(scenario, line))) return "unsafe";
  const required = Object.entries(scenario.goals).filter(([, { optional }]) => !optional);
  return required.every(([goal]) => state.position.story.reached.includes(goal)) ? "reached" : "not-reached";
}

/** The server's verdict. Needs the whole scenario: the browser's copy has no scoring. */
export function scoreRun(compiled: CompiledScenario, state: RunState): Score {
  const { scenario } = compiled;
  const outcome = outcomeOf(compiled, state);
  const count = (kind: LedgerLine["kind"]) => state.ledger.filter((line) => line.kind === kind).length;
  return {
    outcome,
    score: pointsOf(scenario, state, outcome),
    hintsUsed: count("hint"),
    mistakes: count("mistake"),
    criticalMistakes: state.ledger.filter((line) => isCritical(scenario, line)).length,
    falseAccepts: countOf(scenario, state, "false-accept"),
    falseRefuses: countOf(scenario, state, "false-refuse"),
    activeSeconds: Math.round(state.activeMs / 1000),
    stepId: state.step.id,
    stepNumber: state.step.index + 1,
    steps: scenario.steps.length,
    assistance: assistanceOf(state, count("hint")),
    ended: state.ended,
  };
}

/** Watched, helped by a hint, or done alone: guided mode without a single hint is done alone. */
function assistanceOf(state: RunState, hints: number): Assistance {
  if (state.options.mode === "show") return "shown";
  return hints > 0 ? "with-hint" : "alone";
}

/**
 * How often a mistake of this sort was made. Null where the scenario has none, in a demonstration, and in a run that
 * was left before its end without one: such a run was no occasion. Published in content/indicators/rates.yaml.
 */
function countOf(
  { mistakes }: Scenario,
  { ledger, options, ended }: RunState,
  sort: "false-accept" | "false-refuse",
): number | null {
  const isMarked = (id: string) => mistakes[id]?.counts === sort;
  if (options.mode === "show" || !Object.keys(mistakes).some(isMarked)) return null;
  const count = ledger.filter((line) => line.kind === "mistake" && isMarked(line.mistake)).length;
  return count > 0 || ended ? count : null;
}

function isCritical(scenario: Scenario, line: LedgerLine): boolean {
  return line.kind === "mistake" && scenario.mistakes[line.mistake]?.kind === "critical";
}

/** The share of the goals reached, less what hints and mistakes cost; never under `lowest` once the goal is reached. */
function pointsOf(scenario: Scenario, state: RunState, outcome: Outcome): number {
  const { hint = 5, mistake = 5, undo = 0, lowest = 30 } = scenario.scoring ?? {};
  const goals = Object.entries(scenario.goals);
  const weight = (list: typeof goals) => list.reduce((sum, [, { points = 1 }]) => sum + points, 0);
  const won = goals.filter(([goal]) => state.position.story.reached.includes(goal));
  const share = (100 * weight(won)) / Math.max(1, weight(goals));
  const cost = state.ledger.reduce((sum, line) => {
    if (line.kind === "hint") return sum + hint;
    if (line.kind === "undo") return sum + undo;
    return line.kind === "mistake" ? sum + (scenario.mistakes[line.mistake]?.points ?? mistake) : sum;
  }, 0);
  const points = Math.round(Math.max(0, share - cost));
  if (outcome === "unsafe") return 0;
  return outcome === "reached" ? Math.max(points, lowest) : Math.min(points, 49);
}

export type RecapLine = { stepId: string; done: boolean; mistakes: string[]; hints: number };

/** What the person did, step by step: for the end of the player and for the trainer. */
export function recapRun({ scenario }: CompiledScenario, state: RunState): RecapLine[] {
  return scenario.steps.map(({ id }, index) => {
    const lines = state.ledger.filter((line) => line.step === id);
    return {
      stepId: id,
      done: index < state.furthest || (index === state.furthest && state.ended),
      mistakes: [...new Set(lines.flatMap((line) => (line.kind === "mistake" ? [line.mistake] : [])))],
      hints: lines.filter(({ kind }) => kind === "hint").length,
    };
  });
}

/**
 * The scenario as a browser may hold it: no weights. For an examination (`"alone"`) the ideal path goes too;
 * practice keeps it, because *Montre-moi* and the second hint need it.
 */
export function publicScenario(
  scenario: Scenario,
  purpose: "practice" | "alone" = "practice",
): PlayableScenario {
  const { scoring: _scoring, ...rest } = scenario;
  const without = <T extends { points?: number | undefined }>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).map(([id, { points: _points, ...one }]) => [id, one])) as Record<
      string,
      T
    >;
  return {
    ...rest,
    mistakes: without(scenario.mistakes),
    goals: without(scenario.goals),
    steps: scenario.steps.map((step) => (purpose === "alone" ? { ...step, moves: [] } : step)),
  };
}
