import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { activityProgress, learnerEvents, timeLedger } from "@/db/schema/learning";
import { evidence } from "@/db/schema/passport";
import { simulationAttempts } from "@/db/schema/simulation";
import { surprises } from "@/db/schema/surprises";
import type { ServiceContext } from "@/server/kernel/context";
import { listSurpriseCounts } from "@/server/learning/surprises/reads";
import { takeSurprise } from "@/server/learning/surprises/writes";
import { rebuildReadModels } from "@/server/learning/writes";
import { exportPerson } from "@/server/privacy/writes";
import type { MoveDraft } from "@/server/simulation/engine/types";
import { listRequestCounts } from "@/server/simulation/reads";
import { openSurpriseOutput } from "@/server/simulation/schema";
import { openSurprise } from "@/server/simulation/surprises/writes";
import { recordMoves } from "@/server/simulation/writes";
import { database } from "../../support/database";
import { actorOf, contextOf, type House, makeHouse, refusalOf, SYSTEM } from "../../support/factories";
import { makeGraduate } from "../../support/graduates";
import {
  COURSE,
  delivery,
  dumpReadModels,
  LESSON,
  later,
  makeLearner,
  movesOf,
  publishContent,
} from "../../support/lessons";
import { surpriseNow } from "../../support/surprises";

const DAY = 86_400;
const press = (on: string): MoveDraft => ({ type: "press", on });
const REFUSED = [press("notification.request"), press("app-request.refuse")];
const ACCEPTED = [press("notification.request"), press("app-request.confirm")];
const STOPPED = [...ACCEPTED, press("app-code.stop")];

let house: House;
let personId: string;
let her: ServiceContext;
let surpriseId: string;

beforeAll(async () => {
  house = await makeHouse(database);
  await publishContent(database);
});
beforeEach(async () => {
  personId = await makeGraduate(database, house);
  her = later(contextOf(database, await actorOf(database, personId)), 3 * DAY);
  surpriseId = (await takeSurprise(her, { course: COURSE, lesson: LESSON, locale: "fr" }))?.surpriseId ?? "";
});

const opening = () => ({ surpriseId, locale: "fr" as const });
async function open(ctx = her, input = opening()) {
  const opened = await openSurprise(ctx, input);
  if (opened.outcome !== "open") throw new Error(`it is ${opened.outcome}`);
  return opened.run;
}
const play = async (drafts: readonly MoveDraft[], ctx = her) => {
  const run = await open(ctx);
  const moves = movesOf(run.options, drafts, surpriseNow().body);
  return { run, moves, output: await recordMoves(later(ctx, 60), delivery(ctx, run.attemptId, moves)) };
};
const row = async () => (await database.select().from(surprises).where(eq(surprises.id, surpriseId)))[0];
const attemptRow = async (id: string) =>
  (await database.select().from(simulationAttempts).where(eq(simulationAttempts.id, id)))[0];
const proofs = () => database.select().from(evidence).where(eq(evidence.personId, personId));
const places = () => database.select().from(activityProgress).where(eq(activityProgress.personId, personId));
const counts = async () => {
  const learners = [{ personId, cohortIds: [house.cohortId] }];
  const trainer = contextOf(database, house.actors.trainer);
  const [shown] = await listSurpriseCounts(trainer, { course: COURSE, learners });
  const [requests] = await listRequestCounts(trainer, { course: COURSE, learners });
  return { shown, requests };
};

describe("opening a surprise", () => {
  it("begins a run alone, without a clock, on the version that was shown; the same one again on any device", async () => {
    const run = await open();
    expect(run).toMatchObject({
      contentHash: surpriseNow().hash,
      moves: [],
      options: { mode: "alone", timer: "none" },
    });
    expect(run.version?.scenario.steps.flatMap((step) => step.moves)).toEqual([]);
    const output = await openSurprise(later(her, DAY), opening());
    expect(openSurpriseOutput.parse(output)).toEqual(output);
    expect(output).toMatchObject({ outcome: "open", run: { attemptId: run.attemptId } });
    expect((await row())?.attemptId).toBe(run.attemptId);
  });

  it("in five tabs at once opens one run", async () => {
    const runs = await Promise.all(Array.from({ length: 5 }, () => open()));
    expect(new Set(runs.map(({ attemptId }) => attemptId)).size).toBe(1);
  });

  it("when it is answered: says so", async () => {
    await play(REFUSED);
    expect(await openSurprise(later(her, 100), opening())).toEqual({ outcome: "answered" });
  });

  it("that is another's, or nobody's: NOT_FOUND", async () => {
    const other = await makeLearner(database, house);
    const { trainer, colleague, outsider, coordinator, admin } = house.actors;
    for (const actor of [other.actor, trainer, colleague, outsider, coordinator, admin]) {
      expect(await refusalOf(() => openSurprise(contextOf(database, actor), opening()))).toBe("NOT_FOUND");
    }
    expect(await refusalOf(() => openSurprise(contextOf(database, house.actors.anonymous), opening()))).toBe(
      "UNAUTHENTICATED",
    );
    expect(await refusalOf(() => openSurprise(her, { ...opening(), surpriseId: crypto.randomUUID() }))).toBe(
      "NOT_FOUND",
    );
  });

  it("an earlier one that was left is closed as it stands, without an answer", async () => {
    const left = await open();
    await recordMoves(
      her,
      delivery(her, left.attemptId, movesOf(left.options, REFUSED.slice(0, 1), surpriseNow().body)),
    );
    const next = later(her, 20 * DAY);
    const card = await takeSurprise(next, { course: COURSE, lesson: LESSON, locale: "fr" });
    const again = await open(next, { surpriseId: card?.surpriseId ?? "", locale: "fr" });
    expect(again.attemptId).not.toBe(left.attemptId);
    expect(again.moves).toEqual([]);
    expect(await attemptRow(left.attemptId)).toMatchObject({ status: "completed", falseAccepts: null });
    expect((await row())?.outcome).toBeNull();
    expect(await openSurprise(next, opening())).toEqual({ outcome: "answered" });
  });
});

