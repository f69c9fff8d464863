import { describe, expect, it } from "vitest";
import { joinProfiles } from "@/server/identity/rules";
import type { Actor } from "@/server/kernel/actor";
import { openTooMuch } from "@/server/learning/rules";
import { joinSchedules } from "@/server/learning/surprises/rules";
import { areNamesAlike, joinPlaces } from "@/server/organisations/cohorts/rules";
import { canMergePersons } from "@/server/privacy/merging/policy";
import { mergeObstacle, organisationsOf, whereabouts } from "@/server/privacy/merging/rules";

const person = (change: Partial<Extract<Actor, { kind: "person" }>>): Actor => ({
  kind: "person",
  personId: "me",
  sessionId: "s",
  roles: [],
  memberships: [],
  ...change,
});
const teaching = (...cohortIds: string[]) =>
  person({
    memberships: cohortIds.map((cohortId) => ({
      cohortId,
      organisationId: "house",
      course: "c",
      role: "trainer",
    })),
  });
const admin = person({ roles: [{ role: "admin", organisationId: null }] });
const inGroups = (...cohortIds: string[]) => ({ cohortIds });

describe("who may say that two are one", () => {
  it.each([
    ["a trainer of both, in one group", teaching("a"), [inGroups("a"), inGroups("a")], true],
    ["a trainer of both, in two groups", teaching("a", "b"), [inGroups("a"), inGroups("b", "x")], true],
    ["a trainer of one", teaching("a"), [inGroups("a"), inGroups("b")], false],
    ["a trainer, of who is in no group", teaching("a"), [inGroups("a"), inGroups()], false],
    ["an administrator", admin, [inGroups(), inGroups()], true],
    [
      "a coordinator",
      person({ roles: [{ role: "coordinator", organisationId: "house" }] }),
      [inGroups("a"), inGroups("a")],
      false,
    ],
    ["a visitor", { kind: "anonymous" } as const, [inGroups("a"), inGroups("a")], false],
    ["the machinery", { kind: "system", name: "x" } as const, [inGroups(), inGroups()], true],
  ])("%s", (_who, actor, persons, allowed) => {
    expect(canMergePersons(actor, persons)).toBe(allowed);
  });
});

const place = (organisationId: string, change: { role?: "trainer"; isActive?: boolean } = {}) => ({
  cohortId: `group of ${organisationId}`,
  organisationId,
  role: "learner" as const,
  isActive: true,
  ...change,
});
const learner = (...houses: string[]) => ({
  roles: houses.map((organisationId) => ({ role: "learner", organisationId })),
  places: houses.map((house) => place(house)),
});

describe("what stands in the way", () => {
  it.each([
    ["nothing, in one organisation", teaching("a"), learner("a"), learner("a"), null],
    ["two organisations, for a trainer", teaching("a"), learner("a"), learner("a", "b"), "merge-across"],
    ["two organisations, not for an administrator", admin, learner("a"), learner("b"), null],
    [
      "a place of long ago elsewhere",
      teaching("a"),
      learner("a"),
      { roles: [], places: [place("a"), place("b", { isActive: false })] },
      "merge-across",
    ],
    [
      "a staff role",
      admin,
      learner("a"),
      { ...learner("a"), roles: [{ role: "coordinator", organisationId: "a" }] },
      "merge-staff",
    ],
    [
      "having taught once",
      admin,
      { roles: [], places: [place("a", { role: "trainer", isActive: false })] },
      learner("a"),
      "merge-staff",
    ],
  ] as const)("%s", (_what, actor, one, other, obstacle) => {
    expect(mergeObstacle(actor, one, other)).toBe(obstacle);
  });

  it("reads organisations and groups from every place", () => {
    const her = { roles: [], places: [place("a"), place("b", { isActive: false })] };
    expect(organisationsOf(her)).toEqual(["a", "b"]);
    expect(whereabouts(her)).toEqual({ cohortIds: ["group of a"] });
    expect(whereabouts(null)).toEqual({ cohortIds: [] });
  });
});

const named = (text: string) => {
  const [firstName = "", ...rest] = text.split(" ");
  return { firstName, familyName: rest.join(" ") || null };
};

