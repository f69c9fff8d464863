import { describe, expect, it } from "vitest";
import type { Role } from "@/db/enums";
import { canIssueAccessCards } from "@/server/identity/access-cards/policy";
import { makeEmailCode } from "@/server/identity/email-codes/rules";
import { askForEmailCodeInput, tryEmailCodeInput } from "@/server/identity/email-codes/schema";
import { canCreatePerson, canCreateStaff, canManageOwnAccount, canRunSignIn } from "@/server/identity/policy";
import { localeAfterSignIn, placeAfterSignIn, roomsOf } from "@/server/identity/rules";
import { createPersonInput, updateProfileInput } from "@/server/identity/schema";
import { type Actor, ANONYMOUS } from "@/server/kernel/actor";
import { fieldKeys } from "@/server/kernel/invalid-input";

const person = (role: Role, organisationId: string | null, trains: string[] = []): Actor => ({
  kind: "person",
  personId: "p",
  sessionId: "s",
  roles: [{ role, organisationId }],
  memberships: trains.map((cohortId) => ({
    cohortId,
    organisationId: organisationId ?? "",
    course: "itsme",
    role: "trainer" as const,
  })),
});
const SYSTEM: Actor = { kind: "system", name: "test" };

describe("the rooms of a person", () => {
  it.each<[Role[], string[]]>([
    [["learner"], ["/learn"]],
    [["trainer"], ["/teach"]],
    [["coordinator"], ["/report"]],
    [["admin"], ["/admin"]],
    [
      ["learner", "trainer"],
      ["/teach", "/learn"],
    ],
    [
      ["trainer", "coordinator", "admin"],
      ["/admin", "/report", "/teach"],
    ],
    [[], ["/learn"]],
  ])("with %j are %j", (roles, rooms) => {
    expect(roomsOf(roles.map((role) => ({ role })))).toEqual(rooms);
  });
});

describe("the language after signing in", () => {
  it.each([
    ["her own, when she chose none", { person: "nl", page: "fr", chosen: undefined }, "nl"],
    ["her own, when somebody else chose another here", { person: "nl", page: "fr", chosen: "de" }, "nl"],
    ["the page's, when she chose it", { person: "nl", page: "fr", chosen: "fr" }, "fr"],
  ] as const)("is %s", (_, locales, expected) => {
    expect(localeAfterSignIn(locales)).toBe(expected);
  });
});

describe("the place after signing in", () => {
  it.each([
    ["her first room, when nothing was asked for", undefined, "/nl/learn"],
    ["the page that asked, in her language", "/fr/learn/passport", "/nl/learn/passport"],
    ["her own account", "/fr/account", "/nl/account"],
    [
      "a lesson",
      "/fr/courses/itsme-eid/log-in/steps/3?from=1",
      "/nl/courses/itsme-eid/log-in/steps/3?from=1",
    ],
    ["not a room she has no key to", "/fr/admin", "/nl/learn"],
    ["not a room that only looks like hers", "/fr/learning", "/nl/learn"],
    ["not the door itself", "/fr/sign-in", "/nl/learn"],
    ["not another site", "https://evil.example/fr/learn", "/nl/learn"],
    ["not another site without scheme", "//evil.example/learn", "/nl/learn"],
    ["not another site behind a slash", "/fr/learn//evil.example", "/nl/learn"],
    ["not another site behind a backslash", "/\\evil.example/learn", "/nl/learn"],
    ["not a language we do not speak", "/xx/learn", "/nl/learn"],
    ["not a header break", "/fr/learn\r\nset-cookie: a=b", "/nl/learn"],
  ])("is %s", (_, next, place) => {
    expect(placeAfterSignIn(["/learn"], "nl", next)).toBe(place);
  });
});

describe("who may", () => {
  const actors = {
    anonymous: ANONYMOUS,
    learner: person("learner", "a"),
    trainer: person("trainer", "a", ["c"]),
    "other group's trainer": person("trainer", "a", ["d"]),
    "other organisation's trainer": person("trainer", "b", ["e"]),
    coordinator: person("coordinator", "a"),
    "other coordinator": person("coordinator", "b"),
    admin: person("admin", null),
    system: SYSTEM,
  };
  const cohort = { id: "c", organisationId: "a" };
  it.each<[string, (actor: Actor) => boolean, (keyof typeof actors)[]]>([
    [
      "make cards",
      (actor) => canIssueAccessCards(actor, cohort),
      ["trainer", "coordinator", "admin", "system"],
    ],
    [
      "make a learner",
      (actor) => canCreatePerson(actor, "a"),
      ["trainer", "other group's trainer", "coordinator", "admin", "system"],
    ],
    [
      "name a trainer",
      (actor) => canCreateStaff(actor, { role: "trainer", organisationId: "a" }),
      ["coordinator", "admin", "system"],
    ],
    [
      "name a coordinator",
      (actor) => canCreateStaff(actor, { role: "coordinator", organisationId: "a" }),
      ["admin", "system"],
    ],
    [
      "name an administrator",
      (actor) => canCreateStaff(actor, { role: "admin", organisationId: null }),
      ["admin", "system"],
    ],
    ["run the sign-in", canRunSignIn, ["system"]],
    [
      "keep an account",
      canManageOwnAccount,
      [
        "learner",
        "trainer",
        "other group's trainer",
        "other organisation's trainer",
        "coordinator",
        "other coordinator",
        "admin",
      ],
    ],
  ])("%s", (_, policy, allowed) => {
    const names = Object.keys(actors) as (keyof typeof actors)[];
    expect(names.filter((name) => policy(actors[name]))).toEqual(
      names.filter((name) => allowed.includes(name)),
    );
  });
});

