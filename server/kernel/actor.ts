import type { Role } from "@/db/enums";

export type ActorRole = { role: Role; organisationId: string | null };

/** One active place of a person in a cohort. */
export type ActorMembership = {
  cohortId: string;
  organisationId: string;
  course: string;
  role: "learner" | "trainer";
};

/** A signed-in person with the rights the database gave them for this very request. */
export type PersonActor = {
  kind: "person";
  personId: string;
  sessionId: string;
  roles: readonly ActorRole[];
  memberships: readonly ActorMembership[];
};

/** Who is asking. Jobs and scripts pass the same doors as people, as `system`. */
export type Actor = { kind: "anonymous" } | PersonActor | { kind: "system"; name: string };

export const ANONYMOUS: Actor = { kind: "anonymous" };

/** Whether the actor holds `role` (in `organisationId`, when one is given). */
export function hasRole(actor: Actor, role: Role, organisationId?: string): boolean {
  return (
    actor.kind === "person" &&
    actor.roles.some(
      (held) =>
        held.role === role && (organisationId === undefined || held.organisationId === organisationId),
    )
  );
}

/** Whether the actor is an active trainer of the cohort. */
export function isTrainerOf(actor: Actor, cohortId: string): boolean {
  return (
    actor.kind === "person" &&
    actor.memberships.some((place) => place.cohortId === cohortId && place.role === "trainer")
  );
}

/** Whether the actor has any foothold in the organisation: then a refusal may admit that the thing exists. */
export function belongsTo(actor: Actor, organisationId: string): boolean {
  return (
    actor.kind === "person" &&
    (actor.roles.some((held) => held.organisationId === organisationId) ||
      actor.memberships.some((place) => place.organisationId === organisationId))
  );
}
