import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startThrowAway } from "../scripts/postgres/throw-away.mjs";
import { ensureBuild } from "../scripts/steps/build.mjs";
import { bundle } from "../scripts/steps/bundle.mjs";
import { servingNode } from "../scripts/steps/commands.mjs";
import { prepareDatabase } from "../scripts/steps/database.mjs";
import { BUILD } from "../scripts/steps/paths.mjs";
import { freePort } from "../scripts/steps/ports.mjs";
import { startServer, waitUntilHealthy } from "../scripts/steps/server.mjs";
import { ensureBrowser } from "../scripts/testing/browser.mjs";
import { weighPages } from "./browser.mjs";
import { measure, ownProcesses } from "./load.mjs";
import { describe, ratiosOf, verdictsOf } from "./report.mjs";
import { watchStatements } from "./statement-log.mjs";
import * as target from "./targets.mjs";

const RESULTS = fileURLToPath(new URL("./results.json", import.meta.url));
const BARE_SERVER = fileURLToPath(new URL("./bare-server.mjs", import.meta.url));
const REPLAYS = 1000;

/** A TypeScript program of the bench as a module for plain Node. @param {string} name */
async function load(name) {
  return import(pathToFileURL(await bundle(`bench/${name}.ts`, `bench/${name}.mjs`)).href);
}

/** Starts the bare server and waits until it listens. @param {string} databaseUrl */
async function startBare(databaseUrl) {
  const child = spawn(servingNode(), [BARE_SERVER], {
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const port = await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("error", reject);
    child.once("exit", () => reject(new Error("the bare server ended while starting")));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    pids: () => (child.pid ? [child.pid] : []),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/**
 * Everything in one run, on a cluster and a server of its own. Calls `later` for whatever has to be undone.
 *
 * @param {(undo: () => Promise<unknown>) => void} later
 * @returns {Promise<Record<string, any>>} what stands in `bench/results.json`
 */
export async function runBench(later) {
  const startedAt = performance.now();
  const say = (words) => console.log(`• ${words} (${Math.round((performance.now() - startedAt) / 1000)} s)`);
  const executable = await ensureBrowser();
  await ensureBuild();

  const folder = mkdtempSync(join(tmpdir(), "digiskipass-bench-"));
  later(async () => rmSync(folder, { recursive: true, force: true }));
  const cluster = await startThrowAway();
  later(() => cluster.stop());
  const databaseUrl = await cluster.create("bench");
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    ...{ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORT: String(port), APP_URL: origin },
    ...{ AUTH_URL: origin, AUTH_SECRET: randomBytes(32).toString("hex"), DATABASE_URL: databaseUrl },
    ...{ DATA_DIR: folder, SMTP_URL: "", DEMO: "0", WORKERS: "1", TRUST_PROXY: "0" },
  };
  await prepareDatabase(env);
  say("writing 50 groups of 20 learners with their past");
  const { seed } = await load("seed");
  const { openAttempts } = await load("attempts");
  const { publishedLesson } = await load("histories");
  const { replayStoredRuns } = await load("stored-runs");
  const seeded = await seed(databaseUrl);
  const learners = seeded.groups.flatMap((group) => group.learners);

  const server = startServer("serve.mjs", env);
  later(() => server.stop());
  await waitUntilHealthy(port, server);
  const programs = ["serve.mjs", "worker.mjs"].map((name) => join(BUILD, name));
  const platform = { origin, pids: () => ownProcesses(programs) };
  const bare = await startBare(databaseUrl);
  later(() => bare.stop());

  say("weighing pages in a browser");
  const { pages, nextStep } = await weighPages({ executable, origin, token: learners[7].token, ...PAGES });

  const { quiz } = publishedLesson();
  const { questions } = quiz.body.file;
  const check = {
    steps: questions.map(({ id }) => id),
    competences: [...new Set(questions.flatMap(({ competences }) => competences))],
  };
  const ours = target.platformTargets(platform, seeded);
  const theirs = target.bareTargets(bare, seeded, check);
  const loads = {};
  const take = async (key, one) => {
    say(one.name);
    loads[key] = { name: one.name, ...(await measure(one)) };
  };
  await take("constant", theirs.constant);
  await take("lesson", ours.lesson);
  await take("state", ours.state);
  await take("bareState", theirs.state);
  await take("answer", ours.answer(await openAttempts(databaseUrl, learners)));
  await take("bareAnswer", theirs.answer(await openAttempts(databaseUrl, learners)));
  await take("group", ours.group);
  await take("bareGroup", theirs.group);

  say("counting statements");
  const statements = await countStatements(
    cluster,
    origin,
    seeded,
    await openAttempts(databaseUrl, learners),
  );
  say(`replaying ${REPLAYS} stored runs`);
  const replay = await replayStoredRuns(databaseUrl, learners, REPLAYS);

  const results = {
    date: new Date().toISOString(),
    seconds: Math.round((performance.now() - startedAt) / 1000),
    machine: machine(),
    rows: seeded.rows,
    loads,
    ratios: ratiosOf(loads),
    pages,
    nextStep,
    statements,
    replay,
    verdicts: verdictsOf({ loads, pages, nextStep, statements }),
  };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  console.log(describe(results));
  return results;
}

/** @param {"visitor" | "learner"} reader @param {string[]} paths */
function pagesOf(reader, paths) {
  return paths.map((path) => ({ path, reader }));
}

const PAGES = {
  pages: [
    ...pagesOf("visitor", ["/fr", target.COURSE_PAGE, `${target.COURSE_PAGE}/steps/1`]),
    ...pagesOf("learner", [
      target.COURSE_PAGE,
      `${target.COURSE_PAGE}/steps/1`,
      `${target.COURSE_PAGE}/practice/log-in-computer-number`,
      `${target.COURSE_PAGE}/check`,
      "/fr/learn",
      "/fr/learn/passport",
    ]),
  ],
  step: { from: `${target.COURSE_PAGE}/steps/1`, to: `${target.COURSE_PAGE}/steps/2` },
};

async function countStatements(cluster, origin, { groups, groupOf30, groupOf300 }, questions) {
  const statementsOf = await watchStatements(cluster.connection);
  const fetchIt = async ({ path, ...init }) => {
    const response = await fetch(`${origin}${path}`, init);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  };
  const count = async (request) => (await statementsOf(() => fetchIt(request))).length;
  const learner = groups[0].learners[7].token;
  const page = (group) => target.getRequest(target.groupPath(group), group.trainer.token);
  return {
    lesson: await count(target.getRequest(target.COURSE_PAGE)),
    state: await count(target.getRequest(target.STATE_PATH, learner)),
    answer: await count(target.answerRequest(questions[0])),
    learnerHome: await count(target.getRequest("/fr/learn", learner)),
    passport: await count(target.getRequest("/fr/learn/passport", learner)),
    groupOf30: await count(page(groupOf30)),
    groupOf300: await count(page(groupOf300)),
  };
}

function machine() {
  const node = spawnSync(servingNode(), ["--version"], { encoding: "utf8", timeout: 5000 }).stdout.trim();
  return {
    model: cpus()[0]?.model.trim() ?? "unknown processor",
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: node.replace(/^v/, ""),
    database: "PostgreSQL 18, embedded, without fsync",
  };
}
