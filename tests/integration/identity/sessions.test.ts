import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { SignInMeans } from "@/db/enums";
import { persons, roleAssignments, sessions } from "@/db/schema/identity";
import { cohortMemberships } from "@/db/schema/organisations";
import { findSession, listSessions } from "@/server/identity/sessions/reads";
import {
  closeSession,
  endOtherSessions,
  endSession,
  openSession,
  purgeEnded,
} from "@/server/identity/sessions/writes";
import type { PersonActor } from "@/server/kernel/actor";
import { database } from "../../support/database";
import {
  ANYBODY,
  contextOf,
  giveRole,
  type House,
  makeHouse,
  refusalOf,
  SYSTEM,
  TEST_NOW,
} from "../../support/factories";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const later = (ms: number) => new Date(TEST_NOW.getTime() + ms);

let house: House;
beforeEach(async () => {
  house = await makeHouse(database);
});

async function open(personId: string, means: SignInMeans = "email-code", change = {}): Promise<string> {
  const { token } = await openSession(contextOf(database, SYSTEM, change), {
    personId,
    means,
    accessCardId: null,
    device: "windows",
    replaces: null,
  });
  return token;
}

async function actorBy(token: string): Promise<PersonActor> {
  const session = await findSession(database, token, TEST_NOW);
  if (!session) throw new Error("signed out");
  return session.actor;
}

describe("a session", () => {
  it("knows the person, her roles and her active places", async () => {
    const session = await findSession(database, await open(house.people.trainer), TEST_NOW);
    expect(session).toMatchObject({
      actor: {
        kind: "person",
        personId: house.people.trainer,
        roles: [{ role: "trainer", organisationId: house.organisationId }],
        memberships: [
          {
            cohortId: house.cohortId,
            organisationId: house.organisationId,
            course: "itsme-eid",
            role: "trainer",
          },
        ],
      },
      person: { id: house.people.trainer, firstName: "Nadia", locale: "fr", textSize: 100 },
    });
  });

  it("is one query, and one write per quarter of an hour", async () => {
    const token = await open(house.people.learner);
    const statements: string[] = [];
    const { drizzle } = await import("drizzle-orm/postgres-js");
    const watched = drizzle({
      client: database.$client,
      logger: { logQuery: (query) => void statements.push(query.slice(0, 6)) },
    });
    await findSession(watched, token, later(14 * MINUTE));
    expect(statements).toEqual(["select"]);
    await findSession(watched, token, later(16 * MINUTE));
    await findSession(watched, token, later(17 * MINUTE));
    expect(statements).toEqual(["select", "select", "update", "select"]);
    const [row] = await database.select().from(sessions).where(eq(sessions.personId, house.people.learner));
    expect(row?.lastSeenAt).toEqual(later(16 * MINUTE));
    expect(row?.expiresAt).toEqual(later(16 * MINUTE + 90 * DAY));
  });

  it("keeps a hash of the token only", async () => {
    const token = await open(house.people.learner);
    const [row] = await database.select().from(sessions).where(eq(sessions.personId, house.people.learner));
    expect(token.length).toBeGreaterThanOrEqual(43);
    expect(row?.tokenHash).toHaveLength(32);
    expect(row?.tokenHash.toString("latin1")).not.toContain(token);
  });

  it.each(["", "nonsense", "'; drop table sessions; --"])("is not found by the token %j", async (token) => {
    expect(await findSession(database, token, TEST_NOW)).toBeNull();
  });

  it.each<[string, keyof House["people"], number, boolean]>([
    ["a learner after 89 days", "learner", 89 * DAY, true],
    ["a learner after 90 days", "learner", 90 * DAY, false],
    ["a trainer after 11 hours", "trainer", 11 * HOUR, true],
    ["a trainer after 12 hours", "trainer", 12 * HOUR, false],
  ])("lets in %s without use: %#", async (_, who, pause, lives) => {
    const token = await open(house.people[who]);
    expect((await findSession(database, token, later(pause))) !== null).toBe(lives);
  });

  it("slides for a learner, and ends after a week for staff however busy", async () => {
    const [learner, trainer] = [await open(house.people.learner), await open(house.people.trainer)];
    for (let hours = 10; hours < 7 * 24; hours += 10) {
      expect(await findSession(database, trainer, later(hours * HOUR))).not.toBeNull();
    }
    expect(await findSession(database, trainer, later(7 * DAY))).toBeNull();
    expect(await findSession(database, learner, later(80 * DAY))).not.toBeNull();
    expect(await findSession(database, learner, later(160 * DAY))).not.toBeNull();
  });

  it("becomes short when a learner becomes staff", async () => {
    const token = await open(house.people.learner);
    await giveRole(database, house.people.learner, "trainer", house.organisationId);
    expect(await findSession(database, token, later(13 * HOUR))).toBeNull();
  });

  it("follows the rights of the moment", async () => {
    const token = await open(house.people.trainer);
    const { trainer } = house.people;
    await database.delete(roleAssignments).where(eq(roleAssignments.personId, trainer));
    await database
      .update(cohortMemberships)
      .set({ leftAt: TEST_NOW })
      .where(eq(cohortMemberships.personId, trainer));
    expect(await actorBy(token)).toMatchObject({ roles: [], memberships: [] });
  });

  it("is over for somebody who was erased", async () => {
    const token = await open(house.people.learner);
    await database.update(persons).set({ erasedAt: TEST_NOW }).where(eq(persons.id, house.people.learner));
    expect(await findSession(database, token, TEST_NOW)).toBeNull();
  });

  it("replaces the one this browser had before", async () => {
    const former = await open(house.people.learner);
    await openSession(contextOf(database, SYSTEM), {
      personId: house.people.trainer,
      means: "email-code",
      accessCardId: null,
      device: "ipad",
      replaces: former,
    });
    expect(await findSession(database, former, TEST_NOW)).toBeNull();
  });

  it.each(["anonymous", "learner", "admin"] as const)("is not opened by %s", async (who) => {
    const grant = {
      personId: house.people.admin,
      means: "demo" as const,
      accessCardId: null,
      device: "other" as const,
      replaces: null,
    };
    expect(await refusalOf(() => openSession(contextOf(database, house.actors[who]), grant))).toBe(
      who === "anonymous" ? "UNAUTHENTICATED" : "FORBIDDEN",
    );
    expect(await database.$count(sessions, eq(sessions.personId, house.people.admin))).toBe(0);
  });
});

