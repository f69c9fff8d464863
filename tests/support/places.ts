import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ACTORS, type ActorName } from "./access-actors";

/** Who knocks: the same people as at the procedures. `learner` holds a certificate. */
export const CALLERS = ACTORS;
export type Caller = ActorName;

/** What an address answers: a status, or "door": to the sign-in page and back. */
export type Answer = 200 | 307 | 401 | 403 | 404 | "door";

export type Ids = {
  cohort: string;
  learner: string;
  organisation: string;
  certificate: string;
  code: string;
};

type Place = {
  /** The address without its language. */
  path: (ids: Ids) => string;
  answers: Record<Caller, Answer>;
};

const forAll = (answer: Answer) =>
  Object.fromEntries(CALLERS.map((caller) => [caller, answer])) as Place["answers"];
const roomOf = (...callers: Caller[]): Place["answers"] => ({
  ...forAll(404),
  anonymous: "door",
  ...Object.fromEntries(callers.map((caller) => [caller, 200])),
});
/** Who is of the organisation may know that the file exists; a stranger may not. */
const fileOf = (...callers: Caller[]): Place["answers"] => ({
  ...forAll(403),
  anonymous: 401,
  elsewhere: 404,
  coordinatorElsewhere: 404,
  admin: 404,
  ...Object.fromEntries(callers.map((caller) => [caller, 200])),
});
/** For whoever teaches, reports or runs the instance, anywhere. */
const staffFile: Place["answers"] = { ...forAll(200), anonymous: 401, learner: 403, neighbour: 403 };

const LESSON = "/courses/itsme-eid/log-in";
const PRACTICE = `${LESSON}/practice/log-in-computer-number`;
const SIMULATION = "itsme-eid/log-in-computer-number";
const group = (path: string) => (ids: Ids) => `/teach/cohorts/${ids.cohort}${path}`;
const open = (path: string): Place => ({ path: () => path, answers: forAll(200) });

