import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attempts } from "@/db/schema/assessment";
import { contentVersions } from "@/db/schema/catalogue";
import { evidence } from "@/db/schema/passport";
import { answerTo } from "@/db/seed/answers";
import { drawOf } from "@/server/assessment/drawn/reads";
import { getPlacement, getPlacementOffer } from "@/server/assessment/placement/reads";
import { placementStep } from "@/server/assessment/placement/schema";
import { declinePlacement, takePlacementStep } from "@/server/assessment/placement/writes";
import { submitAnswer } from "@/server/assessment/writes";
import { getContentVersion } from "@/server/catalogue/reads";
import type { ServiceContext } from "@/server/kernel/context";
import { getHome } from "@/server/learning/reads";
import { rebuildReadModels } from "@/server/learning/writes";
import { exportPerson } from "@/server/privacy/writes";
import { database } from "../../support/database";
import { contextOf, type House, makeHouse, refusalOf, SYSTEM } from "../../support/factories";
import { COURSE, dumpReadModels, makeLearner, publishContent, readLesson } from "../../support/lessons";

const input = { course: COURSE, locale: "fr" } as const;
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

const rowOf = async (attemptId: string) => {
  const [row] = await database.select().from(attempts).where(eq(attempts.id, attemptId));
  if (!row) throw new Error("no attempt");
  return row;
};

/** Answers the question that waits, rightly or not. */
async function answer(ctx: ServiceContext, attemptId: string, right: boolean) {
  const asked = drawOf(await rowOf(attemptId)).questions.at(-1);
  if (!asked) throw new Error("nothing was asked");
  const quiz = await getContentVersion(ctx, { kind: "quiz", hash: asked.hash });
  const question = quiz.file.questions.find(({ id }) => id === asked.id);
  if (!question) throw new Error("no question");
  return submitAnswer(ctx, {
    id: randomUUID(),
    occurredAt: ctx.now.toISOString(),
    attemptId,
    questionId: asked.id,
    answer: answerTo(question, quiz.texts.fr[asked.id]?.accepted ?? [], right),
    locale: "fr",
  });
}

async function takeAll(ctx: ServiceContext, knows: (number: number) => boolean) {
  let step = await takePlacementStep(ctx, input);
  let asked = 0;
  while (step.question && asked < 20) {
    asked += 1;
    await answer(ctx, step.attemptId, knows(step.number));
    step = await takePlacementStep(ctx, input);
  }
  return { attemptId: step.attemptId, asked };
}

describe("a placement", () => {
  it("asks one question at a time without a key, the same one on another device, and says nothing about answers", async () => {
    expect(await getPlacementOffer(her, input)).toEqual({ state: "offered" });
    const first = await takePlacementStep(her, input);
    expect(placementStep.strict().parse(first)).toEqual(first);
    expect(JSON.stringify(first)).not.toMatch(/"key"|feedback|accepted|seed/);
    expect(await takePlacementStep(her, { ...input, locale: "en" })).toMatchObject({
      attemptId: first.attemptId,
      number: 1,
      question: { id: first.question?.id },
    });
    expect(await answer(her, first.attemptId, true)).toMatchObject({ verdict: null, result: null });
    expect(await answer(her, first.attemptId, false)).toMatchObject({ outcome: "already-answered" });
    expect(await takePlacementStep(her, input)).toMatchObject({ number: 2 });
    expect(await getPlacementOffer(her, input)).toEqual({ state: "open" });
  });

  it("is one, with one question, when two devices ask at once; and answering meanwhile holds nobody up", async () => {
    const both = await Promise.all([takePlacementStep(her, input), takePlacementStep(her, input)]);
    expect(new Set(both.map(({ attemptId, question }) => `${attemptId}/${question?.id}`)).size).toBe(1);
    const { attemptId } = both[0];
    await Promise.all([
      answer(her, attemptId, true),
      takePlacementStep(her, input),
      takePlacementStep(her, input),
    ]);
    expect(drawOf(await rowOf(attemptId)).questions.length).toBeLessThanOrEqual(2);
  });

  it("proposes what to skip, locks nothing and proves nothing", async () => {
    const { asked } = await takeAll(her, () => true);
    expect(asked).toBeLessThanOrEqual(10);
    const { state, result } = await getPlacement(her, input);
    expect(state).toBe("done");
    expect(result?.known.length).toBe(11);
    expect(result?.first).toMatchObject({ lesson: "refuse" });
    expect(await database.$count(evidence, eq(evidence.personId, personId))).toBe(0);
    expect((await getHome(her, { locale: "fr" })).lessons).toHaveLength(12);
    expect(await getPlacementOffer(her, input)).toEqual({ state: "done" });
  });

  it("asks who knows nothing four questions, and lets her begin at the beginning", async () => {
    const { asked } = await takeAll(her, () => false);
    expect(asked).toBe(4);
    expect((await getPlacement(her, input)).result).toMatchObject({
      known: [],
      first: { lesson: "activate-with-bank-app" },
    });
  });

  it("may be declined at any moment, twice is once, and is not offered again", async () => {
    const { attemptId } = await takePlacementStep(her, input);
    expect(await declinePlacement(her, input)).toEqual({ outcome: "done" });
    expect(await declinePlacement(her, input)).toEqual({ outcome: "done" });
    expect(await rowOf(attemptId)).toMatchObject({ status: "completed", score: null });
    expect(await takePlacementStep(her, input)).toMatchObject({ question: null });
    const other = contextOf(database, (await makeLearner(database, house)).actor);
    await declinePlacement(other, input);
    expect(await getPlacementOffer(other, input)).toEqual({ state: "done" });
  });

  it("is not for who has begun, for staff, or for anybody else's answers", async () => {
    const { attemptId } = await takePlacementStep(her, input);
    const outsider = contextOf(database, house.actors.outsider);
    expect(await refusalOf(() => answer(outsider, attemptId, true))).toBe("NOT_FOUND");
    expect(await refusalOf(() => takePlacementStep(outsider, input))).toBe("FORBIDDEN");
    const other = contextOf(database, (await makeLearner(database, house)).actor);
    await readLesson(other);
    expect(await refusalOf(() => takePlacementStep(other, input))).toMatchObject({ code: "CONFLICT" });
  });

  it("keeps asking what it asked when the content changes, and goes with her data", async () => {
    const { attemptId, question } = await takePlacementStep(her, input);
    const row = await rowOf(attemptId);
    const drawn = drawOf(row);
    const [kept] = await database
      .select()
      .from(contentVersions)
      .where(eq(contentVersions.hash, drawn.questions[0]?.hash ?? ""));
    if (!kept) throw new Error("no version");
    const hash = (randomUUID() + randomUUID()).replaceAll("-", "");
    await database.insert(contentVersions).values({ ...kept, hash });
    const changed = { ...drawn, questions: drawn.questions.map((one) => ({ ...one, hash })) };
    await database.update(attempts).set({ drawn: changed }).where(eq(attempts.id, attemptId));
    expect((await takePlacementStep(her, input)).question).toEqual(question);
    await answer(her, attemptId, true);
    const before = await dumpReadModels(database);
    await rebuildReadModels(contextOf(database, SYSTEM));
    expect(await dumpReadModels(database)).toEqual(before);
    const all = await exportPerson(her, { personId });
    expect(all.assessment).toMatchObject({ attempts: [{ kind: "placement" }], answers: [{}] });
  });
});
