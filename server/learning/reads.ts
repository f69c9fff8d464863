import type { z } from "zod";
import { findPerson } from "@/db/queries/identity";
import { listProgress, type ProgressRow, sumActiveSeconds } from "@/db/queries/learning";
import { findHelpContact } from "@/db/queries/organisations";
import { findSurpriseSchedule } from "@/db/queries/surprises";
import { getCourse, listActivities, listSurpriseScenarios } from "@/server/catalogue/reads";
import { roomsOf } from "@/server/identity/rules";
import { readingWishes } from "@/server/identity/schema";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canAskOwnState, canSeeOwnHome, canSeeProgress, learnerPlace } from "./policy";
import { getOwnRefresherState } from "./refreshers/reads";
import { nextActivity } from "./rules";
import type { courseState, courseStateInput, HomeView, homeInput, progressView } from "./schema";
import { firstWholeLessonAt, isStopped, isSurpriseDue } from "./surprises/rules";

const readingOf = ({ id, textSize, theme, contrast }: NonNullable<Awaited<ReturnType<typeof findPerson>>>) =>
  readingWishes.parse({ personId: id, textSize, theme, contrast });

const toView = (row: ProgressRow): z.infer<typeof progressView> => ({
  activityId: row.activityId,
  stepId: row.stepId,
  stepNumber: row.stepNumber,
  stepCount: row.stepCount,
  doneSteps: row.doneSteps,
  completed: row.completedAt !== null,
  bestScore: row.bestScore,
  lastScore: row.lastScore,
});

/**
 * What a public course page needs to know of the person before it, in one small call. A visitor costs no query.
 */
export async function getCourseState(
  ctx: ServiceContext,
  input: z.infer<typeof courseStateInput>,
): Promise<z.infer<typeof courseState>> {
  authorise(ctx, canAskOwnState(ctx.actor));
  if (ctx.actor.kind !== "person") return { person: null, learner: null };
  const { personId } = ctx.actor;
  const place = learnerPlace(ctx.actor, input.course);
  const [person, progress, help, schedule, activities, scenarios] = await Promise.all([
    findPerson(ctx.db, personId),
    place ? listProgress(ctx.db, { personIds: [personId], course: input.course }) : [],
    place ? findHelpContact(ctx.db, place.cohortId) : null,
    place ? findSurpriseSchedule(ctx.db, { personId, course: input.course }) : null,
    place ? listActivities(ctx, input) : [],
    place ? listSurpriseScenarios(ctx, input) : [],
  ]);
  const isDue = isSurpriseDue(
    {
      stopped: isStopped(schedule),
      dueAt: schedule?.dueAt ?? null,
      firstLessonAt: firstWholeLessonAt(activities, progress),
    },
    ctx.now,
  );
  return {
    person: {
      firstName: found(person).firstName,
      room: roomsOf(ctx.actor.roles)[0],
      reading: readingOf(found(person)),
    },
    learner: place
      ? { personId, help, progress: progress.map(toView), surpriseDue: isDue && scenarios.length > 0 }
      : null,
  };
}

/** A learner's home: one thing to continue, her lessons, whom to call. */
export async function getHome(ctx: ServiceContext, input: z.infer<typeof homeInput>): Promise<HomeView> {
  authorise(ctx, canSeeOwnHome(ctx.actor));
  if (ctx.actor.kind !== "person") throw new DomainError("UNAUTHENTICATED");
  const { personId, memberships } = ctx.actor;
  const place = found(memberships.find((membership) => membership.role === "learner"));
  const { course } = place;
  const [person, rows, seconds, help, contents, activities, refresher] = await Promise.all([
    findPerson(ctx.db, personId),
    listProgress(ctx.db, { personIds: [personId], course }),
    sumActiveSeconds(ctx.db, { personIds: [personId], course }),
    findHelpContact(ctx.db, place.cohortId),
    getCourse(ctx, { course, locale: input.locale }),
    listActivities(ctx, { course }),
    getOwnRefresherState(ctx, { course }),
  ]);
  const titles = new Map(
    contents.modules.flatMap((module) => module.lessons).map(({ id, title }) => [id, title]),
  );
  const done = new Set(rows.filter((row) => row.completedAt).map((row) => row.activityId));
  const next = nextActivity(activities, rows);
  return {
    personId,
    firstName: found(person).firstName,
    reading: readingOf(found(person)),
    course,
    courseTitle: contents.title,
    next: next && {
      lesson: next.activity.lesson,
      lessonTitle: titles.get(next.activity.lesson) ?? "",
      kind: next.activity.kind,
      simulation: next.activity.simulation,
      stepNumber: next.progress?.stepNumber ?? 1,
      stepCount: next.progress?.stepCount ?? next.activity.stepCount,
      started: next.progress !== null,
      lessonBegun: rows.some((row) => row.lesson === next.activity.lesson),
    },
    lessons: [...new Set(activities.map((activity) => activity.lesson))].map((id) => {
      const parts = activities.filter((activity) => activity.lesson === id);
      return {
        id,
        title: titles.get(id) ?? "",
        done: parts.filter((activity) => done.has(activity.id)).length,
        count: parts.length,
      };
    }),
    activeMinutes: Math.floor((seconds.get(personId) ?? 0) / 60),
    help,
    refresher,
  };
}

/** Progress rows of several learners of a course, for whoever may see all of them. */
export async function listLearnersProgress(
  ctx: ServiceContext,
  input: { course: string; learners: readonly { personId: string; cohortIds: readonly string[] }[] },
): Promise<ProgressRow[]> {
  authorise(
    ctx,
    input.learners.every((learner) => canSeeProgress(ctx.actor, learner)),
  );
  return listProgress(ctx.db, {
    personIds: input.learners.map((learner) => learner.personId),
    course: input.course,
  });
}

/** Active seconds per learner in a course, from the one time ledger. */
export async function listActiveSeconds(
  ctx: ServiceContext,
  input: { course: string; learners: readonly { personId: string; cohortIds: readonly string[] }[] },
): Promise<Map<string, number>> {
  authorise(
    ctx,
    input.learners.every((learner) => canSeeProgress(ctx.actor, learner)),
  );
  return sumActiveSeconds(ctx.db, {
    personIds: input.learners.map((learner) => learner.personId),
    course: input.course,
  });
}
