import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { simulationAttempts } from "@/db/schema/simulation";
import { takeRefresher } from "@/server/assessment/refreshers/writes";
import { brusselsDay } from "@/server/kernel/calendar";
import { getPassport } from "@/server/passport/reads";
import { openRefresher } from "@/server/simulation/refreshers/writes";
import { database } from "../../support/database";
import { type House, makeHouse } from "../../support/factories";
import { publishContent } from "../../support/lessons";
import { makeReadyLearner, type ReadyLearner, taking } from "../../support/refreshers";

let house: House;
let one: ReadyLearner;

beforeAll(async () => {
  house = await makeHouse(database);
  await publishContent(database);
});
/** Everything of the lesson was done on the day of the tests. */
beforeEach(async () => {
  one = await makeReadyLearner(database, house);
});

describe("the simulation of a refresher", () => {
  beforeEach(async () => {
    // By turns: after a question comes a simulation.
    await one.answerOn(1);
  });

  it("is another variant, is taken up where it stands, and proves on its own day: level 2", async () => {
    const levelsOf = async () =>
      (await getPassport(one.inDays(9), { locale: "fr" })).areas
        .flatMap(({ competences }) => competences)
        .filter(({ evidence: lines }) => lines.some(({ source }) => source === "simulation"))
        .map(({ level }) => level);
    expect(new Set(await levelsOf())).toEqual(new Set([1]));
    const ctx = one.inDays(8);
    const view = await takeRefresher(ctx, taking);
    if (view.kind !== "simulation") throw new Error(view.kind);
    const [here, there] = await Promise.all([
      openRefresher(ctx, { refresherId: view.refresherId, locale: "fr" }),
      openRefresher(ctx, { refresherId: view.refresherId, locale: "nl" }),
    ]);
    if (here.outcome !== "open" || there.outcome !== "open") throw new Error("not open");
    expect(there.run.attemptId).toBe(here.run.attemptId);
    expect(here.run.options).toMatchObject({ mode: "guided", timer: "none" });
    const { output, attemptId } = await one.playOn(8);
    expect(output).toMatchObject({ outcome: "recorded", score: { outcome: "reached", assistance: "alone" } });
    const row = (await one.opened()).at(-1);
    expect(row).toMatchObject({ kind: "simulation", attemptId, answeredAt: expect.any(Date), score: 100 });
    const [run] = await database
      .select()
      .from(simulationAttempts)
      .where(eq(simulationAttempts.id, attemptId));
    expect(run?.variant).toBe(row?.variant);
    const proofs = (await one.proofs()).filter(({ source }) => source === "simulation");
    expect(new Set(proofs.map(({ occurredAt }) => brusselsDay(occurredAt)))).toEqual(new Set(["2026-11-30"]));
    expect(await levelsOf()).toContain(2);
    expect(await openRefresher(ctx, { refresherId: view.refresherId, locale: "fr" })).toEqual({
      outcome: "answered",
    });
    expect(await one.state(ctx)).toMatchObject({ status: "done" });
  });

  it("with a hint is help, and no second day alone", async () => {
    await one.playOn(8, true);
    const proofs = (await one.proofs()).filter(({ source }) => source === "simulation");
    expect(proofs.map(({ assistance }) => assistance)).toContain("with-hint");
  });

  it("left half-way is neither good nor bad, and another one comes another day", async () => {
    const view = await takeRefresher(one.inDays(8), taking);
    if (view.kind !== "simulation") throw new Error(view.kind);
    await openRefresher(one.inDays(8), { refresherId: view.refresherId, locale: "fr" });
    const before = await one.recalls();
    expect(await one.state(one.inDays(8))).toMatchObject({ status: "due" });
    const next = await takeRefresher(one.inDays(9), taking);
    expect(next).toMatchObject({ kind: "question" });
    expect(await one.recalls()).toEqual(before);
  });
});
