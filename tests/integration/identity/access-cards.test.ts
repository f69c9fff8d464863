import { and, eq, isNull } from "drizzle-orm";
import jsQR from "jsqr";
import { beforeEach, describe, expect, it } from "vitest";
import { CARD_PICTURES, type CardPicture } from "@/db/enums";
import { auditEntries } from "@/db/schema/audit";
import { accessCards, persons, sessions } from "@/db/schema/identity";
import { CARD_TRIES_PER_ADDRESS, MOST_WRONG_TRIES, makeCardCode } from "@/server/identity/access-cards/rules";
import { cardCode, type PrintableCard } from "@/server/identity/access-cards/schema";
import { issueAccessCards, tryAccessCard } from "@/server/identity/access-cards/writes";
import { findSession } from "@/server/identity/sessions/reads";
import { openSession } from "@/server/identity/sessions/writes";
import type { Actor } from "@/server/kernel/actor";
import { database } from "../../support/database";
import {
  ANYBODY,
  actorOf,
  contextOf,
  giveRole,
  type House,
  join,
  makeHouse,
  makePerson,
  refusalOf,
  SYSTEM,
  TEST_NOW,
} from "../../support/factories";

let house: House;
beforeEach(async () => {
  house = await makeHouse(database);
});

const as = (actor: Actor, change = {}) => contextOf(database, actor, change);
const anybody = (change = {}) => as(ANYBODY, change);

async function issue(actor: Actor = house.actors.trainer, change = {}): Promise<PrintableCard> {
  const input = { cohortId: house.cohortId, personIds: [house.people.learner] };
  const { cards } = await issueAccessCards(as(actor, change), input);
  const [card] = cards;
  if (!card) throw new Error("no card");
  return card as PrintableCard;
}

const codeOf = (card: PrintableCard) => cardCode.parse(card.code);
const right = (card: PrintableCard) => ({ code: codeOf(card), pictures: card.pictures });

/** The right pictures in another order: as near as a wrong try can be. */
const wrong = (card: PrintableCard) => ({
  code: codeOf(card),
  pictures: [...card.pictures].reverse() as CardPicture[],
});

async function signInWith(card: PrintableCard): Promise<string> {
  const tried = await tryAccessCard(anybody(), right(card));
  if (tried.outcome !== "accepted") throw new Error(tried.outcome);
  const { token } = await openSession(as(SYSTEM), {
    personId: tried.personId,
    means: "access-card",
    accessCardId: tried.accessCardId,
    device: "ipad",
    replaces: null,
  });
  return token;
}

