import { type Actor, hasRole } from "@/server/kernel/actor";

/** Everything held about a person: for herself, and for the administrator who answers her request on paper. */
export function canExportPerson(actor: Actor, subject: { personId: string }): boolean {
  return hasRole(actor, "admin") || (actor.kind === "person" && actor.personId === subject.personId);
}

/**
 * Erasing somebody: an administrator, and a learner herself. Who works with the platform asks an administrator,
 * because learners may depend on her.
 */
export function canErasePerson(actor: Actor, subject: { personId: string; isStaff: boolean }): boolean {
  if (hasRole(actor, "admin")) return true;
  return actor.kind === "person" && actor.personId === subject.personId && !subject.isStaff;
}
