import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { takeRefresher } from "@/server/assessment/refreshers/writes";
import type { ServiceContext } from "@/server/kernel/context";
import { getHome } from "@/server/learning/reads";
import { getOwnAppointments, getRefresherReport } from "@/server/learning/refreshers/reads";
import { switchLearnerRefreshers, switchOwnRefreshers } from "@/server/learning/refreshers/writes";
import { rebuildReadModels } from "@/server/learning/writes";
import { mergePersons } from "@/server/privacy/merging/writes";
import { erasePerson, exportPerson } from "@/server/privacy/writes";
import { database } from "../../support/database";
import { contextOf, type House, makeHouse, refusalOf, SYSTEM } from "../../support/factories";
import { COURSE, dumpReadModels, later, publishContent } from "../../support/lessons";
import { makeReadyLearner, type ReadyLearner, taking } from "../../support/refreshers";

const DAY = 86_400;
let house: House;
let one: ReadyLearner;
let trainer: ServiceContext;
const system = contextOf(database, SYSTEM);

beforeAll(async () => {
  house = await makeHouse(database);
  await publishContent(database);
  trainer = contextOf(database, house.actors.trainer);
});
/** Everything of the lesson was done on the day of the tests. */
beforeEach(async () => {
  one = await makeReadyLearner(database, house);
});

describe("stopping", () => {
  const member = () => ({ cohortId: house.cohortId, personId: one.personId });

  it("by herself or her trainer: no more, half-way too; both must let them come again", async () => {
    await one.takeQuestion(one.inDays(1));
    await switchOwnRefreshers(one.inDays(1), { course: COURSE, stopped: true });
    await switchOwnRefreshers(one.inDays(1), { course: COURSE, stopped: true });
    expect(await takeRefresher(one.inDays(1), taking)).toEqual({ kind: "none" });
    expect((await getHome(one.inDays(5), { locale: "fr" })).refresher).toEqual({
      status: "stopped",
      nextOn: null,
    });
    expect(await getOwnAppointments(one.inDays(1), { locale: "fr" })).toMatchObject({ appointments: [] });
    await switchLearnerRefreshers(trainer, { ...member(), stopped: true });
    await switchOwnRefreshers(one.inDays(1), { course: COURSE, stopped: false });
    expect(await one.state(one.inDays(1))).toMatchObject({
      status: "stopped",
      stoppedByLearner: false,
      stoppedByTrainer: true,
    });
    await switchLearnerRefreshers(trainer, { ...member(), stopped: false });
    expect((await takeRefresher(one.inDays(1), taking)).kind).toBe("question");
    const lines = await database
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, `person:${one.personId}`));
    expect(
      lines
        .map(({ action }) => action)
        .filter((action) => action.startsWith("refreshers"))
        .sort(),
    ).toEqual(["refreshers.resumed", "refreshers.resumed", "refreshers.stopped", "refreshers.stopped"]);
  });

  it.each([
    ["learner", "FORBIDDEN"],
    ["colleague", "FORBIDDEN"],
    ["outsider", "NOT_FOUND"],
    ["admin", "NOT_FOUND"],
    ["anonymous", "UNAUTHENTICATED"],
  ] as const)("for somebody else by the %s: %s", async (who, code) => {
    const ctx = contextOf(database, house.actors[who]);
    expect(await refusalOf(() => switchLearnerRefreshers(ctx, { ...member(), stopped: true }))).toBe(code);
    expect(await one.state(one.her)).toMatchObject({ stoppedByTrainer: false });
  });
});

describe("around it", () => {
  it("rebuilding from the log comes to the same dates", async () => {
    await one.answerOn(1);
    await one.playOn(8);
    await one.answerOn(60, false);
    const before = await dumpReadModels(database);
    expect(before.recalls.some((row) => row.personId === one.personId && row.reviews > 2)).toBe(true);
    await rebuildReadModels(system);
    expect(await dumpReadModels(database)).toEqual(before);
  });

  it("the trainer is told how it went and when the next one comes", async () => {
    const place = { course: COURSE, learner: { personId: one.personId, cohortIds: [house.cohortId] } };
    expect(await getRefresherReport(trainer, place)).toMatchObject({
      opened: 0,
      last: null,
      nextOn: "2026-11-23",
    });
    await one.answerOn(1);
    await takeRefresher(one.inDays(8), taking);
    expect(await getRefresherReport(later(trainer, 8 * DAY), place)).toMatchObject({
      status: "due",
      opened: 2,
      answered: 1,
      good: 1,
      last: { day: "2026-11-30", kind: "simulation", grade: null },
    });
    const outsider = contextOf(database, house.actors.outsider);
    expect(await refusalOf(() => getRefresherReport(outsider, place))).not.toBeNull();
  });

  it("the card of appointments holds four days, one a day, in words", async () => {
    const { appointments, firstName, site } = await getOwnAppointments(one.her, { locale: "fr" });
    expect(appointments).toHaveLength(4);
    expect(appointments[0]?.day).toBe("2026-11-23");
    expect(new Set(appointments.map(({ day }) => day)).size).toBe(4);
    expect(appointments.every(({ about }) => about.length > 3)).toBe(true);
    expect([firstName, site]).toEqual(["Lucie", "localhost:3000"]);
  });

  it("two entries that become one: what was answered stays, one a day, and stopped is stopped", async () => {
    const other = await makeReadyLearner(database, house);
    await one.answerOn(1);
    await other.takeQuestion(other.inDays(1));
    await other.answerOn(2, false).catch(() => undefined);
    await switchOwnRefreshers(other.her, { course: COURSE, stopped: true });
    const admin = contextOf(database, house.actors.admin);
    await mergePersons(admin, { keepId: one.personId, removeId: other.personId });
    const days = (await one.opened()).map(({ day }) => day);
    expect(days.length).toBe(new Set(days).size);
    expect((await one.opened())[0]).toMatchObject({ day: "2026-11-23", score: 100 });
    expect(await other.opened()).toEqual([]);
    expect(await one.state(one.inDays(2))).toMatchObject({ status: "stopped", stoppedByLearner: true });
    const before = await dumpReadModels(database);
    await rebuildReadModels(system);
    expect(await dumpReadModels(database)).toEqual(before);
  });

  it("goes with the person: exported, and erased without a trace", async () => {
    await one.answerOn(1);
    await switchOwnRefreshers(one.her, { course: COURSE, stopped: true });
    const { learning } = await exportPerson(one.her, { personId: one.personId });
    expect(learning).toMatchObject({
      refreshers: [{ kind: "question", score: 100 }],
      refresherSwitches: [{ course: COURSE }],
      refresherSchedules: expect.arrayContaining([expect.objectContaining({ course: COURSE })]),
    });
    await erasePerson(one.her, { personId: one.personId });
    expect(await one.opened()).toEqual([]);
    expect(await one.recalls()).toEqual([]);
  });
});
