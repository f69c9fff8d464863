import type { Scenario } from "@/server/catalogue/scenario/schema";
import type { CompiledScenario } from "@/server/simulation/engine/compile";
import { applyMove, startRun } from "@/server/simulation/engine/run";
import { nextIdealMove } from "@/server/simulation/engine/steps";
import type { Move, MoveDraft, RunOptions, RunState } from "@/server/simulation/engine/types";
import { viewRun } from "@/server/simulation/engine/view";

export const OPTIONS: RunOptions = { mode: "guided", timer: "none", variant: "standard", seed: "seed-1" };

/** Makes one move a second after the last; fails the test when it is refused. */
export function play(compiled: CompiledScenario, state: RunState, draft: MoveDraft, after = 1000): RunState {
  const result = applyMove(compiled, state, { ...draft, seq: state.seq + 1, at: state.at + after });
  if (result.status === "refused") throw new Error(`${JSON.stringify(draft)} was refused: ${result.reason}`);
  return result.state;
}

export function playAll(compiled: CompiledScenario, state: RunState, drafts: MoveDraft[]): RunState {
  return drafts.reduce((now, draft) => play(compiled, now, draft), state);
}

/** The ideal path from a state to the end, at one move a second. */
export function idealMoves(compiled: CompiledScenario, from: RunState): Move[] {
  const moves: Move[] = [];
  let state = from;
  for (let draft = nextIdealMove(compiled, state); draft; draft = nextIdealMove(compiled, state)) {
    if (moves.length > 200) throw new Error(`the ideal path turns in circles at ${state.step.id}`);
    const move = { ...draft, seq: state.seq + 1, at: state.at + 1000 };
    state = play(compiled, state, draft);
    moves.push(move);
  }
  return moves;
}

/** Plays on along the ideal path until the step is reached. */
export function playTo(compiled: CompiledScenario, stepId: string, options: RunOptions = OPTIONS): RunState {
  let state = startRun(compiled, options);
  while (state.step.id !== stepId) {
    const draft = nextIdealMove(compiled, state);
    if (!draft) throw new Error(`the ideal path stops at ${state.step.id}`);
    state = play(compiled, state, draft);
  }
  return state;
}

/** Everything a person could reasonably do now, wrong turns included, and letting the time run out. */
export function candidateMoves(compiled: CompiledScenario, state: RunState): MoveDraft[] {
  if (state.ended) return [];
  const view = viewRun(compiled, state);
  const typed = typedValues(compiled.scenario, state);
  const onScreens = view.devices.flatMap((device) => [
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
          return typed.map((value) => ({ type: "type", on, value }));
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
  const back: MoveDraft[] = state.position.story.back ? [{ type: "back" }] : [];
  return [...onScreens, ...back];
}

function typedValues(scenario: Scenario, state: RunState): string[] {
  const { persona } = state.position.story;
  const phone = persona.phone ?? "";
  return [
    ...new Set([
      ...Object.entries(persona).flatMap(([name, value]) => (name.includes("name") ? [] : [value])),
      `+32 ${phone.replace(/^0/, "")}`,
      phone.slice(0, 8),
      "0470 00 00 77",
      "99999",
    ]),
  ].filter((value) => value !== "" && scenario.id !== "");
}