describe("what she does is evidence", () => {
  it("refused: proved for its competences, and no place in the course", async () => {
    const before = { places: await places(), proofs: (await proofs()).length };
    const { run, output } = await play(REFUSED);
    expect(output).toMatchObject({ outcome: "recorded", score: { outcome: "reached", criticalMistakes: 0 } });
    expect(await row()).toMatchObject({ outcome: "refused", answeredAt: expect.any(Date) });
    expect(await attemptRow(run.attemptId)).toMatchObject({
      status: "completed",
      falseAccepts: 0,
      falseRefuses: null,
    });
    const mine = (await proofs()).filter(({ sourceId }) => sourceId === run.attemptId);
    expect(mine.map(({ competence }) => competence).sort()).toEqual(["4.1", "4.2"]);
    expect(mine[0]).toMatchObject({
      source: "simulation",
      assistance: "alone",
      activityId: "surprise/surprise-shop",
    });
    expect(await places()).toEqual(before.places);
    const [time] = await database.select().from(timeLedger).where(eq(timeLedger.personId, personId));
    expect(time).toBeDefined();
    expect(await counts()).toMatchObject({
      shown: { shown: 1, refused: 1, accepted: 0 },
      requests: { acceptChances: 1, falseAccepts: 0 },
    });
  });

  it("accepted: known at once, even if she leaves; no proof, and refusing afterwards does not undo it", async () => {
    const { run, output } = await play(ACCEPTED);
    expect(output).toMatchObject({ outcome: "recorded", score: null });
    expect(await row()).toMatchObject({ outcome: "accepted" });
    expect(await attemptRow(run.attemptId)).toMatchObject({ status: "open", falseAccepts: 1 });
    const all = movesOf(run.options, STOPPED, surpriseNow().body);
    await recordMoves(later(her, 90), delivery(her, run.attemptId, all));
    expect(await row()).toMatchObject({ outcome: "accepted" });
    expect(await attemptRow(run.attemptId)).toMatchObject({
      status: "completed",
      outcome: "unsafe",
      falseAccepts: 1,
    });
    expect((await proofs()).filter(({ sourceId }) => sourceId === run.attemptId)).toEqual([]);
    expect(await counts()).toMatchObject({
      shown: { shown: 1, refused: 0, accepted: 1 },
      requests: { acceptChances: 1, falseAccepts: 1 },
    });
  });

  it("looked at and left: neither", async () => {
    await play(REFUSED.slice(0, 1));
    expect(await row()).toMatchObject({ outcome: null, answeredAt: null });
    expect(await counts()).toMatchObject({
      shown: { shown: 1, refused: 0, accepted: 0 },
      requests: { acceptChances: 0 },
    });
  });

  it("delivered twice and by two devices at once: once", async () => {
    const run = await open();
    const moves = movesOf(run.options, REFUSED, surpriseNow().body);
    await Promise.all(Array.from({ length: 3 }, () => recordMoves(her, delivery(her, run.attemptId, moves))));
    await recordMoves(later(her, 500), delivery(her, run.attemptId, moves));
    expect((await proofs()).filter(({ sourceId }) => sourceId === run.attemptId)).toHaveLength(2);
    const events = await database
      .select()
      .from(learnerEvents)
      .where(eq(learnerEvents.attemptId, run.attemptId));
    expect(events).toHaveLength(moves.length + 1);
    expect((await row())?.outcome).toBe("refused");
  });

  it("out of order, or forged: refused, and no answer", async () => {
    const run = await open();
    const moves = movesOf(run.options, REFUSED, surpriseNow().body);
    expect(await recordMoves(her, delivery(her, run.attemptId, moves.slice(1)))).toMatchObject({
      outcome: "refused",
    });
    const forged = [{ ...press("safe.end"), seq: 1, at: 1000 }];
    expect(await recordMoves(her, delivery(her, run.attemptId, forged))).toMatchObject({
      outcome: "refused",
    });
    expect((await row())?.outcome).toBeNull();
  });

  it("the counts are not for strangers", async () => {
    const learners = [{ personId, cohortIds: [house.cohortId] }];
    for (const who of ["colleague", "outsider", "admin"] as const) {
      const ctx = contextOf(database, house.actors[who]);
      expect(await refusalOf(() => listSurpriseCounts(ctx, { course: COURSE, learners }))).toBe("FORBIDDEN");
      expect(await refusalOf(() => listRequestCounts(ctx, { course: COURSE, learners }))).toBe("FORBIDDEN");
    }
  });
});

describe("afterwards", () => {
  it("a rebuild of the read models comes to the same", async () => {
    await play(REFUSED);
    // What graduates are given has no log behind it: fold once, then compare.
    const system = contextOf(database, SYSTEM);
    await rebuildReadModels(system);
    const before = await dumpReadModels(database);
    await rebuildReadModels(system);
    expect(await dumpReadModels(database)).toEqual(before);
    expect(before.progress.filter(({ activityId }) => activityId.startsWith("surprise/"))).toEqual([]);
  });

  it("her export has what was shown and what she did", async () => {
    await play(REFUSED);
    const exported = JSON.stringify(await exportPerson(her, { personId }));
    expect(exported).toContain('"surprises":[{');
    expect(exported).toContain('"surpriseSchedules":[{');
    expect(exported).toContain('"outcome":"refused"');
  });
});
