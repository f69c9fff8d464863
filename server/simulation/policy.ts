import type { Actor } from "@/server/kernel/actor";

/** A run belongs to its learner alone: nobody reads it on, plays it on or scores it for her. */
export function canPlay(actor: Actor, attempt: { personId: string }): boolean {
  return actor.kind === "person" && actor.personId === attempt.personId;
}
