import { getAdjacencyMap } from "@xstate/graph";
import { fromTransition } from "xstate";
import type { Scenario } from "@/server/catalogue/scenario/schema";
import { type CompiledScenario, factsOf } from "../engine/compile";
import { holds } from "../engine/conditions";
import { withoutSecrets } from "../engine/offers";
import { applyMove, nextDue, startRun } from "../engine/run";
import { outcomeOf } from "../engine/score";
import type { Feedback, Mode, MoveDraft, RunOptions, RunState } from "../engine/types";
import { viewRun } from "../engine/view";
import { moveOfTurn, type Turn } from "../moments/rules";
import { busiestValues, howValuesCount, keyMaker, testsThatAsk } from "../walk-situations/rules";

/** More different situations than this in one scenario, and neither a person nor a computer can look at them all. */
export const MOST_SITUATIONS = 4000;

/** One turn: what is done, where it leads, and what the run looks like then. */
export type Way = { turn: Turn; to: string; feedback: Feedback | null; state: RunState };

/** Every situation of one variant, and the ways between them. Two situations are one when nothing can tell them apart. */
export type Walk = {
  options: RunOptions;
  first: string;
  states: ReadonlyMap<string, RunState>;
  ways: ReadonlyMap<string, readonly Way[]>;
  /** The shortest way to a situation, from the beginning or from another situation; null without any. */
  turns: (to: string, from?: string) => Turn[] | null;
};

export type Walked = { ok: true; walk: Walk } | { ok: false; values: string[] };

class TooMany extends Error {}

/** Whom the walk plays: with help, on the real clock, so that timers can run out. */
export const walkOptions = (variant: string, mode: Mode = "guided"): RunOptions => ({
  mode,
  timer: "real",
  variant,
  seed: "seed-1",
});

/** The variants to walk; a scenario without any is walked as it is written. */
export function variantsOf(scenario: Scenario): string[] {
  const named = Object.keys(scenario.variants);
  return named.length ? named : ["standard"];
}

/**
 * Walks every path of one variant with @xstate/graph: every move that is offered, wrong turns included, and letting
 * time pass. Gives up beyond `MOST_SITUATIONS` and then names the values that make so many situations.
 */
export function walkScenario(compiled: CompiledScenario, variant: string, most = MOST_SITUATIONS): Walked {
  const options = walkOptions(variant);
  const keyOf = keyMaker(compiled.scenario);
  const start = startRun(compiled, options);
  const seen: RunState[] = [];
  const logic = fromTransition((state: RunState, { turn }: { type: "turn"; turn: Turn }) => {
    const move = moveOfTurn(compiled, state, turn);
    const result = move && applyMove(compiled, state, move);
    if (result?.status !== "applied") {
      throw new Error(`${JSON.stringify(turn)} is shown but refused: ${result?.reason ?? "nothing is due"}`);
    }
    return { ...result.state, seq: 0, ledger: [], past: [] };
  }, start);
  try {
    const map = getAdjacencyMap(logic, {
      events: ({ context }) => {
        seen.push(context);
        if (seen.length > most) throw new TooMany();
        return turnsFrom(compiled, context).map((turn) => ({ type: "turn" as const, turn }));
      },
      serializeState: ({ context }) => keyOf(context) as never,
      serializeEvent: ({ turn }) => JSON.stringify(turn) as never,
    });
    const states = new Map(Object.entries(map).map(([key, { state }]) => [key, state.context]));
    const ways = new Map(
      Object.entries(map).map(([key, { transitions }]) => [
        key,
        Object.values(
          transitions as Record<string, { event: { turn: Turn }; state: { context: RunState } }>,
        ).map(({ event, state: { context } }) => ({
          turn: event.turn,
          to: keyOf(context),
          feedback: context.feedback,
          state: context,
        })),
      ]),
    );
    const first = keyOf(start);
    return { ok: true, walk: { options, first, states, ways, turns: shortest(first, ways) } };
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return { ok: false, values: busiestValues(compiled.scenario, seen) };
  }
}

/** Everything one can reasonably do in a situation: each offer of the screens, the way back, and waiting. */
export function turnsFrom(compiled: CompiledScenario, state: RunState): Turn[] {
  if (state.ended) return [];
  const isDue = nextDue(compiled, state.position) !== null;
  return [...movesFrom(compiled, state), ...(isDue ? (["wait"] as const) : [])];
}

