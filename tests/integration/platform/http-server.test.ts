import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ListenerOptions } from "@/server/http/listener";

const HASH = "'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='";
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  vi.unstubAllEnvs();
});

/** Our listener in front of a stand-in for Next that says what reached it. */
async function listen(
  options: Partial<ListenerOptions> = {},
): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  vi.resetModules();
  const { createListener } = await import("@/server/http/listener");
  const next = async (req: IncomingMessage, res: import("node:http").ServerResponse) => {
    res.setHeader("content-type", "application/json");
    res.end(JSON.stringify({ url: req.url, headers: req.headers }));
  };
  const listener = createListener({
    next,
    hashes: { pages: { "/fr": [HASH], "/nl/missing": [HASH] }, anywhere: ["'sha256-BBB='"] },
    missing: {},
    development: false,
    secure: false,
    trustProxy: false,
    ...options,
  });
  server = createServer((req, res) => void listener(req, res)).listen(0);
  const { port } = server.address() as AddressInfo;
  return (path, init) => fetch(`http://localhost:${port}${path}`, { redirect: "manual", ...init });
}

describe("health", () => {
  test("is good with the database", async () => {
    const get = await listen();
    const response = await get("/api/health");
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({
      status: "ok",
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      database: "ok",
    });
  });

  test("is bad without it", async () => {
    vi.stubEnv("DATABASE_URL", "postgres://a:b@localhost:1/gone");
    vi.stubGlobal("digiskipassDatabase", undefined);
    const get = await listen();
    const response = await get("/api/health");
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: "unavailable", database: "unavailable" });
    vi.unstubAllGlobals();
  });
});

