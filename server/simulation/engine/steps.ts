import type { StepMove } from "@/server/catalogue/scenario/schema";
import { type CompiledScenario, factsOf } from "./compile";
import { fillIn, holds } from "./conditions";
import { eventOf } from "./offers";
import type { MoveDraft, Position, RunState } from "./types";

/**
 * The step a position belongs to: the last one of the trail that has a screen shown now. A detour (another
 * app, a closed page) belongs to the step one was on.
 */
export function stepAt(
  compiled: CompiledScenario,
  position: Position,
  current: number,
): { id: string; index: number } {
  const { steps } = compiled.scenario;
  const shown = Object.values(position.value);
  const facts = factsOf(position.story, position.value);
  const index = steps.findLastIndex(
    (step) => step.at.some((screen) => shown.includes(screen)) && holds(step.when, facts),
  );
  const found = index === -1 ? current : index;
  return { id: steps[found]?.id ?? "", index: found };
}

/**
 * The next move of the ideal path from here: what *Montre-moi* plays and what the second hint points at.
 * Null while the path can only wait, or when the run is over.
 */
export function nextIdealMove(compiled: CompiledScenario, state: RunState): MoveDraft | null {
  if (state.ended) return null;
  const step = compiled.scenario.steps[state.step.index];
  for (const written of step?.moves ?? []) {
    const move = draftOf(written, state.position);
    if (!isDone(compiled, state.position, move) && eventOf(compiled, state.position, move)) return move;
  }
  return null;
}

function draftOf(move: StepMove, position: Position): MoveDraft {
  if ("press" in move) return { type: "press", on: move.press };
  if ("type" in move) return { type: "type", on: move.type, value: fillIn(move.value, position.story) };
  if ("choose" in move) {
    return { type: "choose", on: move.choose, option: fillIn(move.option, position.story) };
  }
  return { type: "tick", on: move.tick, checked: true };
}

function isDone(compiled: CompiledScenario, position: Position, move: MoveDraft): boolean {
  if (move.type !== "type" && move.type !== "tick") return false;
  const into = compiled.rules.get(`${move.type}:${move.on}`)?.into ?? "";
  const wanted = move.type === "type" ? move.value : move.checked;
  return String(position.story.values[into]) === String(wanted);
}