/** Every page under `app/[locale]`, by its pattern, and what it answers to whom. */
export const PAGES: Record<string, Place> = {
  "/": open(""),
  "/[...rest]": { path: () => "/nowhere/at/all", answers: forAll(404) },
  // What stands in for all the others that are not found.
  "/missing": { path: () => "/missing", answers: forAll(404) },
  "/missing/code": { path: () => "/missing/code", answers: forAll(404) },
  "/accessibility": open("/accessibility"),
  "/privacy": open("/privacy"),
  // One course so far: its contents are the list.
  "/courses": { path: () => "/courses", answers: forAll(307) },
  "/courses/[course]": open("/courses/itsme-eid"),
  "/courses/[course]/[lesson]": open(LESSON),
  "/courses/[course]/[lesson]/check": open(`${LESSON}/check`),
  "/courses/[course]/[lesson]/practice/[simulation]": open(PRACTICE),
  "/courses/[course]/[lesson]/practice/[simulation]/sheet": open(`${PRACTICE}/sheet`),
  "/courses/[course]/[lesson]/sheet": open(`${LESSON}/sheet`),
  "/courses/[course]/[lesson]/steps/[step]": open(`${LESSON}/steps/3`),
  "/courses/[course]/surprise": open("/courses/itsme-eid/surprise"),
  // These exist with WORKBENCH=1 only, as in the tests; tests/e2e/every-state.spec.ts asks a server without it.
  "/workbench/[course]/[simulation]": open(`/workbench/${SIMULATION}`),
  "/workbench/[course]/[simulation]/player": open(`/workbench/${SIMULATION}/player`),
  "/verify": open("/verify"),
  "/verify/[code]": { path: ({ code }) => `/verify/${code}`, answers: forAll(200) },
  "/sign-in": open("/sign-in"),
  "/sign-in/code": open("/sign-in/code?request=00000000-0000-4000-8000-000000000000"),
  "/c/[code]": open("/c/7K2M-94QX"),
  "/lost": { path: () => "/lost", answers: forAll(307) },
  "/account": { path: () => "/account", answers: { ...forAll(200), anonymous: "door" } },
  "/learn": { path: () => "/learn", answers: roomOf("learner", "neighbour") },
  "/learn/exam": { path: () => "/learn/exam", answers: roomOf("learner", "neighbour") },
  "/learn/exam/[number]": { path: () => "/learn/exam/1", answers: roomOf("learner", "neighbour") },
  "/learn/placement": { path: () => "/learn/placement", answers: roomOf("learner", "neighbour") },
  "/learn/self-assessment": {
    path: () => "/learn/self-assessment",
    answers: roomOf("learner", "neighbour"),
  },
  "/learn/passport": { path: () => "/learn/passport", answers: roomOf("learner", "neighbour") },
  "/learn/refresher": { path: () => "/learn/refresher", answers: roomOf("learner", "neighbour") },
  "/learn/appointments": { path: () => "/learn/appointments", answers: roomOf("learner", "neighbour") },
  "/teach": { path: () => "/teach", answers: roomOf("trainer", "colleague", "elsewhere") },
  "/teach/cohorts/new": {
    path: () => "/teach/cohorts/new",
    answers: roomOf("trainer", "colleague", "elsewhere"),
  },
  "/teach/cohorts/[cohort]": { path: group(""), answers: roomOf("trainer") },
  "/teach/cohorts/[cohort]/add": { path: group("/add"), answers: roomOf("trainer") },
  "/teach/cohorts/[cohort]/appointments": { path: group("/appointments"), answers: roomOf("trainer") },
  "/teach/cohorts/[cohort]/cards": { path: group("/cards"), answers: roomOf("trainer") },
  "/teach/cohorts/[cohort]/certificates": { path: group("/certificates"), answers: roomOf("trainer") },
  "/teach/cohorts/[cohort]/learners/[person]": {
    path: ({ cohort, learner }) => `/teach/cohorts/${cohort}/learners/${learner}`,
    answers: roomOf("trainer"),
  },
  "/teach/cohorts/[cohort]/learners/[person]/double": {
    path: ({ cohort, learner }) => `/teach/cohorts/${cohort}/learners/${learner}/double`,
    answers: roomOf("trainer"),
  },
  "/report": { path: () => "/report", answers: roomOf("coordinator", "coordinatorElsewhere") },
  "/report/team": { path: () => "/report/team", answers: roomOf("coordinator", "coordinatorElsewhere") },
  "/admin": { path: () => "/admin", answers: roomOf("admin") },
  "/admin/doubles": { path: () => "/admin/doubles", answers: roomOf("admin") },
  "/admin/organisations/[organisation]": {
    path: ({ organisation }) => `/admin/organisations/${organisation}`,
    answers: roomOf("admin"),
  },
};

/** Every route handler under `app/api`, asked with GET. */
export const ROUTES: Record<string, Place> = {
  "/api/auth/[...nextauth]": { path: () => "/api/auth/session", answers: forAll(200) },
  "/api/certificates/[certificate]/pdf": {
    path: ({ certificate }) => `/api/certificates/${certificate}/pdf`,
    answers: fileOf("learner", "trainer"),
  },
  "/api/cohorts/[cohort]/certificates": {
    path: ({ cohort }) => `/api/cohorts/${cohort}/certificates`,
    answers: fileOf("trainer"),
  },
  "/api/courses/[course]/questions": {
    path: () => "/api/courses/itsme-eid/questions?format=gift&locale=fr",
    answers: staffFile,
  },
  "/api/verify/[code]": { path: ({ code }) => `/api/verify/${code}`, answers: forAll(200) },
};

/** Patterns of the files with this name under `app/`, without groups: "/[locale]/teach", "/api/verify/[code]". */
export function patternsOf(file: "page.tsx" | "route.ts"): string[] {
  return readdirSync(join(process.cwd(), "app"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.split("/").at(-1) === file)
    .map((path) => {
      const parts = path.split("/").slice(0, -1);
      return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join("/")}`;
    })
    .sort();
}
