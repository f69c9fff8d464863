import { describe, expect, it } from "vitest";
import { compileScenario } from "@/server/simulation/engine/compile";
import { applyMove, startRun } from "@/server/simulation/engine/run";
import { replayRun, scoreRun } from "@/server/simulation/engine/score";
import type {
  Mode,
  Move,
  MoveDraft,
  RunOptions,
  RunState,
  TimerMode,
} from "@/server/simulation/engine/types";
import { viewRun } from "@/server/simulation/engine/view";
import { movesFrom } from "@/server/simulation/walk/rules";
import { listScenarios, loadScenario } from "@/tests/support/scenario-files";

/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SECRETS = [
  "85.07.30-033.28",
  "4111 1111 1111 1111",
  "0475 12 34 56",
  "BE68 5390 0754 7034",
  "jeanne@gmail.com",
  "24680",
];
const MODES: Mode[] = ["show", "guided", "alone"];
const TIMERS: TimerMode[] = ["none", "triple", "real"];
/** About six hundred runs in all: more simulations must not make the tests longer and longer. */
const RUNS = Array.from(
  { length: Math.max(20, Math.round(600 / listScenarios().length)) },
  (_, index) => index + 1,
);

describe.each(listScenarios())("random logs of $course/$id", ({ course, id }) => {
  const { scenario } = loadScenario(course, id);
  const compiled = compileScenario(scenario);
  const variants = Object.keys(scenario.variants);

  type Log = { options: RunOptions; moves: readonly Move[]; state: RunState };
  const logs = new Map<number, Log>();
  /** The log of one run, made once: playing it takes longer than asking about it. */
  function logOf(seed: number): Log {
    const log = logs.get(seed) ?? wander(seed);
    logs.set(seed, log);
    return log;
  }

  /** A clumsy, forgetful person who sometimes types real secrets and sometimes waits too long. */
  function wander(seed: number): Log {
    const roll = dice(seed);
    const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(roll() * list.length)];
    const options: RunOptions = {
      mode: one(MODES) ?? "guided",
      timer: one(TIMERS) ?? "none",
      variant: one(variants) ?? "main",
      seed: String(seed),
    };
    let state = startRun(compiled, options);
    const moves: Move[] = [];
    for (let turn = 0; turn < 60 && !state.ended; turn += 1) {
      const offered = movesFrom(compiled, state);
      const always: MoveDraft[] = [{ type: "hint" }, { type: "undo" }, { type: "time" }, { type: "restart" }];
      const draft = roll() < 0.12 ? one(always) : one(offered);
      if (!draft) continue;
      const typed = draft.type === "type" && roll() < 0.3 ? { ...draft, value: one(SECRETS) ?? "" } : draft;
      const at = state.at + Math.floor(roll() * (roll() < 0.1 ? 400_000 : 8000));
      const result = applyMove(compiled, state, { ...typed, seq: state.seq + 1, at });
      expect(result.state === state).toBe(result.status === "refused");
      if (result.status === "refused") continue;
      moves.push(result.move);
      state = result.state;
    }
    return { options, moves, state };
  }

  it.each(RUNS)("run %i replays to the same state, from JSON, and keeps no secret", (seed) => {
    const { options, moves, state } = logOf(seed);
    const stored = JSON.parse(JSON.stringify(moves)) as Move[];
    const again = replayRun(compiled, options, stored);
    expect(again.ok).toBe(true);
    expect(again.state).toEqual(state);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    expect(scoreRun(compiled, again.state)).toEqual(scoreRun(compiled, state));
    // Numbers are times and counts of our own: one of them may look like a secret by chance.
    const kept = JSON.stringify([moves, state, viewRun(compiled, state)], (_key, value: unknown) =>
      typeof value === "number" ? null : value,
    );
    expect(SECRETS.filter((secret) => kept.includes(secret))).toEqual([]);
  });

  it.each(RUNS)("run %i cut, doubled, shuffled or edited is never worth more than it shows", (seed) => {
    const { options, moves, state } = logOf(seed);
    const roll = dice(seed + 1000);
    const whole = scoreRun(compiled, state);
    const cut = Math.floor(roll() * moves.length);
    const part = replayRun(compiled, options, moves.slice(0, cut));
    expect(part).toMatchObject({ ok: true, state: { seq: cut } });
    expect(scoreRun(compiled, part.state).mistakes).toBeLessThanOrEqual(whole.mistakes);

    expect(
      replayRun(
        compiled,
        options,
        moves.flatMap((move) => [move, move]),
      ).state,
    ).toEqual(state);

    if (moves.length < 4) return;
    const left = Math.floor(roll() * (moves.length - 1));
    const swapped = moves.with(left, moves[left + 1] as Move).with(left + 1, moves[left] as Move);
    expect(replayRun(compiled, options, swapped)).toMatchObject({ ok: false, state: { seq: left } });

    const without = moves.filter((_, index) => index !== left);
    expect(replayRun(compiled, options, without)).toMatchObject({ ok: false, state: { seq: left } });
  });

  it("throws at nothing", () => {
    const roll = dice(7);
    const state = startRun(compiled, { mode: "alone", timer: "real", variant: "nobody", seed: "" });
    const odd: unknown[] = [
      null,
      undefined,
      "",
      "x".repeat(500),
      -1,
      Number.NaN,
      {},
      [],
      true,
      "__proto__.x",
      "site-home.__proto__",
    ];
    const pick = () => odd[Math.floor(roll() * odd.length)];
    for (let turn = 0; turn < 500; turn += 1) {
      const type = ["press", "type", "choose", "tick", "time", "back", pick()][turn % 7];
      const move = {
        type,
        on: pick(),
        value: pick(),
        option: pick(),
        checked: pick(),
        seq: turn % 3 ? 1 : pick(),
        at: 1,
      };
      expect(applyMove(compiled, state, move as Move).status).toBe("refused");
    }
  });
});
