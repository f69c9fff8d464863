import { describe, expect, test } from "vitest";
import { parseEnv, readEnv, SettingError } from "@/server/platform/env";

const SECRET = "0123456789abcdef0123456789abcdef";
const DATABASE = "postgres://user:password@db.example.org:5432/skills";

describe("what is left out", () => {
  test("nothing is needed", () => {
    expect(parseEnv({})).toEqual({
      PORT: 3000,
      DATA_DIR: ".data",
      APP_URL: "http://localhost:3000",
      MAIL_FROM: "DigiSkiPasS <noreply@localhost>",
      DEMO: true,
      WORKBENCH: false,
      WORKBENCH_CONTENT: "content",
      TRUST_PROXY: false,
    });
  });

  test("an empty or blank value is the same as none, and other variables do not matter", () => {
    expect(parseEnv({ PORT: "", SMTP_URL: "  ", DATABASE_URL: undefined, HOME: "/root" })).toEqual(
      parseEnv({}),
    );
  });

  test.each([
    [{}, true],
    [{ DATABASE_URL: DATABASE }, false],
    [{ DATABASE_URL: DATABASE, DEMO: "1" }, true],
    [{ DEMO: "0" }, false],
  ])("demo with %o: %s", (given, demo) => {
    expect(parseEnv(given).DEMO).toBe(demo);
  });

  test("the public address follows the port", () => {
    expect(parseEnv({ PORT: "8080" }).APP_URL).toBe("http://localhost:8080");
  });
});

describe("what is accepted", () => {
  test.each([
    ["PORT", "1", 1],
    ["PORT", " 65535 ", 65_535],
    ["APP_URL", "https://skills.example.org/", "https://skills.example.org"],
    ["APP_URL", "http://localhost:4000", "http://localhost:4000"],
    ["DATABASE_URL", "postgresql://db/skills", "postgresql://db/skills"],
    ["SMTP_URL", "smtps://user:pass@mail.example.org:465", "smtps://user:pass@mail.example.org:465"],
    ["MAIL_FROM", "noreply@example.org", "noreply@example.org"],
    ["MAIL_FROM", "Our Courses <noreply@example.org>", "Our Courses <noreply@example.org>"],
    ["WORKERS", "64", 64],
    ["WORKBENCH", "1", true],
    ["TRUST_PROXY", "1", true],
    ["AUTH_SECRET", SECRET, SECRET],
  ] as const)("%s=%s", (name, value, expected) => {
    expect(parseEnv({ [name]: value })[name]).toBe(expected);
  });
});

describe("what is refused, in one line that names the variable", () => {
  test.each([
    ["PORT", "abc"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "80.5"],
    ["DATABASE_URL", "mysql://db/skills"],
    ["DATABASE_URL", "db.example.org"],
    ["APP_URL", "skills.example.org"],
    ["APP_URL", "https://skills.example.org/course"],
    ["APP_URL", "https://skills.example.org/?a=1"],
    ["APP_URL", "ftp://skills.example.org"],
    ["AUTH_SECRET", "short-secret"],
    ["SMTP_URL", "https://mail.example.org"],
    ["MAIL_FROM", "nobody"],
    ["MAIL_FROM", "a@example.org\nBcc: b@example.org"],
    ["DEMO", "yes"],
    ["WORKERS", "0"],
    ["WORKERS", "65"],
    ["TRUST_PROXY", "true"],
  ])("%s=%s", (name, value) => {
    const attempt = () => parseEnv({ [name]: value });
    expect(attempt).toThrow(SettingError);
    expect(attempt).toThrow(new RegExp(`^${name} is not usable: it must be [^\\n]+$`));
  });

  test("a secret is never repeated", () => {
    expect(() => parseEnv({ AUTH_SECRET: "short-secret" })).not.toThrow(/short-secret/);
  });
});

describe("a running server", () => {
  test("has everything", () => {
    expect(readEnv({ DATABASE_URL: DATABASE, AUTH_SECRET: SECRET })).toMatchObject({
      DATABASE_URL: DATABASE,
      AUTH_SECRET: SECRET,
      SMTP_URL: undefined,
      WORKERS: 1,
    });
  });

  test.each([
    ["DATABASE_URL", { AUTH_SECRET: SECRET }],
    ["AUTH_SECRET", { DATABASE_URL: DATABASE }],
  ])("does not start without %s", (name, given) => {
    expect(() => readEnv(given)).toThrow(new RegExp(`^${name} is missing`));
  });
});

describe("the provider of the staff's own", () => {
  const whole = {
    OIDC_ISSUER: "https://login.example.org/realms/one",
    OIDC_CLIENT_ID: "digiskipass",
    OIDC_CLIENT_SECRET: "hush-hush",
    OIDC_NAME: "Example ID",
  };

  test("comes whole", () => {
    expect(parseEnv(whole)).toMatchObject(whole);
    expect(parseEnv({ ...whole, OIDC_ISSUER: "http://127.0.0.1:9000" }).OIDC_NAME).toBe("Example ID");
  });

  test.each(Object.keys(whole))("or not at all: without %s the start stops with one line", (name) => {
    expect(() => parseEnv({ ...whole, [name]: "" })).toThrow(
      new RegExp(`^${name} is missing: give all of [^\\n]+, or none\\.$`),
    );
    expect(() => parseEnv({ ...whole, [name]: "" })).not.toThrow(/hush/);
  });

  test.each(["login.example.org", "http://login.example.org", "https://login.example.org/?a=1"])(
    "is not reached at %s",
    (issuer) => {
      expect(() => parseEnv({ ...whole, OIDC_ISSUER: issuer })).toThrow(
        /^OIDC_ISSUER is not usable: it must be /,
      );
    },
  );
});
