import { randomUUID } from "node:crypto";
import { ACTORS, type AccessWorld, type ActorName, type Row } from "./access-actors";
import { examRows } from "./access-table-exam";

/**
 * Who may do what: every procedure, by every sort of person. The pages, by the same people, stand in `places.ts`; a test
 * compares the two. Read by the integration tests (procedures) and the browser tests (pages over HTTP).
 */
// The columns:  anonymous learner neighbour trainer colleague elsewhere coordinator (elsewhere)    admin
const EVERYONE = " ok        ok      ok        ok      ok        ok       ok          ok             ok ";
const SIGNED_IN = "401       ok      ok        ok      ok        ok       ok          ok             ok ";
const LEARNERS = " 401       ok      ok        403     403       403      403         403            403";
const HERSELF = "  401       ok      404       404     404       404      404         404            404";
const TRAINER = "  401       403     403       ok      403       404      403         404            404";
const TRAINERS = " 401       403     403       ok      ok        ok       403         403            403";
const ADMIN = "    401       403     403       403     403       403      403         403            ok ";
/** Her trainer and the administrator; even she herself does not say that she is in the lists twice. */
const MERGER = "   401       404     404       ok      404       404      404         404            ok ";
/** Open only where simulations are written (WORKBENCH). */
const NOBODY = "   404       404     404       404     404       404      404         404            404";

const fr = { locale: "fr" } as const;
const course = { course: "itsme-eid" };
const lesson = { ...course, lesson: "log-in", ...fr };
const run = { ...lesson, simulation: "log-in-computer-number" };
const cohort = ({ cohortId }: AccessWorld) => ({ cohortId, ...fr });
const member = ({ cohortId, learnerId }: AccessWorld) => ({ cohortId, personId: learnerId });
const fresh = ({ now }: AccessWorld) => ({ id: randomUUID(), occurredAt: now.toISOString() });

/** What of the content a sample input needs; given by who runs the table, so that this file stays plain. */
export type ContentNow = {
  lessonHash: string;
  stepId: string;
  quizHash: string;
  questionId: string;
  scenarioHash: string;
  statementId: string;
};