describe("a code by e-mail", () => {
  it("has six digits, zeros in front included", () => {
    expect(makeEmailCode(() => 42)).toBe("000042");
    expect(makeEmailCode((below) => below - 1)).toBe("999999");
  });

  const requestId = "0190c9d2-6e7a-7c30-8d21-3f0a8f4f6f10";
  it.each(["123456", " 123 456 ", "123-456", "12 34 56"])("is understood when typed %j", (code) => {
    expect(tryEmailCodeInput.parse({ requestId, code }).code).toBe("123456");
  });

  it.each([
    ["missing", { requestId }, { code: "required" }],
    ["empty", { requestId, code: "" }, { code: "required" }],
    ["too short", { requestId, code: "12345" }, { code: "invalid-code" }],
    ["too long", { requestId, code: "1234567" }, { code: "invalid-code" }],
    ["letters", { requestId, code: "abcdef" }, { code: "invalid-code" }],
    ["endless", { requestId, code: "1".repeat(999) }, { code: "too-long" }],
    ["a number", { requestId, code: 123456 }, { code: "wrong-type" }],
    ["for no request", { requestId: "me", code: "123456" }, { requestId: "invalid-uuid" }],
  ])("gives a key when it is %s", (_, input, keys) => {
    const parsed = tryEmailCodeInput.safeParse(input, { reportInput: true });
    expect(parsed.success ? {} : fieldKeys(parsed.error, input)).toEqual(keys);
  });

  it.each([
    [{}, "required"],
    [{ email: "" }, "required"],
    [{ email: "marie" }, "invalid-email"],
    [{ email: "marie@" }, "invalid-email"],
    [{ email: `${"m".repeat(300)}@exemple.be` }, "too-long"],
    [{ email: 7 }, "wrong-type"],
  ])("asked for with %j gives a key", (input, key) => {
    const parsed = askForEmailCodeInput.safeParse(input, { reportInput: true });
    expect(parsed.success ? {} : fieldKeys(parsed.error, input)).toEqual({ email: key });
  });

  it("is asked for with an address in any case", () => {
    expect(askForEmailCodeInput.parse({ email: " Marie.DUPONT@Exemple.BE " }).email).toBe(
      "marie.dupont@exemple.be",
    );
  });
});

describe("a person's data as typed", () => {
  const right = { organisationId: "0190c9d2-6e7a-7c30-8d21-3f0a8f4f6f10", firstName: "Marie", locale: "fr" };
  it.each([
    [{}, { organisationId: "required", firstName: "required", locale: "required" }],
    [{ ...right, firstName: "  " }, { firstName: "required" }],
    [{ ...right, firstName: "M".repeat(61) }, { firstName: "too-long" }],
    [{ ...right, firstName: 7 }, { firstName: "wrong-type" }],
    [{ ...right, email: "marie" }, { email: "invalid-email" }],
    [{ ...right, phone: "call me" }, { phone: "invalid-phone" }],
    [{ ...right, phone: "12" }, { phone: "invalid-phone" }],
    [{ ...right, locale: "es" }, { locale: "wrong-type" }],
    [{ ...right, organisationId: "a" }, { organisationId: "invalid-uuid" }],
  ])("%j is refused at the field", (input, keys) => {
    const parsed = createPersonInput.safeParse(input, { reportInput: true });
    expect(parsed.success ? {} : fieldKeys(parsed.error, input)).toEqual(keys);
  });

  it("loses outer spaces and keeps accents", () => {
    expect(createPersonInput.parse({ ...right, firstName: "  Marie   Zoë " }).firstName).toBe("Marie Zoë");
  });

  it.each([{ textSize: 110 }, { textSize: "125" }, { locale: "xx" }, { theme: "pink" }, { contrast: "low" }])(
    "wishes %j are refused",
    (wish) => {
      expect(updateProfileInput.safeParse(wish).success).toBe(false);
    },
  );
});
