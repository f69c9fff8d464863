import { type Actor, isTrainerOf } from "@/server/kernel/actor";
import { canRebuild } from "../policy";

/** A refresher belongs to its learner: nobody opens or answers it for her. */
export function canMeetRefresher(actor: Actor, refresher: { personId: string }): boolean {
  return actor.kind === "person" && actor.personId === refresher.personId;
}

/** When something comes back follows from her own events: as they happen, and when read models are rebuilt. */
export function canFoldRecall(actor: Actor, event: { personId: string }): boolean {
  return canMeetRefresher(actor, event) || canRebuild(actor);
}

/** A trainer stops refreshers, and lets them come again, for the learners of a group she teaches. */
export function canSwitchRefreshers(actor: Actor, cohort: { id: string; isMember: boolean }): boolean {
  return cohort.isMember && isTrainerOf(actor, cohort.id);
}
