import type { Element, Option, Scenario } from "@/server/catalogue/scenario/schema";
import type { Drawing } from "@/server/catalogue/scenario-drawings/schema";
import { type CompiledScenario, factsOf } from "./compile";
import { fillIn, holds } from "./conditions";
import { offeredElement } from "./offers";
import { shuffleBySeed } from "./random";
import { nextDue } from "./run";
import { nextIdealMove } from "./steps";
import type { Facts, Feedback, RunState } from "./types";

type Seen = { id: string; on: string; key: string };
export type ViewOption = { id: string; key: string; drawing: Drawing | null };

/**
 * One thing on a screen, ready to draw: `on` names it in a move, `key` is its text. A `named` picture changes
 * from run to run, so the player must also say what it shows.
 */
export type ViewElement = Seen &
  (
    | { kind: "heading" | "sms" | "call" }
    | { kind: "text"; tone: "plain" | "info" | "warning" | "good" | "waiting" }
    | { kind: "list"; items: string[] }
    | { kind: "button"; tone: "primary" | "plain" | "danger"; enabled: boolean }
    | {
        kind: "field";
        accepts: "phone" | "text" | "name" | "email" | "digits";
        prefix: string;
        value: string;
      }
    | { kind: "code"; length: number; characters: "digits" | "letters-and-digits"; hidden: boolean }
    | { kind: "choices" | "icons"; options: ViewOption[]; value: string }
    | { kind: "check"; checked: boolean }
    | { kind: "countdown"; timer: string }
    | { kind: "picture"; drawing: Drawing; named: boolean }
    | { kind: "browser"; address: string; safe: boolean; closes: boolean }
  );

/** `drawing` is that of the app the message comes from. */
export type ViewNotification = {
  id: string;
  on: string;
  kind: "app" | "sms" | "call";
  drawing: Drawing;
  key: string;
};

export type ViewDevice = {
  id: string;
  kind: Scenario["devices"][string]["kind"];
  key: string;
  screen: string;
  screenKey: string;
  /** A reader's card is in, its light is on; null where the device has none. */
  card: boolean | null;
  light: boolean | null;
  elements: ViewElement[];
  notifications: ViewNotification[];
};

/** `endsAt` is null when the timer shows but does not run out. Times are milliseconds since the start. */
export type ViewTimer = {
  id: string;
  seconds: number;
  startedAt: number;
  endsAt: number | null;
  warnAt: number | null;
};

export type RunView = {
  devices: ViewDevice[];
  /** The device a person would look at next. */
  attention: string;
  /** `index` counts from 1. `key` is null in "alone" mode: the person is told how far, not what to do. */
  step: { id: string; index: number; total: number; key: string | null };
  timers: ViewTimer[];
  feedback: Feedback | null;
  hint: { key: string; on: string | null } | null;
  /** The caption of what *Montre-moi* does next. */
  caption: string | null;
  hintOffered: boolean;
  can: { hint: boolean; undo: boolean };
  ended: boolean;
  /** When the player must send a `time` move, in milliseconds since the start. */
  nextDueAt: number | null;
  /** What `{persona.…}` and `{value.…}` stand for in the texts. */
  params: Record<string, string>;
};

/** What every device shows now. The player draws this and knows nothing else. */
export function viewRun(compiled: CompiledScenario, state: RunState): RunView {
  const { scenario } = compiled;
  const { story, value } = state.position;
  const { mode } = state.options;
  const stepKey = `steps.${state.step.id}`;
  const facts = factsOf(story, value);
  const devices = Object.entries(scenario.devices).map(([id, { kind, card, light }]): ViewDevice => {
    const screen = value[id] ?? "";
    return {
      id,
      kind,
      key: `devices.${id}`,
      screen,
      screenKey: `screens.${screen}.name`,
      card: card ? holds(card, facts) : null,
      light: light ? holds(light, facts) : null,
      elements: elementsOf(compiled, state, screen),
      notifications: story.notifications
        .filter((one) => scenario.notifications[one]?.device === id)
        .map((one) => ({
          id: one,
          on: `notification.${one}`,
          kind: scenario.notifications[one]?.kind ?? "app",
          drawing: scenario.notifications[one]?.drawing ?? "app-key",
          key: `notifications.${one}`,
        })),
    };
  });
  return {
    devices,
    attention: story.attention ?? devices[0]?.id ?? "",
    step: {
      id: state.step.id,
      index: state.step.index + 1,
      total: scenario.steps.length,
      key: mode === "alone" ? null : `${stepKey}.title`,
    },
    timers: Object.entries(story.timers).map(([id, timer]) => timerOf(scenario, id, timer)),
    feedback: state.feedback,
    hint: state.step.hints > 0 ? { key: `${stepKey}.hint`, on: pointedAt(compiled, state) } : null,
    caption: mode === "show" ? `${stepKey}.caption` : null,
    hintOffered: mode === "guided" && state.step.errors >= 2 && state.step.hints === 0,
    can: {
      hint: mode === "guided" && !state.ended,
      undo: mode !== "alone" && state.past.length > 0 && !state.ended,
    },
    ended: state.ended,
    nextDueAt: nextDue(compiled, state.position)?.at ?? null,
    params: paramsOf(story),
  };
}

