import { describe, expect, it } from "vitest";
import { courseLibraries } from "@/server/catalogue/library/reads";
import type { Actor } from "@/server/kernel/actor";
import { canCreateCohort, canEnterTeachRooms, canManageCohort } from "@/server/organisations/cohorts/policy";
import { COHORT_COURSES } from "@/server/organisations/cohorts/schema";
import { canCreateProject, canManageOrganisations, canManageStaff } from "@/server/organisations/policy";

const HERE = "organisation-here";
const COHORT = "cohort-here";
type Person = Extract<Actor, { kind: "person" }>;
const person = (parts: Partial<Person>): Actor => ({
  kind: "person",
  personId: "p",
  sessionId: "s",
  roles: [],
  memberships: [],
  ...parts,
});
const place = (role: "learner" | "trainer", cohortId = COHORT) => ({
  cohortId,
  organisationId: HERE,
  course: "itsme-eid",
  role,
});

const ACTORS: Record<string, Actor> = {
  anonymous: { kind: "anonymous" },
  learner: person({ roles: [{ role: "learner", organisationId: HERE }], memberships: [place("learner")] }),
  trainer: person({ roles: [{ role: "trainer", organisationId: HERE }], memberships: [place("trainer")] }),
  "trainer of another group": person({
    roles: [{ role: "trainer", organisationId: HERE }],
    memberships: [place("trainer", "another")],
  }),
  "trainer elsewhere": person({ roles: [{ role: "trainer", organisationId: "elsewhere" }] }),
  coordinator: person({ roles: [{ role: "coordinator", organisationId: HERE }] }),
  "coordinator elsewhere": person({ roles: [{ role: "coordinator", organisationId: "elsewhere" }] }),
  admin: person({ roles: [{ role: "admin", organisationId: null }] }),
  system: { kind: "system", name: "seed" },
};

describe("who may do what with organisations and groups", () => {
  it.each([
    ["canManageOrganisations", (actor: Actor) => canManageOrganisations(actor), ["admin", "system"]],
    ["canManageStaff", (actor: Actor) => canManageStaff(actor, HERE), ["coordinator", "admin", "system"]],
    ["canCreateProject", (actor: Actor) => canCreateProject(actor), ["system"]],
    [
      "canCreateCohort",
      (actor: Actor) => canCreateCohort(actor, HERE),
      ["trainer", "trainer of another group", "coordinator", "system"],
    ],
    ["canManageCohort", (actor: Actor) => canManageCohort(actor, COHORT), ["trainer", "system"]],
    [
      "canEnterTeachRooms",
      (actor: Actor) => canEnterTeachRooms(actor),
      ["trainer", "trainer of another group", "trainer elsewhere"],
    ],
  ] as const)("%s", (_, allows, expected) => {
    const allowed = Object.entries(ACTORS).flatMap(([name, actor]) => (allows(actor) ? [name] : []));
    expect(allowed).toEqual(expected);
  });

  it("offers exactly the courses of the catalogue", () => {
    expect([...COHORT_COURSES]).toEqual([...courseLibraries().keys()]);
  });
});
