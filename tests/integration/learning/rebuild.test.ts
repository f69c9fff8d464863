import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { answers, attempts } from "@/db/schema/assessment";
import { auditEntries } from "@/db/schema/audit";
import { contentVersions } from "@/db/schema/catalogue";
import { activityProgress, learnerEvents, timeLedger } from "@/db/schema/learning";
import { evidence } from "@/db/schema/passport";
import { judge, scoreOf } from "@/server/assessment/rules";
import { openAttempt, submitAnswer } from "@/server/assessment/writes";
import type { QuizBody } from "@/server/catalogue/library/schema";
import type { Answer } from "@/server/catalogue/question/schema";
import { withTransaction } from "@/server/kernel/context";
import { activeSecondsBetween, foldProgress } from "@/server/learning/rules";
import type { Progress } from "@/server/learning/schema";
import { readStep, rebuildReadModels } from "@/server/learning/writes";
import { database } from "../../support/database";
import { contextOf, type House, makeHouse, refusalOf, SYSTEM } from "../../support/factories";
import {
  answering,
  COURSE,
  dumpReadModels,
  later,
  makeLearner,
  opening,
  playThrough,
  publishContent,
  quizNow,
  reading as readingOf,
  readLesson,
  rightAnswer,
  stepIds,
  takeCheck,
  wrongAnswer,
} from "../../support/lessons";
import { seeded } from "../../support/seeded";

let house: House;
const system = contextOf(database, SYSTEM);

/** A week of several learners: reading, checks, runs, two tabs, wrong clocks. */
beforeAll(async () => {
  house = await makeHouse(database);
  await publishContent(database);
  const random = seeded(2026);
  const learners = await Promise.all(Array.from({ length: 4 }, () => makeLearner(database, house)));
  await Promise.all(
    learners.map(async ({ actor }, index) => {
      const her = contextOf(database, actor);
      await readLesson(her);
      if (index > 0) await playThrough(later(her, 900), "guided", [{ type: "hint" }]);
      if (index > 1) await takeCheck(later(her, 2000), index);
      if (index > 2) {
        await playThrough(later(her, 86_400));
        await takeCheck(later(her, 90_000));
      }
      const tabs = Array.from({ length: 12 }, () => {
        const then = later(her, 200_000 + Math.floor(random() * 1500));
        const claimed = later(then, Math.floor(random() * 4000) - 3000).now.toISOString();
        const stepId = stepIds()[Math.floor(random() * stepIds().length)] ?? "";
        return readStep(then, readingOf(then, stepId, { occurredAt: claimed }));
      });
      await Promise.all(tabs);
      const open = later(her, 300_000);
      const { attemptId } = await openAttempt(open, opening);
      await Promise.all(
        quizNow()
          .body.file.questions.slice(0, 5)
          .map((question, number) => {
            const then = later(open, 20 * number);
            const answer = number % 2 ? wrongAnswer(question) : rightAnswer(question);
            return submitAnswer(then, answering(then, attemptId, question.id, answer));
          }),
      );
    }),
  );
});

describe("rebuilding the read models from the log", () => {
  it("comes to the same, to the last field, however often", async () => {
    const before = await dumpReadModels(database);
    expect(before.progress.length).toBeGreaterThan(8);
    expect(before.time.some((row) => row.activeSeconds > 0)).toBe(true);
    const count = await rebuildReadModels(system);
    expect(count).toBe(await database.$count(learnerEvents));
    expect(await dumpReadModels(database)).toEqual(before);
    await rebuildReadModels(system);
    expect(await dumpReadModels(database)).toEqual(before);
  });

  it("mends read models that were lost or spoilt, and says so in the audit", async () => {
    const before = await dumpReadModels(database);
    await database.execute(sql`update activity_progress set step_number = 99, best_score = null`);
    await database.execute(sql`delete from time_ledger`);
    await rebuildReadModels(system);
    expect(await dumpReadModels(database)).toEqual(before);
    const lines = await database
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "learning.rebuilt"));
    expect(lines.length).toBeGreaterThan(0);
  });

  it("while learners are at work loses nothing and counts nothing twice", async () => {
    const working = await Promise.all(Array.from({ length: 3 }, () => makeLearner(database, house)));
    await Promise.all([
      ...working.map(({ actor }) => readLesson(contextOf(database, actor))),
      rebuildReadModels(system),
      ...working.map(({ actor }) => takeCheck(later(contextOf(database, actor), 1000), 2)),
      rebuildReadModels(system),
    ]);
    const live = await dumpReadModels(database);
    await rebuildReadModels(system);
    expect(await dumpReadModels(database)).toEqual(live);
  });

  it("makes learners wait, so that nothing is folded onto what it replaces", async () => {
    const { actor, personId } = await makeLearner(database, house);
    const her = contextOf(database, actor);
    await readLesson(her);
    const mine = eq(activityProgress.personId, personId);
    await database.update(activityProgress).set({ doneSteps: [], completedAt: null }).where(mine);
    const then = later(her, 500);
    let reading: Promise<unknown> | undefined;
    await withTransaction(system, async (inside) => {
      await rebuildReadModels(inside);
      reading = readStep(then, readingOf(then, stepIds()[0] ?? ""));
      expect(await Promise.race([reading, sleep(300, "waiting")])).toBe("waiting");
    });
    expect(await reading).toEqual({ outcome: "recorded" });
    const [row] = await database.select().from(activityProgress).where(mine);
    expect(row?.doneSteps).toHaveLength(stepIds().length);
    expect(row?.completedAt).not.toBeNull();
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["trainer", "FORBIDDEN"],
    ["coordinator", "FORBIDDEN"],
  ] as const)("%s: %s", async (who, code) => {
    expect(await refusalOf(() => rebuildReadModels(contextOf(database, house.actors[who])))).toBe(code);
  });
});

