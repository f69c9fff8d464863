import { expect, it } from "vitest";
import type { Actor } from "@/server/kernel/actor";
import { canErasePerson, canExportPerson } from "@/server/privacy/policy";

const person = (personId: string, isAdmin = false): Actor => ({
  kind: "person",
  personId,
  sessionId: "s",
  roles: isAdmin ? [{ role: "admin", organisationId: null }] : [],
  memberships: [{ cohortId: "c", organisationId: "o", course: "x", role: "trainer" }],
});

//                                    exports  erases a learner  erases staff
it.each<[string, Actor, boolean, boolean, boolean]>([
  ["she herself", person("her"), true, true, false],
  ["an administrator", person("admin", true), true, true, true],
  ["her trainer", person("trainer"), false, false, false],
  ["a visitor", { kind: "anonymous" }, false, false, false],
  ["a script", { kind: "system", name: "job" }, false, false, false],
])("%s", (_who, actor, exports, erasesLearner, erasesStaff) => {
  expect(canExportPerson(actor, { personId: "her" })).toBe(exports);
  expect(canErasePerson(actor, { personId: "her", isStaff: false })).toBe(erasesLearner);
  expect(canErasePerson(actor, { personId: "her", isStaff: true })).toBe(erasesStaff);
});