/** Everything a person could reasonably do now, wrong turns included. */
export function movesFrom(compiled: CompiledScenario, state: RunState): MoveDraft[] {
  if (state.ended) return [];
  const typed = typedValues(state);
  const onScreens = viewRun(compiled, state).devices.flatMap((device) => [
    ...device.notifications.map(({ on }): MoveDraft => ({ type: "press", on })),
    ...device.elements.flatMap((element): MoveDraft[] => {
      const { on } = element;
      switch (element.kind) {
        case "button":
          return element.enabled ? [{ type: "press", on }] : [];
        case "browser":
          return element.closes ? [{ type: "press", on }] : [];
        case "field":
        case "code":
          return alike(compiled, state, on, typed).map((value) => ({ type: "type", on, value }));
        case "choices":
        case "icons":
          return element.options.map(({ id }) => ({ type: "choose", on, option: id }));
        case "check":
          return [{ type: "tick", on, checked: !element.checked }];
        default:
          return [];
      }
    }),
  ]);
  return [...onScreens, ...(state.position.story.back ? [{ type: "back" as const }] : [])];
}

/** What people type: each thing they know, the phone number in another spelling or cut short, and something wrong. */
function typedValues({ position }: RunState): string[] {
  const { persona } = position.story;
  const phone = persona.phone ?? "";
  const known = Object.entries(persona).flatMap(([name, value]) => (name.includes("name") ? [] : [value]));
  const wrong = ["0470 00 00 77", "99999"];
  return [...new Set([...known, `+32 ${phone.replace(/^0/, "")}`, phone.slice(0, 8), ...wrong])].filter(
    (value) => value !== "",
  );
}

/** One value of each sort: two that give the same answers to every condition, and are kept or not alike, are one sort. */
function alike(compiled: CompiledScenario, state: RunState, on: string, values: readonly string[]): string[] {
  const into = compiled.rules.get(`type:${on}`)?.into ?? "";
  const { whole } = howValuesCount(compiled.scenario);
  const asking = testsThatAsk(compiled.scenario, into);
  const { position } = state;
  const facts = factsOf(position.story, position.value);
  const sorts = new Map<string, string>();
  for (const value of values) {
    const given = { ...facts, values: { ...facts.values, [into]: value } };
    const clean = withoutSecrets(compiled, position, { type: "type", on, value });
    const answers = asking.map(([name, test]) => holds({ values: { [name]: test } }, given));
    const sort = JSON.stringify([
      answers,
      clean.type === "type" ? clean.withheld : null,
      whole.includes(into) ? value : null,
    ]);
    if (!sorts.has(sort)) sorts.set(sort, value);
  }
  return [...sorts.values()];
}

/** The situations from which a wanted one can be reached. */
export function leadingTo(walk: Walk, isWanted: (state: RunState) => boolean): Set<string> {
  const before = new Map<string, string[]>();
  for (const [from, ways] of walk.ways) {
    for (const { to } of ways) {
      const known = before.get(to);
      if (known) known.push(from);
      else before.set(to, [from]);
    }
  }
  const found = new Set([...walk.states].filter(([, state]) => isWanted(state)).map(([key]) => key));
  const queue = [...found];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const from of before.get(key) ?? []) {
      if (found.has(from)) continue;
      found.add(from);
      queue.push(from);
    }
  }
  return found;
}

/** The situations that are no end and from which no way leads to the goal any more, nearest to the beginning first. */
export function traps(compiled: CompiledScenario, walk: Walk): string[] {
  const good = leadingTo(walk, (state) => state.ended && outcomeOf(compiled, state) === "reached");
  return [...walk.states].filter(([key, state]) => !state.ended && !good.has(key)).map(([key]) => key);
}

function shortest(first: string, ways: Walk["ways"]): Walk["turns"] {
  const trees = new Map<string, Map<string, { key: string; turn: Turn }>>();
  return (to, from = first) => {
    const tree = trees.get(from) ?? treeFrom(from, ways);
    trees.set(from, tree);
    if (to !== from && !tree.has(to)) return null;
    const turns: Turn[] = [];
    for (let step = tree.get(to); step; step = tree.get(step.key)) turns.unshift(step.turn);
    return turns;
  };
}

/** For each situation that can be reached, the one before it on a shortest way. */
function treeFrom(from: string, ways: Walk["ways"]): Map<string, { key: string; turn: Turn }> {
  const tree = new Map<string, { key: string; turn: Turn }>();
  const queue = [from];
  for (let index = 0; index < queue.length; index += 1) {
    const key = queue[index] ?? "";
    for (const { to, turn } of ways.get(key) ?? []) {
      if (to === from || tree.has(to)) continue;
      tree.set(to, { key, turn });
      queue.push(to);
    }
  }
  return tree;
}
