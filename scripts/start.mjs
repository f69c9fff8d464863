import { ensureBuild } from "./steps/build.mjs";
import { checkPort, lockData } from "./steps/claims.mjs";
import { checkNode, ensureDependencies } from "./steps/dependencies.mjs";
import { Refusal, runMain } from "./steps/refusal.mjs";
import { stoppable } from "./steps/signals.mjs";

function greet(settings) {
  console.log(`\nDigiSkiPasS is ready: ${settings.APP_URL}`);
  if (settings.DEMO) {
    console.log(`Demonstration sign-ins, one button each, at ${settings.APP_URL}/sign-in:`);
    console.log("  learner · trainer · partner coordinator · administrator");
  }
  console.log("Ctrl-C stops everything.\n");
}

/** @param {import("./steps/signals.mjs").StopSignal} signal */
async function start(signal) {
  checkNode();
  await signal.unless(ensureDependencies());
  const { readSettings, resolvedEnvironment } = await import("./steps/settings.mjs");
  const { openDatabase, prepareDatabase } = await import("./steps/database.mjs");
  const { startServer, waitUntilHealthy } = await import("./steps/server.mjs");

  const settings = await readSettings();
  const lock = lockData(settings.DATA_DIR);
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
  } finally {
    await database.stop();
    lock.release();
  }
}

await runMain(() => stoppable(start));
