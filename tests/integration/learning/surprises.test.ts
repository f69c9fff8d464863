import { and, eq, like } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { activityProgress } from "@/db/schema/learning";
import { surpriseSchedules, surprises } from "@/db/schema/surprises";
import type { ServiceContext } from "@/server/kernel/context";
import { getCourseState } from "@/server/learning/reads";
import { listOwnSurpriseSwitches } from "@/server/learning/surprises/reads";
import { DAYS_BETWEEN, SPREAD_DAYS } from "@/server/learning/surprises/rules";
import { surpriseCard } from "@/server/learning/surprises/schema";
import {
  noteSurpriseAnswer,
  switchLearnerSurprises,
  switchOwnSurprises,
  takeSurprise,
} from "@/server/learning/surprises/writes";
import { database } from "../../support/database";
import { ANYBODY, actorOf, contextOf, type House, makeHouse, refusalOf } from "../../support/factories";
import { makeGraduate } from "../../support/graduates";
import { COURSE, LESSON, later, makeLearner, publishContent } from "../../support/lessons";
import { surpriseIds, surpriseWords } from "../../support/surprises";

const DAY = 86_400;
const taking = { course: COURSE, lesson: LESSON, locale: "fr" } as const;

let house: House;
let personId: string;
/** Three days after everything in the lesson was done. */
let her: ServiceContext;
let trainer: ServiceContext;

beforeAll(async () => {
  house = await makeHouse(database);
  await publishContent(database);
  trainer = contextOf(database, house.actors.trainer);
});
beforeEach(async () => {
  personId = await makeGraduate(database, house, { firstName: "Simone" });
  her = later(contextOf(database, await actorOf(database, personId)), 3 * DAY);
});

const shownTo = (id = personId) => database.select().from(surprises).where(eq(surprises.personId, id));
const scheduleOf = async () => {
  const [row] = await database
    .select()
    .from(surpriseSchedules)
    .where(eq(surpriseSchedules.personId, personId));
  return row;
};
const isDue = async (ctx: ServiceContext) =>
  (await getCourseState(ctx, { course: COURSE })).learner?.surpriseDue ?? null;
const member = () => ({ cohortId: house.cohortId, personId });

describe("a surprise", () => {
  it("is handed out once, with its first message and nothing else", async () => {
    expect(await isDue(her)).toBe(true);
    const card = await takeSurprise(her, taking);
    expect(surpriseCard.parse(card)).toEqual(card);
    const [first = ""] = surpriseIds();
    expect(card).toMatchObject({
      from: surpriseWords(first, "fr", "notifications.request.from"),
      text: surpriseWords(first, "fr", "notifications.request.text"),
    });
    expect(await shownTo()).toMatchObject([
      { id: card?.surpriseId, number: 1, scenario: first, lesson: LESSON, outcome: null, attemptId: null },
    ]);
    expect(await takeSurprise(her, taking)).toBeNull();
    expect(await isDue(her)).toBe(false);
    expect(await shownTo()).toHaveLength(1);
  });

  it("asked for by five tabs at once, it comes up in one", async () => {
    const cards = await Promise.all(Array.from({ length: 5 }, () => takeSurprise(her, taking)));
    expect(cards.filter((card) => card !== null)).toHaveLength(1);
    expect(await shownTo()).toHaveLength(1);
  });

  it("comes again after a week at the earliest, and within the days of the spread", async () => {
    await takeSurprise(her, taking);
    const due = (await scheduleOf())?.dueAt?.getTime() ?? 0;
    const days = (due - her.now.getTime()) / (DAY * 1000);
    expect(days).toBeGreaterThanOrEqual(DAYS_BETWEEN);
    expect(days).toBeLessThanOrEqual(DAYS_BETWEEN + SPREAD_DAYS);
    expect(await takeSurprise(later(her, (DAYS_BETWEEN - 1) * DAY), taking)).toBeNull();
    const after = later(her, (DAYS_BETWEEN + SPREAD_DAYS) * DAY);
    expect(await isDue(after)).toBe(true);
    expect(await takeSurprise(after, taking)).not.toBeNull();
    expect((await shownTo()).map(({ number }) => number).sort()).toEqual([1, 2]);
  });

  it("left unanswered is no refusal, and the same one comes again", async () => {
    await takeSurprise(her, taking);
    await takeSurprise(later(her, 20 * DAY), taking);
    const rows = await shownTo();
    expect(rows.map(({ outcome }) => outcome)).toEqual([null, null]);
    expect(new Set(rows.map(({ scenario }) => scenario)).size).toBe(1);
  });

  it("does not come in the first lesson, nor on the days after it", async () => {
    const beginner = await makeLearner(database, house);
    const ctx = later(contextOf(database, beginner.actor), 30 * DAY);
    expect(await isDue(ctx)).toBe(false);
    expect(await takeSurprise(ctx, taking)).toBeNull();
    expect(await takeSurprise(later(her, -2 * DAY), taking)).toBeNull();
    await database
      .update(activityProgress)
      .set({ completedAt: null })
      .where(and(eq(activityProgress.personId, personId), like(activityProgress.activityId, "%/check")));
    expect(await isDue(her)).toBe(false);
    expect(await takeSurprise(her, taking)).toBeNull();
    expect(await shownTo()).toEqual([]);
  });

  it("of a lesson that is not there: NOT_FOUND", async () => {
    expect(await refusalOf(() => takeSurprise(her, { ...taking, lesson: "no-such" }))).toBe("NOT_FOUND");
  });

  it.each([
    ["trainer", "FORBIDDEN"],
    ["outsider", "FORBIDDEN"],
    ["admin", "FORBIDDEN"],
    ["anonymous", "UNAUTHENTICATED"],
  ] as const)("for the %s: %s", async (who, code) => {
    const ctx = contextOf(database, house.actors[who]);
    expect(await refusalOf(() => takeSurprise(ctx, taking))).toBe(code);
    expect(await refusalOf(() => switchOwnSurprises(ctx, { course: COURSE, stopped: true }))).toBe(code);
  });

  it("a course page tells a visitor nothing of it", async () => {
    expect((await getCourseState(contextOf(database, ANYBODY), { course: COURSE })).learner).toBeNull();
  });

  it("is answered by nobody but her", async () => {
    const input = { personId, attemptId: crypto.randomUUID(), outcome: "refused" as const };
    expect(await refusalOf(() => noteSurpriseAnswer(trainer, input))).toBe("NOT_FOUND");
  });
});

