import { expect, it } from "vitest";
import type { Actor, ActorMembership } from "@/server/kernel/actor";
import {
  canAskOwnState,
  canLearn,
  canRebuild,
  canSeeOwnHome,
  canSeeProgress,
  learnerPlace,
} from "@/server/learning/policy";

const place = (change: Partial<ActorMembership> = {}): ActorMembership => ({
  cohortId: "hers",
  organisationId: "o",
  course: "itsme-eid",
  role: "learner",
  ...change,
});
const person = (personId: string, memberships: ActorMembership[], isAdmin = false): Actor => ({
  kind: "person",
  personId,
  sessionId: "s",
  roles: isAdmin ? [{ role: "admin", organisationId: null }] : [],
  memberships,
});

const HER = { personId: "her", cohortIds: ["hers"] };
//                                     learns  home   sees her  rebuilds
it.each<[string, Actor, boolean, boolean, boolean, boolean]>([
  ["visitor", { kind: "anonymous" }, false, false, false, false],
  ["she herself", person("her", [place()]), true, true, true, false],
  ["learner of the same group", person("other", [place()]), true, true, false, false],
  ["learner of another course", person("other", [place({ course: "x" })]), false, true, false, false],
  ["who left the group", person("left", []), false, false, false, false],
  ["her trainer", person("t", [place({ role: "trainer" })]), false, false, true, false],
  [
    "another group's trainer",
    person("t", [place({ role: "trainer", cohortId: "x" })]),
    false,
    false,
    false,
    false,
  ],
  ["administrator", person("a", [], true), false, false, false, true],
  ["script", { kind: "system", name: "job" }, false, false, true, true],
])("%s", (_who, actor, learns, home, sees, rebuilds) => {
  expect([
    canLearn(actor, "itsme-eid"),
    canSeeOwnHome(actor),
    canSeeProgress(actor, HER),
    canRebuild(actor),
  ]).toEqual([learns, home, sees, rebuilds]);
  expect(canAskOwnState(actor)).toBe(true);
});

it("a trainer who also learns does so where she learns", () => {
  const both = person("b", [
    place({ cohortId: "taught", role: "trainer" }),
    place({ cohortId: "taken", role: "learner" }),
  ]);
  expect(learnerPlace(both, "itsme-eid")?.cohortId).toBe("taken");
});
