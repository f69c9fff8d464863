import { randomUUID } from "node:crypto";

export const COURSE_PAGE = "/fr/courses/itsme-eid/log-in";
export const groupPath = (group) => `/fr/teach/cohorts/${group.cohortId}`;
export const STATE_PATH = `/api/trpc/learning.getCourseState?input=${encodeURIComponent('{"course":"itsme-eid"}')}`;

/** One after the other, and from the beginning again. @template T @param {readonly T[]} list */
function turning(list) {
  let at = 0;
  return () => list[at++ % list.length];
}

/** @param {readonly unknown[]} list every one of them once */
function once(list) {
  let at = 0;
  return () => {
    if (at === list.length) throw new Error("the bench ran out of prepared answers");
    return list[at++];
  };
}

const signedIn = (token) => ({ cookie: `session=${token}` });
const json = (token) => ({ ...signedIn(token), "content-type": "application/json" });

/** The request that a browser sends for one answer. @param {import("./attempts.ts").Question} question */
export function answerRequest({ token, attemptId, questionId, answer }) {
  const event = { id: randomUUID(), occurredAt: new Date().toISOString() };
  return {
    method: /** @type {const} */ ("POST"),
    path: "/api/trpc/assessment.submitAnswer",
    headers: json(token),
    body: JSON.stringify({ ...event, attemptId, questionId, answer, locale: "fr" }),
  };
}

/** @param {string} path @param {string} [token] */
export function getRequest(path, token) {
  return { method: /** @type {const} */ ("GET"), path, headers: token ? signedIn(token) : {} };
}

const isRecorded = (body) => body.includes('"outcome":"recorded"');

/**
 * What is measured on the platform.
 *
 * @param {{ origin: string, pids: () => number[] }} server
 * @param {import("./seed.ts").Seeded} seeded
 */
export function platformTargets(server, { groups }) {
  const learners = turning(groups.flatMap((group) => group.learners));
  const group = turning(groups);
  return {
    lesson: { ...server, name: "lesson page", next: () => getRequest(COURSE_PAGE) },
    state: { ...server, name: "state of a learner", next: () => getRequest(STATE_PATH, learners().token) },
    group: {
      ...server,
      name: "page of a group of 20",
      next: () => {
        const one = group();
        return getRequest(groupPath(one), one.trainer.token);
      },
    },
    /** @param {import("./attempts.ts").Question[]} questions */
    answer: (questions) => {
      const next = once(questions);
      return {
        ...server,
        name: "answer saved",
        most: questions.length,
        isRight: isRecorded,
        next: () => answerRequest(next()),
      };
    },
  };
}

/**
 * The same work on the bare server.
 *
 * @param {{ origin: string, pids: () => number[] }} server
 * @param {import("./seed.ts").Seeded} seeded
 * @param {{ steps: string[], competences: string[] }} check its questions, and what passing it proves
 */
export function bareTargets(server, { groups }, check) {
  const learners = turning(groups.flatMap((group) => group.learners));
  const group = turning(groups);
  return {
    constant: { ...server, name: "constant answer", next: () => getRequest("/constant") },
    state: {
      ...server,
      name: "bare: state of a learner",
      next: () => getRequest("/state", learners().token),
    },
    group: {
      ...server,
      name: "bare: group of 20",
      next: () => {
        const one = group();
        return getRequest(`/group?cohort=${one.cohortId}`, one.trainer.token);
      },
    },
    /** @param {import("./attempts.ts").Question[]} questions */
    answer: (questions) => {
      const next = once(questions);
      return {
        ...server,
        name: "bare: answer saved",
        most: questions.length,
        isRight: isRecorded,
        next: () => {
          const { token, ...question } = next();
          const event = { id: randomUUID(), occurredAt: new Date().toISOString() };
          return {
            method: /** @type {const} */ ("POST"),
            path: "/answer",
            headers: json(token),
            body: JSON.stringify({ ...event, ...question, ...check }),
          };
        },
      };
    },
  };
}
