import cluster, { type Worker } from "node:cluster";

/** The exit code of a worker that cannot listen; starting it again would not help. */
export const CANNOT_LISTEN = 98;

const QUICK_DEATH_MS = 5000;
const MOST_QUICK_DEATHS = 5;

/**
 * Keeps `count` workers running until told to stop (SIGTERM, SIGINT, or the end of the process that started this one),
 * then waits for them to finish their requests. Ends the process: 0 after a stop, 1 when workers keep dying.
 */
export function runWorkers(program: string, count: number): void {
  let stopping = false;
  let quickDeaths = 0;
  cluster.setupPrimary({ exec: program });

  const live = () =>
    Object.values(cluster.workers ?? {}).filter((worker): worker is Worker => worker !== undefined);
  const startOne = () => {
    const startedAt = Date.now();
    cluster.fork().once("exit", (code) => {
      if (stopping) {
        if (live().length === 0) process.exit(0);
        return;
      }
      quickDeaths = Date.now() - startedAt < QUICK_DEATH_MS ? quickDeaths + 1 : 0;
      if (code === CANNOT_LISTEN || quickDeaths >= MOST_QUICK_DEATHS) return stop(1);
      process.stderr.write(`A server process ended (code ${code}); starting another.\n`);
      setTimeout(() => stopping || startOne(), 200 * quickDeaths);
    });
  };
  const stop = (code: number) => {
    if (stopping) return;
    stopping = true;
    for (const worker of live()) worker.process.kill("SIGTERM");
    if (code !== 0 || live().length === 0) process.exit(code);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(0));
  process.on("disconnect", () => stop(0));
  for (let started = 0; started < count; started++) startOne();
}
