import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { learnerEvents } from "@/db/schema/learning";
import { evidence } from "@/db/schema/passport";
import { simulationAttempts } from "@/db/schema/simulation";
import type { ServiceContext } from "@/server/kernel/context";
import { compileScenario } from "@/server/simulation/engine/compile";
import { replayRun } from "@/server/simulation/engine/score";
import type { Move } from "@/server/simulation/engine/types";
import { optionsOf, storedMoves } from "@/server/simulation/reads";
import type { RunView } from "@/server/simulation/schema";
import { openRun, recordMoves } from "@/server/simulation/writes";
import { database } from "../../support/database";
import { contextOf, type House, makeHouse, refusalOf } from "../../support/factories";
import {
  delivery,
  idealMoves,
  keepVersion,
  later,
  makeLearner,
  movesOf,
  playing,
  publishContent,
  scenarioNow,
} from "../../support/lessons";

let house: House;
let personId: string;
let her: ServiceContext;
let run: RunView;
let ideal: Move[];

beforeAll(async () => {
  house = await makeHouse(database);
  await publishContent(database);
});
beforeEach(async () => {
  const learner = await makeLearner(database, house);
  personId = learner.personId;
  her = contextOf(database, learner.actor);
  run = await openRun(her, playing);
  ideal = idealMoves(run.options);
});

const send = (moves: readonly Move[]) => recordMoves(her, delivery(her, run.attemptId, moves));
const kept = () => storedMoves(her, { id: run.attemptId, personId });
const row = async (id = run.attemptId) => {
  const [found] = await database.select().from(simulationAttempts).where(eq(simulationAttempts.id, id));
  if (!found) throw new Error("no run");
  return found;
};
const proofs = () => database.select().from(evidence).where(eq(evidence.personId, personId));
const renumbered = (moves: readonly Move[]) => moves.map((move, index) => ({ ...move, seq: index + 1 }));

describe("a log that was tampered with is kept up to its fault, and proves nothing", () => {
  it.each<[string, (moves: Move[]) => Move[], object, number]>([
    ["a move left out", (m) => m.toSpliced(3, 1), { seq: 5, reason: "out-of-order" }, 3],
    ["the beginning left out", (m) => m.slice(4), { seq: 5, reason: "out-of-order" }, 0],
    ["only the end, renumbered", (m) => renumbered(m.slice(-2)), { seq: 1, reason: "not-offered" }, 0],
    [
      "two moves exchanged",
      (m) => m.with(2, m[3] as Move).with(3, m[2] as Move),
      { seq: 4, reason: "out-of-order" },
      2,
    ],
    [
      "two moves exchanged and renumbered",
      (m) =>
        renumbered(m.with(0, m[1] as Move).with(1, m[0] as Move)).map((move, i) => ({
          ...move,
          at: i * 1000,
        })),
      { seq: 1, reason: "not-offered" },
      0,
    ],
    ["a move twice", (m) => m.toSpliced(2, 0, m[1] as Move), { seq: 2, reason: "duplicate" }, 2],
    [
      "time that runs backwards",
      (m) => m.with(4, { ...(m[4] as Move), at: 1 }),
      { seq: 5, reason: "out-of-order" },
      4,
    ],
    [
      "a button that is not there",
      (m) => m.with(0, { type: "press", on: "app-code.pad", seq: 1, at: 1 }),
      { seq: 1, reason: "not-offered" },
      0,
    ],
    [
      "a screen called constructor",
      (m) => m.with(0, { type: "press", on: "constructor.name", seq: 1, at: 1 }),
      { seq: 1, reason: "not-offered" },
      0,
    ],
    [
      "a hint, alone",
      (m) => m.with(0, { type: "hint", seq: 1, at: 1 }),
      { seq: 1, reason: "not-in-this-mode" },
      0,
    ],
    [
      "an undo, alone",
      (m) => m.with(1, { type: "undo", seq: 2, at: 9000 }),
      { seq: 2, reason: "not-in-this-mode" },
      1,
    ],
  ])("%s", async (_name, tamper, refusal, count) => {
    expect(await send(tamper(ideal))).toEqual({ outcome: "refused", lastSeq: count, ...refusal });
    expect(await kept()).toEqual(ideal.slice(0, count));
    expect(await row()).toMatchObject({ status: "open", outcome: null });
    expect(await proofs()).toEqual([]);
  });

  it("another move in a place that is taken", async () => {
    await send(ideal.slice(0, 3));
    const [first, ...rest] = ideal;
    const other = { ...first, type: "press", on: "site-home.new-account" } as Move;
    expect(await send([other, ...rest])).toEqual({
      outcome: "refused",
      seq: 1,
      reason: "conflict",
      lastSeq: 3,
    });
    expect(await kept()).toEqual(ideal.slice(0, 3));
  });

  it("a log that stops early is simply not finished; the rest may come later", async () => {
    expect(await send(ideal.slice(0, -1))).toMatchObject({ outcome: "recorded", score: null });
    expect(await row()).toMatchObject({ status: "open" });
    expect(await send(ideal.slice(-3))).toMatchObject({ outcome: "recorded", score: { score: 100 } });
    expect(await row()).toMatchObject({ status: "completed" });
  });

  it("a move too many after the end does not keep the end from counting", async () => {
    const end = ideal.at(-1);
    if (!end) throw new Error("no end");
    const extra = { ...end, seq: end.seq + 1, at: end.at + 1 };
    expect(await send([...ideal, extra])).toMatchObject({
      outcome: "refused",
      reason: "ended",
      lastSeq: end.seq,
    });
    expect(await row()).toMatchObject({ status: "completed", outcome: "reached", score: 100 });
    expect(await proofs()).not.toEqual([]);
  });

  it("moves of a forgotten tab do not count once its run was closed", async () => {
    await send(ideal.slice(0, 3));
    await openRun(later(her, 60), { ...playing, timer: "triple" });
    const closed = await row();
    expect(await send(ideal)).toEqual({ outcome: "refused", seq: 4, reason: "ended", lastSeq: 3 });
    expect(await row()).toEqual(closed);
    expect(await proofs()).toEqual([]);
  });

  it("an id that names somebody else's event: CONFLICT, nothing kept", async () => {
    const other = await makeLearner(database, house);
    const theirs = contextOf(database, other.actor);
    const their = await openRun(theirs, playing);
    const first = delivery(theirs, their.attemptId, ideal.slice(0, 1));
    await recordMoves(theirs, first);
    const stolen = delivery(her, run.attemptId, ideal.slice(0, 2));
    stolen.moves = stolen.moves.map((one, index) => ({
      ...one,
      id: index ? (first.moves[0]?.id ?? "") : one.id,
    }));
    expect(await refusalOf(() => recordMoves(her, stolen))).toBe("CONFLICT");
    expect(await kept()).toEqual([]);
  });
});

