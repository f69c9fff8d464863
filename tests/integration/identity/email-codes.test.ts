import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Locale } from "@/db/enums";
import { emailCodes, persons, rateLimits } from "@/db/schema/identity";
import { REQUESTS_PER_EMAIL } from "@/server/identity/email-codes/rules";
import { askForEmailCode, sendEmailCode, tryEmailCode } from "@/server/identity/email-codes/writes";
import { purgeEnded } from "@/server/identity/sessions/writes";
import type { Mail } from "@/server/kernel/context";
import { composeCodeMail } from "@/server/platform/sign-in-mail";
import { database } from "../../support/database";
import {
  ANYBODY,
  contextOf,
  fakePorts,
  makePerson,
  refusalOf,
  SYSTEM,
  TEST_NOW,
} from "../../support/factories";

let email: string;
let personId: string;
let sent: Mail[];
beforeEach(async () => {
  email = `nadia.${crypto.randomUUID().slice(0, 8)}@exemple.be`;
  personId = await makePerson(database, { firstName: "Nadia", email: email.toUpperCase() });
  sent = [];
});

const minutesLater = (minutes: number) => ({ now: new Date(TEST_NOW.getTime() + minutes * 60_000) });
const anybody = (change = {}) => contextOf(database, ANYBODY, change);

async function ask(to = email, change = {}): Promise<string> {
  const asked = await askForEmailCode(anybody(change), { email: to });
  if (asked.outcome !== "asked") throw new Error(asked.outcome);
  const ctx = contextOf(database, SYSTEM, { ports: fakePorts(sent), ...change });
  await sendEmailCode(ctx, { email: to, requestId: asked.requestId }, composeCodeMail);
  return asked.requestId;
}

const codeIn = (mail: Mail | undefined) =>
  mail?.text
    .match(/(\d{3}) (\d{3})/)
    ?.slice(1)
    .join("") ?? "";
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("a code by e-mail", () => {
  it("signs in once, within ten minutes", async () => {
    const requestId = await ask();
    const code = codeIn(sent[0]);
    expect(code).toMatch(/^\d{6}$/);
    expect(await tryEmailCode(anybody(minutesLater(9)), { requestId, code })).toEqual({
      outcome: "accepted",
      personId,
    });
    expect(await tryEmailCode(anybody(minutesLater(9)), { requestId, code })).toEqual({ outcome: "expired" });
  });

  it("is kept as a hash", async () => {
    const requestId = await ask();
    const [row] = await database.select().from(emailCodes).where(eq(emailCodes.id, requestId));
    expect(row?.codeHash).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain(codeIn(sent[0]));
  });

  it("is over after ten minutes", async () => {
    const requestId = await ask();
    expect(await tryEmailCode(anybody(minutesLater(10)), { requestId, code: codeIn(sent[0]) })).toEqual({
      outcome: "expired",
    });
  });

  it("signs in one of many who use it at once", async () => {
    const requestId = await ask();
    const code = codeIn(sent[0]);
    const tried = await Promise.all(
      Array.from({ length: 5 }, () => tryEmailCode(anybody(), { requestId, code })),
    );
    expect(tried.filter((one) => one.outcome === "accepted")).toHaveLength(1);
  });

  it("is worth nothing after five wrong tries", async () => {
    const requestId = await ask();
    const code = codeIn(sent[0]);
    for (const triesLeft of [4, 3, 2, 1]) {
      expect(await tryEmailCode(anybody(), { requestId, code: otherThan(code) })).toEqual({
        outcome: "wrong-code",
        triesLeft,
      });
    }
    expect(await tryEmailCode(anybody(), { requestId, code: otherThan(code) })).toEqual({
      outcome: "expired",
    });
    expect(await tryEmailCode(anybody(), { requestId, code })).toEqual({ outcome: "expired" });
  });

  it("is worth nothing after fifty wrong tries at once, the right one among them or not", async () => {
    const requestId = await ask();
    const code = codeIn(sent[0]);
    const wrong = Array.from({ length: 50 }, () =>
      tryEmailCode(anybody(), { requestId, code: otherThan(code) }),
    );
    const tried = await Promise.all(wrong);
    expect(tried.filter((one) => one.outcome === "wrong-code")).toHaveLength(4);
    expect(await tryEmailCode(anybody(), { requestId, code })).toEqual({ outcome: "expired" });
  });

  it("stops working when a newer one is sent", async () => {
    const first = await ask();
    const second = await ask(email, minutesLater(1));
    const ctx = anybody(minutesLater(2));
    expect(await tryEmailCode(ctx, { requestId: first, code: codeIn(sent[0]) })).toMatchObject({
      outcome: "wrong-code",
    });
    expect(await tryEmailCode(ctx, { requestId: second, code: codeIn(sent[1]) })).toMatchObject({
      outcome: "accepted",
    });
  });

  it("opens its own request only", async () => {
    const other = await ask();
    const requestId = await ask();
    expect(await tryEmailCode(anybody(), { requestId: other, code: codeIn(sent[1]) })).toMatchObject({
      outcome: "wrong-code",
    });
    expect(await tryEmailCode(anybody(), { requestId: crypto.randomUUID(), code: codeIn(sent[1]) })).toEqual({
      outcome: "expired",
    });
    expect(await tryEmailCode(anybody(), { requestId, code: codeIn(sent[1]) })).toMatchObject({
      outcome: "accepted",
    });
  });

  it("is not sent to somebody who was erased", async () => {
    await database.update(persons).set({ erasedAt: TEST_NOW }).where(eq(persons.id, personId));
    await ask();
    expect(sent).toHaveLength(0);
  });

  it("is sent by the sign-in only", async () => {
    const input = { email, requestId: crypto.randomUUID() };
    expect(await refusalOf(() => sendEmailCode(anybody(), input, composeCodeMail))).toBe("UNAUTHENTICATED");
  });
});

