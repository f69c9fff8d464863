import { round } from "./load.mjs";

/** What the platform allows itself. A page over its budget is reported; only a failed request fails the bench. */
const KB = 1000;
const LESSON_SCRIPTS = 150 * KB;
const EXERCISE_SCRIPTS = 210 * KB;
const FIRST_VISIT = 300 * KB;
const NEXT_STEP = 20 * KB;
const ANSWER_SHARE = 0.4;
const GROUP_STATEMENTS = 6;

/** @typedef {{ what: string, value: string, limit: string, ok: boolean }} Verdict */

const kb = (bytes) => `${round(bytes / KB, 1)} kB`;
const isExercise = (path) => /\/(?:practice|check)(?:\/|$)/.test(path);

/**
 * Budgets hold for every script that a visit loads, whatever for.
 *
 * @param {{ loads: Record<string, import("./load.mjs").Load>, pages: import("./browser.mjs").Weight[],
 *   nextStep: import("./browser.mjs").Weight, statements: Record<string, number> }} figures
 * @returns {Verdict[]}
 */
export function verdictsOf({ loads, pages, nextStep, statements }) {
  const upTo = (what, value, limit, unit = String) => ({
    what,
    value: unit(value),
    limit: `≤ ${unit(limit)}`,
    ok: value <= limit,
  });
  const share = loads.answer.perSecond / loads.bareAnswer.perSecond;
  return [
    ...pages.flatMap(({ path, reader, scripts, total }) => [
      upTo(
        `scripts of ${path}, ${reader}`,
        scripts,
        isExercise(path) ? EXERCISE_SCRIPTS : LESSON_SCRIPTS,
        kb,
      ),
      upTo(`first visit of ${path}, ${reader}`, total, FIRST_VISIT, kb),
    ]),
    upTo("one step on in a lesson", nextStep.total, NEXT_STEP, kb),
    {
      what: "answer saved, as a share of the bare server",
      value: share.toFixed(2),
      limit: `≥ ${ANSWER_SHARE}`,
      ok: share >= ANSWER_SHARE,
    },
    upTo("statements of a lesson page for a visitor", statements.lesson, 0),
    upTo("statements of a group page, 30 learners", statements.groupOf30, GROUP_STATEMENTS),
    upTo("statements of a group page, 300 learners", statements.groupOf300, statements.groupOf30),
  ];
}

/** Requests per second, and processor time, as shares of those of the bare server and of a constant answer. */
export function ratiosOf(loads) {
  const share = (one, other) => ({
    perSecond: round(one.perSecond / other.perSecond, 3),
    cpu: one.cpuMs && other.cpuMs ? round(one.cpuMs / other.cpuMs, 2) : null,
  });
  return {
    answerToBare: share(loads.answer, loads.bareAnswer),
    stateToBare: share(loads.state, loads.bareState),
    groupToBare: share(loads.group, loads.bareGroup),
    lessonToConstant: share(loads.lesson, loads.constant),
  };
}

/** @param {string[][]} rows the first one is the heading; all columns but the first are set to the right */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
        .join("  "),
    )
    .join("\n");
}

/** Everything as a person reads it. @param {Record<string, any>} results */
export function describe({ machine, loads, ratios, statements, replay, verdicts }) {
  const lines = Object.values(loads).map((load) => [
    load.name,
    String(load.requests),
    load.perSecond.toFixed(1),
    String(load.p50),
    String(load.p97),
    load.cpuMs === null ? "–" : load.cpuMs.toFixed(2),
    String(load.failed),
  ]);
  const shares = Object.entries(ratios).map(([name, { perSecond, cpu }]) => [
    name,
    perSecond.toFixed(3),
    cpu === null ? "–" : cpu.toFixed(2),
  ]);
  return [
    `\n${machine.model}, ${machine.cores} cores, Node ${machine.node} serving, 50 connections, one server process`,
    table([["", "requests", "req/s", "p50 ms", "p97.5 ms", "CPU ms/req", "failed"], ...lines]),
    "",
    table([["ratio", "req/s", "CPU"], ...shares]),
    "",
    table([
      ["statements per request", ""],
      ...Object.entries(statements).map(([name, n]) => [name, String(n)]),
    ]),
    "",
    table([
      [`${replay.logs} stored runs of ${replay.scenarios} scenarios`, ""],
      ["moves: shortest, middle, longest", Object.values(replay.moves).join(", ")],
      ["ms to read one", replay.read.toFixed(2)],
      ["ms to replay and score one", replay.replay.toFixed(2)],
      ["µs per move, shortest quarter", replay.perMove.short.toFixed(0)],
      ["µs per move, longest quarter", replay.perMove.long.toFixed(0)],
    ]),
    "",
    table([
      ["budget", "measured", "allowed", ""],
      ...verdicts.map(({ what, value, limit, ok }) => [what, value, limit, ok ? "ok" : "OVER"]),
    ]),
  ].join("\n");
}