describe("paths without a language", () => {
  test.each([
    ["/", {}, "/fr"],
    ["/sign-in?next=%2Flearn", { "accept-language": "de-AT,de;q=0.9" }, "/de/sign-in?next=%2Flearn"],
    ["/c/K7QF2M", { "accept-language": "de", cookie: "locale=nl" }, "/nl/c/K7QF2M"],
    ["/verify/ABC-123", { accept: "text/html" }, "/fr/verify/ABC-123"],
    ["//evil", {}, "/fr//evil"],
  ])("%s goes to its page", async (path, headers, location) => {
    const get = await listen();
    const response = await get(path, { headers });
    expect(response.status).toBe(307);
    expect(response.headers.get("location")).toBe(location);
    expect(response.headers.get("vary")).toMatch(/Accept-Language, Cookie$/);
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  test("something that is sent there is not redirected", async () => {
    const get = await listen();
    expect((await get("/sign-in", { method: "POST" })).status).toBe(200);
  });
});

test("a verification is answered as JSON to those who ask for it", async () => {
  const get = await listen();
  const response = await get("/verify/ABC-123?x=1", { headers: { accept: "application/json" } });
  expect(response.headers.get("vary")).toContain("Accept");
  expect(await response.json()).toMatchObject({ url: "/api/verify/ABC-123?x=1" });
});

describe("what is not found", () => {
  const missing = {
    "/nl/missing": Buffer.from("<p>Niets</p>"),
    "/nl/missing/code": Buffer.from("<p>Code</p>"),
  };

  /** Stands for Next that answers a page, in pieces and packed, with this status. */
  const answering =
    (status: number, type = "text/html; charset=utf-8"): ListenerOptions["next"] =>
    async (_req, res) => {
      res.statusCode = status;
      res.setHeader("content-type", type);
      res.setHeader("etag", '"next"');
      await new Promise((written) => res.write("drawn by ", written));
      res.end("script");
    };

  test.each([
    ["/nl/nowhere", "<p>Niets</p>"],
    ["/nl/courses/itsme-eid/nothing", "<p>Niets</p>"],
    ["/nl/verify/AAAA-BBBB-CCCC", "<p>Code</p>"],
    ["/picture.png", "<p>Niets</p>"],
  ])("%s is answered with the page of its language", async (path, body) => {
    const get = await listen({ missing, next: answering(404) });
    const response = await get(path, { headers: { accept: "text/html", "accept-language": "nl" } });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(body);
    expect(response.headers.get("etag")).toBeNull();
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).not.toContain("nonce");
  });

  test("the page carries the hashes of its own scripts", async () => {
    const get = await listen({ missing, next: answering(404) });
    const { headers } = await get("/nl/nowhere");
    expect(headers.get("content-security-policy")).toContain(`script-src 'self' ${HASH};`);
  });

  test("its own address is not found either, and HEAD has no body", async () => {
    const get = await listen({ missing, next: answering(200) });
    expect((await get("/nl/missing")).status).toBe(404);
    const head = await get("/nl/missing", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([404, ""]);
  });

  test.each([
    ["a page that is there", 200, "text/html", {}],
    ["a file", 404, "application/json", {}],
    ["a part of a page", 404, "text/html", { headers: { rsc: "1" } }],
    ["an action", 404, "text/html", { method: "POST" }],
  ])("%s passes untouched", async (_what, status, type, init) => {
    const get = await listen({ missing, next: answering(status, type) });
    const response = await get("/nl/nowhere", init);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe("drawn by script");
    expect(response.headers.get("etag")).toBe('"next"');
  });
});

describe("security", () => {
  test("a prerendered page gets the hashes of its scripts, a shared cache may keep it, nobody is in it", async () => {
    const get = await listen();
    const response = await get("/fr?utm=1");
    expect(response.headers.get("content-security-policy")).toContain(`script-src 'self' ${HASH};`);
    expect(response.headers.get("content-security-policy")).not.toContain("nonce");
    expect(response.headers.get("cache-control")).toMatch(/^public, max-age=0, s-maxage=/);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect((await response.json()).headers).not.toHaveProperty("x-nonce");
  });

  test("any other page gets a nonce that Next is told and that nobody can guess or choose", async () => {
    const get = await listen();
    const headers = { "x-nonce": "mine", "content-security-policy": "script-src *" };
    const first = await get("/fr/learn", { headers });
    const second = await get("/fr/learn");
    const policy = first.headers.get("content-security-policy");
    const seen = (await first.json()).headers;
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'sha256-BBB=';/);
    expect(seen["content-security-policy"]).toBe(policy);
    expect(policy).toContain(`'nonce-${seen["x-nonce"]}'`);
    expect(second.headers.get("content-security-policy")).not.toBe(policy);
    expect(first.headers.get("cache-control")).toBeNull();
  });

  test("every answer says how browsers must treat it", async () => {
    const get = await listen();
    for (const path of ["/api/health", "/fr", "/", "/_next/static/a.js", "/api/trpc/nothing"]) {
      const { headers } = await get(path);
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("referrer-policy"), path).toBe("same-origin");
      expect(headers.get("permissions-policy"), path).toContain("microphone=()");
      expect(headers.get("strict-transport-security"), path).toBeNull();
    }
  });

  test("https is remembered by browsers", async () => {
    const get = await listen({ secure: true });
    expect((await get("/fr")).headers.get("strict-transport-security")).toContain("max-age=31536000");
  });

  test("visitors do not choose their address", async () => {
    const get = await listen();
    const { headers } = await (
      await get("/fr", {
        headers: { "x-client-address": "1.1.1.1", "x-forwarded-for": "2.2.2.2", "x-forwarded-host": "evil" },
      })
    ).json();
    expect(["127.0.0.1", "::1"]).toContain(headers["x-client-address"]);
    expect(headers).not.toHaveProperty("x-forwarded-host");
  });
});

describe("bodies", () => {
  test("too long for tRPC is refused before it is read", async () => {
    const get = await listen();
    const response = await get("/api/trpc/anything", { method: "POST", body: "x".repeat(300_000) });
    expect(response.status).toBe(413);
  });

  test("of unknown length is refused by tRPC", async () => {
    const get = await listen();
    const body = new Blob(["{}"]).stream();
    const response = await get("/api/trpc/anything", { method: "POST", body, duplex: "half" } as RequestInit);
    expect(response.status).toBe(411);
  });
});

test("a fault is reported without its words", async () => {
  const silenced = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const get = await listen({
    next: async () => {
      throw new Error("the password is hunter2");
    },
  });
  const response = await get("/fr/learn");
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('{"error":"fault"}');
  silenced.mockRestore();
});
