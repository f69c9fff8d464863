import type { Role } from "@/db/enums";
import { type Actor, hasRole } from "@/server/kernel/actor";

/** Anyone may ask "who am I"; a visitor is told: nobody. */
export function canAskWhoIAm(_actor: Actor): boolean {
  return true;
}

/** Anyone may try to sign in; the tries are counted. */
export function canTryToSignIn(_actor: Actor): boolean {
  return true;
}

/** What only the machinery of signing in, the demonstration included, and housekeeping do. */
export function canRunSignIn(actor: Actor): boolean {
  return actor.kind === "system";
}

/** People of an organisation are made by its trainers and coordinators, and by administrators. */
export function canCreatePerson(actor: Actor, organisationId: string): boolean {
  return (
    actor.kind === "system" ||
    hasRole(actor, "admin") ||
    hasRole(actor, "coordinator", organisationId) ||
    hasRole(actor, "trainer", organisationId)
  );
}

/** A coordinator names the trainers of her organisation; everything above is an administrator's decision. */
export function canCreateStaff(actor: Actor, post: { role: Role; organisationId: string | null }): boolean {
  if (actor.kind === "system" || hasRole(actor, "admin")) return true;
  return (
    post.role === "trainer" &&
    post.organisationId !== null &&
    hasRole(actor, "coordinator", post.organisationId)
  );
}

/** A person keeps her own preferences and her own list of devices; nobody else sees them. */
export function canManageOwnAccount(actor: Actor): boolean {
  return actor.kind === "person";
}