function pointedAt(compiled: CompiledScenario, state: RunState): string | null {
  if (state.step.hints < 2) return null;
  const move = nextIdealMove(compiled, state);
  return move && "on" in move ? move.on : null;
}

function timerOf(
  scenario: Scenario,
  id: string,
  timer: { startedAt: number; endsAt: number | null },
): ViewTimer {
  const { seconds = 0, warn = 0 } = scenario.timers[id] ?? {};
  const warnAt = timer.endsAt === null ? null : timer.endsAt - warn * 1000;
  return { id, seconds, ...timer, warnAt };
}

/** The names and values that texts may contain. */
function paramsOf(story: RunState["position"]["story"]): Record<string, string> {
  const persona = Object.entries(story.persona).map(([name, value]) => [`persona.${name}`, value] as const);
  const values = Object.entries(story.values).map(
    ([name, value]) => [`value.${name}`, String(value)] as const,
  );
  return Object.fromEntries([...persona, ...values]);
}

function elementsOf(compiled: CompiledScenario, state: RunState, screen: string): ViewElement[] {
  const facts = factsOf(state.position.story, state.position.value);
  return (compiled.scenario.screens[screen]?.elements ?? [])
    .filter((element) => holds(element.when, facts))
    .map((element) => viewElement(compiled, state, screen, element, facts));
}

function viewElement(
  compiled: CompiledScenario,
  state: RunState,
  screen: string,
  element: Element,
  facts: Facts,
): ViewElement {
  const on = `${screen}.${element.id}`;
  const seen: Seen = { id: element.id, on, key: `screens.${on}` };
  const current = "into" in element && element.into ? String(facts.values[element.into] ?? "") : "";
  switch (element.kind) {
    case "heading":
    case "sms":
    case "call":
      return { ...seen, kind: element.kind };
    case "text":
      return { ...seen, kind: "text", tone: element.tone };
    case "list":
      return { ...seen, kind: "list", items: element.items.map((item) => `${seen.key}.${item}`) };
    case "button":
      return {
        ...seen,
        kind: "button",
        tone: element.tone,
        enabled: offeredElement(compiled, state.position, on) !== null,
      };
    case "field":
      return {
        ...seen,
        kind: "field",
        accepts: element.accepts,
        prefix: element.prefix ?? "",
        value: current,
      };
    case "code":
      return {
        ...seen,
        kind: "code",
        length: element.length,
        characters: element.characters,
        hidden: element.hidden,
      };
    case "check":
      return { ...seen, kind: "check", checked: current === "true" };
    case "countdown":
      return { ...seen, kind: "countdown", timer: element.timer };
    case "picture":
      return {
        ...seen,
        kind: "picture",
        drawing: fillIn(element.drawing, facts) as Drawing,
        named: element.drawing.includes("{"),
      };
    case "browser":
      return {
        ...seen,
        kind: "browser",
        address: element.address,
        safe: element.safe,
        closes: element.does !== undefined,
      };
    default: {
      const options = element.options.map((option) => viewOption(option, seen.key, facts));
      const ordered = element.shuffle ? shuffleBySeed(options, state.options.seed, on) : options;
      return { ...seen, kind: element.kind, options: ordered, value: current };
    }
  }
}

function viewOption(option: Option, key: string, facts: Facts): ViewOption {
  return {
    id: option.option,
    key: `${key}.${option.option}`,
    drawing: option.drawing ? (fillIn(option.drawing, facts) as Drawing) : null,
  };
}
