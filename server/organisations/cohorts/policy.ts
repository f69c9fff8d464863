import { type Actor, hasRole, isTrainerOf } from "@/server/kernel/actor";

/** A group is opened in one's own organisation, by who teaches or coordinates there. */
export function canCreateCohort(actor: Actor, organisationId: string): boolean {
  return (
    actor.kind === "system" ||
    hasRole(actor, "trainer", organisationId) ||
    hasRole(actor, "coordinator", organisationId)
  );
}

/** Whether somebody may open a group anywhere: then there is a form to show. */
export function canCreateSomeCohort(actor: Actor): boolean {
  return hasRole(actor, "trainer") || hasRole(actor, "coordinator");
}

/** Names of learners are for the trainers of their group, nobody else in the house. */
export function canManageCohort(actor: Actor, cohortId: string): boolean {
  return actor.kind === "system" || isTrainerOf(actor, cohortId);
}

/** Who teaches, or could: the list of "my groups" may be empty. */
export function canListOwnCohorts(actor: Actor): boolean {
  if (actor.kind !== "person") return false;
  return canCreateSomeCohort(actor) || actor.memberships.some((place) => place.role === "trainer");
}
