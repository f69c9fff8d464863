import type { RefresherKind } from "@/db/enums";

/** One small thing a learner can be asked again: a question of a check, or a short simulation. */
export type RefresherItem = {
  kind: RefresherKind;
  lesson: string;
  /** Id of the question, or name of the simulation. */
  id: string;
  /** The activity in which it was learned: who did that may be asked. */
  activityId: string;
  competences: readonly string[];
  /** The variants a simulation is played in by turns; empty for a question. */
  variants: readonly string[];
  contentHash: string;
};

/** The longest simulation, in minutes for the first time, that counts as short: the second time is much quicker. */
export const SHORT_MINUTES = 6;
