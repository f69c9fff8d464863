import { type Actor, isTrainerOf } from "@/server/kernel/actor";

/** Exams are opened and supervised by a trainer of a cohort the learner is in now. */
export function canGrantExam(actor: Actor, cohort: { id: string; isMember: boolean }): boolean {
  return cohort.isMember && isTrainerOf(actor, cohort.id);
}
