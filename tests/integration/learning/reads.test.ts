import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endActiveMembership } from "@/db/queries/cohorts";
import { courseLibraries } from "@/server/catalogue/library/reads";
import { listActivities } from "@/server/catalogue/reads";
import type { ServiceContext } from "@/server/kernel/context";
import { getCourseState, getHome, listActiveSeconds, listLearnersProgress } from "@/server/learning/reads";
import { courseState, homeView } from "@/server/learning/schema";
import { readStep } from "@/server/learning/writes";
import { database } from "../../support/database";
import {
  ANYBODY,
  actorOf,
  contextOf,
  giveRole,
  type House,
  makeHouse,
  refusalOf,
  SYSTEM,
  TEST_NOW,
} from "../../support/factories";
import { makeGraduate } from "../../support/graduates";
import {
  CHECK,
  COURSE,
  doOtherRuns,
  LESSON,
  later,
  makeLearner,
  playThrough,
  publishContent,
  READING,
  RUN,
  reading,
  readLesson,
  SIMULATION,
  stepIds,
  takeCheck,
} from "../../support/lessons";

let house: House;
let personId: string;
let her: ServiceContext;

beforeAll(async () => {
  house = await makeHouse(database);
  await publishContent(database);
});
beforeEach(async () => {
  const learner = await makeLearner(database, house, { firstName: "Odette" });
  personId = learner.personId;
  her = contextOf(database, learner.actor);
});

const home = async (ctx = her) => homeView.parse(await getHome(ctx, { locale: "fr" }));
const state = async (ctx = her) => courseState.parse(await getCourseState(ctx, { course: COURSE }));

describe("a learner's home", () => {
  it("before anything: the first thing to do, and whom to call", async () => {
    const view = await home();
    expect(view).toMatchObject({ firstName: "Odette", course: COURSE, activeMinutes: 0 });
    const [first] = await listActivities(her, { course: COURSE });
    expect(view.next).toMatchObject({
      lesson: first?.lesson,
      kind: "steps",
      stepNumber: 1,
      started: false,
      lessonBegun: false,
    });
    const published = [...(courseLibraries().get(COURSE)?.lessons.keys() ?? [])];
    expect(view.lessons.map(({ id }) => id).sort()).toEqual(published.sort());
    expect(view.lessons.every(({ done, count }) => done === 0 && count >= 3)).toBe(true);
    expect(view.help).toEqual({ name: "Nadia", phone: expect.stringMatching(/\d/) });
  });

  it("in the middle of reading: the very step", async () => {
    const third = stepIds()[2] ?? "";
    await readStep(her, reading(her, third));
    expect((await home()).next).toMatchObject({ kind: "steps", stepNumber: 3, started: true });
  });

  it("leads on from reading to practising to the check, and then to the next lesson", async () => {
    await readLesson(her);
    expect((await home()).next).toMatchObject({
      kind: "simulation",
      simulation: SIMULATION,
      started: false,
      lessonBegun: true,
    });
    await playThrough(later(her, 1000));
    await doOtherRuns(her);
    expect((await home()).next).toMatchObject({
      lesson: LESSON,
      kind: "quiz",
      started: false,
      lessonBegun: true,
    });
    await takeCheck(later(her, 2000));
    const view = await home();
    expect(view.next?.lesson).not.toBe(LESSON);
    const { done, count } = view.lessons.find(({ id }) => id === LESSON) ?? {};
    expect(done).toBe(count);
    expect(view.activeMinutes).toBeGreaterThan(3);
  });

  it("leads nowhere once everything is done", async () => {
    const graduate = await makeGraduate(database, house);
    const own = contextOf(database, await actorOf(database, graduate));
    const view = await home(own);
    expect(view.next).toBeNull();
    expect(view.lessons.every(({ done, count }) => done === count)).toBe(true);
  });

  it("offers a check that was not passed again", async () => {
    await readLesson(her);
    await playThrough(later(her, 1000));
    await doOtherRuns(her);
    await takeCheck(later(her, 2000), 6);
    expect((await home()).next).toMatchObject({ kind: "quiz", started: true });
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["trainer", "FORBIDDEN"],
    ["coordinator", "FORBIDDEN"],
    ["admin", "FORBIDDEN"],
  ] as const)("%s has none: %s", async (who, code) => {
    expect(await refusalOf(() => home(contextOf(database, house.actors[who])))).toBe(code);
  });
});

