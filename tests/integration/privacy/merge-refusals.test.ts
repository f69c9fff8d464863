import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { learnerEvents } from "@/db/schema/learning";
import { evidence } from "@/db/schema/passport";
import type { ServiceContext } from "@/server/kernel/context";
import { endMembership } from "@/server/organisations/cohorts/writes";
import { findDoubles, getMergePreview, listMergeCandidates } from "@/server/privacy/merging/reads";
import { mergePersons } from "@/server/privacy/merging/writes";
import { database } from "../../support/database";
import { dumpAll, MERGE_DAY, makeDoubles } from "../../support/doubles";
import {
  actorOf,
  contextOf,
  giveRole,
  type House,
  join,
  makeHouse,
  makePerson,
  refusalOf,
} from "../../support/factories";
import { makeLearner, publishContent } from "../../support/lessons";

let house: House;
let trainer: ServiceContext;
let admin: ServiceContext;
let keepId: string;
let removeId: string;

beforeAll(() => publishContent(database));
beforeEach(async () => {
  house = await makeHouse(database);
  keepId = (await makeLearner(database, house, { firstName: "Monique", familyName: "Dubois" })).personId;
  removeId = (await makeLearner(database, house, { firstName: "Monique", familyName: "D." })).personId;
  trainer = contextOf(database, house.actors.trainer, { now: MERGE_DAY });
  admin = contextOf(database, house.actors.admin, { now: MERGE_DAY });
});

const mergeBy = (ctx: ServiceContext) => () => mergePersons(ctx, { keepId, removeId });

describe("to make one of two is refused", () => {
  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "NOT_FOUND"],
    ["colleague", "NOT_FOUND"],
    ["outsider", "NOT_FOUND"],
    ["coordinator", "NOT_FOUND"],
  ] as const)("to %s: %s, and nothing is shown either", async (who, code) => {
    const ctx = contextOf(database, house.actors[who]);
    const before = await dumpAll(database);
    expect(await refusalOf(mergeBy(ctx))).toBe(code);
    expect(await refusalOf(() => getMergePreview(ctx, { personIds: [keepId, removeId] }))).toBe(code);
    expect(await refusalOf(() => listMergeCandidates(ctx, { personId: keepId }))).toBe(code);
    expect(await refusalOf(() => findDoubles(ctx, { personId: keepId, search: "Monique" }))).toBe(code);
    expect(await dumpAll(database)).toEqual(before);
  });

  it("to herself", async () => {
    const her = contextOf(database, await actorOf(database, keepId));
    expect(await refusalOf(mergeBy(her))).toBe("NOT_FOUND");
  });

  it("to a trainer of one of the two only, also when the other has left", async () => {
    await endMembership(trainer, { cohortId: house.cohortId, personId: removeId });
    expect(await refusalOf(mergeBy(trainer))).toBe("NOT_FOUND");
    expect((await mergePersons(admin, { keepId, removeId })).outcome).toBe("merged");
  });

  it("for one person twice", async () => {
    const twice = () => mergePersons(trainer, { keepId, removeId: keepId });
    expect(await refusalOf(twice)).toEqual({ code: "INVALID", reason: "merge-same" });
    expect(await refusalOf(() => getMergePreview(trainer, { personIds: [keepId, keepId] }))).toEqual({
      code: "INVALID",
      reason: "merge-same",
    });
  });

  it("for who is not there or was erased", async () => {
    const nobody = { keepId, removeId: crypto.randomUUID() };
    expect(await refusalOf(() => mergePersons(trainer, nobody))).toBe("NOT_FOUND");
    expect(await refusalOf(() => mergePersons(admin, nobody))).toBe("NOT_FOUND");
  });

  it.each(["trainer", "admin"] as const)("for staff, even to the %s", async (who) => {
    const staff = { code: "CONFLICT", reason: "merge-staff" };
    const ctx = contextOf(database, house.actors[who]);
    await giveRole(database, removeId, "trainer", house.organisationId);
    expect(await refusalOf(mergeBy(ctx))).toEqual(staff);
    expect(await refusalOf(() => mergePersons(ctx, { keepId: removeId, removeId: keepId }))).toEqual(staff);
    expect(await getMergePreview(ctx, { personIds: [keepId, removeId] })).toMatchObject({
      obstacle: "merge-staff",
    });
  });

  it("across organisations to a trainer, who learns nothing of the other one; not to an administrator", async () => {
    const { farId, elsewhereId } = house;
    await giveRole(database, removeId, "learner", elsewhereId);
    await join(database, {
      cohortId: farId,
      organisationId: elsewhereId,
      personId: removeId,
      role: "learner",
    });
    expect(await refusalOf(mergeBy(trainer))).toEqual({ code: "CONFLICT", reason: "merge-across" });
    const seen = await getMergePreview(trainer, { personIds: [keepId, removeId] });
    if (seen.outcome !== "preview") throw new Error("no preview");
    expect(seen.obstacle).toBe("merge-across");
    expect(seen.sides.map(({ groups }) => groups.length)).toEqual([1, 1]);
    expect((await mergePersons(admin, { keepId, removeId })).outcome).toBe("merged");
    const actor = await actorOf(database, keepId);
    if (actor.kind !== "person") throw new Error("nobody");
    expect(actor.memberships.map(({ cohortId }) => cohortId).sort()).toEqual([farId, house.cohortId].sort());
    expect(actor.roles.map(({ organisationId }) => organisationId).sort()).toEqual(
      [elsewhereId, house.organisationId].sort(),
    );
  });
});

