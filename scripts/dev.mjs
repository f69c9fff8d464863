import { checkPort, lockData } from "./steps/claims.mjs";
import { checkNode, ensureDependencies } from "./steps/dependencies.mjs";
import { runMain } from "./steps/refusal.mjs";
import { stoppable } from "./steps/signals.mjs";

/** The server, started anew each time its code was bundled again. Pages are Next's, which reloads them by itself. */
function restartable(env, startServer) {
  let running = /** @type {import("./steps/server.mjs").ServerProcess | null} */ (null);
  let turn = Promise.resolve();
  const next = (start) => {
    turn = turn.then(async () => {
      await running?.stop();
      running = start ? startServer("dev/worker.mjs", env, ["development"]) : null;
    });
    return turn;
  };
  return { restart: () => next(true), stop: () => next(false) };
}

/** @param {import("./steps/signals.mjs").StopSignal} signal */
async function dev(signal) {
  checkNode();
  await signal.unless(ensureDependencies());
  const esbuild = await import("esbuild");
  const { bundleOptions } = await import("./steps/bundle.mjs");
  const { readSettings, resolvedEnvironment } = await import("./steps/settings.mjs");
  const { openDatabase, prepareDatabase } = await import("./steps/database.mjs");
  const { startServer } = await import("./steps/server.mjs");

  const settings = await readSettings();
  const lock = lockData(settings.DATA_DIR);
  await checkPort(settings.PORT);
  const database = await openDatabase(settings);
  try {
    const resolved = resolvedEnvironment(settings, database.url);
    await signal.unless(prepareDatabase(resolved));
    const server = restartable({ ...resolved, NODE_ENV: "development" }, startServer);
    const options = bundleOptions("server/http/worker.ts", "dev/worker.mjs");
    const restartAfterBuild = {
      name: "restart-after-build",
      setup: (build) => build.onEnd(({ errors }) => (errors.length === 0 ? server.restart() : undefined)),
    };
    const context = await esbuild.context({
      ...options,
      plugins: [...(options.plugins ?? []), restartAfterBuild],
    });
    try {
      await context.watch();
      lock.note({ address: settings.APP_URL });
      console.log(`\nDevelopment server: ${settings.APP_URL}. Ctrl-C stops everything.\n`);
      await signal.unless(new Promise(() => {}));
    } finally {
      await context.dispose();
      await server.stop();
    }
  } finally {
    await database.stop();
    lock.release();
  }
}

await runMain(() => stoppable(dev));