describe("what a learner must never type into an exercise is not kept", () => {
  it.each([
    ["a national number", "85.07.30-033.28"],
    ["a bank card", "6703 4444 4444 4449"],
    ["a bank account", "BE68 5390 0754 7034"],
    ["somebody's real phone", "0475 12 34 56"],
    ["an address", "lucie.real@provider.be"],
  ])("%s", async (_name, secret) => {
    const upToNumber = ideal.filter((move) => move.seq < 3);
    const typed = { type: "type", on: "site-number.number", value: secret, seq: 3, at: 30_000 } as Move;
    expect(await send([...upToNumber, typed])).toMatchObject({ outcome: "recorded", lastSeq: 3 });
    const events = await database
      .select()
      .from(learnerEvents)
      .where(eq(learnerEvents.attemptId, run.attemptId));
    const text = JSON.stringify(events);
    const digits = secret.replace(/[^0-9a-z]/gi, "");
    expect(text).not.toContain(secret);
    expect(text.replace(/[^0-9a-z]/gi, "")).not.toContain(digits);
    expect((await kept()).at(-1)).toMatchObject({ value: "", withheld: expect.any(String) });
  });

  it("a code of her own either: only the codes of the story are kept", async () => {
    const upToCode = ideal.slice(0, -1);
    const last = ideal.at(-1);
    if (last?.type !== "type") throw new Error("the run does not end with a code");
    await send([...upToCode, { ...last, value: "91827" }]);
    expect(JSON.stringify(await kept())).not.toContain("91827");
    expect(await row()).toMatchObject({ status: "open" });
  });
});

describe("a run on a version that has changed since", () => {
  it("is played, scored and handed out on its own version", async () => {
    const { scenario, texts } = structuredClone(scenarioNow().body);
    const strict = {
      texts,
      scenario: {
        ...scenario,
        mistakes: { ...scenario.mistakes, "new-account": { kind: "critical" as const, points: 2 } },
      },
    };
    const hash = await keepVersion(database, "scenario", strict);
    await database
      .update(simulationAttempts)
      .set({ contentHash: hash })
      .where(eq(simulationAttempts.id, run.attemptId));
    const again = await openRun(her, playing);
    expect(again).toMatchObject({ attemptId: run.attemptId, contentHash: hash });
    expect(again.version?.scenario.mistakes["new-account"]).toMatchObject({ kind: "critical" });

    const moves = idealMoves(run.options, [{ type: "press", on: "site-home.new-account" }], strict);
    const output = await send(moves);
    // A critical mistake makes it unsafe for good when alone; today's version knows it as repairable.
    expect(output).toMatchObject({
      outcome: "recorded",
      score: { outcome: "unsafe", score: 0, criticalMistakes: 1 },
    });
    expect(await row()).toMatchObject({ status: "completed", outcome: "unsafe", criticalMistakes: 1 });
    expect(await proofs()).toEqual([]);
    const today = replayRun(compileScenario(scenarioNow().body.scenario), run.options, moves);
    expect(today).toMatchObject({ ok: true, outcome: "reached" });
  });

  it("tells a page with an older version which one to play", async () => {
    const fresh = await openRun(later(her, 10), { ...playing, timer: "real", knownHash: "0".repeat(64) });
    expect(fresh.version?.scenario.id).toBe(playing.simulation);
    const known = await openRun(later(her, 10), { ...playing, timer: "real", knownHash: scenarioNow().hash });
    expect(known).toMatchObject({ attemptId: fresh.attemptId, version: null });
  });
});

it("replaying every stored log gives the stored verdict", async () => {
  await send(ideal);
  const guided = await openRun(later(her, 1000), { ...playing, mode: "guided" });
  const clumsy = movesOf(guided.options, [
    { type: "press", on: "site-home.new-account" },
    { type: "hint" },
    { type: "press", on: "site-home.log-in" },
    { type: "restart" },
  ]);
  await recordMoves(later(her, 1100), delivery(her, guided.attemptId, clumsy));
  await openRun(later(her, 2000), { ...playing, mode: "show" });
  const compiled = compileScenario(scenarioNow().body.scenario);
  for (const id of [run.attemptId, guided.attemptId]) {
    const stored = await row(id);
    const replay = replayRun(compiled, optionsOf(stored), await storedMoves(her, stored));
    expect(replay).toMatchObject({ ok: true, outcome: stored.outcome });
  }
});
