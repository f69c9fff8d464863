import { type Actor, type ActorMembership, hasRole, isTrainerOf } from "@/server/kernel/actor";

/** The place a person learns from: where progress in this course is kept. Undefined for who is no learner of it. */
export function learnerPlace(actor: Actor, course: string): ActorMembership | undefined {
  if (actor.kind !== "person") return undefined;
  return actor.memberships.find((place) => place.role === "learner" && place.course === course);
}

/** A learner records her own actions, in a course she takes; nobody records for somebody else. */
export function canLearn(actor: Actor, course: string): boolean {
  return learnerPlace(actor, course) !== undefined;
}

/** Whether somebody is a learner anywhere: then there is a home to show. */
export function canSeeOwnHome(actor: Actor): boolean {
  return actor.kind === "person" && actor.memberships.some((place) => place.role === "learner");
}

/** Anyone may ask for "my state" of a public course page; who is no learner gets none. */
export function canAskOwnState(_actor: Actor): boolean {
  return true;
}

/** A learner's progress: herself, and the trainers of a cohort she is in now. */
export function canSeeProgress(
  actor: Actor,
  learner: { personId: string; cohortIds: readonly string[] },
): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind !== "person") return false;
  return (
    actor.personId === learner.personId || learner.cohortIds.some((cohort) => isTrainerOf(actor, cohort))
  );
}

/** Rebuilding read models is a script's work, on an administrator's word. */
export function canRebuild(actor: Actor): boolean {
  return actor.kind === "system" || hasRole(actor, "admin");
}