describe("stopping surprises", () => {
  const audits = () =>
    database
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, `person:${personId}`));

  it("by the learner: none comes until she lets them come again; twice is once", async () => {
    const off = { course: COURSE, stopped: true };
    await switchOwnSurprises(her, off);
    await switchOwnSurprises(her, off);
    expect(await isDue(her)).toBe(false);
    expect(await takeSurprise(her, taking)).toBeNull();
    expect(await listOwnSurpriseSwitches(her)).toEqual([
      { course: COURSE, stoppedByLearner: true, stoppedByTrainer: false },
    ]);
    await switchOwnSurprises(her, { ...off, stopped: false });
    expect(await takeSurprise(her, taking)).not.toBeNull();
    expect((await audits()).map(({ action }) => action).sort()).toEqual([
      "surprises.resumed",
      "surprises.stopped",
    ]);
  });

  it("by the trainer: audited, and what the learner chose herself stays", async () => {
    await switchLearnerSurprises(trainer, { ...member(), stopped: true });
    expect(await takeSurprise(her, taking)).toBeNull();
    expect(await audits()).toMatchObject([
      {
        action: "surprises.stopped",
        actor: `person:${house.people.trainer}`,
        organisationId: house.organisationId,
        detail: { course: COURSE, by: "trainer" },
      },
    ]);
    await switchOwnSurprises(her, { course: COURSE, stopped: true });
    await switchLearnerSurprises(trainer, { ...member(), stopped: false });
    expect(await takeSurprise(her, taking)).toBeNull();
    await switchOwnSurprises(her, { course: COURSE, stopped: false });
    expect(await takeSurprise(her, taking)).not.toBeNull();
  });

  it("does not shorten the week", async () => {
    await takeSurprise(her, taking);
    const due = (await scheduleOf())?.dueAt;
    await switchOwnSurprises(her, { course: COURSE, stopped: true });
    await switchOwnSurprises(her, { course: COURSE, stopped: false });
    expect((await scheduleOf())?.dueAt).toEqual(due);
    expect(await takeSurprise(later(her, DAY), taking)).toBeNull();
  });

  it.each([
    ["learner", "FORBIDDEN"],
    ["colleague", "FORBIDDEN"],
    ["coordinator", "FORBIDDEN"],
    ["outsider", "NOT_FOUND"],
    ["admin", "NOT_FOUND"],
    ["anonymous", "UNAUTHENTICATED"],
  ] as const)("for somebody else by the %s: %s, and nothing changes", async (who, code) => {
    const ctx = contextOf(database, house.actors[who]);
    expect(await refusalOf(() => switchLearnerSurprises(ctx, { ...member(), stopped: true }))).toBe(code);
    expect(await scheduleOf()).toBeUndefined();
  });

  it("of somebody who is not in the group: NOT_FOUND", async () => {
    const stranger = { cohortId: house.cohortId, personId: house.people.outsider, stopped: true };
    expect(await refusalOf(() => switchLearnerSurprises(trainer, stranger))).toBe("NOT_FOUND");
  });

  it("who takes no course has no switch", async () => {
    expect(await listOwnSurpriseSwitches(trainer)).toEqual([]);
  });
});
