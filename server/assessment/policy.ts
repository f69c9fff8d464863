import type { Actor } from "@/server/kernel/actor";

/** Anyone may try a published question without an account; nothing is recorded. */
export function canTryQuestion(_actor: Actor): boolean {
  return true;
}

/** An attempt belongs to its learner alone: nobody opens, reads on or answers it for her. */
export function canAnswer(actor: Actor, attempt: { personId: string }): boolean {
  return actor.kind === "person" && actor.personId === attempt.personId;
}
