import { join } from "node:path";
import { bundleOptions } from "./bundle.mjs";
import { tryLock } from "./lock.mjs";
import { BUILD } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";
import { startServer } from "./server.mjs";

/**
 * Takes the development build of this folder for one program alone: Next keeps it in one place.
 *
 * @throws {Refusal} that says where the other one answers
 */
export function lockDevelopment() {
  const lock = tryLock(join(BUILD, "development.lock"));
  if (!("heldBy" in lock)) return lock;
  const { pid, address } = lock.heldBy;
  throw new Refusal(
    `npm run dev or npm run sim is already running here${address ? ` at ${address}` : ""} (process ${pid}). Stop that ` +
      "one first.",
  );
}

/** The server, started anew each time its code was bundled again. Pages are Next's, which reloads them by itself. */
function restartable(env) {
  let running = /** @type {import("./server.mjs").ServerProcess | null} */ (null);
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

/**
 * Serves the platform with reloading until a signal comes.
 *
 * @param {import("./signals.mjs").StopSignal} signal
 * @param {NodeJS.ProcessEnv} env resolved
 * @param {() => void} onStart when the server is being started for the first time
 */
export async function serveDevelopment(signal, env, onStart) {
  const esbuild = await import("esbuild");
  const server = restartable({ ...env, NODE_ENV: "development" });
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
    onStart();
    await signal.unless(new Promise(() => {}));
  } finally {
    await context.dispose();
    await server.stop();
  }
}
