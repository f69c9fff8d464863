import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { interruptCommands, isInterrupted, localBin, run } from "./steps/commands.mjs";
import { checkNode, ensureDependencies } from "./steps/dependencies.mjs";
import { ROOT } from "./steps/paths.mjs";
import { Refusal, runMain } from "./steps/refusal.mjs";
import { BROKEN, PASSED, sum, vitestTally } from "./testing/tally.mjs";

/**
 * `npm test [-- stage…]`: every stage, or those named; words that are no stage go to Playwright or Vitest (a file name).
 * The last line says `N passed, N failed`: tests of Vitest and Playwright, and one failure per other stage that failed.
 *
 * @typedef {import("./testing/tally.mjs").Tally} Tally
 */

/** @param {string} program @param {readonly string[]} args @returns {Promise<Tally>} */
async function check(program, ...args) {
  const { code } = await run(localBin(program), args);
  return code === 0 ? PASSED : BROKEN;
}

/** @param {string} project @param {readonly string[]} words @returns {Promise<Tally>} */
async function vitest(project, words) {
  const folder = mkdtempSync(join(tmpdir(), "digiskipass-report-"));
  const report = join(folder, "vitest.json");
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const { code } = await run(localBin("vitest"), [...args, ...words], {
    env: { ...process.env, NODE_ENV: "test" },
  });
  const tally = vitestTally(report, code);
  rmSync(folder, { recursive: true, force: true });
  return tally;
}

/** Next writes the types of routes and style sheets; a fresh clone does not have them. */
async function types() {
  if (!existsSync(join(ROOT, "next-env.d.ts"))) await run(localBin("next"), ["typegen"], { quiet: true });
  return check("tsc", "--noEmit");
}

/** Who may import whom; the parser needs help with components (see the loaded file). */
async function boundaries() {
  const helper = pathToFileURL(join(ROOT, "scripts/checks/swc-reads-tsx.mjs")).href;
  const folders = ["app", "components", "db", "server", "tests"];
  const { code } = await run(process.execPath, [
    "--import",
    helper,
    localBin("depcruise"),
    ...folders,
    "--config",
    ".dependency-cruiser.cjs",
  ]);
  return code === 0 ? PASSED : BROKEN;
}

const STAGES = {
  check: () => check("biome", "check", "--error-on-warnings", "."),
  types,
  boundaries,
  dead: () => check("knip"),
  unit: (words) => vitest("unit", words),
  async integration(words) {
    const { ensurePdfTools } = await import("./testing/system-packages.mjs");
    const { sweepThrowAways } = await import("./postgres/throw-away.mjs");
    await ensurePdfTools();
    return vitest("integration", words).finally(sweepThrowAways);
  },
  async e2e(words) {
    const { ensurePdfTools } = await import("./testing/system-packages.mjs");
    const { runJourneys } = await import("./testing/end-to-end.mjs");
    await ensurePdfTools();
    return runJourneys(words);
  },
};

/** Runs a stage; one that cannot run at all has failed. */
async function runStage(name, words) {
  console.log(`\n── ${name} ──`);
  try {
    return await STAGES[name](words);
  } catch (error) {
    console.error(error instanceof Refusal ? `✗ ${error.message}` : error);
    return BROKEN;
  }
}

async function test() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, interruptCommands);
  checkNode();
  await ensureDependencies();
  const asked = process.argv.slice(2);
  const named = asked.filter((word) => word in STAGES);
  const words = asked.filter((word) => !(word in STAGES));
  const tallies = [];
  for (const name of named.length > 0 ? named : Object.keys(STAGES)) {
    if (!isInterrupted()) tallies.push(await runStage(name, words));
  }
  const { passed, failed } = sum(tallies);
  if (failed > 0) process.exitCode = 1;
  console.log(`\n${passed} passed, ${failed} failed`);
}

await runMain(test);
