import type { Element } from "@/server/catalogue/scenario/schema";
import type { Test } from "@/server/catalogue/scenario-conditions/schema";
import { type CompiledScenario, factsOf } from "./compile";
import { fillIn, holds } from "./conditions";
import { isExercisePhone, looksReal, WITHHELD_VALUE } from "./secrets";
import type { Case, Condition, Facts, MoveDraft, Position, Withheld } from "./types";

/** The element a move points at, when its screen is shown and the element is visible and enabled. */
export function offeredElement(compiled: CompiledScenario, position: Position, on: string): Element | null {
  const [name = "", id] = on.split(".");
  const screen = compiled.scenario.screens[name];
  if (!screen || position.value[screen.device] !== name) return null;
  const element = screen.elements.find((one) => one.id === id);
  if (!element) return null;
  const facts = factsOf(position.story, position.value);
  const enabled = element.kind !== "button" || holds(element.enabled, facts);
  return enabled && holds(element.when, facts) ? element : null;
}

/** The statechart's event for a move the screens offer now; null when they do not offer it. */
export function eventOf(compiled: CompiledScenario, position: Position, move: MoveDraft) {
  if (move.type === "press" && move.on.startsWith("notification.")) {
    const id = move.on.slice("notification.".length);
    return position.story.notifications.includes(id) ? { type: `press:${move.on}`, value: "" } : null;
  }
  if (move.type === "back") {
    return position.story.back ? { type: `back:${position.story.back}`, value: "" } : null;
  }
  if (!("on" in move)) return null;
  const element = offeredElement(compiled, position, move.on);
  const kind = element?.kind;
  if (move.type === "press" && (kind === "button" || (kind === "browser" && element?.does))) {
    return { type: `press:${move.on}`, value: "" };
  }
  if (move.type === "type" && (kind === "field" || kind === "code")) {
    return { type: `type:${move.on}`, value: move.withheld ? WITHHELD_VALUE : move.value };
  }
  if (move.type === "tick" && kind === "check") return { type: `tick:${move.on}`, value: move.checked };
  if (move.type === "choose" && (kind === "choices" || kind === "icons")) {
    const known = element?.options.some(({ option }) => option === move.option);
    return known ? { type: `choose:${move.on}.${move.option}`, value: move.option } : null;
  }
  return null;
}

/**
 * Takes out of a typed move everything an exercise must not keep: what looks like a real secret, and any value
 * the scenario does not know (a person may try their own code). Other moves come back as they are.
 */
export function withoutSecrets(compiled: CompiledScenario, position: Position, move: MoveDraft): MoveDraft {
  if (move.type !== "type") return move;
  const { type, on } = move;
  if (move.withheld) return { type, on, value: "", withheld: move.withheld };
  const element = offeredElement(compiled, position, on);
  if (element?.kind !== "field" && element?.kind !== "code") return move;
  const value = move.value.trim().slice(0, 80);
  const facts = factsOf(position.story, position.value);
  const reason = reasonToWithhold(compiled, element, value, facts);
  return reason ? { type, on, value: "", withheld: reason } : { type, on, value };
}

function reasonToWithhold(
  compiled: CompiledScenario,
  element: Extract<Element, { kind: "field" | "code" }>,
  value: string,
  facts: Facts,
): Withheld | null {
  if (value === "" || isKnown(compiled, element.into, value, facts)) return null;
  const secret = looksReal(value);
  if (secret) return secret;
  if (element.keep === "any") return null;
  if (element.kind === "field" && element.accepts === "phone" && /^[\d\s+./()-]*$/.test(value)) {
    return isExercisePhone(value) ? null : "unknown";
  }
  return "unknown";
}

function isKnown(compiled: CompiledScenario, into: string, value: string, facts: Facts): boolean {
  const { persona, values } = facts;
  if (Object.values(persona).includes(value)) return true;
  if (Object.values(values).some((one) => String(one) === value)) return true;
  return writtenFor(compiled, into).some((written) => fillIn(written, facts) === value);
}

const writtenByValue = new WeakMap<CompiledScenario, Map<string, string[]>>();

/** What the conditions of a scenario compare one value with, as written; looked up once for each value. */
function writtenFor(compiled: CompiledScenario, into: string): string[] {
  const known = writtenByValue.get(compiled) ?? new Map<string, string[]>();
  writtenByValue.set(compiled, known);
  const found = known.get(into) ?? findWritten(compiled, into);
  known.set(into, found);
  return found;
}

function findWritten({ rules }: CompiledScenario, into: string): string[] {
  const tests = [...rules.values()].flatMap((rule) => rule.cases.flatMap((one) => testsOn(one, into)));
  const written = tests.flatMap((test) => [test.is, test["is-not"], ...(test["one-of"] ?? [])]);
  return [...new Set(written.flatMap((one) => (one === undefined ? [] : [String(one)])))];
}

function testsOn(one: Case, into: string): Test[] {
  const inside = (condition: Condition | undefined): Test[] =>
    condition
      ? [
          ...(condition.values[into] ? [condition.values[into]] : []),
          ...[...(condition.any ?? []), ...(condition.none ?? [])].flatMap(inside),
        ]
      : [];
  return inside(one.when);
}
