import type { z } from "zod";
import { listActiveLearners, listCohortsWithCounts } from "@/db/queries/cohorts";
import type { ProgressRow } from "@/db/queries/learning";
import { listAuditEntries, listRoster } from "@/db/queries/reporting";
import { listSelfAssessmentStates } from "@/server/assessment/self-assessment/reads";
import { getCourse } from "@/server/catalogue/reads";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { listActiveSeconds, listLearnersProgress } from "@/server/learning/reads";
import { getRefresherReport } from "@/server/learning/refreshers/reads";
import { percentDone } from "@/server/learning/rules";
import { getSurpriseSwitch } from "@/server/learning/surprises/reads";
import { listProofs } from "@/server/passport/reads";
import type { EvidenceLine } from "@/server/passport/schema";
import { getExamProgress } from "@/server/simulation/exam/reads";
import { getCourseWords } from "./course-words/reads";
import { type CourseWords, whereaboutsOf } from "./course-words/rules";
import { canSeeCohort, canSeeLastActions, canSeeTeachHome } from "./policy";
import { getRequestFigures } from "./requests/reads";
import {
  activityLines,
  byNeed,
  currentPlace,
  groupBy,
  isStuckCall,
  mostHelp,
  needForCallOf,
  nextForCohort,
  proofLines,
} from "./rules";
import type {
  AuditLine,
  CohortFacts,
  CohortOverview,
  cohortOverviewInput,
  LearnerLine,
  LearnerReport,
  lastActionsInput,
  learnerReportInput,
  TeachHome,
  teachHomeInput,
} from "./schema";

type RosterRow = Awaited<ReturnType<typeof listRoster>>[number];
type Person = NonNullable<RosterRow["person"]>;
type Measured = { places: ProgressRow[]; seconds: number; proofs: EvidenceLine[] };

/**
 * A group on one page: who is where, on which step, and whom to call today, the most urgent first.
 * Six queries, whatever the number of learners.
 *
 * @throws FORBIDDEN for a colleague of the organisation who does not teach the group, NOT_FOUND for a stranger
 */
export async function getCohortOverview(
  ctx: ServiceContext,
  input: z.infer<typeof cohortOverviewInput>,
): Promise<CohortOverview> {
  const roster = await listRoster(ctx.db, { cohortId: input.cohortId });
  authorise(ctx, canSeeCohort(ctx.actor, input.cohortId), roster[0]?.cohort.organisationId ?? "");
  const { cohort } = found(roster[0]);
  const members = roster.flatMap(({ person, joinedAt }) =>
    person && joinedAt ? [{ person, joinedAt }] : [],
  );
  const [words, measured, requests] = await Promise.all([
    getCourseWords(ctx, { course: cohort.course, locale: input.locale }),
    measure(
      ctx,
      cohort,
      members.map(({ person }) => person.id),
    ),
    getRequestFigures(ctx, {
      course: cohort.course,
      learners: members.map(({ person }) => ({ personId: person.id, cohortIds: [cohort.id] })),
      locale: input.locale,
    }),
  ]);
  return {
    cohort: factsOf(cohort, words),
    learners: members
      .map(({ person, joinedAt }) => lineOf(person, joinedAt, measured(person.id), words, ctx.now))
      .sort(byNeed),
    requests,
  };
}

/**
 * One learner of a group: her place in every activity, and what she proved, alone or with help.
 *
 * @throws NOT_FOUND for somebody who is not in the group now
 */
export async function getLearnerReport(
  ctx: ServiceContext,
  input: z.infer<typeof learnerReportInput>,
): Promise<LearnerReport> {
  const [row] = await listRoster(ctx.db, { cohortId: input.cohortId, personId: input.personId });
  authorise(ctx, canSeeCohort(ctx.actor, input.cohortId), row?.cohort.organisationId ?? "");
  const { cohort, person, joinedAt } = found(row);
  const learner = { personId: found(person).id, cohortIds: [cohort.id] };
  const { course } = cohort;
  const [words, measured, requests, surprises, selfAssessments, refreshers, exam] = await Promise.all([
    getCourseWords(ctx, { course, locale: input.locale }),
    measure(ctx, cohort, [learner.personId]),
    getRequestFigures(ctx, { course, learners: [learner], locale: input.locale }),
    getSurpriseSwitch(ctx, { course, learner }),
    listSelfAssessmentStates(ctx, { course, learners: [learner] }),
    getRefresherReport(ctx, { course, learner }),
    getExamProgress(ctx, { course, learner }),
  ]);
  const { places, seconds, proofs } = measured(input.personId);
  return {
    cohort: factsOf(cohort, words),
    learner: lineOf(found(person), found(joinedAt), { places, seconds, proofs }, words, ctx.now),
    joinedAt: found(joinedAt).toISOString(),
    activities: activityLines(words, places),
    proofs: proofLines(words, proofs),
    requests,
    surprises,
    exam,
    selfAssessment: found(selfAssessments.get(input.personId)),
    refreshers: {
      ...refreshers,
      lessonTitle: words.lessonTitles.get(refreshers.last?.lesson ?? "") ?? null,
    },
  };
}

