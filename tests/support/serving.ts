import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Another server process of the same build, with other settings; the journeys' own database. */
export async function startServing(
  change: Record<string, string>,
): Promise<{ address: string; stop(): Promise<void> }> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const child = spawn(process.execPath, [".build/worker.mjs"], {
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), APP_URL: address, ...change },
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const isReady = () =>
    fetch(`${address}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const limit = Date.now() + 60_000; !(await isReady()); await sleep(100)) {
    if (Date.now() > limit || child.exitCode !== null) throw new Error("the second server did not start");
  }
  return {
    address,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === "object" && found ? found.port : 0));
    });
  });
}
