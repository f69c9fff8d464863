import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endActiveMembership } from "@/db/queries/cohorts";
import { activityProgress, learnerEvents, timeLedger } from "@/db/schema/learning";
import type { ServiceContext } from "@/server/kernel/context";
import type { ReadStepInput } from "@/server/learning/schema";
import { readStep } from "@/server/learning/writes";
import { database } from "../../support/database";
import { actorOf, contextOf, type House, makeHouse, refusalOf, TEST_NOW } from "../../support/factories";
import {
  COURSE,
  keepVersion,
  later,
  lessonNow,
  makeLearner,
  publishContent,
  READING,
  reading,
  readLesson,
  stepIds,
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

const events = (of = personId) => database.select().from(learnerEvents).where(eq(learnerEvents.personId, of));
const place = async () => {
  const [row] = await database.select().from(activityProgress).where(eq(activityProgress.personId, personId));
  return row;
};
const time = () => database.select().from(timeLedger).where(eq(timeLedger.personId, personId));
const [first = "", second = ""] = stepIds();

describe("reading a step", () => {
  it("is one event with its effect, and one place", async () => {
    const input = reading(her, second);
    expect(await readStep(her, input)).toEqual({ outcome: "recorded" });
    const [event] = await events();
    expect(event).toMatchObject({
      id: input.id,
      kind: "step-read",
      organisationId: house.organisationId,
      course: COURSE,
      activityId: READING,
      contentHash: lessonNow().hash,
      attemptId: null,
      seq: null,
      occurredAt: TEST_NOW,
      recordedAt: TEST_NOW,
      payload: { action: { stepId: second }, effect: { stepNumber: 2, done: [second], achieved: false } },
    });
    expect(await place()).toMatchObject({
      stepId: second,
      stepNumber: 2,
      doneSteps: [second],
      completedAt: null,
    });
  });

  it("completes the reading with the last step, once and for all", async () => {
    await readLesson(her);
    const completedAt = (await place())?.completedAt;
    expect(completedAt).toEqual(later(her, 40 * (stepIds().length - 1)).now);
    const next = later(her, 4000);
    await readStep(next, reading(next, first));
    expect(await place()).toMatchObject({ completedAt, stepId: first });
  });

  it("twice with the same id changes nothing", async () => {
    const input = reading(her, first);
    await readStep(her, input);
    const before = await place();
    const again = later(her, 100);
    expect(await readStep(again, { ...input, occurredAt: again.now.toISOString() })).toEqual({
      outcome: "already-recorded",
    });
    expect(await place()).toEqual(before);
    expect(await events()).toHaveLength(1);
  });

  it("delivered by two tabs in the same instant is one event", async () => {
    const input = reading(her, first);
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => readStep(her, input)));
    expect(outcomes.filter(({ outcome }) => outcome === "recorded")).toHaveLength(1);
    expect(await events()).toHaveLength(1);
  });

  it("all steps from two devices at once complete the reading", async () => {
    await Promise.all([...stepIds(), ...stepIds()].map((stepId) => readStep(her, reading(her, stepId))));
    const row = await place();
    expect(row?.doneSteps.toSorted()).toEqual(stepIds().toSorted());
    expect(row?.completedAt).toEqual(TEST_NOW);
    expect(await events()).toHaveLength(2 * stepIds().length);
  });
});

describe("an id that names something else is refused, and nothing is lost in silence", () => {
  it("somebody else's event", async () => {
    const input = reading(her, first);
    await readStep(her, input);
    const other = await makeLearner(database, house);
    const theirs = contextOf(database, other.actor);
    expect(await refusalOf(() => readStep(theirs, { ...reading(theirs, first), id: input.id }))).toBe(
      "CONFLICT",
    );
    expect(await events(other.personId)).toEqual([]);
  });

  it("her own event of another activity", async () => {
    const hash = await keepVersion(database, "lesson", {
      ...lessonNow().body,
      file: { ...lessonNow().body.file, id: "another" },
    });
    const input = reading(her, first);
    await readStep(her, input);
    const elsewhere = { ...input, lesson: "another", contentHash: hash };
    expect(await refusalOf(() => readStep(her, elsewhere))).toBe("CONFLICT");
  });
});

