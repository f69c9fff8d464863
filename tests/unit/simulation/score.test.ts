import { describe, expect, it } from "vitest";
import { compileScenario } from "@/server/simulation/engine/compile";
import { applyMove, IDLE_CUT_OFF_MS, startRun } from "@/server/simulation/engine/run";
import { publicScenario, recapRun, replayRun, scoreRun } from "@/server/simulation/engine/score";
import type { Move, MoveDraft } from "@/server/simulation/engine/types";
import { LOG_IN } from "@/tests/support/scenario-files";
import { idealMoves, OPTIONS, play, playAll, playTo } from "./moves";

const compiled = compileScenario(LOG_IN.scenario);
const finish = (state: ReturnType<typeof startRun>) => playAll(compiled, state, idealMoves(compiled, state));

describe("scoreRun", () => {
  it.each<[string, MoveDraft[], number, number, number]>([
    ["nothing wrong", [], 100, 0, 0],
    ["one hint", [{ type: "hint" }], 95, 1, 0],
    ["a wrong key", [{ type: "choose", on: "site-keys.keys", option: "eid" }], 98, 0, 1],
    [
      "two wrong keys and a hint",
      [
        { type: "choose", on: "site-keys.keys", option: "eid" },
        { type: "choose", on: "site-keys.keys", option: "sms" },
        { type: "hint" },
      ],
      91,
      1,
      2,
    ],
  ])("%s", (_what, detour, score, hintsUsed, mistakes) => {
    const state = finish(playAll(compiled, playTo(compiled, "choose-key"), detour));
    expect(scoreRun(compiled, state)).toMatchObject({
      outcome: "reached",
      score,
      hintsUsed,
      mistakes,
      steps: 8,
    });
  });

  it("never falls under the lowest once the goal is reached", () => {
    const wrong: MoveDraft = { type: "choose", on: "site-keys.keys", option: "eid" };
    const state = finish(
      playAll(
        compiled,
        playTo(compiled, "choose-key"),
        Array.from({ length: 60 }, () => wrong),
      ),
    );
    expect(scoreRun(compiled, state)).toMatchObject({ outcome: "reached", score: 40, mistakes: 60 });
  });

  it.each([
    ["log-in", 0],
    ["open-app", 20],
    ["match-icon", 40],
    ["type-code", 49],
  ])("an end at the step %s is not reached and worth %i", (step, score) => {
    expect(scoreRun(compiled, playTo(compiled, step))).toMatchObject({
      outcome: "not-reached",
      score,
      stepId: step,
      ended: false,
    });
  });

  it.each([
    ["show", [], "shown"],
    ["guided", [], "alone"],
    ["guided", [{ type: "hint" }], "with-hint"],
    ["alone", [], "alone"],
  ] as const)("the mode %s with the moves %j is evidence %s", (mode, moves, assistance) => {
    const state = playAll(compiled, startRun(compiled, { ...OPTIONS, mode }), [...moves]);
    expect(scoreRun(compiled, state).assistance).toBe(assistance);
  });

  it("counts a long pause as three minutes of activity", () => {
    let state = startRun(compiled, OPTIONS);
    state = play(compiled, state, { type: "press", on: "site-home.log-in" }, 20_000);
    state = play(
      compiled,
      state,
      { type: "choose", on: "site-keys.keys", option: "itsme" },
      5 * IDLE_CUT_OFF_MS,
    );
    expect(scoreRun(compiled, state).activeSeconds).toBe(200);
  });
});

describe("replayRun", () => {
  const moves = idealMoves(compiled, startRun(compiled, OPTIONS));
  const replay = (log: readonly Move[]) => replayRun(compiled, OPTIONS, log);

  it("plays a whole log to its end", () => {
    expect(replay(moves)).toMatchObject({ ok: true, outcome: "reached", state: { ended: true } });
  });

  it("takes a log that stops early for what it shows", () => {
    expect(replay(moves.slice(0, 5))).toMatchObject({ ok: true, outcome: "not-reached", state: { seq: 5 } });
  });

  it("counts a move that was sent twice once", () => {
    expect(replay(moves.flatMap((move) => [move, { ...move }]))).toEqual(replay(moves));
  });

  it.each<[string, (log: Move[]) => Move[], string, number]>([
    [
      "two different moves in one place",
      (log) => [...log.slice(0, 3), { ...log[2], at: 9999 } as Move],
      "conflict",
      3,
    ],
    ["a gap", (log) => log.filter(({ seq }) => seq !== 4), "out-of-order", 5],
    ["two moves exchanged", (log) => [log[1], log[0], ...log.slice(2)] as Move[], "out-of-order", 2],
    [
      "renumbered to hide the exchange",
      (log) => [1, 0, 2, 3].map((from, at) => ({ ...log[from], seq: at + 1, at: at * 1000 }) as Move),
      "not-offered",
      1,
    ],
    ["the last move alone", (log) => [{ ...log.at(-1), seq: 1 } as Move], "not-offered", 1],
    [
      "moves after the end",
      (log) => [...log, { type: "press", on: "site-home.log-in", seq: log.length + 1, at: 99_999 }],
      "ended",
      10,
    ],
  ])("refuses %s, and says where", (_what, forge, reason, seq) => {
    expect(replay(forge(moves))).toMatchObject({ ok: false, reason, seq });
  });
});

describe("what the browser is given", () => {
  it("has no weights, and in an examination no ideal path", () => {
    const practice = publicScenario(LOG_IN.scenario);
    expect(JSON.stringify(practice)).not.toMatch(/"(?:points|scoring)"/);
    expect(practice.steps[0]?.moves.length).toBeGreaterThan(0);
    expect(publicScenario(LOG_IN.scenario, "alone").steps.flatMap(({ moves }) => moves)).toEqual([]);
  });

  it("plays exactly as the server's copy", () => {
    const options = { ...OPTIONS, mode: "alone", timer: "real" } as const;
    const inBrowser = compileScenario(publicScenario(LOG_IN.scenario, "alone"));
    let here = startRun(inBrowser, options);
    let there = startRun(compiled, options);
    for (const move of idealMoves(compiled, there)) {
      const one = applyMove(inBrowser, here, move);
      const other = applyMove(compiled, there, move);
      expect(one).toEqual(other);
      here = one.state;
      there = other.state;
    }
    expect(here.ended).toBe(true);
  });
});

describe("recapRun", () => {
  it("tells step by step what happened", () => {
    const wrong: MoveDraft = { type: "choose", on: "site-keys.keys", option: "eid" };
    const state = playAll(compiled, playTo(compiled, "choose-key"), [wrong, wrong, { type: "hint" }]);
    expect(recapRun(compiled, state).slice(0, 3)).toEqual([
      { stepId: "log-in", done: true, mistakes: [], hints: 0 },
      { stepId: "choose-key", done: false, mistakes: ["other-key"], hints: 1 },
      { stepId: "give-number", done: false, mistakes: [], hints: 0 },
    ]);
  });
});