describe("names that may be one person's", () => {
  it.each([
    ["Monique Dubois", "monique dubois", true],
    ["Éliane De Smet", "Eliane Desmet", true],
    ["Monique Dubois", "Dubois Monique", true],
    ["Monique Dubois", "Monique D.", true],
    ["Monique Dubois", "Monique D", true],
    ["Monique Dubois", "Monique", true],
    ["Monique Dubois", "Monique Du.", true],
    ["Monique Dubois", "Monique Duboiss", true],
    ["Monique Dubois", "Moniqe Dubois", true],
    ["Monique Dubois", "Monique Duboix", true],
    ["Monique Dubois", "Monique Martin", false],
    ["Monique Dubois", "Monique E.", false],
    ["Monique Dubois", "Martine Dubois", false],
    ["Monique", "Martine", false],
    ["Ana Li", "Ada Li", false],
    ["Li", "Lu", false],
  ])("%s and %s: %s", (a, b, alike) => {
    expect([areNamesAlike(named(a), named(b)), areNamesAlike(named(b), named(a))]).toEqual([alike, alike]);
  });
});

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const stay = (id: string, from: number, to: number | null, change: object = {}) => ({
  id,
  personId: id.startsWith("k") ? "kept" : "other",
  cohortId: "group",
  role: "learner" as const,
  joinedAt: day(from),
  leftAt: to === null ? null : day(to),
  ...change,
});

describe("places of two who are one", () => {
  it.each([
    ["both there now", [stay("k", 5, null), stay("o", 2, null)], [["o", 2, null]]],
    ["one left, one there", [stay("k", 1, 4), stay("o", 3, null)], [["k", 1, null]]],
    ["one inside the other", [stay("k", 1, 9), stay("o", 3, 4)], [["k", 1, 9]]],
    ["end meets beginning", [stay("k", 1, 4), stay("o", 4, 6)], [["k", 1, 6]]],
    [
      "apart",
      [stay("k", 1, 3), stay("o", 5, 6)],
      [
        ["k", 1, 3],
        ["o", 5, 6],
      ],
    ],
    ["a bridge between two", [stay("k1", 1, 3), stay("k2", 5, 8), stay("o", 2, 6)], [["k1", 1, 8]]],
    [
      "two groups",
      [stay("k", 1, null), stay("o", 1, null, { cohortId: "another" })],
      [
        ["k", 1, null],
        ["o", 1, null],
      ],
    ],
  ])("%s", (_what, places, expected) => {
    const joined = joinPlaces(places, "kept");
    expect(
      joined.map(({ id, joinedAt, leftAt }) => [id, joinedAt.getUTCDate(), leftAt?.getUTCDate() ?? null]),
    ).toEqual(expected);
    expect(new Set(joined.map(({ personId }) => personId))).toEqual(new Set(["kept"]));
  });
});

describe("what is open in both", () => {
  const work = (id: string, lines: number, last: number, activityId = "check") => ({
    id,
    course: "c",
    activityId,
    lines,
    last,
  });
  it.each([
    ["one alone stays", [work("a", 1, 1)], []],
    ["the one with less in it is closed", [work("a", 2, 9), work("b", 5, 3)], ["a"]],
    ["of equals the one left longer ago", [work("a", 2, 3), work("b", 2, 9)], ["a"]],
    ["other activities have nothing to do with it", [work("a", 1, 1), work("b", 9, 9, "run")], []],
  ])("%s", (_what, works, closed) => {
    expect(openTooMuch(works).map(({ id }) => id)).toEqual(closed);
    expect(openTooMuch(works.toReversed()).map(({ id }) => id)).toEqual(closed);
  });
});

describe("wishes of two who are one", () => {
  const schedule = (personId: string, change: object = {}) => ({
    personId,
    course: "c",
    dueAt: null,
    stoppedByLearnerAt: null,
    stoppedByTrainerAt: null,
    ...change,
  });

  it("surprises come at the later time, and not at all where anybody stopped them", () => {
    const joined = joinSchedules(
      [
        schedule("kept", { dueAt: day(3), stoppedByTrainerAt: day(2) }),
        schedule("other", { dueAt: day(9), stoppedByLearnerAt: day(1), stoppedByTrainerAt: day(4) }),
        schedule("other", { course: "d", dueAt: day(5) }),
      ],
      "kept",
    );
    expect(joined).toEqual([
      schedule("kept", { dueAt: day(9), stoppedByLearnerAt: day(1), stoppedByTrainerAt: day(2) }),
      schedule("kept", { course: "d", dueAt: day(5) }),
    ]);
  });

  it("her own row counts, and where it says nothing, the other one", () => {
    const row = (change: object = {}) => ({
      email: null,
      phone: null,
      textSize: 100,
      theme: null,
      contrast: null,
      isDemo: false,
      createdAt: day(5),
      ...change,
    });
    const other = row({
      email: "b",
      phone: "2",
      textSize: 150,
      theme: "dark",
      createdAt: day(1),
      isDemo: true,
    });
    expect(joinProfiles(row(), other)).toEqual({ ...other, isDemo: false });
    const own = row({ email: "a", phone: "1", textSize: 125, theme: "light", contrast: "high" });
    expect(joinProfiles(own, other)).toEqual({ ...own, createdAt: day(1) });
  });
});
