import { expect, it } from "vitest";
import type { Actor, ActorMembership } from "@/server/kernel/actor";
import { canEarnEvidence, canNoteAssistance, canReadPassport } from "@/server/passport/policy";

const teaches = (cohortId: string): ActorMembership => ({
  cohortId,
  organisationId: "o",
  course: "itsme-eid",
  role: "trainer",
});
const person = (personId: string, memberships: ActorMembership[] = [], isAdmin = false): Actor => ({
  kind: "person",
  personId,
  sessionId: "s",
  roles: isAdmin ? [{ role: "admin", organisationId: null }] : [],
  memberships,
});
const HER = { personId: "her", cohortIds: ["hers"] };

//                                                reads  earns  notes
it.each<[string, Actor, boolean, boolean, boolean]>([
  ["visitor", { kind: "anonymous" }, false, false, false],
  ["she herself", person("her"), true, true, false],
  [
    "another learner of the group",
    person("x", [{ ...teaches("hers"), role: "learner" }]),
    false,
    false,
    false,
  ],
  ["her trainer", person("t", [teaches("hers")]), true, false, true],
  ["another group's trainer", person("t", [teaches("other")]), false, false, false],
  ["administrator", person("a", [], true), false, false, false],
  ["script", { kind: "system", name: "job" }, true, false, false],
])("%s", (_who, actor, reads, earns, notes) => {
  expect([
    canReadPassport(actor, HER),
    canEarnEvidence(actor, HER),
    canNoteAssistance(actor, { id: "hers", isMember: true }),
  ]).toEqual([reads, earns, notes]);
});

it("nobody notes help for who is not in the group", () => {
  expect(canNoteAssistance(person("t", [teaches("hers")]), { id: "hers", isMember: false })).toBe(false);
});
