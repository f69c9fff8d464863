import { describe, expect, test } from "vitest";
import { inlineScriptHashes } from "@/scripts/steps/csp-hashes.mjs";
import { setClientAddress } from "@/server/http/client-address";
import { commonHeaders, contentSecurityPolicy } from "@/server/http/content-security-policy";
import { lacksLocale, preferredLocale, verificationAsJson } from "@/server/http/locale-redirect";

describe("language of somebody who did not say", () => {
  test.each([
    [undefined, undefined, "fr"],
    [undefined, "nl-BE,nl;q=0.9,en;q=0.5", "nl"],
    [undefined, "es,en;q=0.5,de;q=0.7", "de"],
    [undefined, "de;q=0,en;q=0.1", "en"],
    [undefined, "es-ES,pt", "fr"],
    [undefined, "nonsense;;q=x", "fr"],
    ["locale=en", "nl", "en"],
    ["session=a; locale=de; other=b", "nl", "de"],
    ["locale=xx", "nl", "nl"],
    ["mylocale=en", "nl", "nl"],
    ["locale=english", undefined, "fr"],
  ])("cookies %s, browser %s: %s", (cookies, accepted, expected) => {
    expect(preferredLocale(cookies, accepted)).toBe(expected);
  });
});

describe("paths that lack their language", () => {
  test.each(["/", "/sign-in", "/verify/ABC-123", "/c/K7QF2M", "/fra/x", "//evil"])("%s does", (path) => {
    expect(lacksLocale(path)).toBe(true);
  });
  test.each([
    "/fr",
    "/nl/sign-in",
    "/api/health",
    "/api",
    "/_next/static/x",
    "/icon.svg",
    "/.well-known/did.json",
    "/manifest.webmanifest",
  ])("%s does not", (path) => {
    expect(lacksLocale(path)).toBe(false);
  });
});

describe("verification as JSON", () => {
  test.each([
    ["/verify/ABC-1", "application/json", "/api/verify/ABC-1"],
    ["/nl/verify/ABC-1", "application/json, */*", "/api/verify/ABC-1"],
    ["/verify/ABC-1", "text/html,application/json;q=0.9", null],
    ["/verify/ABC-1", "*/*", null],
    ["/verify/ABC-1", undefined, null],
    ["/verify/a/b", "application/json", null],
    ["/xx/verify/ABC-1", "application/json", null],
    ["/verify/..%2Fhealth", "application/json", null],
  ])("%s with %s: %s", (path, accept, expected) => {
    expect(verificationAsJson(path, accept)).toBe(expected);
  });
});

describe("client address", () => {
  const addressOf = (headers: Record<string, string>, trustProxy: boolean) => {
    const given: Record<string, string | undefined> = { ...headers };
    setClientAddress(given, "::ffff:192.0.2.1", trustProxy);
    return given;
  };

  test("a visitor cannot choose it", () => {
    const headers = addressOf({ "x-client-address": "1.1.1.1", "x-forwarded-for": "2.2.2.2" }, false);
    expect(headers).toEqual({ "x-client-address": "192.0.2.1" });
  });

  test("behind our proxy it is what the proxy added last", () => {
    const headers = addressOf(
      { "x-client-address": "1.1.1.1", "x-forwarded-for": "2.2.2.2, 198.51.100.7" },
      true,
    );
    expect(headers["x-client-address"]).toBe("198.51.100.7");
  });

  test("a proxy that says nothing is itself the client", () => {
    expect(addressOf({}, true)["x-client-address"]).toBe("192.0.2.1");
  });
});

describe("content security policy", () => {
  const policy = (given: Partial<Parameters<typeof contentSecurityPolicy>[0]>) =>
    contentSecurityPolicy({ scripts: ["'nonce-abc'"], secure: false, development: false, ...given }).split(
      "; ",
    );

  test("allows our files and the named inline scripts, nothing else", () => {
    expect(policy({})).toEqual([
      "default-src 'self'",
      "script-src 'self' 'nonce-abc'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "connect-src 'self'",
      "font-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]);
  });

  test("over https browsers are kept there", () => {
    expect(policy({ secure: true })).toContain("upgrade-insecure-requests");
    expect(commonHeaders(true)).toHaveProperty("strict-transport-security");
    expect(commonHeaders(false)).not.toHaveProperty("strict-transport-security");
  });

  test("only development loosens it", () => {
    expect(policy({}).join()).not.toContain("unsafe");
    expect(policy({ development: true })).toContain("script-src 'self' 'unsafe-inline' 'unsafe-eval'");
  });

  test("inline scripts are listed once each, files and empty pages not", () => {
    const html =
      '<script src="/a.js"></script><script>self.x=1</script><script id="b">\nlet y\n</script><script>self.x=1</script>';
    expect(inlineScriptHashes(html)).toEqual([
      "'sha256-OeQ5f9lOMes7jOc0cGCXX08CnAERweUkLpVXXpflaLg='",
      expect.stringMatching(/^'sha256-[A-Za-z0-9+/]{43}='$/),
    ]);
    expect(inlineScriptHashes("<p>nothing</p>")).toEqual([]);
  });
});
