import type { CompiledScenario } from "../engine/compile";
import { applyMove, startRun } from "../engine/run";
import { outcomeOf } from "../engine/score";
import { nextIdealMove } from "../engine/steps";
import type { Feedback, RunOptions, RunState } from "../engine/types";
import { moveOfTurn, playTurns, type Turn } from "../moments/rules";
import { lookedAt, placeOf } from "../places/rules";
import type { Walk, Way } from "../walk/rules";
import { keyMaker } from "../walk-situations/rules";
import type { ChartMove, ChartState, ChartWay, Stay, WayKind } from "../workbench/schema";

const MOST_IDEAL = 300;

/** A walk as an author can look at it: situations in which one looks at the same screen in the same step are one state. */
export function chartOf(compiled: CompiledScenario, walk: Walk): { states: ChartState[]; ways: ChartWay[] } {
  const places = new Map([...walk.states].map(([key, state]) => [key, placeOf(state)]));
  const keyOf = keyMaker(compiled.scenario);
  // The step of a detour depends on the way there: what counts is the state that the walk knows the situation by.
  const ideal = idealPath(compiled, walk.options, (state) => places.get(keyOf(state)) ?? placeOf(state));
  const states = new Map<string, ChartState>();
  for (const [key, state] of walk.states) {
    const id = places.get(key) ?? "";
    const turns = walk.turns(key) ?? [];
    const known = states.get(id);
    if (known && known.moment.moves.length <= turns.length) continue;
    const run = playTurns(compiled, walk.options, turns);
    const reached = run?.state ?? state;
    states.set(id, {
      id,
      step: state.step.id,
      ...lookedAt(state),
      isFirst: key === walk.first || (known?.isFirst ?? false),
      isIdeal: ideal.places.has(id),
      outcome: state.ended ? outcomeOf(compiled, reached) : null,
      stays: known?.stays ?? [],
      moment: { phase: "run", options: walk.options, moves: run?.moves ?? [], at: reached.at },
    });
  }
  const ways = new Map<string, ChartWay>();
  for (const [key, list] of walk.ways) {
    const from = places.get(key) ?? "";
    for (const way of list) addWay(states, ways, { from, to: places.get(way.to) ?? "" }, way, ideal.steps);
  }
  const order = compiled.scenario.steps.map(({ id }) => id);
  return {
    states: [...states.values()].sort(
      (one, other) =>
        order.indexOf(one.step) - order.indexOf(other.step) ||
        one.moment.moves.length - other.moment.moves.length,
    ),
    ways: [...ways.values()],
  };
}

function addWay(
  states: Map<string, ChartState>,
  ways: Map<string, ChartWay>,
  { from, to }: { from: string; to: string },
  { turn, feedback }: Way,
  idealSteps: ReadonlySet<string>,
): void {
  const kind = kindOf(turn, feedback);
  const move: ChartMove = { turn, said: saidIn(feedback) };
  if (from === to) {
    const stays = states.get(from)?.stays;
    if (!stays || !feedback || kind === "time") return;
    const stay: Stay = { ...move, kind: kind === "move" ? "tip" : kind };
    if (!stays.some((other) => isSame(stay, other))) stays.push(stay);
    return;
  }
  const name = JSON.stringify([from, to, kind]);
  const way = ways.get(name) ?? { from, to, kind, isIdeal: false, moves: [] };
  const isIdeal = (kind === "move" || kind === "time") && idealSteps.has(JSON.stringify([from, to]));
  ways.set(name, {
    ...way,
    isIdeal,
    moves: way.moves.some((one) => isSame(one, move)) ? way.moves : [...way.moves, move],
  });
}

/** Typing something else in the same place, with the same answer, is the same move to whoever looks at a chart. */
function isSame(one: ChartMove, other: ChartMove): boolean {
  const words = ({ turn, said }: ChartMove) =>
    JSON.stringify([turn === "wait" ? turn : { ...turn, value: null }, said]);
  return words(one) === words(other);
}

function kindOf(turn: Turn, feedback: Feedback | null): WayKind {
  if (feedback?.kind === "mistake") return feedback.critical ? "critical" : "mistake";
  return turn === "wait" ? "time" : "move";
}

function saidIn(feedback: Feedback | null): string | null {
  if (!feedback || feedback.kind === "withheld") return null;
  const where = { mistake: "mistakes", tip: "says", expired: "timers" }[feedback.kind];
  return `${where}.${feedback.id}`;
}

/** The states that *Montre-moi* comes through, and its steps from one to the next. */
function idealPath(
  compiled: CompiledScenario,
  options: RunOptions,
  nameOf: (state: RunState) => string,
): { places: Set<string>; steps: Set<string> } {
  let state = startRun(compiled, options);
  const places = new Set([nameOf(state)]);
  const steps = new Set<string>();
  for (let turn = 0; turn < MOST_IDEAL && !state.ended; turn += 1) {
    const move = moveOfTurn(compiled, state, nextIdealMove(compiled, state) ?? "wait");
    const result = move && applyMove(compiled, state, move);
    if (result?.status !== "applied") break;
    steps.add(JSON.stringify([nameOf(state), nameOf(result.state)]));
    state = result.state;
    places.add(nameOf(state));
  }
  return { places, steps };
}
