import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseScenario, parseScenarioTexts } from "@/server/catalogue/scenario/rules";
import { compileScenario } from "@/server/simulation/engine/compile";
import { applyMove, startRun } from "@/server/simulation/engine/run";
import { outcomeOf, scoreRun } from "@/server/simulation/engine/score";
import type { RunOptions, RunState } from "@/server/simulation/engine/types";
import { viewRun } from "@/server/simulation/engine/view";
import { personasOf } from "@/tests/support/scenario-files";
import { OPTIONS, play } from "./moves";

const readme = readFileSync("content/README.md", "utf8");
const [scenarioText = "", textsText = ""] = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, yaml]) => yaml ?? "",
);

/** The example of the guide: an attacker calls, and refusing is the goal. */
function example() {
  const read = parseScenario({ file: "scenario.yaml", text: scenarioText }, personasOf("itsme-eid"));
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
  return read.scenario;
}

describe("the example of content/README.md", () => {
  const scenario = example();
  const compiled = compileScenario(scenario);

  it("is complete, with its texts", () => {
    expect(parseScenarioTexts({ file: "en.yaml", text: textsText }, scenario)).toMatchObject({ ok: true });
  });

  const ringing = (options: Partial<RunOptions> = {}): RunState => {
    const state = startRun(compiled, { ...OPTIONS, ...options });
    expect(viewRun(compiled, state).nextDueAt).toBe(3000);
    return play(compiled, state, { type: "time" }, 3000);
  };

  it("lets the attacker call once, by itself, after three seconds", () => {
    const state = ringing();
    expect(viewRun(compiled, state).devices[0]?.notifications).toMatchObject([{ id: "call", kind: "call" }]);
    expect(viewRun(compiled, state).nextDueAt).toBeNull();
    const answered = play(compiled, state, { type: "press", on: "notification.call" });
    expect(answered.position.value.phone).toBe("caller-speaks");
  });

  it("is reached by refusing", () => {
    let state = play(compiled, ringing(), { type: "press", on: "notification.call" });
    state = play(compiled, state, { type: "press", on: "caller-speaks.hang-up" });
    expect(outcomeOf(compiled, state)).toBe("reached");
    expect(scoreRun(compiled, play(compiled, state, { type: "press", on: "safe.end" }))).toMatchObject({
      outcome: "reached",
      score: 100,
      ended: true,
    });
  });

  const confirm = (options: Partial<RunOptions> = {}) => {
    const state = play(compiled, ringing(options), { type: "press", on: "notification.call" });
    return play(compiled, state, { type: "press", on: "caller-speaks.confirm" });
  };

  it("a critical mistake is unsafe, even when it is taken back in place and the goal is reached after it", () => {
    let state = confirm();
    expect(state.feedback).toEqual({ kind: "mistake", id: "confirmed", critical: true, back: true });
    state = play(compiled, state, { type: "back" });
    expect(state.position.value.phone).toBe("caller-speaks");
    state = play(compiled, state, { type: "press", on: "caller-speaks.hang-up" });
    state = play(compiled, state, { type: "press", on: "safe.end" });
    expect(scoreRun(compiled, state)).toMatchObject({ outcome: "unsafe", score: 0, criticalMistakes: 1 });
  });

  it("the way back is offered only right after the mistake", () => {
    const state = play(compiled, confirm(), { type: "press", on: "confirmed-screen.stop" });
    const result = applyMove(compiled, state, { type: "back", seq: state.seq + 1, at: state.at });
    expect(result).toMatchObject({ status: "refused", reason: "not-offered" });
  });

  it.each([
    ["guided", "not-reached"],
    ["alone", "unsafe"],
  ] as const)("starting again in %s mode makes it %s: practice forgets, proof does not", (mode, outcome) => {
    const state = play(compiled, confirm({ mode }), { type: "restart" });
    expect(outcomeOf(compiled, state)).toBe(outcome);
    expect(scoreRun(compiled, state).criticalMistakes).toBe(1);
  });
});
