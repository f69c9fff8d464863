import { checkPort, lockData } from "./steps/claims.mjs";
import { checkNode, ensureDependencies } from "./steps/dependencies.mjs";
import { runMain } from "./steps/refusal.mjs";
import { stoppable } from "./steps/signals.mjs";

/** @param {import("./steps/signals.mjs").StopSignal} signal */
async function dev(signal) {
  checkNode();
  await signal.unless(ensureDependencies());
  const { lockDevelopment, serveDevelopment } = await import("./steps/developing.mjs");
  const { readSettings, resolvedEnvironment } = await import("./steps/settings.mjs");
  const { openDatabase, prepareDatabase } = await import("./steps/database.mjs");

  const settings = await readSettings();
  const lock = lockData(settings.DATA_DIR);
  await checkPort(settings.PORT);
  const building = lockDevelopment();
  const database = await openDatabase(settings);
  try {
    const resolved = resolvedEnvironment(settings, database.url);
    await signal.unless(prepareDatabase(resolved));
    await serveDevelopment(signal, resolved, () => {
      lock.note({ address: settings.APP_URL });
      building.note({ address: settings.APP_URL });
      console.log(`\nDevelopment server: ${settings.APP_URL}. Ctrl-C stops everything.\n`);
    });
  } finally {
    await database.stop();
    building.release();
    lock.release();
  }
}

await runMain(() => stoppable(dev));
