import type { z } from "zod";
import { findPerson } from "@/db/queries/identity";
import { listProgress } from "@/db/queries/learning";
import { listRefresherSchedules, listRefresherSwitches, listRefreshers } from "@/db/queries/refreshers";
import { getFramework } from "@/server/catalogue/reads";
import { listRefresherItems } from "@/server/catalogue/refresher-items/reads";
import { authorise } from "@/server/kernel/authorise";
import { addDays, brusselsDay } from "@/server/kernel/calendar";
import type { ServiceContext } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canAskOwnState, canSeeOwnHome, canSeeProgress } from "../policy";
import { byDue, planAhead } from "../recall/rules";
import { askable, gradeOf, isStopped, itemsDone, refresherStateOf } from "./rules";
import type {
  Appointment,
  OwnRefreshers,
  ownAppointments,
  ownAppointmentsInput,
  RefresherReport,
  RefresherState,
} from "./schema";

/** How many appointments a card holds. */
const APPOINTMENTS = 4;

type Learner = { personId: string; cohortIds: readonly string[] };
type Place = { course: string; learner: Learner };

/** What decides about the refreshers of a learner of a course, for whoever may see how she gets on. Four queries. */
export async function getRefresherFacts(ctx: ServiceContext, { course, learner }: Place) {
  authorise(ctx, canSeeProgress(ctx.actor, learner));
  const one = { personIds: [learner.personId], course };
  const day = brusselsDay(ctx.now);
  const [schedules, switches, opened, progress, items] = await Promise.all([
    listRefresherSchedules(ctx.db, one),
    listRefresherSwitches(ctx.db, one),
    listRefreshers(ctx.db, { ...one, day }),
    listProgress(ctx.db, one),
    listRefresherItems(ctx, { course }),
  ]);
  const mine = itemsDone(items, progress);
  const recalls = askable(schedules, mine).toSorted(byDue);
  const today = opened[0] ?? null;
  const state = refresherStateOf({ stopped: isStopped(switches[0]), recalls, progress, today }, ctx.now);
  return { items: mine, recalls, today, state, switched: switches[0] ?? null };
}

/** Whether a refresher is there for the acting learner now, and when the next one comes. */
export async function getOwnRefresherState(
  ctx: ServiceContext,
  input: { course: string },
): Promise<RefresherState> {
  authorise(ctx, canSeeOwnHome(ctx.actor));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const { state } = await getRefresherFacts(ctx, {
    course: input.course,
    learner: { personId, cohortIds: [] },
  });
  return state;
}

/** The same for each course the acting person takes, with who stopped them; none for who takes no course. */
export async function listOwnRefreshers(ctx: ServiceContext): Promise<OwnRefreshers[]> {
  authorise(ctx, canAskOwnState(ctx.actor));
  if (ctx.actor.kind !== "person") return [];
  const { personId, memberships } = ctx.actor;
  const courses = new Set(memberships.filter(({ role }) => role === "learner").map(({ course }) => course));
  return Promise.all(
    [...courses].map(async (course) => {
      const { state, switched } = await getRefresherFacts(ctx, {
        course,
        learner: { personId, cohortIds: [] },
      });
      return { ...state, course, ...stoppedBy(switched) };
    }),
  );
}

const stoppedBy = (row: { stoppedByLearnerAt: Date | null; stoppedByTrainerAt: Date | null } | null) => ({
  stoppedByLearner: row?.stoppedByLearnerAt != null,
  stoppedByTrainer: row?.stoppedByTrainerAt != null,
});

/** How the refreshers of a learner went and when the next one comes, for whoever may see how she gets on. */
export async function getRefresherReport(ctx: ServiceContext, place: Place): Promise<RefresherReport> {
  authorise(ctx, canSeeProgress(ctx.actor, place.learner));
  const { course, learner } = place;
  const [{ state, switched }, opened] = await Promise.all([
    getRefresherFacts(ctx, place),
    listRefreshers(ctx.db, { personIds: [learner.personId], course }),
  ]);
  const gradeOrNull = (score: number | null) => (score === null ? null : gradeOf(score));
  const last = opened.at(-1);
  return {
    ...state,
    course,
    ...stoppedBy(switched),
    opened: opened.length,
    answered: opened.filter(({ answeredAt }) => answeredAt !== null).length,
    good: opened.filter(({ score }) => gradeOrNull(score) === "good").length,
    last: last
      ? { day: last.day, kind: last.kind, lesson: last.lesson, grade: gradeOrNull(last.score) }
      : null,
  };
}

/** The next days on which something comes back to a learner if all goes well, for whoever may see how she gets on. */
export async function listAppointments(
  ctx: ServiceContext,
  input: Place & { locale: ServiceContext["locale"] },
): Promise<Appointment[]> {
  authorise(ctx, canSeeProgress(ctx.actor, input.learner));
  const [{ recalls, state, today }, framework] = await Promise.all([
    getRefresherFacts(ctx, input),
    getFramework(ctx, { locale: input.locale }),
  ]);
  if (state.status === "stopped") return [];
  const words = new Map(
    framework.areas.flatMap((area) => area.competences).map(({ id, plain }) => [id, plain]),
  );
  const day = brusselsDay(ctx.now);
  const from = today?.answeredAt ? addDays(day, 1) : day;
  return planAhead(recalls, from, APPOINTMENTS).map((one) => ({
    day: one.day,
    about: words.get(one.competence) ?? "",
  }));
}

/** The acting learner's own card of appointments. */
export async function getOwnAppointments(
  ctx: ServiceContext,
  { locale }: z.infer<typeof ownAppointmentsInput>,
): Promise<z.infer<typeof ownAppointments>> {
  authorise(ctx, canSeeOwnHome(ctx.actor));
  if (ctx.actor.kind !== "person") throw new DomainError("UNAUTHENTICATED");
  const { personId, memberships } = ctx.actor;
  const { course } = found(memberships.find(({ role }) => role === "learner"));
  const [person, appointments] = await Promise.all([
    findPerson(ctx.db, personId),
    listAppointments(ctx, { course, learner: { personId, cohortIds: [] }, locale }),
  ]);
  return {
    firstName: found(person).firstName,
    site: ctx.ports.appUrl.replace(/^https?:\/\//, ""),
    appointments,
  };
}
