import type { Actor } from "@/server/kernel/actor";
import { hasRole } from "@/server/kernel/actor";
import type { MergeObstacle } from "./schema";

type Place = { cohortId: string; organisationId: string; role: "learner" | "trainer"; isActive: boolean };
export type Standing = {
  roles: readonly { role: string; organisationId: string | null }[];
  places: readonly Place[];
};

/** The groups somebody learns in now, as the policy looks at them; none for who is not there. */
export const whereabouts = (person: Standing | null | undefined): { cohortIds: string[] } => ({
  cohortIds: (person?.places ?? [])
    .filter(({ role, isActive }) => role === "learner" && isActive)
    .map(({ cohortId }) => cohortId),
});

/** Whether somebody works with the platform, or did. */
export const isStaff = ({ roles, places }: Standing): boolean =>
  roles.some(({ role }) => role !== "learner") || places.some(({ role }) => role === "trainer");

/** Every organisation somebody has, or had, a foothold in. */
export const organisationsOf = ({ roles, places }: Standing): string[] => [
  ...new Set([
    ...roles.flatMap(({ organisationId }) => organisationId ?? []),
    ...places.map(({ organisationId }) => organisationId),
  ]),
];

/**
 * Why two persons whom the actor may look at cannot become one, or null. Staff never: her notes, groups and papers bear
 * her name on purpose, and a paper card would open her rooms. A trainer merges inside one organisation; as soon as a
 * second one has a part in either of the two, both organisations have a say, and an administrator speaks for both.
 */
export function mergeObstacle(actor: Actor, one: Standing, other: Standing): MergeObstacle | null {
  if (isStaff(one) || isStaff(other)) return "merge-staff";
  const isOneHouse = new Set([...organisationsOf(one), ...organisationsOf(other)]).size <= 1;
  const isAbove = actor.kind === "system" || hasRole(actor, "admin");
  return isOneHouse || isAbove ? null : "merge-across";
}
