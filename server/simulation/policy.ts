import type { Actor } from "@/server/kernel/actor";

/** A run belongs to its learner alone: nobody reads it on, plays it on or scores it for her. */
export function canPlay(actor: Actor, attempt: { personId: string }): boolean {
  return actor.kind === "person" && actor.personId === attempt.personId;
}

/** Playing kept moves again, to close a run: her own, and the system's when two persons become one. */
export function canReplay(actor: Actor, attempt: { personId: string }): boolean {
  return actor.kind === "system" || canPlay(actor, attempt);
}
