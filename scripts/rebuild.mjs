import { ensureDependencies } from "./steps/dependencies.mjs";
import { Refusal, runMain } from "./steps/refusal.mjs";

/**
 * `npm run rebuild`: empties the read models (progress, time) and folds the log of learner events again, in one
 * transaction, on the database of the settings. The server may be running; what it wants to record waits meanwhile.
 */
async function rebuild() {
  await ensureDependencies();
  const { bundle } = await import("./steps/bundle.mjs");
  const { tryDataLock } = await import("./steps/claims.mjs");
  const { run, servingNode } = await import("./steps/commands.mjs");
  const { openDatabase, prepareDatabase } = await import("./steps/database.mjs");
  const { readSettings, resolvedEnvironment } = await import("./steps/settings.mjs");
  const settings = await readSettings();
  const program = await bundle("scripts/rebuild.ts", "rebuild.mjs");
  const lock = tryDataLock(settings.DATA_DIR);
  // Whoever holds the lock runs the database and goes on using it.
  const isInUse = "heldBy" in lock;
  const database = await openDatabase(settings);
  try {
    const env = resolvedEnvironment(settings, database.url);
    if (!isInUse) await prepareDatabase(env, "migrate");
    const { code, output } = await run(servingNode(), ["--enable-source-maps", program], {
      env,
      quiet: true,
    });
    if (code !== 0) {
      console.error(output.trimEnd());
      throw new Refusal("The read models could not be rebuilt: see the message above. Nothing was changed.");
    }
    console.log(output.trimEnd());
  } finally {
    if (!isInUse) {
      await database.stop();
      lock.release();
    }
  }
}

await runMain(rebuild);
