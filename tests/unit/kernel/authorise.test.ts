import { describe, expect, it } from "vitest";
import type { Connection } from "@/db/client";
import { type Actor, belongsTo, hasRole, isTrainerOf } from "@/server/kernel/actor";
import { authorise } from "@/server/kernel/authorise";
import { DomainError, ERROR_STATUS, found } from "@/server/kernel/errors";
import { contextOf } from "../../support/factories";

/** Deciding needs no database. */
const NO_DATABASE = {} as Connection;
const HERE = "organisation-here";
const person = (change: Partial<Extract<Actor, { kind: "person" }>> = {}): Actor => ({
  kind: "person",
  personId: "p",
  sessionId: "s",
  roles: [],
  memberships: [],
  ...change,
});
const colleague = person({ roles: [{ role: "trainer", organisationId: HERE }] });
const learner = person({
  memberships: [{ cohortId: "c", organisationId: HERE, course: "x", role: "learner" }],
});
const stranger = person({ roles: [{ role: "coordinator", organisationId: "elsewhere" }] });
const admin = person({ roles: [{ role: "admin", organisationId: null }] });
const visitor: Actor = { kind: "anonymous" };
const script: Actor = { kind: "system", name: "job" };

function outcome(actor: Actor, allowed: boolean, organisationId?: string): string {
  try {
    authorise(contextOf(NO_DATABASE, actor), allowed, organisationId);
    return "ok";
  } catch (error) {
    return error instanceof DomainError ? error.code : "fault";
  }
}

describe("authorise", () => {
  it.each<[string, Actor, string | undefined, string]>([
    ["a visitor, of a thing known to exist", visitor, undefined, "UNAUTHENTICATED"],
    ["a visitor, of a thing of an organisation", visitor, HERE, "UNAUTHENTICATED"],
    ["anybody, of a thing known to exist", stranger, undefined, "FORBIDDEN"],
    ["a colleague", colleague, HERE, "FORBIDDEN"],
    ["a learner of the organisation", learner, HERE, "FORBIDDEN"],
    ["a stranger", stranger, HERE, "NOT_FOUND"],
    ["an administrator, who belongs to no organisation", admin, HERE, "NOT_FOUND"],
    ["a script", script, HERE, "NOT_FOUND"],
    ["a colleague, of a thing that is not there", colleague, "", "NOT_FOUND"],
  ])("refuses %s", (_who, actor, organisationId, code) => {
    expect(outcome(actor, false, organisationId)).toBe(code);
    expect(outcome(actor, true, organisationId)).toBe("ok");
  });
});

it("roles count in their own organisation only", () => {
  expect(hasRole(colleague, "trainer")).toBe(true);
  expect(hasRole(colleague, "trainer", HERE)).toBe(true);
  expect(hasRole(colleague, "trainer", "elsewhere")).toBe(false);
  expect(hasRole(colleague, "coordinator", HERE)).toBe(false);
  expect(hasRole(admin, "admin")).toBe(true);
  expect(hasRole(admin, "admin", HERE)).toBe(false);
  expect(hasRole(script, "admin")).toBe(false);
});

it("a learner of a group does not teach it", () => {
  expect(isTrainerOf(learner, "c")).toBe(false);
  expect(isTrainerOf(colleague, "c")).toBe(false);
  expect(belongsTo(learner, HERE)).toBe(true);
  expect(belongsTo(admin, HERE)).toBe(false);
});

it("found gives back what there is, empty text and zero included", () => {
  expect([found(0), found(""), found(false)]).toEqual([0, "", false]);
  expect(() => found(null)).toThrow(DomainError);
  expect(() => found(undefined)).toThrow("NOT_FOUND");
});

it("every refusal has a status of its own", () => {
  expect(new Set(Object.values(ERROR_STATUS)).size).toBe(7);
});
