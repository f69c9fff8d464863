import { type Actor, hasRole, isTrainerOf } from "@/server/kernel/actor";

/** Cards of a group are made by its trainers, and by the coordinators and administrators who stand in for them. */
export function canIssueAccessCards(actor: Actor, cohort: { id: string; organisationId: string }): boolean {
  return (
    actor.kind === "system" ||
    isTrainerOf(actor, cohort.id) ||
    hasRole(actor, "coordinator", cohort.organisationId) ||
    hasRole(actor, "admin")
  );
}
