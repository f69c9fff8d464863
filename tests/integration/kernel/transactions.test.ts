import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { organisations } from "@/db/schema/tenants";
import { audit } from "@/server/kernel/audit";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { countTry } from "@/server/kernel/rate-limit";
import { createOrganisation } from "@/server/organisations/writes";
import { database } from "../../support/database";
import { ANYBODY, contextOf, SYSTEM } from "../../support/factories";
import { later } from "../../support/lessons";

const system = contextOf(database, SYSTEM);
const named = async (name: string) =>
  database.select().from(organisations).where(eq(organisations.name, name));
const make = (ctx: ServiceContext, name: string) =>
  createOrganisation(ctx, { name, country: "BE", phone: "02 555 00 01" });

describe("withTransaction", () => {
  it("keeps everything or nothing", async () => {
    const failing = withTransaction(system, async (inside) => {
      await make(inside, "Half done");
      throw new Error("broken");
    });
    await expect(failing).rejects.toThrow("broken");
    expect(await named("Half done")).toEqual([]);
  });

  it("joins the outer one: what an inner write did falls with the outer", async () => {
    await expect(
      withTransaction(system, (outer) =>
        withTransaction(outer, async (inner) => {
          expect(inner.db).toBe(outer.db);
          await make(inner, "Inside");
          expect(await named("Inside")).toEqual([]);
          throw new Error("outer broken");
        }),
      ),
    ).rejects.toThrow("outer broken");
    expect(await named("Inside")).toEqual([]);
  });

  it("what cannot be audited is not written", async () => {
    let ids = 0;
    // The second id is that of the audit row; one that is no uuid cannot be stored.
    const ctx = {
      ...system,
      newId: () => {
        ids += 1;
        return ids === 1 ? crypto.randomUUID() : "no id";
      },
    };
    await expect(make(ctx, "Unaudited")).rejects.toThrow();
    expect(await named("Unaudited")).toEqual([]);
  });

  it("gives back what the work gave", async () => {
    expect(await withTransaction(system, async () => 42)).toBe(42);
  });
});

describe("the audit", () => {
  it("says who, by kind and id", async () => {
    const personId = crypto.randomUUID();
    const subject = `thing:${crypto.randomUUID()}`;
    const person = { kind: "person" as const, personId, sessionId: "s", roles: [], memberships: [] };
    for (const actor of [SYSTEM, ANYBODY, person]) {
      await audit(contextOf(database, actor), "thing.touched", subject, { detail: { count: 1 } });
    }
    const lines = await database.select().from(auditEntries).where(eq(auditEntries.subject, subject));
    expect(lines.map(({ actor }) => actor).sort()).toEqual(
      ["anonymous", `person:${personId}`, "system:test"].sort(),
    );
    expect(lines[0]).toMatchObject({ organisationId: null, detail: { count: 1 }, at: system.now });
  });
});

describe("counting tries", () => {
  const limit = { most: 3, seconds: 600 };

  it("lets so many through in a window and says how long to wait", async () => {
    const subject = crypto.randomUUID();
    const outcomes = [];
    for (let count = 0; count < 5; count += 1) outcomes.push(await countTry(system, "test", subject, limit));
    expect(outcomes).toEqual([null, null, null, { minutes: 10 }, { minutes: 10 }]);
    expect(await countTry(later(system, 420), "test", subject, limit)).toEqual({ minutes: 3 });
    expect(await countTry(later(system, 601), "test", subject, limit)).toBeNull();
  });

  it("counts processes together and subjects apart", async () => {
    const subject = crypto.randomUUID();
    const together = await Promise.all(
      Array.from({ length: 8 }, () => countTry(system, "test", subject, limit)),
    );
    expect(together.filter((wait) => wait === null)).toHaveLength(3);
    expect(await countTry(system, "test", crypto.randomUUID(), limit)).toBeNull();
    expect(await countTry(system, "another", subject, limit)).toBeNull();
  });

  it("does not count a script, which has no address", async () => {
    for (let count = 0; count < 5; count += 1) expect(await countTry(system, "test", null, limit)).toBeNull();
  });
});
