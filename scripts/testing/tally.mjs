import { readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Tally */

/** Result of a check that found nothing; it counts no tests. @type {Tally} */
export const PASSED = { passed: 0, failed: 0 };

/** Result of a stage that could not report: it failed once. @type {Tally} */
export const BROKEN = { passed: 0, failed: 1 };

/**
 * A run that ends badly without naming a failed test (a file that does not load, no test found) counts as one failure.
 *
 * @param {Tally} tally
 * @param {number} code exit code of the run
 * @returns {Tally}
 */
function atLeastOne(tally, code) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** Counts of Vitest's JSON report. @param {string} file @param {number} code @returns {Tally} */
export function vitestTally(file, code) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, "utf8"));
    return atLeastOne({ passed: numPassedTests, failed: numFailedTests }, code);
  } catch {
    return BROKEN;
  }
}

/** Counts of Playwright's JSON report. A test that passed at the second try did not pass. @param {string} file @param {number} code @returns {Tally} */
export function playwrightTally(file, code) {
  try {
    const { stats } = JSON.parse(readFileSync(file, "utf8"));
    return atLeastOne({ passed: stats.expected, failed: stats.unexpected + stats.flaky }, code);
  } catch {
    return BROKEN;
  }
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce(
    (all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }),
    { passed: 0, failed: 0 },
  );
}
