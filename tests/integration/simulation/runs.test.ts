import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { activityProgress, learnerEvents } from "@/db/schema/learning";
import { evidence } from "@/db/schema/passport";
import { simulationAttempts } from "@/db/schema/simulation";
import type { ServiceContext } from "@/server/kernel/context";
import { findOpenRun, getPlayableScenario } from "@/server/simulation/reads";
import { playableScenario, recordMovesOutput, runView } from "@/server/simulation/schema";
import { openRun, recordMoves } from "@/server/simulation/writes";
import { database } from "../../support/database";
import { ANYBODY, contextOf, type House, makeHouse, refusalOf } from "../../support/factories";
import {
  delivery,
  idealMoves,
  later,
  makeLearner,
  playing,
  playThrough,
  publishContent,
  RUN,
  scenarioNow,
} from "../../support/lessons";

let house: House;
let personId: string;
let her: ServiceContext;

beforeAll(async () => {
  house = await makeHouse(database);
  await publishContent(database);
});
beforeEach(async () => {
  const learner = await makeLearner(database, house);
  personId = learner.personId;
  her = contextOf(database, learner.actor);
});

const { mode: _mode, timer: _timer, ...spot } = playing;
const finding = { ...spot, knownHash: scenarioNow().hash };
const runRow = async (id: string) => {
  const [row] = await database.select().from(simulationAttempts).where(eq(simulationAttempts.id, id));
  return row;
};
const eventsOf = (id: string) => database.select().from(learnerEvents).where(eq(learnerEvents.attemptId, id));
const proofs = () => database.select().from(evidence).where(eq(evidence.personId, personId));
const place = async () => {
  const [row] = await database
    .select()
    .from(activityProgress)
    .where(and(eq(activityProgress.personId, personId), eq(activityProgress.activityId, RUN)));
  return row;
};
const competences = scenarioNow().body.scenario.competences.toSorted();

describe("opening a run", () => {
  it("pins version, way of playing and chance, and notes the beginning", async () => {
    const view = await openRun(her, playing);
    expect(runView.parse(view)).toEqual(view);
    expect(view).toMatchObject({ contentHash: scenarioNow().hash, moves: [], version: null });
    expect(view.options).toMatchObject({ mode: "alone", timer: "none" });
    expect(await place()).toMatchObject({ stepNumber: 1, completedAt: null });
    expect((await eventsOf(view.attemptId)).map(({ kind, seq }) => [kind, seq])).toEqual([
      ["simulation-started", 0],
    ]);
  });

  it("in two tabs at once opens one run", async () => {
    const views = await Promise.all(Array.from({ length: 5 }, () => openRun(her, playing)));
    expect(new Set(views.map(({ attemptId }) => attemptId)).size).toBe(1);
    expect(new Set(views.map(({ options }) => options.seed)).size).toBe(1);
    expect(await eventsOf(views[0]?.attemptId ?? "")).toHaveLength(1);
  });

  it("again in the same way goes on, on any device, move for move", async () => {
    const run = await openRun(her, playing);
    const moves = idealMoves(run.options).slice(0, 5);
    await recordMoves(her, delivery(her, run.attemptId, moves));
    const again = await openRun(later(her, 86_400), playing);
    expect(again).toMatchObject({ attemptId: run.attemptId, moves, options: run.options });
    expect(await findOpenRun(later(her, 90_000), finding)).toEqual(again);
  });

  it("in another way closes the run as it stands and keeps its history", async () => {
    const run = await openRun(her, { ...playing, mode: "guided" });
    await recordMoves(her, delivery(her, run.attemptId, idealMoves(run.options).slice(0, 4)));
    const next = await openRun(later(her, 60), playing);
    expect(next.attemptId).not.toBe(run.attemptId);
    expect(await runRow(run.attemptId)).toMatchObject({ status: "completed", outcome: "not-reached" });
    expect(await eventsOf(run.attemptId)).toHaveLength(5);
    expect(await proofs()).toEqual([]);
  });

  it("nothing is open where nothing was begun, or all is done", async () => {
    expect(await findOpenRun(her, finding)).toBeNull();
    await playThrough(her);
    expect(await findOpenRun(later(her, 1000), finding)).toBeNull();
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["trainer", "FORBIDDEN"],
    ["outsider", "FORBIDDEN"],
    ["admin", "FORBIDDEN"],
  ] as const)("%s: %s", async (who, code) => {
    const ctx = contextOf(database, house.actors[who]);
    expect(await refusalOf(() => openRun(ctx, playing))).toBe(code);
    expect(await refusalOf(() => findOpenRun(ctx, finding))).toBe(code);
  });

  it("of a simulation that is not there, or not of that lesson: NOT_FOUND", async () => {
    for (const change of [{ simulation: "no-such" }, { lesson: "is-it-safe" }, { simulation: "check" }]) {
      expect(await refusalOf(() => openRun(her, { ...playing, ...change }))).toBe("NOT_FOUND");
    }
  });

  it("finds no run of another learner", async () => {
    await openRun(her, playing);
    const other = await makeLearner(database, house);
    expect(await findOpenRun(contextOf(database, other.actor), finding)).toBeNull();
  });
});

