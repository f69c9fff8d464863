import { getAdjacencyMap } from "@xstate/graph";
import { describe, expect, it } from "vitest";
import { fromTransition } from "xstate";
import { SCENARIO_LOCALES, type Scenario } from "@/server/catalogue/scenario/schema";
import type { Condition } from "@/server/catalogue/scenario-conditions/schema";
import { type CompiledScenario, compileScenario } from "@/server/simulation/engine/compile";
import { applyMove, startRun } from "@/server/simulation/engine/run";
import { outcomeOf } from "@/server/simulation/engine/score";
import type { MoveDraft, RunState } from "@/server/simulation/engine/types";
import { listScenarios, loadScenario } from "@/tests/support/scenario-files";
import { candidateMoves, OPTIONS } from "./moves";

type Walked = { states: Map<string, RunState>; next: Map<string, string[]>; first: string };

/** Walks every path of one variant with @xstate/graph; two states are one when nothing could tell them apart. */
function walk(compiled: CompiledScenario, variant: string): Walked {
  const read = valuesRead(compiled.scenario);
  const keyOf = (state: RunState) => {
    const { value, story } = state.position;
    const values = read.map((name) => String(story.values[name]));
    return JSON.stringify([
      value,
      values,
      Object.keys(story.timers),
      story.notifications,
      story.happened,
      story.reached,
      story.back,
    ]);
  };
  const start = startRun(compiled, { ...OPTIONS, timer: "real", variant });
  const logic = fromTransition((state: RunState, event: { type: "move"; draft: MoveDraft | "wait" }) => {
    const { draft } = event;
    const at = draft === "wait" ? state.at + 3_600_000 : state.at;
    const move = draft === "wait" ? ({ type: "time" } as const) : draft;
    const result = applyMove(compiled, state, { ...move, seq: state.seq + 1, at });
    if (result.status === "refused")
      throw new Error(`${JSON.stringify(draft)} is shown but refused: ${result.reason}`);
    return { ...result.state, seq: 0, ledger: result.state.ledger.slice(-1), past: [] };
  }, start);
  const map = getAdjacencyMap(logic, {
    events: ({ context }) => {
      const timed = Object.values(context.position.story.timers).some(({ endsAt }) => endsAt !== null);
      const waiting = timed || Object.keys(context.position.story.waiting).length > 0;
      const drafts: (MoveDraft | "wait")[] = candidateMoves(compiled, context);
      return [...drafts, ...(waiting && !context.ended ? (["wait"] as const) : [])].map((draft) => ({
        type: "move" as const,
        draft,
      }));
    },
    serializeState: ({ context }) => keyOf(context) as never,
    serializeEvent: ({ draft }) => JSON.stringify(draft) as never,
    limit: 20_000,
  });
  const states = new Map(Object.entries(map).map(([key, { state }]) => [key, state.context]));
  const next = new Map(
    Object.entries(map).map(([key, { transitions }]) => [
      key,
      Object.values(transitions as Record<string, { state: { context: RunState } }>).map(({ state }) =>
        keyOf(state.context),
      ),
    ]),
  );
  return { states, next, first: keyOf(start) };
}

/** The values that some condition looks at later than the move that sets them. */
function valuesRead(scenario: Scenario): string[] {
  const read = new Set<string>();
  const look = (condition: Condition | undefined, except?: string) => {
    for (const [name, test] of Object.entries(condition?.values ?? {})) {
      if (name !== except) read.add(name);
      if (test["same-as"]) read.add(test["same-as"]);
    }
    for (const one of [...(condition?.any ?? []), ...(condition?.none ?? [])]) look(one, except);
  };
  for (const { elements } of Object.values(scenario.screens)) {
    for (const element of elements) {
      look(element.when);
      const into = "into" in element ? element.into : undefined;
      if ("does" in element) for (const one of element.does ?? []) look(one.when, into);
      if ("options" in element)
        for (const { does } of element.options) for (const one of does ?? []) look(one.when, into);
    }
  }
  for (const kind of ["timers", "notifications", "happenings"] as const) {
    for (const { does } of Object.values(scenario[kind])) for (const one of does) look(one.when);
  }
  for (const { when } of [...Object.values(scenario.happenings), ...scenario.steps]) look(when);
  return [...read].sort();
}