export const procedureTable = (content: ContentNow): Record<string, Row> => ({
  "assessment.openAttempt": { input: () => lesson, marks: LEARNERS },
  "assessment.submitAnswer": {
    input: (world) => ({
      ...fresh(world),
      attemptId: world.attemptId,
      questionId: content.questionId,
      answer: { kind: "fill-in", text: "?" },
      ...fr,
    }),
    marks: HERSELF,
  },
  "assessment.takeRefresher": { input: () => ({ ...course, ...fr }), marks: LEARNERS },
  "assessment.answerRefresher": {
    input: (world) => ({
      ...fresh(world),
      refresherId: world.refresherId,
      answer: { kind: "fill-in", text: "?" },
      ...fr,
    }),
    marks: HERSELF,
  },
  "assessment.tryAnswer": {
    input: () => ({
      contentHash: content.quizHash,
      questionId: content.questionId,
      answer: { kind: "fill-in", text: "?" },
      ...fr,
    }),
    marks: EVERYONE,
  },

  "assessment.getPlacementOffer": { input: () => ({ ...course, ...fr }), marks: LEARNERS },
  "assessment.getPlacement": { input: () => ({ ...course, ...fr }), marks: LEARNERS },
  "assessment.takePlacementStep": {
    input: () => ({ ...course, ...fr }),
    // She has begun the course without one; her neighbour is new.
    marks: "401       409     ok        403     403       403      403         403            403",
  },
  "assessment.declinePlacement": { input: () => ({ ...course, ...fr }), marks: LEARNERS },
  "assessment.getSelfAssessmentOffer": { input: () => ({ ...course, ...fr }), marks: LEARNERS },
  "assessment.getSelfAssessment": { input: () => ({ ...course, ...fr }), marks: LEARNERS },
  "assessment.openSelfAssessment": { input: () => ({ ...course, ...fr }), marks: LEARNERS },
  "assessment.rateStatement": {
    input: (world) => ({
      ...fresh(world),
      attemptId: world.passageId,
      statementId: content.statementId,
      rating: 2,
    }),
    marks: HERSELF,
  },

  "catalogue.getCourse": { input: () => ({ ...course, ...fr }), marks: EVERYONE },
  "catalogue.getLesson": { input: () => lesson, marks: EVERYONE },
  "catalogue.getQuiz": { input: () => lesson, marks: EVERYONE },
  "catalogue.getFramework": { input: () => fr, marks: EVERYONE },

  "credentials.listCohortCertificates": { input: cohort, marks: TRAINER },
  "credentials.getOwnCertificates": { input: () => fr, marks: SIGNED_IN },
  "credentials.verifyCertificate": {
    input: ({ certificateCode }) => ({ code: certificateCode }),
    marks: EVERYONE,
  },
  "credentials.issueCertificate": { input: member, marks: TRAINER },
  "credentials.issueReadyCertificates": { input: cohort, marks: TRAINER },
  "credentials.revokeCertificate": {
    input: ({ certificateId }) => ({ certificateId, reason: "Nom mal écrit" }),
    //      anonymous learner neighbour trainer colleague elsewhere coordinator (elsewhere)    admin
    marks: "401       403     403       ok      403       404      ok          404            ok",
  },

  "identity.getMe": { marks: EVERYONE },
  "identity.listFormerIds": { marks: SIGNED_IN },
  "identity.updateProfile": { input: () => ({ textSize: 150 }), marks: SIGNED_IN },
  "identity.listSessions": { marks: SIGNED_IN },
  "identity.endSession": {
    input: ({ learnerSessionId }) => ({ sessionId: learnerSessionId }),
    marks: HERSELF,
  },
  "identity.endOtherSessions": { marks: SIGNED_IN },
  "identity.issueAccessCards": {
    input: ({ cohortId, learnerId }) => ({ cohortId, personIds: [learnerId] }),
    marks: "401       403     403       ok      403       404      ok          404            ok",
  },

  "learning.getHome": { input: () => fr, marks: LEARNERS },
  "learning.getCourseState": { input: () => course, marks: EVERYONE },
  "learning.readStep": {
    input: (world) => ({
      ...fresh(world),
      ...course,
      lesson: "log-in",
      stepId: content.stepId,
      contentHash: content.lessonHash,
    }),
    marks: LEARNERS,
  },
  "learning.takeSurprise": { input: () => lesson, marks: LEARNERS },
  "learning.listOwnSurpriseSwitches": { marks: EVERYONE },
  "learning.switchOwnSurprises": { input: () => ({ ...course, stopped: true }), marks: LEARNERS },
  "learning.switchLearnerSurprises": {
    input: (world) => ({ ...member(world), stopped: true }),
    marks: TRAINER,
  },
  "learning.listOwnRefreshers": { marks: EVERYONE },
  "learning.getOwnAppointments": { input: () => fr, marks: LEARNERS },
  "learning.switchOwnRefreshers": { input: () => ({ ...course, stopped: false }), marks: LEARNERS },
  "learning.switchLearnerRefreshers": {
    input: (world) => ({ ...member(world), stopped: false }),
    marks: TRAINER,
  },

  "organisations.listOrganisations": { marks: ADMIN },
  "organisations.createOrganisation": {
    input: () => ({ name: `Maison ${randomUUID()}`, country: "BE", phone: "02 555 00 09" }),
    marks: ADMIN,
  },
  "organisations.listStaff": {
    input: ({ organisationId }) => ({ organisationId }),
    marks: "401       403     403       403     403       404      ok          404            ok",
  },
  "organisations.listOwnStaff": {
    //      anonymous learner neighbour trainer colleague elsewhere coordinator (elsewhere)    admin
    marks: "401       403     403       403     403       403      ok          ok             403",
  },
  "organisations.createTrainer": {
    input: ({ organisationId }) => ({
      organisationId,
      firstName: "Nora",
      familyName: "Essai",
      email: `nora-${randomUUID()}@tests.digiskipass.example`,
      phone: "0470 00 00 05",
      ...fr,
    }),
    marks: "401       403     403       403     403       404      ok          404            ok",
  },
  "organisations.listCohorts": { marks: TRAINERS },
  "organisations.listCohortChoices": { marks: TRAINERS },
  "organisations.createCohort": {
    input: ({ organisationId, projectId }) => ({
      organisationId,
      projectId,
      name: `Groupe ${randomUUID()}`,
      ...course,
      ...fr,
      startsOn: "2026-12-01",
      endsOn: null,
    }),
    marks: "401       403     403       ok      ok        404      ok          404            404",
  },
  "organisations.addLearners": {
    input: ({ cohortId }) => ({ cohortId, names: "Fernand Nouveau" }),
    marks: TRAINER,
  },
  "organisations.listKnownLearners": {
    input: ({ cohortId }) => ({ cohortId, search: "Simone" }),
    marks: TRAINER,
  },
  "organisations.addKnownLearner": { input: member, marks: TRAINER },
  "organisations.endMembership": { input: member, marks: TRAINER },

  "passport.getPassport": {
    input: ({ learnerId }) => ({ personId: learnerId, ...fr }),
    marks: "401       ok      404       ok      404       404      404         404            404",
  },
  "passport.noteAssistance": {
    input: (world) => ({
      ...member(world),
      activityId: "log-in/steps",
      assistance: "accompanied",
      on: "2026-11-20",
    }),
    marks: TRAINER,
  },

  "privacy.exportPerson": {
    input: ({ learnerId }) => ({ personId: learnerId }),
    marks: "401       ok      404       404     404       404      404         404            ok",
  },
  "privacy.erasePerson": {
    input: ({ learnerId }) => ({ personId: learnerId }),
    marks: "401       ok      404       404     404       404      404         404            ok",
  },

  "privacy.listMergeCandidates": {
    input: ({ learnerId }) => ({ personId: learnerId }),
    marks: MERGER,
  },
  "privacy.findDoubles": {
    input: ({ learnerId }) => ({ personId: learnerId, search: "Odette" }),
    marks: MERGER,
  },
  "privacy.getMergePreview": {
    input: ({ learnerId, doubleId }) => ({ personIds: [learnerId, doubleId] }),
    marks: MERGER,
  },
  "privacy.mergePersons": {
    input: ({ learnerId, doubleId }) => ({ keepId: learnerId, removeId: doubleId }),
    marks: MERGER,
  },

  "reporting.getTeachHome": { input: () => fr, marks: TRAINERS },
  "reporting.getCohortOverview": { input: cohort, marks: TRAINER },
  "reporting.getLearnerReport": { input: (world) => ({ ...member(world), ...fr }), marks: TRAINER },
  "reporting.getCohortAppointments": { input: ({ cohortId }) => ({ cohortId }), marks: TRAINER },
  "reporting.getProjectNumbers": {
    input: () => fr,
    marks: "401       403     403       403     403       403      ok          ok             403",
  },
  "reporting.listLastActions": { input: () => ({ limit: 5 }), marks: ADMIN },

  "simulation.getScenario": { input: () => ({ ...run }), marks: EVERYONE },
  "simulation.getDraft": { input: () => ({ ...run }), marks: NOBODY },
  "simulation.getDraftStamp": { input: () => ({ ...run }), marks: NOBODY },
  "simulation.getDraftSheet": { input: () => ({ ...run }), marks: NOBODY },
  "simulation.getDraftStudy": { input: () => ({ ...run }), marks: NOBODY },
  "simulation.findOpenRun": { input: () => ({ ...run, knownHash: content.scenarioHash }), marks: LEARNERS },
  "simulation.openRun": { input: () => ({ ...run, mode: "guided", timer: "none" }), marks: LEARNERS },
  "simulation.openSurprise": {
    input: ({ surpriseId }) => ({ surpriseId, ...fr }),
    marks: HERSELF,
  },
  "simulation.openRefresher": {
    input: ({ simulationRefresherId }) => ({ refresherId: simulationRefresherId, ...fr }),
    marks: HERSELF,
  },
  ...examRows,
  "simulation.recordMoves": {
    input: (world) => ({
      attemptId: world.runId,
      moves: [{ ...fresh(world), move: { type: "press", on: "site-home.log-in", seq: 1, at: 1000 } }],
    }),
    marks: HERSELF,
  },
});

/** The mark of each actor. */
export function marksOf(row: { marks: string }): Record<ActorName, string> {
  const marks = row.marks.trim().split(/\s+/);
  if (marks.length !== ACTORS.length)
    throw new Error(`${marks.length} marks for ${ACTORS.length} actors: ${row.marks}`);
  return Object.fromEntries(ACTORS.map((actor, index) => [actor, marks[index]])) as Record<ActorName, string>;
}