describe("a mailbox nobody has here", () => {
  it("gets no letter and exactly the same answers", async () => {
    const stranger = `personne.${crypto.randomUUID().slice(0, 8)}@exemple.be`;
    const [known, unknown] = [await ask(), await ask(stranger)];
    expect(sent.map((mail) => mail.to)).toEqual([email.toUpperCase()]);
    const wrong = otherThan(codeIn(sent[0]));
    for (let tries = 0; tries < 7; tries += 1) {
      expect(await tryEmailCode(anybody(), { requestId: unknown, code: wrong })).toEqual(
        await tryEmailCode(anybody(), { requestId: known, code: wrong }),
      );
    }
    expect(await tryEmailCode(anybody(minutesLater(11)), { requestId: unknown, code: wrong })).toEqual({
      outcome: "expired",
    });
  });

  it.each(["known", "unknown"])(
    "is asked for five times in a quarter of an hour, %s or not",
    async (which) => {
      const mailbox = which === "known" ? email : `personne.${crypto.randomUUID()}@exemple.be`;
      for (let times = 0; times < REQUESTS_PER_EMAIL.most; times += 1) await ask(mailbox);
      expect(await askForEmailCode(anybody(minutesLater(1)), { email: mailbox })).toEqual({
        outcome: "too-many-tries",
        minutes: 14,
      });
      expect(await askForEmailCode(anybody(minutesLater(16)), { email: mailbox })).toMatchObject({
        outcome: "asked",
      });
    },
  );

  it("leaves no address in the counters", async () => {
    await askForEmailCode(anybody({ clientAddress: "203.0.113.9" }), { email: "rosa@exemple.be" });
    const keys = JSON.stringify(await database.select({ key: rateLimits.key }).from(rateLimits));
    expect(keys).not.toMatch(/rosa|203\.0\.113/);
  });
});

describe("the letter", () => {
  it.each<[Locale, string, string]>([
    ["fr", "Votre code pour DigiSkiPasS", "Financé par l’Union européenne"],
    ["nl", "Uw code voor DigiSkiPasS", "Gefinancierd door de Europese Unie"],
    ["de", "Ihr Code für DigiSkiPasS", "Von der Europäischen Union finanziert"],
    ["en", "Your code for DigiSkiPasS", "Funded by the European Union"],
  ])("in %s says the same in text and HTML", async (locale, subject, statement) => {
    await database.update(persons).set({ locale, firstName: "Zoë <b>" }).where(eq(persons.id, personId));
    const requestId = await ask();
    const [mail] = sent;
    const code = codeIn(mail);
    expect(mail?.subject).toBe(subject);
    expect(mail?.text).toContain("Zoë <b>");
    expect(mail?.html).toContain("Zoë &#60;b&#62;");
    for (const body of [mail?.text, mail?.html]) {
      expect(body).toContain(statement);
      expect(body).toContain(`${code.slice(0, 3)} ${code.slice(3)}`);
    }
    const link = `http://localhost:3000/${locale}/sign-in/code?request=${requestId}&code=${code}`;
    expect(mail?.text).toContain(link);
    expect(mail?.html).toContain(link.replace("&", "&#38;"));
    expect(`${mail?.subject}`).not.toContain(code);
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/\{\w+\}|undefined/);
  });
});

it("codes and counters that are over go with the daily cleaning", async () => {
  const requestId = await ask();
  await purgeEnded(contextOf(database, SYSTEM, minutesLater(60)));
  expect(await database.$count(emailCodes, eq(emailCodes.id, requestId))).toBe(0);
  expect(await database.$count(rateLimits)).toBe(0);
});
