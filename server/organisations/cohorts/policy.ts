import { type Actor, hasRole, isTrainerOf } from "@/server/kernel/actor";

/** A group is opened in one's own organisation, by who teaches or coordinates there. */
export function canCreateCohort(actor: Actor, organisationId: string): boolean {
  return (
    actor.kind === "system" ||
    hasRole(actor, "trainer", organisationId) ||
    hasRole(actor, "coordinator", organisationId)
  );
}

/** Names of learners are for the trainers of their group, nobody else in the house. */
export function canManageCohort(actor: Actor, cohortId: string): boolean {
  return actor.kind === "system" || isTrainerOf(actor, cohortId);
}

/** The rooms of trainers: for who teaches a group now, or may. The list of "my groups" can be empty. */
export function canEnterTeachRooms(actor: Actor): boolean {
  return (
    hasRole(actor, "trainer") ||
    (actor.kind === "person" && actor.memberships.some((place) => place.role === "trainer"))
  );
}
