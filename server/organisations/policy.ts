import { type Actor, hasRole } from "@/server/kernel/actor";

/** Organisations are the administrator's: she sees all of them and creates them. */
export function canManageOrganisations(actor: Actor): boolean {
  return actor.kind === "system" || hasRole(actor, "admin");
}

/** Staff of an organisation: the administrator, and the coordinator of that very organisation. */
export function canManageStaff(actor: Actor, organisationId: string): boolean {
  return canManageOrganisations(actor) || hasRole(actor, "coordinator", organisationId);
}

/** The team of one's own organisation: whoever coordinates one has such a page. */
export function canEnterTeamRoom(actor: Actor): boolean {
  return hasRole(actor, "coordinator");
}

/** Projects come with their grant agreement: a script writes them down. */
export function canCreateProject(actor: Actor): boolean {
  return actor.kind === "system";
}
