import { type Actor, hasRole, isTrainerOf } from "@/server/kernel/actor";

/** The certificates of a cohort, names included, are its trainers' business. */
export function canSeeCohortCertificates(actor: Actor, cohort: { id: string }): boolean {
  return isTrainerOf(actor, cohort.id);
}

/** A trainer of the cohort issues to whoever learns in it now. */
export function canIssueCertificate(actor: Actor, cohort: { id: string; isMember: boolean }): boolean {
  return cohort.isMember && isTrainerOf(actor, cohort.id);
}

/** Taking a certificate back: who issues in its cohort, the coordinator of its organisation, an administrator. */
export function canRevokeCertificate(
  actor: Actor,
  certificate: { cohortId: string | null; organisationId: string },
): boolean {
  return (
    (certificate.cohortId !== null && isTrainerOf(actor, certificate.cohortId)) ||
    hasRole(actor, "coordinator", certificate.organisationId) ||
    hasRole(actor, "admin")
  );
}

/** The file of one certificate: for its holder, and for the trainers of the cohort it was issued in. */
export function canExportCertificate(
  actor: Actor,
  certificate: { personId: string | null; cohortId: string | null },
): boolean {
  if (actor.kind !== "person") return false;
  return (
    actor.personId === certificate.personId ||
    (certificate.cohortId !== null && isTrainerOf(actor, certificate.cohortId))
  );
}

/** One's own certificates. */
export function canSeeOwnCertificates(actor: Actor): boolean {
  return actor.kind === "person";
}

/** Whoever holds the paper may check it, without signing in. */
export function canVerifyCertificate(_actor: Actor): boolean {
  return true;
}
