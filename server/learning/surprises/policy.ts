import { type Actor, isTrainerOf } from "@/server/kernel/actor";

/** What was shown to a learner belongs to her: nobody opens or answers it for her. */
export function canMeetSurprise(actor: Actor, surprise: { personId: string }): boolean {
  return actor.kind === "person" && actor.personId === surprise.personId;
}

/** A trainer stops surprises, and lets them come again, for the learners of a group she teaches. */
export function canSwitchSurprises(actor: Actor, cohort: { id: string; isMember: boolean }): boolean {
  return cohort.isMember && isTrainerOf(actor, cohort.id);
}
