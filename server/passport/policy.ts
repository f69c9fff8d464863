import { type Actor, isTrainerOf } from "@/server/kernel/actor";

/** Whose passport may be opened: one's own, and a trainer those of the learners now in a cohort of hers. */
export function canReadPassport(
  actor: Actor,
  holder: { personId: string; cohortIds: readonly string[] },
): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind !== "person") return false;
  return actor.personId === holder.personId || holder.cohortIds.some((cohort) => isTrainerOf(actor, cohort));
}

/** Proof is pushed by the learner's own graded work. */
export function canEarnEvidence(actor: Actor, holder: { personId: string }): boolean {
  return actor.kind === "person" && actor.personId === holder.personId;
}

/** Help given is noted by a trainer of a cohort the learner is in now. */
export function canNoteAssistance(actor: Actor, cohort: { id: string; isMember: boolean }): boolean {
  return cohort.isMember && isTrainerOf(actor, cohort.id);
}