describe("the one small call of a course page", () => {
  it("a visitor is nobody", async () => {
    expect(await state(contextOf(database, ANYBODY))).toEqual({ person: null, learner: null });
  });

  it("a trainer is somebody, but learns nothing here", async () => {
    const view = await state(contextOf(database, house.actors.trainer));
    expect(view).toEqual({
      person: { firstName: "Nadia", room: "/teach", reading: expect.objectContaining({ textSize: 100 }) },
      learner: null,
    });
  });

  it("a learner sees her own places and nobody else's", async () => {
    const other = await makeLearner(database, house);
    await readLesson(contextOf(database, other.actor));
    await readLesson(her);
    await playThrough(later(her, 1000));
    await takeCheck(later(her, 2000));
    const view = await state();
    expect(view.person).toEqual({
      firstName: "Odette",
      room: "/learn",
      reading: { personId, textSize: 100, theme: null, contrast: null },
    });
    expect(view.learner?.personId).toBe(personId);
    expect(view.learner?.progress.map((place) => [place.activityId, place.completed])).toEqual([
      [CHECK, true],
      [RUN, true],
      [READING, true],
    ]);
    expect(JSON.stringify(view)).not.toContain(other.personId);
  });

  it("a course she does not take has no learner in it", async () => {
    const view = await getCourseState(her, { course: "another" });
    expect(view).toMatchObject({ person: { firstName: "Odette" }, learner: null });
  });

  it("who left the group is no learner any more", async () => {
    await endActiveMembership(database, { cohortId: house.cohortId, personId, leftAt: TEST_NOW });
    const gone = contextOf(database, await actorOf(database, personId));
    expect((await state(gone)).learner).toBeNull();
    expect(await refusalOf(() => home(gone))).toBe("FORBIDDEN");
  });
});

describe("progress and time of several learners", () => {
  const asking = () => ({ course: COURSE, learners: [{ personId, cohortIds: [house.cohortId] }] });

  it("for their trainer and for scripts", async () => {
    await readLesson(her);
    for (const actor of [house.actors.trainer, SYSTEM, her.actor]) {
      const ctx = contextOf(database, actor);
      expect(await listLearnersProgress(ctx, asking())).toHaveLength(1);
      expect((await listActiveSeconds(ctx, asking())).get(personId)).toBe(40 * (stepIds().length - 1));
    }
  });

  it.each(["learner", "colleague", "outsider", "coordinator", "admin"] as const)(
    "not for %s",
    async (who) => {
      const ctx = contextOf(database, house.actors[who]);
      expect(await refusalOf(() => listLearnersProgress(ctx, asking()))).toBe("FORBIDDEN");
      expect(await refusalOf(() => listActiveSeconds(ctx, asking()))).toBe("FORBIDDEN");
    },
  );

  it("not when one of them is out of sight", async () => {
    const ctx = contextOf(database, house.actors.trainer);
    const { learners } = asking();
    const wider = [...learners, { personId: house.people.outsider, cohortIds: [house.farId] }];
    expect(await refusalOf(() => listLearnersProgress(ctx, { course: COURSE, learners: wider }))).toBe(
      "FORBIDDEN",
    );
  });
});

it("somebody who teaches and learns has both rooms", async () => {
  await giveRole(database, personId, "trainer", house.organisationId);
  const both = contextOf(database, await actorOf(database, personId));
  expect((await state(both)).person?.room).toBe("/teach");
  expect((await home(both)).firstName).toBe("Odette");
});