describe("clocks that are wrong", () => {
  const claim = (milliseconds: number) => new Date(TEST_NOW.getTime() + milliseconds);
  it.each([
    ["ahead by a day", claim(86_400_000), TEST_NOW],
    ["behind by a year", claim(-365 * 86_400_000), claim(-30 * 86_400_000)],
    ["behind by an hour, or delivered late", claim(-3_600_000), claim(-3_600_000)],
  ])("%s", async (_name, claimed, kept) => {
    await readStep(her, reading(her, first, { occurredAt: claimed.toISOString() }));
    const [event] = await events();
    expect(event).toMatchObject({ occurredAt: kept, recordedAt: TEST_NOW });
    expect((await place())?.lastEventAt).toEqual(kept);
  });
});

describe("the time ledger", () => {
  const at = async (...seconds: number[]) => {
    for (const second of seconds) {
      const then = later(her, second);
      await readStep(then, reading(then, first));
    }
  };

  it("adds what lies between events and nothing across a pause of more than three minutes", async () => {
    await at(0, 60, 240, 421, 1000, 1100);
    // 60 + 180 + (181: a pause) + (579: a pause) + 100
    expect((await time()).map((row) => row.activeSeconds)).toEqual([340]);
  });

  it("does not double for two tabs", async () => {
    const seconds = [0, 0, 30, 30, 60, 60, 90, 90];
    await Promise.all(
      seconds.map((second) => {
        const then = later(her, second);
        return readStep(then, reading(then, first));
      }),
    );
    const [row] = await time();
    expect(row?.activeSeconds).toBeLessThanOrEqual(90);
    expect(row?.lastEventAt).toEqual(later(her, 90).now);
  });

  it("counts nothing back when an event arrives late", async () => {
    await at(0, 100);
    const now = later(her, 200);
    await readStep(now, reading(now, first, { occurredAt: later(her, 50).now.toISOString() }));
    expect((await time()).map((row) => row.activeSeconds)).toEqual([100]);
  });

  it("has one line per day in Brussels, and no time across midnight", async () => {
    const lateEvening = (new Date("2026-11-22T22:59:00Z").getTime() - TEST_NOW.getTime()) / 1000;
    await at(lateEvening, lateEvening + 30, lateEvening + 90, lateEvening + 120);
    expect((await time()).map((row) => [row.day, row.activeSeconds])).toEqual(
      expect.arrayContaining([
        ["2026-11-22", 30],
        ["2026-11-23", 30],
      ]),
    );
  });
});

describe("refused", () => {
  it.each<[string, Partial<ReadStepInput>]>([
    ["a step that never was", { stepId: "no-such-step" }],
    ["a version that never was", { contentHash: "0".repeat(64) }],
    ["a lesson that does not belong to the version", { lesson: "is-it-safe" }],
  ])("%s: NOT_FOUND, nothing kept", async (_name, change) => {
    expect(await refusalOf(() => readStep(her, reading(her, first, change)))).toBe("NOT_FOUND");
    expect(await events()).toEqual([]);
  });

  it("a check's version is no lesson's", async () => {
    const hash = await keepVersion(database, "quiz", {});
    expect(await refusalOf(() => readStep(her, reading(her, first, { contentHash: hash })))).toBe(
      "NOT_FOUND",
    );
  });

  it("a course she does not take", async () => {
    expect(await refusalOf(() => readStep(her, reading(her, first, { course: "another" })))).toBe(
      "FORBIDDEN",
    );
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["trainer", "FORBIDDEN"],
    ["outsider", "FORBIDDEN"],
    ["coordinator", "FORBIDDEN"],
    ["admin", "FORBIDDEN"],
  ] as const)("%s: %s", async (who, code) => {
    const ctx = contextOf(database, house.actors[who]);
    expect(await refusalOf(() => readStep(ctx, reading(ctx, first)))).toBe(code);
  });

  it("who left the group", async () => {
    await endActiveMembership(database, { cohortId: house.cohortId, personId, leftAt: TEST_NOW });
    const gone = contextOf(database, await actorOf(database, personId));
    expect(await refusalOf(() => readStep(gone, reading(gone, first)))).toBe("FORBIDDEN");
    expect(await events()).toEqual([]);
  });

  it("a version that was kept earlier is still read", async () => {
    const { file, texts } = lessonNow().body;
    const steps = [{ id: "only-then" }, ...file.steps.slice(0, 3)];
    const hash = await keepVersion(database, "lesson", { file: { ...file, steps }, texts });
    await readStep(her, reading(her, "only-then", { contentHash: hash, id: randomUUID() }));
    expect(await place()).toMatchObject({ stepId: "only-then", stepCount: 4 });
  });
});
