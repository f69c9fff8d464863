import type { z } from "zod";
import { LOCALES, type Locale } from "@/db/enums";
import { findPerson } from "@/db/queries/identity";
import { listProgress } from "@/db/queries/learning";
import {
  listRefresherSchedules,
  listRefresherSwitches,
  listRefreshers,
  type RefresherRow,
  type RefresherScheduleRow,
  type RefresherSwitchRow,
} from "@/db/queries/refreshers";
import { getFramework } from "@/server/catalogue/reads";
import { listRefresherItems } from "@/server/catalogue/refresher-items/reads";
import type { RefresherItem } from "@/server/catalogue/refresher-items/schema";
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

/** What decides about the refreshers of one learner. */
export type RefresherFacts = {
  /** What she may be asked. */
  items: RefresherItem[];
  /** What comes back, who waits longest first; only that for which there is something to ask. */
  recalls: RefresherScheduleRow[];
  /** What she opened today. */
  today: RefresherRow | null;
  state: RefresherState;
  switched: RefresherSwitchRow | null;
};

/** What decides about the refreshers of some learners of a course, for whoever may see all of them. Four queries. */
export async function listRefresherFacts(
  ctx: ServiceContext,
  { course, learners }: { course: string; learners: readonly Learner[] },
): Promise<Map<string, RefresherFacts>> {
  authorise(
    ctx,
    learners.every((learner) => canSeeProgress(ctx.actor, learner)),
  );
  const all = { personIds: learners.map(({ personId }) => personId), course };
  const [schedules, switches, opened, places, items] = await Promise.all([
    listRefresherSchedules(ctx.db, all),
    listRefresherSwitches(ctx.db, all),
    listRefreshers(ctx.db, { ...all, day: brusselsDay(ctx.now) }),
    listProgress(ctx.db, all),
    listRefresherItems(ctx, { course }),
  ]);
  return new Map(
    learners.map(({ personId }) => {
      const isHers = (row: { personId: string }) => row.personId === personId;
      const progress = places.filter(isHers);
      const mine = itemsDone(items, progress);
      const recalls = askable(schedules.filter(isHers), mine).toSorted(byDue);
      const today = opened.find(isHers) ?? null;
      const switched = switches.find(isHers) ?? null;
      const state = refresherStateOf({ stopped: isStopped(switched), recalls, progress, today }, ctx.now);
      return [personId, { items: mine, recalls, today, state, switched }];
    }),
  );
}

/** The same for one learner. */
export async function getRefresherFacts(
  ctx: ServiceContext,
  { course, learner }: Place,
): Promise<RefresherFacts> {
  authorise(ctx, canSeeProgress(ctx.actor, learner));
  const facts = await listRefresherFacts(ctx, { course, learners: [learner] });
  return found(facts.get(learner.personId));
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

/** The next days on which something comes back to learners if all goes well, for whoever may see all of them. */
export async function listAppointments(
  ctx: ServiceContext,
  input: { course: string; learners: readonly (Learner & { locale: Locale })[] },
): Promise<Map<string, Appointment[]>> {
  authorise(
    ctx,
    input.learners.every((learner) => canSeeProgress(ctx.actor, learner)),
  );
  const [facts, ...frameworks] = await Promise.all([
    listRefresherFacts(ctx, input),
    ...LOCALES.map((locale) => getFramework(ctx, { locale })),
  ]);
  const wordsIn = new Map(
    frameworks.map(({ areas }, index) => [
      LOCALES[index],
      new Map(areas.flatMap(({ competences }) => competences).map(({ id, plain }) => [id, plain])),
    ]),
  );
  const day = brusselsDay(ctx.now);
  return new Map(
    input.learners.map(({ personId, locale }) => {
      const { recalls, state, today } = found(facts.get(personId));
      const from = today?.answeredAt ? addDays(day, 1) : day;
      const plan = state.status === "stopped" ? [] : planAhead(recalls, from, APPOINTMENTS);
      const about = (competence: string) => wordsIn.get(locale)?.get(competence) ?? "";
      return [personId, plan.map((one) => ({ day: one.day, about: about(one.competence) }))];
    }),
  );
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
    listAppointments(ctx, { course, learners: [{ personId, cohortIds: [], locale }] }),
  ]);
  return {
    firstName: found(person).firstName,
    site: ctx.ports.appUrl.replace(/^https?:\/\//, ""),
    appointments: appointments.get(personId) ?? [],
  };
}