describe("a run played to its end", () => {
  it("alone: the server scores it, completes the activity and proves each competence once", async () => {
    const { attemptId, output, moves } = await playThrough(her);
    expect(recordMovesOutput.parse(output)).toMatchObject({
      outcome: "recorded",
      lastSeq: moves.length,
      score: { outcome: "reached", score: 100, hintsUsed: 0, mistakes: 0 },
    });
    expect(await runRow(attemptId)).toMatchObject({
      status: "completed",
      outcome: "reached",
      assistance: "alone",
      score: 100,
      activeSeconds: moves.length * 8,
    });
    expect(await place()).toMatchObject({ bestScore: 100, completedAt: expect.any(Date) });
    const lines = await proofs();
    expect(lines.map(({ competence }) => competence).sort()).toEqual(competences);
    for (const line of lines) {
      expect(line).toMatchObject({
        source: "simulation",
        sourceId: attemptId,
        assistance: "alone",
        activityId: RUN,
      });
    }
  });

  it("with a hint: proved with a hint", async () => {
    const { output } = await playThrough(her, "guided", [{ type: "hint" }]);
    expect(output).toMatchObject({ outcome: "recorded", score: { outcome: "reached", hintsUsed: 1 } });
    expect((await proofs()).map(({ assistance }) => assistance)).toEqual(competences.map(() => "with-hint"));
  });

  it("shown: no proof and no completion", async () => {
    const { output, attemptId } = await playThrough(her, "show");
    expect(output).toMatchObject({ outcome: "recorded", score: { outcome: "reached" } });
    expect(await runRow(attemptId)).toMatchObject({ status: "completed", assistance: "shown" });
    expect(await proofs()).toEqual([]);
    expect(await place()).toMatchObject({ completedAt: null });
  });

  it("delivered again: nothing is kept, scored or proved twice", async () => {
    const { attemptId, output, moves } = await playThrough(her);
    const before = [await eventsOf(attemptId), await proofs(), await runRow(attemptId)];
    expect(await recordMoves(later(her, 5000), delivery(her, attemptId, moves))).toEqual(output);
    expect([await eventsOf(attemptId), await proofs(), await runRow(attemptId)]).toEqual(before);
  });

  it("delivered by two devices at once: the same", async () => {
    const run = await openRun(her, playing);
    const moves = idealMoves(run.options);
    const outputs = await Promise.all(
      Array.from({ length: 4 }, () => recordMoves(her, delivery(her, run.attemptId, moves))),
    );
    for (const output of outputs) {
      expect(output).toMatchObject({ outcome: "recorded", lastSeq: moves.length, score: { score: 100 } });
    }
    expect(await eventsOf(run.attemptId)).toHaveLength(moves.length + 1);
    expect(await proofs()).toHaveLength(competences.length);
  });

  it("move by move, as the browser sends them: the same as in one delivery", async () => {
    const run = await openRun(her, playing);
    const moves = idealMoves(run.options);
    for (const move of moves) {
      const then = later(her, move.at / 1000);
      const output = await recordMoves(then, delivery(her, run.attemptId, [move]));
      expect(output).toMatchObject({ outcome: "recorded", lastSeq: move.seq });
      expect(output.outcome === "recorded" && output.score !== null).toBe(move.seq === moves.length);
    }
    expect(await runRow(run.attemptId)).toMatchObject({ score: 100, outcome: "reached" });
  });

  it("a second one, another day, proves again beside the first", async () => {
    await playThrough(her);
    const next = await playThrough(later(her, 86_400));
    expect(next.output).toMatchObject({ outcome: "recorded", score: { outcome: "reached" } });
    expect(await proofs()).toHaveLength(2 * competences.length);
  });
});

describe("moves of another person's run", () => {
  it("are refused to everybody: NOT_FOUND, nothing kept", async () => {
    const run = await openRun(her, playing);
    const moves = idealMoves(run.options);
    const other = await makeLearner(database, house);
    const { trainer, colleague, outsider, coordinator, admin } = house.actors;
    for (const actor of [other.actor, trainer, colleague, outsider, coordinator, admin]) {
      const theirs = contextOf(database, actor);
      expect(await refusalOf(() => recordMoves(theirs, delivery(theirs, run.attemptId, moves)))).toBe(
        "NOT_FOUND",
      );
    }
    const visitor = contextOf(database, ANYBODY);
    expect(await refusalOf(() => recordMoves(visitor, delivery(visitor, run.attemptId, moves)))).toBe(
      "UNAUTHENTICATED",
    );
    expect(await eventsOf(run.attemptId)).toHaveLength(1);
  });

  it("of a run that never was: NOT_FOUND", async () => {
    const run = await openRun(her, playing);
    const nowhere = delivery(her, crypto.randomUUID(), idealMoves(run.options));
    expect(await refusalOf(() => recordMoves(her, nowhere))).toBe("NOT_FOUND");
  });
});

describe("a scenario for the browser", () => {
  it("holds no weights", async () => {
    const view = await getPlayableScenario(contextOf(database, ANYBODY), spot);
    expect(playableScenario.parse(view)).toEqual(view);
    expect(view.contentHash).toBe(scenarioNow().hash);
    expect(JSON.stringify(view.scenario)).not.toMatch(/"(?:points|scoring|lowest)"/);
  });

  it("of no simulation: NOT_FOUND", async () => {
    const visitor = contextOf(database, ANYBODY);
    expect(await refusalOf(() => getPlayableScenario(visitor, { ...spot, simulation: "no" }))).toBe(
      "NOT_FOUND",
    );
  });
});
