import { describe, expect, it } from "vitest";
import { deviceFamily, rightsOf, sessionEnd } from "@/server/identity/sessions/rules";

const at = (text: string) => new Date(`2026-11-${text}Z`);

describe("the end of a session", () => {
  it.each([
    [
      "a learner who was here just now stays for 90 days",
      false,
      at("01T08:00:00"),
      at("22T08:00:00"),
      new Date("2027-02-20T08:00:00Z"),
    ],
    ["staff, after 12 hours without use", true, at("20T08:00:00"), at("22T08:00:00"), at("22T20:00:00")],
    ["staff, after 7 days however busy", true, at("15T10:00:00"), at("22T08:00:00"), at("22T10:00:00")],
  ])("%s", (_, isStaff, createdAt, seenAt, end) => {
    expect(sessionEnd({ isStaff, createdAt, seenAt })).toEqual(end);
  });
});

describe("what a session may do", () => {
  const held = {
    roles: [
      { role: "learner" as const, organisationId: "a" },
      { role: "trainer" as const, organisationId: "a" },
    ],
    memberships: [
      { cohortId: "1", organisationId: "a", course: "itsme", role: "learner" as const },
      { cohortId: "2", organisationId: "a", course: "itsme", role: "trainer" as const },
    ],
  };

  it("is a learner's only, with a paper card", () => {
    expect(rightsOf("access-card", held)).toEqual({
      roles: [held.roles[0]],
      memberships: [held.memberships[0]],
    });
  });

  it.each(["email-code", "demo"] as const)("is everything the person may, by %s", (means) => {
    expect(rightsOf(means, held)).toEqual(held);
  });
});

describe("the kind of device", () => {
  it.each([
    ["Mozilla/5.0 (iPad; CPU OS 15_8 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1", "ipad"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15", "iphone"],
    [
      "Mozilla/5.0 (Linux; Android 12; SM-T500) AppleWebKit/537.36 Chrome/120 Safari/537.36",
      "android-tablet",
    ],
    [
      "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36",
      "android-phone",
    ],
    ["Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/130", "chromebook"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36", "windows"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15", "mac"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "linux"],
    ["curl/8.5.0", "other"],
    ["", "other"],
    [null, "other"],
  ])("of %s is %s", (userAgent, family) => {
    expect(deviceFamily(userAgent)).toBe(family);
  });
});