describe("the log is enough to know everything", () => {
  it("time: the ledger is the sum over the log, by the one rule", async () => {
    const log = await database.select().from(learnerEvents).orderBy(learnerEvents.position);
    const sums = new Map<string, { seconds: number; last: Date }>();
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Brussels" });
    for (const event of log) {
      const key = `${event.personId}/${event.course}/${day.format(event.occurredAt)}`;
      const known = sums.get(key) ?? { seconds: 0, last: event.occurredAt };
      known.seconds += activeSecondsBetween(known.last, event.occurredAt);
      if (event.occurredAt > known.last) known.last = event.occurredAt;
      sums.set(key, known);
    }
    const ledger = await database.select().from(timeLedger);
    expect(
      new Map(ledger.map((row) => [`${row.personId}/${row.course}/${row.day}`, row.activeSeconds])),
    ).toEqual(new Map([...sums].map(([key, { seconds }]) => [key, seconds])));
  });

  it("places: folding the log by the pure rule gives the stored rows", async () => {
    const log = await database.select().from(learnerEvents).orderBy(learnerEvents.position);
    const places = new Map<string, Progress>();
    for (const event of log) {
      const key = `${event.personId}/${event.activityId}`;
      const { effect } = event.payload as { effect: Parameters<typeof foldProgress>[1]["effect"] };
      places.set(key, foldProgress(places.get(key) ?? null, { ...event, effect }));
    }
    const { progress } = await dumpReadModels(database);
    for (const { personId, organisationId, course, ...place } of progress) {
      expect(place).toEqual(places.get(`${personId}/${place.activityId}`));
      expect([organisationId, course]).toEqual([house.organisationId, COURSE]);
    }
    expect(progress).toHaveLength(places.size);
  });

  it("answers: grading them again, from the log, gives what is stored", async () => {
    const rows = await database
      .select()
      .from(answers)
      .innerJoin(attempts, eq(attempts.id, answers.attemptId))
      .innerJoin(contentVersions, eq(contentVersions.hash, attempts.contentHash))
      .innerJoin(learnerEvents, eq(learnerEvents.id, answers.eventId));
    expect(rows.length).toBeGreaterThan(20);
    const credits = new Map<string, number[]>();
    for (const row of rows) {
      const { file, texts } = row.content_versions.body as QuizBody;
      const question = file.questions.find(({ id }) => id === row.answers.questionId);
      const text = texts.fr[row.answers.questionId];
      if (!question || !text) throw new Error(`no question ${row.answers.questionId}`);
      const { action, effect } = row.learner_events.payload as {
        action: { questionId: string; answer: Answer };
        effect: { wrong: number };
      };
      expect(action).toEqual({ questionId: row.answers.questionId, answer: row.answers.answer });
      const again = judge(question, text, action.answer);
      expect([again.correct, effect.wrong]).toEqual([row.answers.correct, 0]);
      expect(again.credit).toBeCloseTo(row.answers.credit, 6);
      const { id } = row.attempts;
      credits.set(id, [...(credits.get(id) ?? []), again.credit]);
    }
    const done = await database.select().from(attempts).where(eq(attempts.status, "completed"));
    for (const attempt of done) {
      expect(scoreOf(credits.get(attempt.id) ?? [], quizNow().body.file.questions.length)).toBe(
        attempt.score,
      );
    }
  });
});

describe("what was written once stays", () => {
  it.each([
    ["learner_events", "occurred_at = occurred_at"],
    ["content_versions", "item_id = 'x'"],
    ["evidence", "assistance = 'alone'"],
    ["audit_entries", "action = 'x'"],
  ])("%s refuses to be changed or emptied", async (table, change) => {
    const name = sql.identifier(table);
    const before = await database.execute(sql`select count(*)::int as count from ${name}`);
    expect(before[0]?.count).toBeGreaterThan(0);
    for (const statement of [sql`update ${name} set ${sql.raw(change)}`, sql`delete from ${name}`]) {
      await expect(database.execute(statement)).rejects.toMatchObject({
        cause: { code: "23001", message: `${table} is append-only` },
      });
    }
    expect(await database.execute(sql`select count(*)::int as count from ${name}`)).toEqual(before);
  });

  it("the permission to erase ends with the transaction that asked for it", async () => {
    await database.transaction((db) => db.execute(sql`select set_config('digiskipass.erasing', 'on', true)`));
    await expect(database.delete(evidence)).rejects.toThrow();
  });

  it("a place in an attempt is taken once", async () => {
    const [event] = await database.select().from(learnerEvents).where(sql`seq = 1`).limit(1);
    if (!event) throw new Error("no event");
    const { position: _position, ...again } = event;
    await expect(
      database.insert(learnerEvents).values({ ...again, id: crypto.randomUUID() }),
    ).rejects.toMatchObject({ cause: { code: "23505" } });
  });
});
