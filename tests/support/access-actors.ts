/** Everybody who may try something, whose things they try it with, and what may come of it: the words of the access table. */
export const ACTORS = [
  "anonymous",
  /** Whose attempt, run, passport and certificate it is. */
  "learner",
  /** Another learner of the same group. */
  "neighbour",
  "trainer",
  /** Teaches another group of the same organisation. */
  "colleague",
  /** Teaches in another organisation. */
  "elsewhere",
  "coordinator",
  /** Coordinates another organisation. */
  "coordinatorElsewhere",
  "admin",
] as const;
export type ActorName = (typeof ACTORS)[number];

/** The things of one learner of one group, for the sample inputs. */
export type AccessWorld = {
  organisationId: string;
  projectId: string;
  cohortId: string;
  learnerId: string;
  learnerSessionId: string;
  /** A second entry of the learner, in the same group. */
  doubleId: string;
  attemptId: string;
  /** An open self-assessment. */
  passageId: string;
  /** An open exam. */
  examId: string;
  runId: string;
  surpriseId: string;
  refresherId: string;
  /** Of the day before. */
  simulationRefresherId: string;
  certificateId: string;
  certificateCode: string;
  now: Date;
};

export const OUTCOMES = {
  ok: "ok",
  "401": "UNAUTHENTICATED",
  "403": "FORBIDDEN",
  "404": "NOT_FOUND",
  "409": "CONFLICT",
} as const;

/** One mark per actor, in the order of `ACTORS`. */
export type Row = { input?: (world: AccessWorld) => unknown; marks: string };
