import { issueCertificate } from "@/server/credentials/writes";
import type { PersonActor } from "@/server/kernel/actor";
import type { ServiceContext } from "@/server/kernel/context";
import { noteAssistance } from "@/server/passport/writes";
import { answerCheck, playSimulation, readSteps } from "./demo-learner";

const DAY_MS = 86_400_000;
const COURSE = "itsme-eid";

/** One thing a demonstration learner did, `days` ago at `hour` o'clock (UTC). */
type Deed =
  | { days: number; hour: number; do: "read"; from: number; to: number }
  | {
      days: number;
      hour: number;
      do: "practise";
      mode: "guided" | "alone";
      hints?: number;
      until?: string;
      wrong?: number;
    }
  | { days: number; hour: number; do: "answer"; count: number; wrong: number }
  | { days: number; hour: number; do: "accompanied" }
  | { days: number; hour: number; do: "certify" };

const READ_ALL = { do: "read", from: 1, to: 8 } as const;
const NO_MISTAKE = { count: 8, wrong: 0 };

/** What the twelve learners of the demonstration did so far; the order is that of the group. */
export const DEMO_HISTORIES: readonly Deed[][] = [
  [{ days: 1, hour: 9, do: "read", from: 1, to: 2 }],
  [],
  [
    { days: 4, hour: 13, ...READ_ALL },
    { days: 3, hour: 13, do: "practise", mode: "guided", until: "match-icon", wrong: 3 },
  ],
  [
    { days: 14, hour: 9, ...READ_ALL },
    { days: 13, hour: 9, do: "practise", mode: "alone" },
    { days: 9, hour: 10, do: "practise", mode: "alone" },
    { days: 9, hour: 11, do: "answer", ...NO_MISTAKE },
    { days: 8, hour: 9, do: "certify" },
  ],
  [
    { days: 12, hour: 14, ...READ_ALL },
    { days: 11, hour: 14, do: "practise", mode: "guided", hints: 2 },
    { days: 10, hour: 14, do: "answer", count: 8, wrong: 1 },
  ],
  [{ days: 6, hour: 8, do: "read", from: 1, to: 5 }],
  [
    { days: 2, hour: 9, ...READ_ALL },
    { days: 1, hour: 9, do: "practise", mode: "guided", hints: 1 },
    { days: 0, hour: 0, do: "answer", count: 3, wrong: 1 },
  ],
  [
    { days: 5, hour: 15, ...READ_ALL },
    { days: 5, hour: 16, do: "practise", mode: "guided", hints: 3 },
    { days: 1, hour: 15, do: "answer", count: 8, wrong: 4 },
  ],
  [
    { days: 7, hour: 9, ...READ_ALL },
    { days: 7, hour: 10, do: "practise", mode: "guided", hints: 1 },
    { days: 7, hour: 11, do: "accompanied" },
    { days: 3, hour: 9, do: "answer", ...NO_MISTAKE },
  ],
  [],
  [
    { days: 1, hour: 10, ...READ_ALL },
    { days: 0, hour: 0, do: "practise", mode: "guided", until: "give-number", wrong: 4 },
  ],
  [{ days: 0, hour: 0, do: "read", from: 1, to: 2 }],
];

/** The smaller group of the partner. */
export const PARTNER_HISTORIES: readonly Deed[][] = [
  [
    { days: 8, hour: 9, ...READ_ALL },
    { days: 8, hour: 10, do: "practise", mode: "guided", hints: 1 },
  ],
  [{ days: 7, hour: 13, do: "read", from: 1, to: 4 }],
  [
    { days: 6, hour: 9, ...READ_ALL },
    { days: 5, hour: 9, do: "practise", mode: "alone" },
    { days: 5, hour: 10, do: "answer", ...NO_MISTAKE },
  ],
];

type DemoCohort = {
  organisationId: string;
  cohortId: string;
  trainerId: string;
  learnerIds: readonly string[];
};

/** Plays every history through the services, each deed at its own time and by its own person. */
export async function playHistories(
  ctx: ServiceContext,
  histories: readonly Deed[][],
  cohort: DemoCohort,
): Promise<void> {
  for (const [index, personId] of cohort.learnerIds.entries()) {
    for (const deed of histories[index] ?? []) {
      const then = { ...ctx, now: momentOf(ctx.now, deed) };
      await perform({ ...then, actor: actorOf(personId, "learner", cohort) }, deed, personId, cohort);
    }
  }
}

function momentOf(now: Date, { days, hour }: Deed): Date {
  if (days === 0) return new Date(now.getTime() - 40 * 60_000);
  const day = new Date(now.getTime() - days * DAY_MS);
  day.setUTCHours(hour, 0, 0, 0);
  return day;
}

async function perform(ctx: ServiceContext, deed: Deed, personId: string, cohort: DemoCohort): Promise<void> {
  switch (deed.do) {
    case "read":
      return readSteps(ctx, { course: COURSE, lesson: "log-in", from: deed.from, to: deed.to });
    case "practise":
      return playSimulation(ctx, {
        course: COURSE,
        lesson: "log-in",
        simulation: "log-in-computer-number",
        ...deed,
      });
    case "answer":
      return answerCheck(ctx, { course: COURSE, lesson: "log-in", count: deed.count, wrong: deed.wrong });
    case "certify":
      await issueCertificate(asTrainer(ctx, cohort), { cohortId: cohort.cohortId, personId });
      return;
    case "accompanied":
      await noteAssistance(asTrainer(ctx, cohort), {
        cohortId: cohort.cohortId,
        personId,
        activityId: "log-in/log-in-computer-number",
        assistance: "accompanied",
        on: ctx.now.toISOString().slice(0, 10),
      });
  }
}

function asTrainer(ctx: ServiceContext, cohort: DemoCohort): ServiceContext {
  return { ...ctx, actor: actorOf(cohort.trainerId, "trainer", cohort) };
}

function actorOf(personId: string, role: "learner" | "trainer", cohort: DemoCohort): PersonActor {
  const { organisationId, cohortId } = cohort;
  return {
    kind: "person",
    personId,
    sessionId: personId,
    roles: [{ role, organisationId }],
    memberships: [{ cohortId, organisationId, course: COURSE, role }],
  };
}
