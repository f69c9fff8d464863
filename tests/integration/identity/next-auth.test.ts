import { eq } from "drizzle-orm";
import NextAuth from "next-auth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { persons, sessions } from "@/db/schema/identity";
import type { PrintableCard } from "@/server/identity/access-cards/schema";
import { issueAccessCards } from "@/server/identity/access-cards/writes";
import { DEMO_EMAILS } from "@/server/identity/rules";
import { findSession } from "@/server/identity/sessions/reads";
import { createPerson } from "@/server/identity/writes";
import { authConfig, type IdentityProvider } from "@/server/platform/auth-config";
import { secrets } from "@/server/platform/secrets";
import { database } from "../../support/database";
import { contextOf, fakePorts, type House, makeHouse, makePerson, SYSTEM } from "../../support/factories";
import { startIdentityProvider } from "../../support/identity-provider";

const ORIGIN = "http://localhost:3000";

let house: House;
beforeEach(async () => {
  house = await makeHouse(database);
});

/** A browser that keeps cookies, before `/api/auth/*`. */
function browser({ demo = false, provider = null as IdentityProvider | null } = {}) {
  const { handlers } = NextAuth((request) => authConfig(demo, provider, request));
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

describe("a provider of the staff's own", () => {
  let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
  beforeAll(async () => {
    provider = await startIdentityProvider();
  });
  afterAll(() => provider.stop());

  const emailOf = async (personId: string) => {
    const email = `${personId}@tests.digiskipass.example`;
    await database.update(persons).set({ email }).where(eq(persons.id, personId));
    return email;
  };

  /** Presses the button, says yes at the provider, comes back. */
  async function comeBack(claims: Record<string, unknown>, change: Record<string, string> = {}) {
    const laptop = browser({ provider: provider.settings });
    const asked = await laptop.post("signin/oidc", { callbackUrl: `${ORIGIN}/fr/sign-in?entered=1` });
    const page = new URL(asked.headers.get("location") ?? "");
    expect(page.origin).toBe(provider.settings.issuer);
    expect(page.searchParams.get("code_challenge_method")).toBe("S256");
    expect(page.searchParams.get("redirect_uri")).toBe(`${ORIGIN}/api/auth/callback/oidc`);
    const answer = new URLSearchParams({
      code: provider.allow(page, claims),
      state: page.searchParams.get("state") ?? "",
      ...change,
    });
    const back = await laptop.send("GET", `callback/oidc?${answer}`);
    return { token: laptop.token(), location: back.headers.get("location") ?? "" };
  }

  it("lets in a trainer known by the verified address, on this device", async () => {
    const email = await emailOf(house.people.trainer);
    const { token, location } = await comeBack({ email: email.toUpperCase(), email_verified: true });
    expect(location).toBe(`${ORIGIN}/fr/sign-in?entered=1`);
    const session = await findSession(database, token ?? "", new Date());
    expect(session?.person.id).toBe(house.people.trainer);
    const [row] = await database.select().from(sessions).where(eq(sessions.personId, house.people.trainer));
    expect(row).toMatchObject({ device: "ipad", means: "oidc", accessCardId: null });
  });

  it("makes nobody of a stranger, and says whom to ask", async () => {
    const learner = await emailOf(house.people.learner);
    const trainer = await emailOf(house.people.trainer);
    const nobody = await makePerson(database, {
      email: `nobody-${crypto.randomUUID()}@tests.digiskipass.example`,
    });
    const before = await database.$count(persons);
    for (const claims of [
      { email: "stranger@tests.digiskipass.example", email_verified: true },
      { email: trainer, email_verified: false },
      { email: trainer },
      { email: learner, email_verified: true },
      { email: await emailOf(nobody), email_verified: true },
      { email_verified: true },
    ]) {
      const { token, location } = await comeBack(claims);
      expect(token).toBeUndefined();
      expect(location).toBe(`${ORIGIN}/sign-in?error=unknown-identity`);
    }
    expect(await database.$count(persons)).toBe(before);
    expect(await database.$count(sessions, eq(sessions.personId, house.people.trainer))).toBe(0);
  });

  it.each([
    ["a state that is not this browser's", { state: "forged" }],
    ["a code the provider did not give", { code: "forged" }],
  ])("refuses %s", async (_what, change) => {
    const email = await emailOf(house.people.trainer);
    const { token, location } = await comeBack({ email, email_verified: true }, change);
    expect(token).toBeUndefined();
    expect(location).toContain("/sign-in?error=");
  });

  it("does not exist without its settings", async () => {
    const visitor = browser();
    expect(Object.keys(await (await visitor.send("GET", "providers")).json())).not.toContain("oidc");
  });
});
