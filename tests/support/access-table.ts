import { randomUUID } from "node:crypto";

/**
 * Who may do what, in one place: every procedure and every page, by every sort of person. Read by the integration
 * tests (procedures), the architecture tests (nothing is missing) and the browser tests (pages over HTTP).
 */
export const ACTORS = [
  "anonymous",
  /** Whose attempt, run, passport and certificate it is. */
  "learner",
  /** Another learner of the same group. */
  "classmate",
  "trainer",
  /** Teaches another group of the same organisation. */
  "colleague",
  /** Teaches in another organisation. */
  "outsider",
  "coordinator",
  /** Coordinates another organisation of the same project. */
  "farCoordinator",
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
  attemptId: string;
  runId: string;
  certificateId: string;
  certificateCode: string;
  now: Date;
};

export const OUTCOMES = {
  ok: "ok",
  "401": "UNAUTHENTICATED",
  "403": "FORBIDDEN",
  "404": "NOT_FOUND",
} as const;

/** One mark per actor, in the order of `ACTORS`. */
export type Row = { input?: (world: AccessWorld) => unknown; marks: string };

// The columns:  anonymous learner classmate trainer colleague outsider coordinator farCoordinator admin
const EVERYONE = " ok        ok      ok        ok      ok        ok       ok          ok             ok ";
const SIGNED_IN = "401       ok      ok        ok      ok        ok       ok          ok             ok ";
const LEARNERS = " 401       ok      ok        403     403       403      403         403            403";
const HERSELF = "  401       ok      404       404     404       404      404         404            404";
const TRAINER = "  401       403     403       ok      403       404      403         404            404";
const TRAINERS = " 401       403     403       ok      ok        ok       403         403            403";
const ADMIN = "    401       403     403       403     403       403      403         403            ok ";

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
  "assessment.tryAnswer": {
    input: () => ({
      contentHash: content.quizHash,
      questionId: content.questionId,
      answer: { kind: "fill-in", text: "?" },
      ...fr,
    }),
    marks: EVERYONE,
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
  "credentials.revokeCertificate": {
    input: ({ certificateId }) => ({ certificateId, reason: "Nom mal écrit" }),
    //      anonymous learner classmate trainer colleague outsider coordinator farCoordinator admin
    marks: "401       403     403       ok      403       404      ok          404            ok",
  },

  "identity.getMe": { marks: EVERYONE },
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

  "organisations.listOrganisations": { marks: ADMIN },
  "organisations.createOrganisation": {
    input: () => ({ name: `Maison ${randomUUID()}`, country: "BE", phone: "02 555 00 09" }),
    marks: ADMIN,
  },
  "organisations.listStaff": {
    input: ({ organisationId }) => ({ organisationId }),
    marks: "401       403     403       403     403       404      ok          404            ok",
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

  "reporting.getTeachHome": { input: () => fr, marks: TRAINERS },
  "reporting.getCohortOverview": { input: cohort, marks: TRAINER },
  "reporting.getLearnerReport": { input: (world) => ({ ...member(world), ...fr }), marks: TRAINER },
  "reporting.getProjectNumbers": {
    input: () => fr,
    marks: "401       403     403       403     403       403      ok          ok             403",
  },
  "reporting.listLastActions": { input: () => ({ limit: 5 }), marks: ADMIN },

  "simulation.getScenario": { input: () => ({ ...run }), marks: EVERYONE },
  "simulation.findOpenRun": { input: () => ({ ...run, knownHash: content.scenarioHash }), marks: LEARNERS },
  "simulation.openRun": { input: () => ({ ...run, mode: "guided", timer: "none" }), marks: LEARNERS },
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

/**
 * A page or a route. `path` with a sample address; `marks` are HTTP statuses of a GET, where "door" is a redirect to
 * the page of signing in and "moved" one to another page.
 */
export type PageRow = { path: (world: AccessWorld) => string; marks: string };

// The columns:       anonymous learner classmate trainer colleague outsider coordinator farCoordinator admin
const OPEN = "        200       200     200       200     200       200      200         200            200";
const ROOM_LEARNER = "door      200     200       404     404       404      404         404            404";
const ROOM_TRAINER = "door      404     404       200     404       404      404         404            404";
const ROOM_TRAINERS = "door     404     404       200     200       200      404         404            404";

const LESSON = "/fr/courses/itsme-eid/log-in";
const practice = `${LESSON}/practice/log-in-computer-number`;
const group = ({ cohortId }: AccessWorld) => `/fr/teach/cohorts/${cohortId}`;

/** Every `page.tsx` and `route.ts` under `app/`, by its address. */
export const PAGES: Record<string, PageRow> = {
  "/[locale]": { path: () => "/fr", marks: OPEN },
  "/[locale]/accessibility": { path: () => "/fr/accessibility", marks: OPEN },
  "/[locale]/privacy": { path: () => "/fr/privacy", marks: OPEN },
  "/[locale]/[...rest]": {
    path: () => "/fr/no/such/page",
    marks: "404       404     404       404     404       404      404         404            404",
  },

  "/[locale]/courses": { path: () => "/fr/courses", marks: OPEN },
  "/[locale]/courses/[course]": { path: () => "/fr/courses/itsme-eid", marks: OPEN },
  "/[locale]/courses/[course]/[lesson]": { path: () => LESSON, marks: OPEN },
  "/[locale]/courses/[course]/[lesson]/steps/[step]": { path: () => `${LESSON}/steps/1`, marks: OPEN },
  "/[locale]/courses/[course]/[lesson]/check": { path: () => `${LESSON}/check`, marks: OPEN },
  "/[locale]/courses/[course]/[lesson]/sheet": { path: () => `${LESSON}/sheet`, marks: OPEN },
  "/[locale]/courses/[course]/[lesson]/practice/[simulation]": { path: () => practice, marks: OPEN },
  "/[locale]/courses/[course]/[lesson]/practice/[simulation]/sheet": {
    path: () => `${practice}/sheet`,
    marks: OPEN,
  },

  "/[locale]/verify": { path: () => "/fr/verify", marks: OPEN },
  "/[locale]/verify/[code]": { path: ({ certificateCode }) => `/fr/verify/${certificateCode}`, marks: OPEN },
  "/api/verify/[code]": { path: ({ certificateCode }) => `/api/verify/${certificateCode}`, marks: OPEN },

  "/[locale]/sign-in": { path: () => "/fr/sign-in", marks: OPEN },
  "/[locale]/sign-in/code": { path: () => `/fr/sign-in/code?request=${randomUUID()}`, marks: OPEN },
  "/[locale]/c/[code]": { path: () => "/fr/c/no-card", marks: OPEN },
  "/api/auth/[...nextauth]": { path: () => "/api/auth/csrf", marks: OPEN },
  "/[locale]/account": {
    path: () => "/fr/account",
    marks: "door      200     200       200     200       200      200         200            200",
  },

  "/[locale]/learn": { path: () => "/fr/learn", marks: ROOM_LEARNER },
  "/[locale]/learn/passport": { path: () => "/fr/learn/passport", marks: ROOM_LEARNER },
  "/[locale]/lost": {
    path: () => "/fr/lost",
    marks: "moved     moved   moved     moved   moved     moved    moved       moved          moved",
  },

  "/[locale]/teach": { path: () => "/fr/teach", marks: ROOM_TRAINERS },
  "/[locale]/teach/cohorts/new": { path: () => "/fr/teach/cohorts/new", marks: ROOM_TRAINERS },
  "/[locale]/teach/cohorts/[cohort]": { path: group, marks: ROOM_TRAINER },
  "/[locale]/teach/cohorts/[cohort]/add": { path: (world) => `${group(world)}/add`, marks: ROOM_TRAINER },
  "/[locale]/teach/cohorts/[cohort]/cards": { path: (world) => `${group(world)}/cards`, marks: ROOM_TRAINER },
  "/[locale]/teach/cohorts/[cohort]/certificates": {
    path: (world) => `${group(world)}/certificates`,
    marks: ROOM_TRAINER,
  },
  "/[locale]/teach/cohorts/[cohort]/learners/[person]": {
    path: (world) => `${group(world)}/learners/${world.learnerId}`,
    marks: ROOM_TRAINER,
  },
  "/api/cohorts/[cohort]/certificates": {
    path: ({ cohortId }) => `/api/cohorts/${cohortId}/certificates`,
    marks: "401       403     403       200     403       404      403         404            404",
  },
  "/api/certificates/[certificate]/pdf": {
    path: ({ certificateId }) => `/api/certificates/${certificateId}/pdf`,
    marks: "401       200     403       200     403       404      403         404            404",
  },

  "/[locale]/report": {
    path: () => "/fr/report",
    marks: "door      404     404       404     404       404      200         200            404",
  },
  "/[locale]/admin": {
    path: () => "/fr/admin",
    marks: "door      404     404       404     404       404      404         404            200",
  },
  "/[locale]/admin/organisations/[organisation]": {
    path: ({ organisationId }) => `/fr/admin/organisations/${organisationId}`,
    // A coordinator names the trainers of her own organisation.
    marks: "door      404     404       404     404       404      200         404            200",
  },
};
