import { type Actor, hasRole, isTrainerOf } from "@/server/kernel/actor";

/**
 * Saying that two learners are one person: a trainer who has both in groups of hers now, since she knows them; an
 * administrator for any two. Nobody does it to herself, and a coordinator knows no learner by name.
 *
 * @param persons each with the cohorts she learns in now
 */
export function canMergePersons(actor: Actor, persons: readonly { cohortIds: readonly string[] }[]): boolean {
  if (actor.kind === "system" || hasRole(actor, "admin")) return true;
  return persons.every(({ cohortIds }) => cohortIds.some((cohortId) => isTrainerOf(actor, cohortId)));
}

/** Looking for anybody's name on the instance, to begin with. */
export function canSeekAnybody(actor: Actor): boolean {
  return actor.kind === "system" || hasRole(actor, "admin");
}
