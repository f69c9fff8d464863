import { and, asc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { learnerEvents } from "@/db/schema/learning";
import { answerRefresher, takeRefresher } from "@/server/assessment/refreshers/writes";
import { courseLibraries } from "@/server/catalogue/library/reads";
import type { ServiceContext } from "@/server/kernel/context";
import { getHome } from "@/server/learning/reads";
import { firstRecall } from "@/server/learning/recall/rules";
import { isRefresherActivity } from "@/server/learning/refreshers/rules";
import { readStep } from "@/server/learning/writes";
import { openRefresher } from "@/server/simulation/refreshers/writes";
import { database } from "../../support/database";
import { contextOf, type House, makeHouse, refusalOf } from "../../support/factories";
import {
  COURSE,
  dumpReadModels,
  LESSON,
  later,
  makeLearner,
  publishContent,
  reading,
  readLesson,
  takeCheck,
} from "../../support/lessons";
import {
  answeringRefresher,
  lessonQuestion,
  makeReadyLearner,
  type ReadyLearner,
  taking,
} from "../../support/refreshers";

const DAY = 86_400;
let house: House;
let one: ReadyLearner;
let trainer: ServiceContext;

/** A lesson she has not begun. */
function otherLesson() {
  const found = [...(courseLibraries().get(COURSE)?.lessons.values() ?? [])].find(
    ({ body }) => body.file.id !== LESSON,
  );
  if (!found) throw new Error("one lesson only");
  return found;
}

beforeAll(async () => {
  house = await makeHouse(database);
  await publishContent(database);
  trainer = contextOf(database, house.actors.trainer);
});
/** Everything of the lesson was done on the day of the tests. */
beforeEach(async () => {
  one = await makeReadyLearner(database, house);
});

describe("what was learned comes back", () => {
  it("the day after, and not before; nothing before something was learned", async () => {
    const beginner = contextOf(database, (await makeLearner(database, house)).actor);
    await readLesson(beginner);
    expect(await one.state(later(beginner, 5 * DAY))).toMatchObject({ status: "nothing", nextOn: null });
    expect(await takeRefresher(later(beginner, 5 * DAY), taking)).toEqual({ kind: "none" });

    expect(await one.state(one.her)).toMatchObject({ status: "later", nextOn: "2026-11-23" });
    expect(await takeRefresher(one.her, taking)).toEqual({ kind: "none" });
    expect((await one.recalls()).map(({ dueOn }) => dueOn)).toContain("2026-11-23");
    const home = await getHome(one.inDays(1), { locale: "fr" });
    expect(home.refresher).toEqual({ status: "due", nextOn: "2026-11-23" });
    expect((await takeRefresher(one.inDays(1), taking)).kind).toBe("question");
  });

  it("on the days the schedule says, sooner when it was not right yet", async () => {
    expect(await one.answerOn(1)).toMatchObject({ outcome: "recorded", verdict: { correct: true } });
    const [first] = await one.opened();
    const asked = lessonQuestion(first?.item ?? "").competences;
    const of = async () => (await one.recalls()).filter(({ competence }) => asked.includes(competence));
    expect((await of()).map(({ dueOn }) => dueOn)).toEqual(asked.map(() => "2026-11-26"));
    const others = (await one.recalls()).filter(({ competence }) => !asked.includes(competence));
    expect(others.every(({ reviews }) => reviews === 1)).toBe(true);
  });

  it("a wrong answer comes back the next day, with kind words and the right answer", async () => {
    const given = await one.answerOn(1, false);
    expect(given.verdict).toMatchObject({ correct: false });
    const [row] = await one.opened();
    expect(row).toMatchObject({ day: "2026-11-23", score: expect.any(Number) });
    const recall = (await one.recalls()).find(({ competence }) => competence === row?.competence);
    expect(recall).toMatchObject({ dueOn: "2026-11-24", reviewedOn: "2026-11-23", reviews: 2 });
    expect(await one.proofs()).toEqual([]);
  });

  it("one a day at most, and never in the middle of a lesson", async () => {
    await one.answerOn(1);
    expect(await one.state(one.inDays(1))).toMatchObject({ status: "done", nextOn: expect.any(String) });
    const again = await takeRefresher(later(one.inDays(1), 3600), taking);
    expect(again).toMatchObject({ kind: "question", given: { verdict: { correct: true } } });
    expect(await one.opened()).toHaveLength(1);

    const then = one.inDays(10);
    const { id: stepId = "" } = otherLesson().body.file.steps[0] ?? {};
    await readStep(
      then,
      reading(then, stepId, { lesson: otherLesson().body.file.id, contentHash: otherLesson().hash }),
    );
    expect(await one.state(one.inDays(10))).toMatchObject({ status: "lesson" });
    expect(await takeRefresher(one.inDays(10), taking)).toEqual({ kind: "none" });
    expect(await one.state(one.inDays(11))).toMatchObject({ status: "due" });
  });

  it("practising a lesson again counts for what is due, and only for that", async () => {
    await takeCheck(one.inDays(0.5));
    const [early] = await one.recalls();
    expect(early).toMatchObject(firstRecall(early?.competence ?? "", "2026-11-22"));
    await takeCheck(one.inDays(5));
    const recalls = await one.recalls();
    expect(recalls.every(({ reviews, reviewedOn }) => reviews === 2 && reviewedOn === "2026-11-27")).toBe(
      true,
    );
    expect(await one.state(one.inDays(5))).toMatchObject({ status: "later" });
  });
});

describe("the answer", () => {
  it("is an event of its own, and no place in the course", async () => {
    await one.answerOn(1);
    const [row] = await one.opened();
    const events = await database
      .select()
      .from(learnerEvents)
      .where(and(eq(learnerEvents.personId, one.personId), eq(learnerEvents.attemptId, row?.id ?? "")))
      .orderBy(asc(learnerEvents.seq));
    expect(events.map(({ kind, seq }) => [kind, seq])).toEqual([
      ["attempt-opened", 0],
      ["answer-given", 1],
    ]);
    const { progress } = await dumpReadModels(database);
    expect(progress.some(({ activityId }) => isRefresherActivity(activityId))).toBe(false);
  });

  it("counts once: repeated, from two tabs, from two devices, whatever they say", async () => {
    const ctx = one.inDays(1);
    const [first, other] = await Promise.all([one.takeQuestion(ctx), one.takeQuestion(ctx)]);
    expect(other.refresherId).toBe(first.refresherId);
    const right = answeringRefresher(ctx, first.refresherId, first.question.id);
    const wrong = answeringRefresher(ctx, first.refresherId, first.question.id, false);
    const answers = await Promise.all([
      answerRefresher(ctx, right),
      answerRefresher(ctx, wrong),
      answerRefresher(ctx, right),
      answerRefresher(later(ctx, 1), answeringRefresher(ctx, first.refresherId, first.question.id)),
    ]);
    expect(answers.filter(({ outcome }) => outcome === "recorded")).toHaveLength(1);
    expect(new Set(answers.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
    expect(await one.opened()).toHaveLength(1);
    const { answer, score } = (await one.opened())[0] ?? {};
    await answerRefresher(one.inDays(9), wrong);
    expect((await one.opened())[0]).toMatchObject({ answer, score });
  });

  it("that arrives days later counts for the day it was given", async () => {
    const given = one.inDays(1);
    const { refresherId, question } = await one.takeQuestion(given);
    const input = answeringRefresher(given, refresherId, question.id);
    // Meanwhile another day's refresher was opened elsewhere.
    await takeRefresher(one.inDays(2), taking);
    await answerRefresher(one.inDays(3), input);
    const tested = lessonQuestion(question.id).competences;
    for (const recall of (await one.recalls()).filter(({ competence }) => tested.includes(competence))) {
      expect(recall).toMatchObject({ reviewedOn: "2026-11-23", dueOn: "2026-11-26" });
    }
  });

  it("with an id that names another event is refused, and nothing is kept", async () => {
    const ctx = one.inDays(1);
    const { refresherId, question } = await one.takeQuestion(ctx);
    const [event] = await database
      .select()
      .from(learnerEvents)
      .where(eq(learnerEvents.personId, one.personId))
      .limit(1);
    const forged = { ...answeringRefresher(ctx, refresherId, question.id), id: event?.id ?? "" };
    expect(await refusalOf(() => answerRefresher(ctx, forged))).toBe("CONFLICT");
    expect((await one.opened())[0]?.answeredAt).toBeNull();
    expect(await answerRefresher(ctx, answeringRefresher(ctx, refresherId, question.id))).toMatchObject({
      outcome: "recorded",
    });
  });

  it("is nobody else's: NOT_FOUND for every other, and for what is no question", async () => {
    const ctx = one.inDays(1);
    const { refresherId, question } = await one.takeQuestion(ctx);
    const neighbour = contextOf(database, (await makeLearner(database, house)).actor);
    for (const other of [neighbour, trainer, contextOf(database, house.actors.outsider)]) {
      expect(
        await refusalOf(() => answerRefresher(other, answeringRefresher(ctx, refresherId, question.id))),
      ).toBe("NOT_FOUND");
      expect(await refusalOf(() => openRefresher(other, { refresherId, locale: "fr" }))).toBe("NOT_FOUND");
    }
    expect(await refusalOf(() => openRefresher(ctx, { refresherId, locale: "fr" }))).toBe("NOT_FOUND");
    expect(await refusalOf(() => takeRefresher(trainer, taking))).toBe("FORBIDDEN");
  });
});
