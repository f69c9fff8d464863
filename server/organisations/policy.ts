import { type Actor, hasRole } from "@/server/kernel/actor";

/** Organisations are the administrator's: she sees all of them and creates them. */
export function canManageOrganisations(actor: Actor): boolean {
  return actor.kind === "system" || hasRole(actor, "admin");
}

/** Staff of an organisation: the administrator, and the coordinator of that very organisation. */
export function canManageStaff(actor: Actor, organisationId: string): boolean {
  return canManageOrganisations(actor) || hasRole(actor, "coordinator", organisationId);
}

/** Projects come with their grant agreement: a script writes them down. */
export function canCreateProject(actor: Actor): boolean {
  return actor.kind === "system";
}
