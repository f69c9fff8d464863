import { assign, createMachine, initialTransition, transition } from "xstate";
import { holds } from "./conditions";
import { applyCase } from "./effects";
import { pickBySeed } from "./random";
import { collectRules } from "./rules";
import type { Facts, PlainValue, Position, Rule, RunOptions, Scenario, Story, StoryEvent } from "./types";

type Args = { context: Story; event: StoryEvent };

/** A scenario and the statechart made of it. Has no state of its own: share it freely. */
export type CompiledScenario = {
  scenario: Scenario;
  rules: ReadonlyMap<string, Rule>;
  /** The position before the first move. */
  begin: (options: RunOptions) => Position;
  /** The position after one event; the same position when nothing answers it. */
  advance: (position: Position, event: StoryEvent) => Position;
};

const PACE = { none: null, triple: 3, real: 1 } as const;

const compiled = new WeakMap<Scenario, CompiledScenario>();

/**
 * Compiles a scenario to a statechart, once for each scenario object: one parallel region per device whose states are its screens, and one
 * region for the story (playing, ended). It is only ever driven by the pure `transition` function.
 * Done once for each scenario, which nobody changes after it was read.
 */
export function compileScenario(scenario: Scenario): CompiledScenario {
  const known = compiled.get(scenario) ?? compile(scenario);
  compiled.set(scenario, known);
  return known;
}

function compile(scenario: Scenario): CompiledScenario {
  const rules = new Map(collectRules(scenario).map((rule) => [rule.event, rule]));
  const machine = buildMachine(scenario, [...rules.values()]);
  const [initial] = initialTransition(machine);

  const begin = (options: RunOptions): Position => {
    const variant = scenario.variants[options.variant];
    return {
      value: { ...(initial.value as Record<string, string>), ...variant?.start },
      story: firstStory(scenario, options),
    };
  };
  const advance = (position: Position, event: StoryEvent): Position => {
    const snapshot = machine.resolveState({ value: position.value, context: position.story });
    const [next] = transition(machine, snapshot, event);
    return { value: next.value as Record<string, string>, story: next.context };
  };
  return { scenario, rules, begin, advance };
}

function buildMachine(scenario: Scenario, rules: Rule[]) {
  const devices = Object.entries(scenario.devices).map(([device, { start }]) => [
    device,
    {
      initial: start,
      states: Object.fromEntries(screensOf(scenario, device).map((screen) => [screen, {}])),
      on: showTransitions(scenario, rules, device),
    },
  ]);
  const story = {
    initial: "playing",
    states: { playing: { on: storyTransitions(scenario, rules) }, ended: {} },
  };
  return createMachine({
    types: {} as { context: Story; events: StoryEvent },
    id: scenario.id,
    type: "parallel",
    context: emptyStory,
    states: { story, ...Object.fromEntries(devices) },
  });
}

/** A device changes its screen when the chosen case shows one of its screens. */
function showTransitions(scenario: Scenario, rules: Rule[], device: string) {
  return Object.fromEntries(
    rules.map((rule) => [
      rule.event,
      rule.cases.flatMap((one, index) => {
        const screen = one.show?.find((name) => scenario.screens[name]?.device === device);
        return screen ? [{ target: `.${screen}`, guard: chosen(scenario, rule, index) }] : [];
      }),
    ]),
  );
}

function storyTransitions(scenario: Scenario, rules: Rule[]) {
  return Object.fromEntries(
    rules.map((rule) => [
      rule.event,
      rule.cases.map((one, index) => ({
        guard: chosen(scenario, rule, index),
        ...(one.finish ? { target: "ended" } : {}),
        actions: assign(({ context, event }: Args) =>
          applyCase(scenario, received(rule, context, event), one, event.at),
        ),
      })),
    ]),
  );
}

/** True for the one case that answers: the run is playing, the thing is there, and no earlier case holds. */
function chosen(scenario: Scenario, rule: Rule, index: number) {
  return ({ context, event }: Args): boolean => {
    if (event.screens.story !== "playing" || !isThere(scenario, rule, context, event)) return false;
    const facts = factsOf(received(rule, context, event), event.screens);
    return rule.cases.findIndex((one) => holds(one.when, facts)) === index;
  };
}

function isThere(scenario: Scenario, rule: Rule, story: Story, event: StoryEvent): boolean {
  const { source } = rule;
  if (source.kind === "element") {
    const device = scenario.screens[source.screen]?.device ?? "";
    return event.screens[device] === source.screen;
  }
  if (source.kind === "notification") return story.notifications.includes(source.id);
  if (source.kind === "timer") return source.id in story.timers;
  if (source.kind === "happening") return !story.happened.includes(source.id);
  return story.back === source.id;
}

/** The story once the event itself has arrived, before any of its effects. */
function received(rule: Rule, story: Story, event: StoryEvent): Story {
  const { source } = rule;
  if (source.kind === "element" && rule.into) {
    return { ...story, values: { ...story.values, [rule.into]: event.value } };
  }
  if (source.kind === "notification") {
    return { ...story, notifications: story.notifications.filter((one) => one !== source.id) };
  }
  if (source.kind === "timer") {
    const { [source.id]: _ended, ...timers } = story.timers;
    return { ...story, timers, said: [...story.said, { kind: "expired", id: source.id }] };
  }
  if (source.kind === "happening") return { ...story, happened: [...story.happened, source.id] };
  return story;
}

/** What conditions are judged on. */
export function factsOf(story: Story, screens: Record<string, string>): Facts {
  const { values, persona, timers, reached } = story;
  return { values, persona, timers, reached, screens };
}

function screensOf(scenario: Scenario, device: string): string[] {
  return Object.keys(scenario.screens).filter((name) => scenario.screens[name]?.device === device);
}

function firstStory(scenario: Scenario, options: RunOptions): Story {
  const variant = scenario.variants[options.variant];
  const given = { ...scenario.values, ...variant?.values };
  const values: Record<string, PlainValue> = {};
  for (const [name, value] of Object.entries(given)) {
    values[name] = typeof value === "object" ? (pickBySeed(value.pick, options.seed, name) ?? "") : value;
  }
  const persona = scenario.personas[variant?.persona ?? scenario.persona] ?? {};
  return { ...emptyStory, persona, values, pace: PACE[options.timer] };
}

const emptyStory: Story = {
  persona: {},
  values: {},
  pace: null,
  timers: {},
  notifications: [],
  reached: [],
  happened: [],
  waiting: {},
  back: null,
  attention: null,
  said: [],
};
