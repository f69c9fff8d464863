import { expect, it } from "vitest";
import { canAnswer, canTryQuestion } from "@/server/assessment/policy";
import type { Actor } from "@/server/kernel/actor";
import { canPlay } from "@/server/simulation/policy";

const person = (personId: string, role: "learner" | "trainer" | "admin" = "learner"): Actor => ({
  kind: "person",
  personId,
  sessionId: "s",
  roles: [{ role, organisationId: role === "admin" ? null : "o" }],
  memberships: [],
});

it.each<[string, Actor, boolean]>([
  ["its learner", person("her"), true],
  ["another learner", person("other"), false],
  ["a trainer", person("trainer", "trainer"), false],
  ["an administrator", person("admin", "admin"), false],
  ["a visitor", { kind: "anonymous" }, false],
  ["a script", { kind: "system", name: "job" }, false],
])("an attempt or a run is gone on with by %s: %s", (_who, actor, may) => {
  expect(canAnswer(actor, { personId: "her" })).toBe(may);
  expect(canPlay(actor, { personId: "her" })).toBe(may);
});

it("anyone tries a question", () => {
  expect(canTryQuestion({ kind: "anonymous" })).toBe(true);
});
