import { listActivities } from "@/server/catalogue/reads";
import { issueCertificate } from "@/server/credentials/writes";
import type { PersonActor } from "@/server/kernel/actor";
import type { ServiceContext } from "@/server/kernel/context";
import { getCourseState } from "@/server/learning/reads";
import { noteAssistance } from "@/server/passport/writes";
import { answerCheck, meetSurprise, playSimulation, readSteps } from "./demo-learner";
import { rateHerself, sitExam } from "./demo-passages";
import { meetRefresher } from "./demo-refreshers";

const DAY_MS = 86_400_000;
/** Time enough for one activity. */
const ACTIVITY_MS = 12 * 60_000;
const FINISHING_DAYS = 6;
const COURSE = "itsme-eid";
const LESSON = "log-in";

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
  | { days: number; hour: number; do: "answer"; count?: number; wrong: number }
  /** All that is left of the course, from then on. */
  | { days: number; hour: number; do: "finish" }
  | { days: number; hour: number; do: "accompanied" }
  /** A request nobody made came up, and she refused or accepted it. */
  | { days: number; hour: number; do: "surprise"; answer: "refuse" | "accept" }
  /** What she learned came back, and she knew it or not yet. */
  | { days: number; hour: number; do: "refresh"; right: boolean }
  /** She said how she sees herself, around a step of the scale: before the course, or after a whole lesson. */
  | { days: number; hour: number; do: "rate"; about: number }
  | { days: number; hour: number; do: "exam"; wrong: number }
  | { days: number; hour: number; do: "certify" };

const READ_ALL = { do: "read", from: 1, to: 8 } as const;
const NO_MISTAKE = { wrong: 0 };

/** What the twelve learners of the demonstration did so far; the order is that of the group. */
export const DEMO_HISTORIES: readonly Deed[][] = [
  [{ days: 1, hour: 9, do: "read", from: 1, to: 2 }],
  [],
  [
    { days: 4, hour: 13, ...READ_ALL },
    { days: 3, hour: 13, do: "practise", mode: "guided", until: "match-icon", wrong: 3 },
  ],
  [
    { days: 21, hour: 9, do: "rate", about: 2 },
    { days: 20, hour: 9, ...READ_ALL },
    { days: 19, hour: 9, do: "practise", mode: "alone" },
    { days: 16, hour: 10, do: "practise", mode: "alone" },
    { days: 16, hour: 11, do: "answer", ...NO_MISTAKE },
    { days: 15, hour: 8, do: "finish" },
    { days: 9, hour: 9, do: "rate", about: 3 },
    { days: 9, hour: 13, do: "exam", wrong: 2 },
    { days: 8, hour: 9, do: "certify" },
    { days: 6, hour: 9, do: "surprise", answer: "refuse" },
  ],
  [
    { days: 19, hour: 14, do: "rate", about: 1 },
    { days: 18, hour: 14, ...READ_ALL },
    { days: 17, hour: 14, do: "practise", mode: "guided", hints: 2 },
    { days: 16, hour: 14, do: "answer", wrong: 1 },
    { days: 15, hour: 13, do: "finish" },
    { days: 7, hour: 14, do: "rate", about: 3 },
    { days: 5, hour: 14, do: "surprise", answer: "accept" },
    { days: 3, hour: 14, do: "refresh", right: false },
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
    { days: 4, hour: 15, do: "refresh", right: true },
    { days: 1, hour: 15, do: "answer", wrong: 4 },
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
    { days: 4, hour: 9, do: "refresh", right: true },
    { days: 1, hour: 9, do: "refresh", right: true },
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
      return readSteps(ctx, { course: COURSE, lesson: LESSON, from: deed.from, to: deed.to });
    case "practise":
      return playSimulation(ctx, {
        course: COURSE,
        lesson: LESSON,
        simulation: "log-in-computer-number",
        ...deed,
      });
    case "answer":
      return answerCheck(ctx, { course: COURSE, lesson: LESSON, ...deed });
    case "finish":
      return finishCourse(ctx);
    case "surprise":
      return meetSurprise(ctx, { course: COURSE, lesson: LESSON, answer: deed.answer });
    case "refresh":
      return meetRefresher(ctx, { course: COURSE, right: deed.right });
    case "rate":
      return rateHerself(ctx, { course: COURSE, about: deed.about });
    case "exam":
      return sitExam(ctx, { course: COURSE, wrong: deed.wrong });
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

/** Reads, plays and answers what is not done yet, alone and without a mistake, on `FINISHING_DAYS` days in a row. */
async function finishCourse(ctx: ServiceContext): Promise<void> {
  const activities = await listActivities(ctx, { course: COURSE });
  const { learner } = await getCourseState(ctx, { course: COURSE });
  const done = new Set(learner?.progress.flatMap((one) => (one.completed ? [one.activityId] : [])));
  const left = activities.filter(({ id }) => !done.has(id));
  const perDay = Math.ceil(left.length / FINISHING_DAYS);
  for (const [index, { lesson, kind, simulation, stepCount }] of left.entries()) {
    const pause = Math.floor(index / perDay) * DAY_MS + (index % perDay) * ACTIVITY_MS;
    const then = { ...ctx, now: new Date(ctx.now.getTime() + pause) };
    if (kind === "steps") await readSteps(then, { course: COURSE, lesson, from: 1, to: stepCount });
    if (kind === "quiz") await answerCheck(then, { course: COURSE, lesson, wrong: 0 });
    if (simulation) await playSimulation(then, { course: COURSE, lesson, simulation, mode: "alone" });
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
