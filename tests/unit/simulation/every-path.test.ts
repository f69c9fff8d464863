import { describe, expect, it } from "vitest";
import type { Scenario } from "@/server/catalogue/scenario/schema";
import { compileScenario } from "@/server/simulation/engine/compile";
import { applyMove } from "@/server/simulation/engine/run";
import { proveScenario } from "@/server/simulation/proof/rules";
import { leadingTo, movesFrom, variantsOf, walkScenario } from "@/server/simulation/walk/rules";
import { LOG_IN, listScenarios, loadScenario } from "@/tests/support/scenario-files";

describe.each(listScenarios())("every path of $course/$id", ({ course, id }) => {
  const { scenario, texts } = loadScenario(course, id);
  const compiled = compileScenario(scenario);
  const { walks, faults } = proveScenario(compiled, texts);

  it("is really walked", () => {
    expect(walks).toHaveLength(variantsOf(scenario).length);
    // A surprise is a minute long: what is few depends on how many screens there are.
    const screens = Object.keys(scenario.screens).length;
    for (const { states, ways } of walks) {
      expect(states.size).toBeGreaterThanOrEqual(Math.min(screens, 5));
      expect([...ways.values()].flat().length).toBeGreaterThanOrEqual(states.size - 1);
    }
  });

  it("shows everything, traps nobody, answers every move in every language, and can be demonstrated", () => {
    expect(faults).toEqual([]);
  });

  it("offers only moves that are taken", () => {
    for (const { states } of walks) {
      for (const state of states.values()) {
        for (const draft of movesFrom(compiled, state)) {
          const result = applyMove(compiled, state, { ...draft, seq: state.seq + 1, at: state.at });
          expect(result.status, JSON.stringify(draft)).toBe("applied");
        }
      }
    }
  });
});

describe("what walking finds", () => {
  const { scenario, texts } = LOG_IN;
  const prove = (change: (copy: Scenario) => void, words = texts, most = 4000) => {
    const copy = structuredClone(scenario);
    change(copy);
    return proveScenario(compileScenario(copy), words, most).faults;
  };
  const element = (copy: Scenario, screen: string, id: string) => {
    const found = copy.screens[screen]?.elements.find((one) => one.id === id);
    if (!found) throw new Error(`there is no ${screen}.${id}`);
    return found as { does: Scenario["timers"][string]["does"]; when?: unknown };
  };

  it.each<[string, (copy: Scenario) => void, (string | number)[], RegExp]>([
    [
      "a screen nobody comes to",
      (copy) => {
        copy.screens.nowhere = { device: "phone", elements: [{ kind: "heading", id: "title" }] };
      },
      ["screens", "nowhere"],
      /nobody can come to this screen/,
    ],
    [
      "a mistake nobody can make",
      (copy) => {
        copy.mistakes.never = { kind: "repairable" };
      },
      ["mistakes", "never"],
      /nobody can make this mistake/,
    ],
    [
      "a message that never arrives",
      (copy) => {
        copy.notifications.late = { device: "phone", kind: "sms", does: [{}] };
      },
      ["notifications", "late"],
      /never arrives/,
    ],
    [
      "a clock that never starts",
      (copy) => {
        copy.timers.late = { seconds: 60, warn: 20, does: [{}] };
      },
      ["timers", "late"],
      /never starts/,
    ],
    [
      "a goal nobody reaches",
      (copy) => {
        copy.goals.more = { optional: false };
      },
      ["goals", "more"],
      /nobody can reach this goal/,
    ],
    [
      "a step in which nothing happens",
      (copy) => {
        copy.steps.push({
          id: "late",
          at: ["site-home"],
          when: { values: { number: { is: "never" } } },
          moves: [],
        });
      },
      ["steps", 8],
      /nothing ever happens in the step late/,
    ],
    [
      "a place without a way out",
      (copy) => {
        element(copy, "site-keys", "bar").does = [{ show: ["site-closed"] }];
        element(copy, "site-closed", "open-again").does = [{ say: "messages-opened" }];
      },
      ["screens", "site-closed"],
      /nobody can reach the goal any more \(press site-home\.log-in, then press .*\): add a way back/,
    ],
    [
      "a button that does nothing",
      (copy) => {
        element(copy, "site-home", "new-account").does = [{}];
      },
      ["screens", "site-home"],
      /after "press site-home\.new-account" nothing changes and nothing is said/,
    ],
    [
      "a demonstration that stops",
      (copy) => {
        if (copy.steps[2]) copy.steps[2].moves = [];
      },
      ["steps", 2],
      /the demonstration does not come to the goal: it stops in the step give-number/,
    ],
  ])("%s", (_what, change, path, message) => {
    const found = prove(change).find((fault) => message.test(fault.message));
    expect(found).toMatchObject({ file: "scenario", path });
  });

  it("too many situations, with the values that make them", () => {
    const [fault, ...more] = prove(() => {}, texts, 50);
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ file: "scenario", path: ["values", expect.any(String)] });
    expect(fault?.message).toMatch(
      /more than 50 different situations.*number.*keep fewer different contents, or test them only where they are typed/,
    );
  });

  it.each([
    ["feedback that is no sentence", "mistakes.other-key.next", "Kies itsme", /a whole sentence/],
    ["a value that is still empty", "screens.site-keys.title", "Dag {value.number}", /still empty/],
  ])("%s, in the language it is in", (_what, key, text, message) => {
    const faults = prove(() => {}, { ...texts, nl: { ...texts.nl, [key]: text } });
    expect(faults).toEqual([{ file: "nl", path: key.split("."), message: expect.stringMatching(message) }]);
  });

  it("every situation from which a wanted one can be reached", () => {
    const walked = walkScenario(compileScenario(scenario), "standard");
    if (!walked.ok) throw new Error("not walked");
    const { walk } = walked;
    expect(leadingTo(walk, () => false).size).toBe(0);
    expect(leadingTo(walk, ({ ended }) => ended).size).toBe(walk.states.size);
    expect(walk.turns(walk.first)).toEqual([]);
    for (const key of walk.states.keys()) expect(walk.turns(key)).not.toBeNull();
  });
});