/** Progress, active seconds and proofs of the learners of a cohort, in three queries; then per person. */
async function measure(
  ctx: ServiceContext,
  cohort: { id: string; course: string },
  personIds: readonly string[],
): Promise<(personId: string) => Measured> {
  const learners = personIds.map((personId) => ({ personId, cohortIds: [cohort.id] }));
  const [places, seconds, proofs] = await Promise.all([
    listLearnersProgress(ctx, { course: cohort.course, learners }),
    listActiveSeconds(ctx, { course: cohort.course, learners }),
    listProofs(ctx, { holders: learners }),
  ]);
  const byPerson = groupBy(places, (place) => place.personId);
  return (personId) => ({
    places: byPerson.get(personId) ?? [],
    seconds: seconds.get(personId) ?? 0,
    proofs: (proofs.get(personId) ?? []).filter((proof) => proof.course === cohort.course),
  });
}

function factsOf(cohort: RosterRow["cohort"], words: CourseWords): CohortFacts {
  const { organisationId: _, ...facts } = cohort;
  return { ...facts, courseTitle: words.courseTitle };
}

function lineOf(
  person: Person,
  joinedAt: Date,
  measured: Measured,
  words: CourseWords,
  now: Date,
): LearnerLine {
  const { places, seconds, proofs } = measured;
  const place = currentPlace(places);
  const call = needForCallOf(places, joinedAt, now);
  const last = places
    .map((one) => one.lastEventAt.toISOString())
    .sort()
    .at(-1);
  return {
    personId: person.id,
    firstName: person.firstName,
    familyName: person.familyName,
    phone: person.phone,
    where: place && whereaboutsOf(words, place),
    percentDone: percentDone(words.activities, places),
    stuck: isStuckCall(call),
    call,
    lastActivityAt: last ?? null,
    activeMinutes: Math.floor(seconds / 60),
    assistance: mostHelp(proofs),
  };
}

/** The groups of the acting trainer, each with how many learners need a call. Two queries, and one per course. */
export async function getTeachHome(
  ctx: ServiceContext,
  input: z.infer<typeof teachHomeInput>,
): Promise<TeachHome> {
  authorise(ctx, canSeeTeachHome(ctx.actor));
  const ids =
    ctx.actor.kind === "person"
      ? ctx.actor.memberships.filter((place) => place.role === "trainer").map((place) => place.cohortId)
      : [];
  const [cohorts, members] = await Promise.all([
    listCohortsWithCounts(ctx.db, ids),
    listActiveLearners(ctx.db, ids),
  ]);
  const courses = await Promise.all(
    [...new Set(cohorts.map((cohort) => cohort.course))].map(async (course) => {
      const inCourse = new Set(cohorts.filter((cohort) => cohort.course === course).map(({ id }) => id));
      const learners = members
        .filter((member) => inCourse.has(member.cohortId))
        .map(({ personId, cohortId }) => ({ personId, cohortIds: [cohortId] }));
      const [{ title }, places] = await Promise.all([
        getCourse(ctx, { course, locale: input.locale }),
        listLearnersProgress(ctx, { course, learners }),
      ]);
      return { course, title, places: groupBy(places, (place) => place.personId) };
    }),
  );
  return {
    cohorts: cohorts.map((cohort) => {
      const course = found(courses.find((one) => one.course === cohort.course));
      const calls = members
        .filter((member) => member.cohortId === cohort.id)
        .map((member) => needForCallOf(course.places.get(member.personId) ?? [], member.joinedAt, ctx.now));
      const toCall = calls.filter((call) => call !== null).length;
      return {
        id: cohort.id,
        name: cohort.name,
        organisationName: cohort.organisationName,
        course: cohort.course,
        courseTitle: course.title,
        startsOn: cohort.startsOn,
        endsOn: cohort.endsOn,
        learners: cohort.learners,
        stuck: calls.filter(isStuckCall).length,
        toCall,
        next: nextForCohort({ learners: cohort.learners, toCall }),
      };
    }),
  };
}

/** The newest entries of the audit, codes and ids only. */
export async function listLastActions(
  ctx: ServiceContext,
  input: z.infer<typeof lastActionsInput>,
): Promise<AuditLine[]> {
  authorise(ctx, canSeeLastActions(ctx.actor));
  const rows = await listAuditEntries(ctx.db, input.limit);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
