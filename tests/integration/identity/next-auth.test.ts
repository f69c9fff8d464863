import { eq } from "drizzle-orm";
import NextAuth from "next-auth";
import { beforeEach, describe, expect, it } from "vitest";
import { persons, sessions } from "@/db/schema/identity";
import type { PrintableCard } from "@/server/identity/access-cards/schema";
import { issueAccessCards } from "@/server/identity/access-cards/writes";
import { DEMO_EMAILS } from "@/server/identity/rules";
import { findSession } from "@/server/identity/sessions/reads";
import { createPerson } from "@/server/identity/writes";
import { authConfig } from "@/server/platform/auth-config";
import { secrets } from "@/server/platform/secrets";
import { database } from "../../support/database";
import { contextOf, fakePorts, type House, makeHouse, SYSTEM } from "../../support/factories";

const ORIGIN = "http://localhost:3000";

let house: House;
beforeEach(async () => {
  house = await makeHouse(database);
});

/** A browser that keeps cookies, before `/api/auth/*`. */
function browser({ demo = false } = {}) {
  const { handlers } = NextAuth(() => authConfig(demo));
  const jar = new Map<string, string>();
  let lastCookies: string[] = [];

  async function send(method: "GET" | "POST", action: string, form?: Record<string, string>) {
    const request = new Request(`${ORIGIN}/api/auth/${action}`, {
      method,
      headers: {
        host: "localhost:3000",
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        "user-agent": "Mozilla/5.0 (iPad; CPU OS 15_8 like Mac OS X)",
        "x-forwarded-proto": "http",
      },
      body: form && new URLSearchParams(form),
      redirect: "manual",
    });
    const response: Response = await handlers[method](request as never);
    lastCookies = response.headers.getSetCookie();
    for (const line of lastCookies) {
      const [, name = "", value = ""] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  async function post(action: string, form: Record<string, string>) {
    const { csrfToken } = await (await send("GET", "csrf")).json();
    return send("POST", action, { ...form, csrfToken });
  }

  return {
    send,
    post,
    token: () => jar.get("session"),
    cookieLine: () => lastCookies.find((line) => line.startsWith("session=")),
  };
}

async function printCard(): Promise<{ code: string; pictures: string }> {
  const ctx = contextOf(database, house.actors.trainer, {
    ports: { ...fakePorts(), secrets },
    now: new Date(),
  });
  const { cards } = await issueAccessCards(ctx, {
    cohortId: house.cohortId,
    personIds: [house.people.learner],
  });
  const [card] = cards as PrintableCard[];
  return { code: card?.code ?? "", pictures: card?.pictures.join(" ") ?? "" };
}

describe("signing in with a card, through next-auth", () => {
  it("sets one cookie that scripts cannot read, with a token the database knows by its hash", async () => {
    const tablet = browser();
    await tablet.post("callback/access-card", await printCard());
    expect(tablet.cookieLine()).toMatch(
      /^session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    const session = await findSession(database, tablet.token() ?? "", new Date());
    expect(session?.person.id).toBe(house.people.learner);
    const [row] = await database.select().from(sessions).where(eq(sessions.personId, house.people.learner));
    expect(row).toMatchObject({ device: "ipad", means: "access-card" });
  });

  it("keeps the token when next-auth renews the cookie", async () => {
    const tablet = browser();
    await tablet.post("callback/access-card", await printCard());
    const token = tablet.token();
    const seen = await (await tablet.send("GET", "session")).json();
    expect(seen.user).toEqual({ id: house.people.learner });
    expect(tablet.token()).toBe(token);
    expect(await database.$count(sessions, eq(sessions.personId, house.people.learner))).toBe(1);
  });

  it("signs out by ending the row, and the old cookie opens nothing", async () => {
    const tablet = browser();
    await tablet.post("callback/access-card", await printCard());
    const token = tablet.token() ?? "";
    await tablet.post("signout", {});
    expect(tablet.token()).toBeUndefined();
    expect(await findSession(database, token, new Date())).toBeNull();
  });

  it("is signed out at once when the row is ended elsewhere", async () => {
    const tablet = browser();
    await tablet.post("callback/access-card", await printCard());
    await database.delete(sessions).where(eq(sessions.personId, house.people.learner));
    expect(await (await tablet.send("GET", "session")).json()).toBeNull();
  });

  it.each([
    ["wrong pictures", { pictures: "sun sun sun" }],
    ["no pictures", { pictures: "" }],
    ["no code", { code: "" }],
  ])("gives no session for %s", async (_, change) => {
    const tablet = browser();
    const response = await tablet.post("callback/access-card", { ...(await printCard()), ...change });
    expect(response.headers.get("location")).toContain("/sign-in?error=");
    expect(tablet.token()).toBeUndefined();
    expect(await database.$count(sessions, eq(sessions.personId, house.people.learner))).toBe(0);
  });

  it("needs next-auth's own token against forged forms", async () => {
    const tablet = browser();
    await tablet.send("POST", "callback/access-card", await printCard());
    expect(tablet.token()).toBeUndefined();
  });

  it("makes nobody: an unknown code leaves the people as they were", async () => {
    const before = await database.$count(persons);
    const form = { requestId: crypto.randomUUID(), code: "123456" };
    const stranger = browser();
    await stranger.post("callback/email-code", form);
    expect(stranger.token()).toBeUndefined();
    expect(await database.$count(persons)).toBe(before);
  });
});

describe("the demonstration", () => {
  it("is a way in when it is on", async () => {
    const ctx = contextOf(database, SYSTEM);
    await createPerson(
      ctx,
      { organisationId: house.organisationId, firstName: "Lucie", locale: "fr", email: DEMO_EMAILS.learner },
      { isDemo: true },
    );
    const visitor = browser({ demo: true });
    expect(Object.keys(await (await visitor.send("GET", "providers")).json())).toContain("demo");
    await visitor.post("callback/demo", { role: "learner" });
    expect((await findSession(database, visitor.token() ?? "", new Date()))?.person.firstName).toBe("Lucie");
    const other = browser({ demo: true });
    await other.post("callback/demo", { role: "queen" });
    expect(other.token()).toBeUndefined();
  });

  it("does not exist when it is off", async () => {
    const visitor = browser({ demo: false });
    expect(Object.keys(await (await visitor.send("GET", "providers")).json())).toEqual([
      "access-card",
      "email-code",
    ]);
    await visitor.post("callback/demo", { role: "learner" });
    expect(visitor.token()).toBeUndefined();
  });
});
