import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { GET as getCertificate } from "@/app/api/certificates/[certificate]/pdf/route";
import { GET as getCohortCertificates } from "@/app/api/cohorts/[cohort]/certificates/route";
import { GET as getVerification } from "@/app/api/verify/[code]/route";
import { issueCertificate } from "@/server/credentials/writes";
import { withContext } from "@/server/http/with-context";
import { openSession } from "@/server/identity/sessions/writes";
import { DomainError } from "@/server/kernel/errors";
import { pdf } from "@/server/platform/pdf";
import { SESSION_COOKIE } from "@/server/platform/session-cookie";
import { database } from "@/tests/support/database";
import { contextOf, fakePorts, type House, makeHouse, SYSTEM } from "@/tests/support/factories";
import { makeGraduate } from "@/tests/support/graduates";

type Handler = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>;

let house: House;
let issued: { id: string; code: string };
const tokens: Record<string, string> = {};

beforeAll(async () => {
  house = await makeHouse(database);
  const personId = await makeGraduate(database, house);
  const trainer = contextOf(database, house.actors.trainer, { ports: { ...fakePorts(), pdf } });
  issued = (await issueCertificate(trainer, { cohortId: house.cohortId, personId })).certificate;
  for (const who of ["trainer", "colleague", "outsider"] as const) {
    const ctx = contextOf(database, SYSTEM, { now: new Date() });
    tokens[who] = (
      await openSession(ctx, {
        personId: house.people[who],
        means: "email-code",
        device: "other",
        accessCardId: null,
        replaces: null,
      })
    ).token;
  }
});

function ask(handler: Handler, params: Record<string, string>, by: { who?: string; accept?: string } = {}) {
  const headers = new Headers({ accept: by.accept ?? "*/*", "x-client-address": "203.0.113.1" });
  if (by.who) headers.set("cookie", `${SESSION_COOKIE}=${tokens[by.who]}`);
  return handler(new Request("http://localhost:3000/api/x?locale=nl", { headers }), {
    params: Promise.resolve(params),
  });
}
const head = async (response: Response) => Buffer.from(await response.arrayBuffer()).toString("latin1", 0, 5);

describe("files", () => {
  it("come as a download that no cache keeps", async () => {
    const response = await ask(getCertificate, { certificate: issued.id }, { who: "trainer" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="digiskipass-${issued.code}.pdf"`,
    );
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(await head(response)).toBe("%PDF-");
  });

  it("of a cohort come as one", async () => {
    const response = await ask(getCohortCertificates, { cohort: house.cohortId }, { who: "trainer" });
    expect([response.status, await head(response)]).toEqual([200, "%PDF-"]);
    const none = await ask(getCohortCertificates, { cohort: house.besideId }, { who: "colleague" });
    expect([none.status, await none.text()]).toEqual([204, ""]);
  });

  it.each([
    ["nobody", undefined, 401, "UNAUTHENTICATED"],
    ["an invented session", "nobody-has-this-token", 401, "UNAUTHENTICATED"],
    ["a colleague", "colleague", 403, "FORBIDDEN"],
    ["an outsider", "outsider", 404, "NOT_FOUND"],
  ])("are refused to %s", async (_name, who, status, code) => {
    for (const response of [
      await ask(getCertificate, { certificate: issued.id }, { who }),
      await ask(getCohortCertificates, { cohort: house.cohortId }, { who }),
    ]) {
      expect([response.status, await response.json()]).toEqual([status, { error: { code } }]);
    }
  });

  it("are explained to a browser, in its language", async () => {
    const response = await ask(getCertificate, { certificate: issued.id }, { accept: "text/html,*/*" });
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toContain("text/html");
    const page = await response.text();
    expect(page).toContain('<html lang="nl">');
    expect(page).toContain('href="/nl/sign-in"');
  });

  it("need a whole address", async () => {
    const response = await ask(getCertificate, { certificate: "not-an-id" }, { who: "trainer" });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({
      error: { code: "INVALID", fields: { certificate: "invalid-uuid" } },
    });
    expect((await ask(getCertificate, { certificate: randomUUID() }, { who: "trainer" })).status).toBe(404);
  });
});

describe("verification as JSON", () => {
  it("repeats the paper to anyone", async () => {
    const response = await ask(getVerification, { code: issued.code });
    expect(response.status).toBe(200);
    expect(response.headers.get("x-robots-tag")).toBe("noindex");
    expect(await response.json()).toMatchObject({
      status: "valid",
      since: null,
      certificate: { v: 1, code: issued.code },
    });
  });

  it.each([
    ["0000-0000-0000", 404, "unknown-code"],
    ["bonjour", 422, "malformed-code"],
    ["%E0%A4%A", 422, "malformed-code"],
  ])("says of %s: %i", async (code, status, reason) => {
    const response = await ask(getVerification, { code });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { reason } });
  });
});

describe("the second door", () => {
  const failing = (fault: unknown) => withContext(z.object({}), () => Promise.reject(fault));

  it("says nothing of a fault, and writes it to the log", async () => {
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const fault = new Error("password of the database");
    const json = await ask(failing(fault), {});
    expect([json.status, await json.json()]).toEqual([500, { error: { code: "UNKNOWN" } }]);
    const page = await ask(failing(fault), {}, { accept: "text/html" });
    expect([page.status, (await page.text()).includes("password")]).toEqual([500, false]);
    expect(log.mock.calls.join()).toContain("password of the database");
    log.mockRestore();
  });

  it("tells how long to wait", async () => {
    const response = await ask(failing(new DomainError("RATE_LIMITED", { retryAfter: 90 })), {});
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "90"]);
    expect(await response.json()).toEqual({ error: { code: "RATE_LIMITED" } });
  });
});
