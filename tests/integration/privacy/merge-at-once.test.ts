import { asc, eq, inArray, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { persons } from "@/db/schema/identity";
import { learnerEvents } from "@/db/schema/learning";
import type { ServiceContext } from "@/server/kernel/context";
import { DomainError } from "@/server/kernel/errors";
import { readStep, rebuildReadModels } from "@/server/learning/writes";
import { mergePersons } from "@/server/privacy/merging/writes";
import { erasePerson } from "@/server/privacy/writes";
import { createCallerFactory } from "@/server/trpc/procedures";
import { appRouter } from "@/server/trpc/root";
import { database } from "../../support/database";
import { dumpAll, MERGE_DAY, makeDoubles } from "../../support/doubles";
import { actorOf, contextOf, type House, makeHouse, refusalOf, SYSTEM } from "../../support/factories";
import { dumpReadModels, later, makeLearner, publishContent, reading, stepIds } from "../../support/lessons";

let house: House;
let trainer: ServiceContext;
let admin: ServiceContext;

beforeAll(() => publishContent(database));
beforeEach(async () => {
  house = await makeHouse(database);
  trainer = contextOf(database, house.actors.trainer, { now: MERGE_DAY });
  admin = contextOf(database, house.actors.admin, { now: MERGE_DAY });
});

/** A merge as a value: its outcome, or why not. */
const tryMerge = async (ctx: ServiceContext, keepId: string, removeId: string) => {
  try {
    return (await mergePersons(ctx, { keepId, removeId })).outcome;
  } catch (fault) {
    if (fault instanceof DomainError) return fault.detail.reason ?? fault.code;
    throw fault;
  }
};

describe("a merge that fails half-way", () => {
  it.each([
    "cohort_memberships",
    "evidence",
    "learner_events",
    "activity_progress",
    "surprises",
    "surprise_schedules",
    "attempts",
    "simulation_attempts",
    "certificates",
    "access_cards",
    "sessions",
    "persons",
    "audit_entries",
  ])("at %s changes nothing", async (table) => {
    const { keepId, removeId } = await makeDoubles(database, house);
    const name = sql.identifier(table);
    await database.execute(sql`create or replace function fail_here() returns trigger language plpgsql
      as $$ begin raise exception 'the light went out'; end $$`);
    await database.execute(sql`create trigger fail_here before insert or update on ${name}
      for each row execute function fail_here()`);
    const before = await dumpAll(database);
    await expect(mergePersons(trainer, { keepId, removeId })).rejects.toThrow();
    expect(await dumpAll(database)).toEqual(before);
    await database.execute(sql`drop trigger fail_here on ${name}`);
    expect(await tryMerge(trainer, keepId, removeId)).toBe("merged");
  });

  it("because a table was forgotten changes nothing either", async () => {
    const { keepId, removeId } = await makeDoubles(database, house);
    await database.execute(
      sql`create table forgotten (id uuid primary key, whose uuid references persons(id))`,
    );
    await database.execute(sql`insert into forgotten values (gen_random_uuid(), ${removeId}::uuid)`);
    const before = await dumpAll(database);
    await expect(mergePersons(trainer, { keepId, removeId })).rejects.toThrow("forgotten.whose");
    expect(await dumpAll(database)).toEqual(before);
    await database.execute(sql`drop table forgotten`);
  });
});

describe("at once", () => {
  it("two who say the same: one merge, and the other is told that it is done", async () => {
    const { keepId, removeId } = await makeDoubles(database, house);
    const outcomes = await Promise.all([
      tryMerge(trainer, keepId, removeId),
      tryMerge(admin, keepId, removeId),
    ]);
    expect(outcomes.sort()).toEqual(["already-merged", "merged"]);
    const lines = await database
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, `person:${removeId}`));
    expect(lines.filter(({ action }) => action === "person.merged")).toHaveLength(1);
  });

  it("two who say the opposite: the first one wins, and she is one person", async () => {
    const { keepId, removeId } = await makeDoubles(database, house);
    const outcomes = await Promise.all([
      tryMerge(trainer, keepId, removeId),
      tryMerge(admin, removeId, keepId),
    ]);
    expect(outcomes.sort()).toEqual(["already-merged", "merged"]);
    const rows = await database
      .select()
      .from(persons)
      .where(inArray(persons.id, [keepId, removeId]));
    expect(rows.filter(({ mergedIntoId }) => mergedIntoId === null)).toHaveLength(1);
  });

  it("one into two others: one of them, and the other is told that something changed", async () => {
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => makeLearner(database, house)));
    if (!a || !b || !c) throw new Error("three");
    const outcomes = await Promise.all([
      tryMerge(trainer, b.personId, a.personId),
      tryMerge(admin, c.personId, a.personId),
    ]);
    expect(outcomes.sort()).toEqual(["merge-moved", "merged"]);
  });

  it("in a ring: nobody disappears", async () => {
    const ring = await Promise.all([1, 2, 3].map(() => makeLearner(database, house)));
    const ids = ring.map(({ personId }) => personId);
    const outcomes = await Promise.all(
      ids.map((id, index) => tryMerge(admin, id, ids[(index + 1) % 3] ?? "")),
    );
    expect(outcomes.filter((outcome) => outcome === "merged").length).toBeGreaterThan(0);
    const rows = await database.select().from(persons).where(inArray(persons.id, ids));
    const standing = rows.filter(({ mergedIntoId }) => mergedIntoId === null).map(({ id }) => id);
    expect(standing.length).toBe(3 - outcomes.filter((outcome) => outcome === "merged").length);
    for (const { mergedIntoId } of rows) if (mergedIntoId) expect(standing).toContain(mergedIntoId);
  });

  it("with an erasure: either she is gone, or she is one", async () => {
    const { keepId, removeId } = await makeDoubles(database, house);
    const [merged, erased] = await Promise.all([
      tryMerge(admin, keepId, removeId),
      refusalOf(() => erasePerson(admin, { personId: removeId })),
    ]);
    expect([
      ["merged", { code: "CONFLICT", reason: "merged-person" }],
      ["NOT_FOUND", "done"],
    ]).toContainEqual([merged, erased]);
  });

  it("with a learner at work under both entries: every step she reads is hers, and a rebuild agrees", async () => {
    const { keepId, removeId, again, her } = await makeDoubles(database, house);
    const createCaller = createCallerFactory(appRouter);
    const sent: string[] = [];
    // As the outbox does: what is not worth a try any more is dropped, what may be is sent again by who she is now.
    const send = async (ctx: ServiceContext, index: number) => {
      const then = later(ctx, 6 * 86_400 + 7 * index);
      const step = reading(then, stepIds()[index % stepIds().length] ?? "");
      sent.push(step.id);
      try {
        await createCaller(then).learning.readStep(step);
      } catch (error) {
        expect(error).toMatchObject({ code: "SERVICE_UNAVAILABLE" });
        await readStep({ ...then, actor: await actorOf(database, keepId) }, step);
      }
    };
    const work = Array.from({ length: 24 }, (_, index) => send(index % 2 ? again : her, index));
    const [outcome] = await Promise.all([tryMerge(trainer, keepId, removeId), ...work]);
    expect(outcome).toBe("merged");
    const kept = await database
      .select({ id: learnerEvents.id, personId: learnerEvents.personId })
      .from(learnerEvents)
      .where(inArray(learnerEvents.id, sent))
      .orderBy(asc(learnerEvents.id));
    expect(kept).toEqual(sent.toSorted().map((id) => ({ id, personId: keepId })));
    const live = await dumpReadModels(database);
    await rebuildReadModels(contextOf(database, SYSTEM));
    expect(await dumpReadModels(database)).toEqual(live);
  });

  it("with who holds her rows for long: it says so and nothing happens; then it works", async () => {
    const { keepId, removeId } = await makeDoubles(database, house);
    const before = await dumpAll(database);
    await database.transaction(async (db) => {
      await db.execute(sql`select id from persons where id = ${removeId}::uuid for update`);
      expect(await tryMerge(trainer, keepId, removeId)).toBe("UNAVAILABLE");
    });
    expect(await dumpAll(database)).toEqual(before);
    expect(await tryMerge(trainer, keepId, removeId)).toBe("merged");
  });
});
