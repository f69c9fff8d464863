import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { servingNode } from "./commands.mjs";
import { BUILD, ROOT } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";

const HEALTH_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;

/**
 * A running server program.
 *
 * @typedef {{ ended: Promise<number>, stop(): Promise<void> }} ServerProcess `ended` gives the exit code; `stop` lets
 *   requests finish
 */

/**
 * Starts a bundled server in a process group of its own, so that Ctrl-C reaches only us and we choose the order. When
 * we die without a word, its channel to us closes and it stops too.
 *
 * @param {string} program in `.build`
 * @param {NodeJS.ProcessEnv} env resolved
 * @returns {ServerProcess}
 */
export function startServer(program, env, args = []) {
  const child = spawn(servingNode(), ["--enable-source-maps", join(BUILD, program), ...args], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
  return {
    ended,
    async stop() {
      child.kill("SIGTERM");
      const late = sleep(STOP_LIMIT_MS, "late", { ref: false });
      if ((await Promise.race([ended, late])) !== "late") return;
      if (child.pid) process.kill(-child.pid, "SIGKILL");
      await ended;
    },
  };
}

/**
 * Waits until the server says that it and its database are well.
 *
 * @param {number} port
 * @param {ServerProcess} server
 * @throws {Refusal} when it ended or stayed silent
 */
export async function waitUntilHealthy(port, server) {
  let over = false;
  void server.ended.then(() => {
    over = true;
  });
  for (const deadline = Date.now() + HEALTH_LIMIT_MS; Date.now() < deadline && !over; await sleep(50)) {
    const response = await fetch(`http://localhost:${port}/api/health`, {
      signal: AbortSignal.timeout(5000),
    }).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return;
  }
  throw new Refusal(
    over
      ? "The server ended while starting: see its message above."
      : "The server does not answer: see its messages above.",
  );
}