/** The states from which a wanted one can be reached. */
function leadingTo(walked: Walked, isWanted: (state: RunState) => boolean): Set<string> {
  const before = new Map<string, string[]>();
  for (const [from, all] of walked.next)
    for (const to of all) before.set(to, [...(before.get(to) ?? []), from]);
  const found = new Set([...walked.states].filter(([, state]) => isWanted(state)).map(([key]) => key));
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

describe.each(listScenarios())("every path of $course/$id", ({ course, id }) => {
  const { scenario, texts } = loadScenario(course, id);
  const compiled = compileScenario(scenario);
  const variants = Object.keys(scenario.variants).length ? Object.keys(scenario.variants) : ["main"];
  const walks = variants.map((variant) => walk(compiled, variant));
  const all = walks.flatMap(({ states }) => [...states.values()]);
  const answers = all.flatMap((state) =>
    candidateMoves(compiled, state).map((draft) => ({
      state,
      draft,
      result: applyMove(compiled, state, { ...draft, seq: state.seq + 1, at: state.at }),
    })),
  );

  it("is really walked", () => {
    // A surprise is a minute long: what is few depends on how many screens there are.
    const screens = Object.keys(scenario.screens).length;
    expect(all.length).toBeGreaterThan(screens);
    expect(all.length).toBeLessThan(20_000);
    expect(answers.length).toBeGreaterThan(screens);
  });

  it("shows every screen", () => {
    const seen = new Set(all.flatMap(({ position }) => Object.values(position.value)));
    expect(Object.keys(scenario.screens).filter((screen) => !seen.has(screen))).toEqual([]);
  });

  it("comes through every step", () => {
    const seen = new Set(all.map(({ step }) => step.id));
    expect(scenario.steps.map((step) => step.id).filter((step) => !seen.has(step))).toEqual([]);
  });

  it("never traps a person: the goal can be reached from every state that is not an end", () => {
    for (const walked of walks) {
      // Whoever made a critical mistake can still come to the goal, although the run stays unsafe.
      const good = leadingTo(
        walked,
        (state) => state.ended && outcomeOf(compiled, { ...state, ledger: [] }) === "reached",
      );
      const lost = [...walked.states].filter(([key, state]) => !state.ended && !good.has(key));
      expect(lost.map(([, { position }]) => position.value)).toEqual([]);
      expect(good.has(walked.first)).toBe(true);
    }
  });

  it("can make every mistake, and says what and what next in every language", () => {
    const feedbacks = [
      ...answers.map(({ result }) => result.state.feedback),
      ...all.map(({ feedback }) => feedback),
    ];
    const made = new Set(feedbacks.flatMap((one) => (one?.kind === "mistake" ? [one.id] : [])));
    expect(Object.keys(scenario.mistakes).filter((mistake) => !made.has(mistake))).toEqual([]);
    for (const locale of SCENARIO_LOCALES) {
      for (const mistake of made) {
        expect(texts[locale][`mistakes.${mistake}.what`], `${locale} ${mistake}`).toMatch(/\p{L}.*[.!?]$/u);
        expect(texts[locale][`mistakes.${mistake}.next`], `${locale} ${mistake}`).toMatch(/\p{L}.*[.!?]$/u);
      }
    }
  });

  it("answers every move: the screens change, or something is said, or a value is kept", () => {
    for (const { state, draft, result } of answers) {
      const where = `${JSON.stringify(draft)} on ${Object.values(state.position.value)}`;
      expect(result.status, where).toBe("applied");
      const isChanged = JSON.stringify(result.state.position) !== JSON.stringify(state.position);
      // Typing the same value again, or a value nobody tests, may pass in silence.
      expect(isChanged || result.state.feedback !== null || draft.type === "type", where).toBe(true);
    }
  });
});