describe("making cards", () => {
  it("gives what has to be printed, and keeps nothing that could be printed again", async () => {
    const card = await issue();
    expect(card).toMatchObject({ personId: house.people.learner, firstName: "Lucie", locale: "fr" });
    expect(card.url).toBe(`http://localhost:3000/fr/c/${codeOf(card)}`);
    expect(card.qr.path).toMatch(/^M4 4h1v1h-1z/);
    const [row] = await database
      .select()
      .from(accessCards)
      .where(eq(accessCards.personId, house.people.learner));
    const kept = JSON.stringify([
      row,
      row?.codeHash.toString("latin1"),
      row?.picturesHash.toString("latin1"),
    ]);
    expect(kept).not.toContain(codeOf(card));
    for (const picture of CARD_PICTURES) expect(kept).not.toContain(picture);
  });

  it("draws a code that a camera reads as the card's address", async () => {
    const card = await issue();
    const scale = 4;
    const side = card.qr.size * scale;
    const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
    for (const [, x, y] of card.qr.path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
      for (let step = 0; step < scale * scale; step += 1) {
        const column = Number(x) * scale + (step % scale);
        const row = Number(y) * scale + Math.floor(step / scale);
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
    expect(jsQR(pixels, side, side)?.data).toBe(card.url);
  });

  it("is written down without a secret", async () => {
    const card = await issue();
    const entries = await database
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, `person:${house.people.learner}`));
    expect(entries).toMatchObject([
      {
        action: "access-card.issued",
        organisationId: house.organisationId,
        actor: `person:${house.people.trainer}`,
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain(codeOf(card));
  });

  it.each(["trainer", "coordinator", "admin"] as const)("is the right of the %s", async (who) => {
    expect((await issue(house.actors[who])).firstName).toBe("Lucie");
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["colleague", "FORBIDDEN"],
    ["outsider", "NOT_FOUND"],
  ] as const)("is refused to %s with %s", async (who, code) => {
    expect(await refusalOf(() => issue(house.actors[who]))).toBe(code);
    expect(await database.$count(accessCards, eq(accessCards.personId, house.people.learner))).toBe(0);
  });

  it("is refused for a group that does not exist, and for who is not in the group", async () => {
    const ctx = as(house.actors.trainer);
    const { learner, outsider } = house.people;
    expect(
      await refusalOf(() => issueAccessCards(ctx, { cohortId: crypto.randomUUID(), personIds: [learner] })),
    ).toBe("NOT_FOUND");
    expect(
      await refusalOf(() =>
        issueAccessCards(ctx, { cohortId: house.cohortId, personIds: [learner, outsider] }),
      ),
    ).toBe("NOT_FOUND");
    expect(await database.$count(accessCards, eq(accessCards.personId, learner))).toBe(0);
  });

  it("is refused for staff: a card is paper", async () => {
    await giveRole(database, house.people.learner, "coordinator", house.elsewhereId);
    expect(await refusalOf(() => issue())).toEqual({ code: "CONFLICT", reason: "card-for-staff" });
  });

  it("ends the former card and what it had opened, at once", async () => {
    const former = await issue();
    const token = await signInWith(former);
    expect(await findSession(database, token, TEST_NOW)).not.toBeNull();
    await database
      .update(persons)
      .set({ phone: "0470 00 00 01" })
      .where(eq(persons.id, house.people.trainer));
    const newer = await issue();
    expect(await findSession(database, token, TEST_NOW)).toBeNull();
    expect(await tryAccessCard(anybody(), right(former))).toEqual({
      outcome: "replaced",
      helper: { name: "Nadia", phone: "0470 00 00 01" },
    });
    expect(await tryAccessCard(anybody(), right(newer))).toMatchObject({ outcome: "accepted" });
  });

  it("leaves one active card when two people print at the same time", async () => {
    const cards = await Promise.all([issue(), issue(house.actors.coordinator), issue(house.actors.admin)]);
    const outcomes = await Promise.all(
      cards.map(async (card) => (await tryAccessCard(anybody(), right(card))).outcome),
    );
    expect(outcomes.sort()).toEqual(["accepted", "replaced", "replaced"]);
    const active = and(eq(accessCards.personId, house.people.learner), isNull(accessCards.revokedAt));
    expect(await database.$count(accessCards, active)).toBe(1);
  });
});

describe("trying a card", () => {
  it("opens with the three pictures in order, again and again", async () => {
    const card = await issue();
    const accepted = { outcome: "accepted", personId: house.people.learner };
    expect(await tryAccessCard(anybody(), right(card))).toMatchObject(accepted);
    expect(await tryAccessCard(anybody(), right(card))).toMatchObject(accepted);
  });

  it("does not open with them in another order, and says how many tries are left", async () => {
    const card = await issue();
    for (let left = MOST_WRONG_TRIES - 1; left > 0; left -= 1) {
      expect(await tryAccessCard(anybody(), wrong(card))).toEqual({
        outcome: "wrong-pictures",
        triesLeft: left,
      });
    }
    const locked = await tryAccessCard(anybody(), wrong(card));
    expect(locked).toEqual({
      outcome: "locked",
      helper: { name: expect.stringContaining("Organisation"), phone: "02 555 00 01" },
    });
    expect(await tryAccessCard(anybody(), right(card))).toEqual(locked);
  });

  it("forgets wrong tries after a right one", async () => {
    const card = await issue();
    for (let tries = 0; tries < 9; tries += 1) await tryAccessCard(anybody(), wrong(card));
    expect(await tryAccessCard(anybody(), right(card))).toMatchObject({ outcome: "accepted" });
    expect(await tryAccessCard(anybody(), wrong(card))).toEqual({ outcome: "wrong-pictures", triesLeft: 9 });
  });

  it("locks after ten of forty wrong tries made at once", async () => {
    const card = await issue();
    const tried = await Promise.all(Array.from({ length: 40 }, () => tryAccessCard(anybody(), wrong(card))));
    expect(tried.filter((one) => one.outcome === "wrong-pictures")).toHaveLength(9);
    expect(tried.filter((one) => one.outcome === "locked")).toHaveLength(31);
    expect(await tryAccessCard(anybody(), right(card))).toMatchObject({ outcome: "locked" });
    const locks = await database
      .select()
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.action, "access-card.locked"),
          eq(auditEntries.subject, `person:${house.people.learner}`),
        ),
      );
    expect(locks).toHaveLength(1);
  });

  it("is unlocked by a new card", async () => {
    const card = await issue();
    for (let tries = 0; tries < 10; tries += 1) await tryAccessCard(anybody(), wrong(card));
    expect(await tryAccessCard(anybody(), right(await issue()))).toMatchObject({ outcome: "accepted" });
  });

  it("knows nothing of a code that was never printed", async () => {
    const code = makeCardCode(() => 7);
    expect(await tryAccessCard(anybody(), { code, pictures: ["sun", "cat", "key"] })).toEqual({
      outcome: "unknown",
    });
  });

  it("is counted per address, for that address alone, until the window is over", async () => {
    const card = await issue();
    const here = { clientAddress: `192.0.2.${Math.floor(Math.random() * 250)}-${crypto.randomUUID()}` };
    for (let tries = 0; tries < CARD_TRIES_PER_ADDRESS.most; tries += 1) {
      await tryAccessCard(anybody(here), right(card));
    }
    expect(await tryAccessCard(anybody(here), right(card))).toEqual({
      outcome: "too-many-tries",
      minutes: 15,
    });
    expect(await tryAccessCard(anybody({ clientAddress: "2001:db8::7" }), right(card))).toMatchObject({
      outcome: "accepted",
    });
    const later = new Date(TEST_NOW.getTime() + CARD_TRIES_PER_ADDRESS.seconds * 1000);
    expect(await tryAccessCard(anybody({ ...here, now: later }), right(card))).toMatchObject({
      outcome: "accepted",
    });
  });

  it("opens no session with a card replaced in the same moment", async () => {
    const card = await issue();
    const tried = await tryAccessCard(anybody(), right(card));
    await issue();
    if (tried.outcome !== "accepted") throw new Error(tried.outcome);
    const grant = {
      personId: tried.personId,
      means: "access-card" as const,
      accessCardId: tried.accessCardId,
      device: "ipad" as const,
      replaces: null,
    };
    expect(await refusalOf(() => openSession(as(SYSTEM), grant))).toBe("UNAUTHENTICATED");
    expect(await database.$count(sessions, eq(sessions.personId, tried.personId))).toBe(0);
  });

  it("opens the learner's room only, even for who became staff since", async () => {
    const token = await signInWith(await issue());
    await giveRole(database, house.people.learner, "admin", null);
    const session = await findSession(database, token, TEST_NOW);
    expect(session?.actor.roles).toEqual([{ role: "learner", organisationId: house.organisationId }]);
    expect(session?.actor.memberships).toMatchObject([{ cohortId: house.cohortId, role: "learner" }]);
  });

  it("is of no use for a learner who left the group, to its trainer", async () => {
    const friend = await makePerson(database, { firstName: "Rosa" });
    await join(database, {
      cohortId: house.besideId,
      organisationId: house.organisationId,
      personId: friend,
      role: "learner",
    });
    const trainer = await actorOf(database, house.people.trainer);
    expect(
      await refusalOf(() => issueAccessCards(as(trainer), { cohortId: house.cohortId, personIds: [friend] })),
    ).toBe("NOT_FOUND");
  });
});
