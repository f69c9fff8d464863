import { type Actor, hasRole, isTrainerOf } from "@/server/kernel/actor";
import { canEnterTeachRooms } from "@/server/organisations/cohorts/policy";

/** Where learners stand, by name: for the trainers of their group. */
export function canSeeCohort(actor: Actor, cohortId: string): boolean {
  return actor.kind === "system" || isTrainerOf(actor, cohortId);
}

/** The page of "my groups". */
export function canSeeTeachHome(actor: Actor): boolean {
  return canEnterTeachRooms(actor);
}

/** The numbers of a project: for the coordinators of its partners. */
export function canSeeProjectNumbers(actor: Actor): boolean {
  return hasRole(actor, "coordinator");
}

/** What was done on the instance, by code: for the administrator. */
export function canSeeLastActions(actor: Actor): boolean {
  return hasRole(actor, "admin");
}