describe("who may be meant twice", () => {
  it("names that are like hers are proposed, and any learner of one's own groups can be looked for", async () => {
    const stranger = await makePerson(database, { firstName: "Monique", familyName: "Dubois" });
    await giveRole(database, stranger, "learner", house.organisationId);
    const { alike, person } = await listMergeCandidates(trainer, { personId: keepId });
    expect(person).toMatchObject({ firstName: "Monique", familyName: "Dubois" });
    expect(alike).toMatchObject([{ personId: removeId, firstName: "Monique", familyName: "D." }]);
    const found = await findDoubles(trainer, { personId: keepId, search: "mon" });
    expect(found).toMatchObject({ learners: [{ personId: removeId }], hasMore: false });
    const other = await findDoubles(trainer, { personId: keepId, search: "Lucie" });
    expect(other.learners.map(({ personId }) => personId)).toEqual([house.people.learner]);
  });

  it("an administrator looks everywhere, and reads the organisation beside the group", async () => {
    // Everywhere is also where other tests of this database have their Moniques.
    const firstName = `Monique${randomBytes(6).toString("hex").replace(/\d/g, "x")}`;
    const one = await makeLearner(database, house, { firstName, familyName: "Dubois" });
    const other = await makeLearner(database, house, { firstName, familyName: "D." });
    const { learners } = await findDoubles(admin, { personId: one.personId, search: `${firstName} D` });
    const line = learners.find(({ personId }) => personId === other.personId);
    expect(line?.groups[0]).toMatch(/^Groupe .* – Organisation/);
    const { alike } = await listMergeCandidates(admin, { personId: one.personId });
    expect(alike.map(({ personId }) => personId)).toEqual([other.personId]);
  });
});

describe("what was written once stays, a merge included", () => {
  const allow = (from: string, into: string) =>
    sql`select set_config('digiskipass.merging', ${`${from} into ${into}`}, true)`;

  it.each([
    ["another line of it", () => sql`update evidence set note = 'x'`],
    ["its owner and more", (into: string) => sql`update evidence set person_id = ${into}::uuid, note = 'x'`],
    ["that it was", () => sql`delete from evidence`],
  ])("in a merge too, nobody changes %s", async (_what, change) => {
    const { keepId: into, removeId: from } = await makeDoubles(database, house);
    const lines = await database.select().from(evidence).where(eq(evidence.personId, from));
    const spoil = database.transaction(async (db) => {
      await db.execute(allow(from, into));
      await db.execute(sql`${change(into)} where person_id = ${from}::uuid`);
    });
    await expect(spoil).rejects.toMatchObject({ cause: { code: "23001" } });
    expect(await database.select().from(evidence).where(eq(evidence.personId, from))).toEqual(lines);
  });

  it("the permission is for these two, in this direction, in this transaction", async () => {
    const { keepId: into, removeId: from } = await makeDoubles(database, house);
    const give = (to: string, of: string) =>
      sql`update learner_events set person_id = ${to}::uuid where person_id = ${of}::uuid`;
    const attempt = (permission: ReturnType<typeof allow> | null, to: string, of: string) =>
      database.transaction(async (db) => {
        if (permission) await db.execute(permission);
        await db.execute(give(to, of));
      });
    const refused = { cause: { code: "23001", message: "learner_events is append-only" } };
    await expect(attempt(null, into, from)).rejects.toMatchObject(refused);
    await expect(attempt(allow(from, into), from, into)).rejects.toMatchObject(refused);
    await expect(attempt(allow(from, keepId), into, from)).rejects.toMatchObject(refused);
    await attempt(allow(from, into), into, from);
    await expect(attempt(null, from, into)).rejects.toMatchObject(refused);
    expect(await database.$count(learnerEvents, eq(learnerEvents.personId, from))).toBe(0);
  });
});