describe("one's own devices", () => {
  it("are listed, this one marked, nobody else's among them", async () => {
    const first = await open(house.people.learner);
    await open(house.people.learner, "email-code", { now: later(MINUTE) });
    await open(house.people.trainer);
    const actor = await actorBy(first);
    const lines = await listSessions(contextOf(database, actor, { now: later(HOUR) }));
    expect(lines).toHaveLength(2);
    expect(lines.map((line) => line.isThisOne)).toEqual([false, true]);
    expect(lines[1]).toEqual({
      id: actor.sessionId,
      device: "windows",
      since: TEST_NOW.toISOString(),
      lastSeen: TEST_NOW.toISOString(),
      isThisOne: true,
    });
  });

  it("are signed out at once, one by one", async () => {
    const [here, there] = [await open(house.people.learner), await open(house.people.learner)];
    const ctx = contextOf(database, await actorBy(here));
    const { sessionId } = await actorBy(there);
    expect(await endSession(ctx, { sessionId })).toEqual({ outcome: "ended" });
    expect(await findSession(database, there, TEST_NOW)).toBeNull();
    expect(await refusalOf(() => endSession(ctx, { sessionId }))).toBe("NOT_FOUND");
  });

  it("are nobody else's to sign out", async () => {
    const token = await open(house.people.learner);
    const { sessionId } = await actorBy(token);
    for (const who of ["trainer", "coordinator", "admin", "outsider"] as const) {
      const ctx = contextOf(database, house.actors[who]);
      expect(await refusalOf(() => endSession(ctx, { sessionId }))).toBe("NOT_FOUND");
    }
    expect(await refusalOf(() => endSession(contextOf(database, ANYBODY), { sessionId }))).toBe(
      "UNAUTHENTICATED",
    );
    expect(await findSession(database, token, TEST_NOW)).not.toBeNull();
  });

  it("are all signed out but this one", async () => {
    const here = await open(house.people.learner);
    const others = [await open(house.people.learner), await open(house.people.learner)];
    const stranger = await open(house.people.trainer);
    const ctx = contextOf(database, await actorBy(here));
    expect(await endOtherSessions(ctx)).toEqual({ ended: 2 });
    expect(await endOtherSessions(ctx)).toEqual({ ended: 0 });
    for (const token of others) expect(await findSession(database, token, TEST_NOW)).toBeNull();
    for (const token of [here, stranger]) expect(await findSession(database, token, TEST_NOW)).not.toBeNull();
  });

  it.each([
    ["list", () => listSessions(contextOf(database, ANYBODY))] as const,
    ["end others of", () => endOtherSessions(contextOf(database, ANYBODY))] as const,
  ])("nobody can %s without signing in", async (_, call) => {
    expect(await refusalOf(call)).toBe("UNAUTHENTICATED");
  });
});

it("signing out twice is no fault", async () => {
  const token = await open(house.people.learner);
  const { sessionId } = await actorBy(token);
  const ctx = contextOf(database, SYSTEM);
  await closeSession(ctx, { sessionId });
  await closeSession(ctx, { sessionId });
  expect(await findSession(database, token, TEST_NOW)).toBeNull();
});

it("sessions that are over go with the daily cleaning, others stay", async () => {
  const [learner, trainer] = [await open(house.people.learner), await open(house.people.trainer)];
  await purgeEnded(contextOf(database, SYSTEM, { now: later(DAY) }));
  expect(await findSession(database, learner, later(DAY))).not.toBeNull();
  expect(await database.$count(sessions, eq(sessions.personId, house.people.trainer))).toBe(0);
  expect(await findSession(database, trainer, TEST_NOW)).toBeNull();
});
