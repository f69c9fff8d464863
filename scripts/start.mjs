import { join } from "node:path";
import { ensureBuild } from "./steps/build.mjs";
import { checkNode, ensureDependencies } from "./steps/dependencies.mjs";
import { tryLock } from "./steps/lock.mjs";
import { shown } from "./steps/paths.mjs";
import { portProblem } from "./steps/ports.mjs";
import { Refusal, runMain } from "./steps/refusal.mjs";
import { untilSignal } from "./steps/signals.mjs";

/** Takes the data directory for this start alone. */
async function lockData(dataDir) {
  const { dataFolder } = await import("./postgres/place.mjs");
  const lock = tryLock(join(dataFolder(dataDir), "start.lock"));
  if (!("heldBy" in lock)) return lock;
  const { pid, address } = lock.heldBy;
  throw new Refusal(
    `Already running${address ? ` at ${address}` : ""} on ${shown(dataDir)} (process ${pid}). Stop that one first, or ` +
      "set DATA_DIR and PORT to start a second one.",
  );
}

async function checkPort(port) {
  const problem = await portProblem(port);
  if (problem === null) return;
  const other = port < 65_535 ? port + 1 : port - 1;
  throw new Refusal(
    problem === "EACCES"
      ? `Port ${port} needs special rights. Choose one above 1023: PORT=3000 npm start`
      : `Port ${port} is used by another program. Stop it, or choose another port: PORT=${other} npm start`,
  );
}

function greet(settings) {
  console.log(`\nDigiSkiPasS is ready: ${settings.APP_URL}`);
  if (settings.DEMO) {
    console.log(`Demonstration sign-ins, one button each, at ${settings.APP_URL}/sign-in:`);
    console.log("  learner · trainer · partner coordinator · administrator");
  }
  console.log("Ctrl-C stops everything.\n");
}

async function start() {
  const signal = untilSignal();
  checkNode();
  await ensureDependencies();
  const { readSettings, resolvedEnvironment } = await import("./steps/settings.mjs");
  const { openDatabase, prepareDatabase } = await import("./steps/database.mjs");
  const { startServer, waitUntilHealthy } = await import("./steps/server.mjs");

  const settings = await readSettings();
  const lock = await lockData(settings.DATA_DIR);
  await checkPort(settings.PORT);
  const database = await openDatabase(settings);
  try {
    const env = resolvedEnvironment(settings, database.url);
    await signal.unless(prepareDatabase(env));
    await signal.unless(ensureBuild());
    const server = startServer("serve.mjs", env);
    try {
      await signal.unless(waitUntilHealthy(settings.PORT, server));
      lock.note({ address: settings.APP_URL });
      greet(settings);
      const code = await signal.unless(server.ended);
      throw new Refusal(`The server ended by itself (code ${code}): see its message above.`);
    } finally {
      await server.stop();
    }
  } catch (error) {
    if (!signal.isStop(error)) throw error;
    console.log("Stopped.");
  } finally {
    await database.stop();
    lock.release();
  }
}

await runMain(start);
