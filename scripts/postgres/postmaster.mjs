import { spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning } from "../steps/lock.mjs";

const MAX_LOG_BYTES = 5_000_000;
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 60_000;

/** Postgres and initdb see nothing of our environment: PG* variables would change what they do. */
export const CLEAN_ENV = { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };

/** Postgres ran but refused the data, or did not get ready; `message` is its own last word. */
export class PostmasterError extends Error {
  name = "PostmasterError";
}

/**
 * The server that runs on this data directory, as its `postmaster.pid` says. A number that was given to another
 * program since does not count.
 *
 * @param {string} cluster
 * @returns {{ pid: number, port: number, ready: boolean } | null}
 */
export function livePostmaster(cluster) {
  let lines;
  try {
    lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isRunning(pid) || !isPostgresOf(pid, cluster)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

function isPostgresOf(pid, cluster) {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return command.includes(cluster) && /postgres/.test(command[0] ?? "");
  } catch {
    return process.platform !== "linux";
  }
}

/** What Postgres complained about since `from` (a byte offset of the log). */
function lastWords(log, from) {
  const text = readFileSync(log).subarray(from).toString("utf8");
  const complaint = text.match(/(?:FATAL|PANIC):\s+(.*)/)?.[1];
  return complaint ?? text.trim().split("\n").at(-1) ?? "no reason given";
}

/**
 * Starts Postgres on an existing data directory and waits until it takes connections (crash recovery included).
 * It listens on 127.0.0.1 only, in its own process group, so that Ctrl-C does not reach it before the web server
 * has finished its requests.
 *
 * @param {{ cluster: string, binaries: string, account: import("./account.mjs").Account, port: number, log: string,
 *   options?: Record<string, string> }} input
 * @returns {Promise<{ pid: number, port: number }>}
 * @throws {PostmasterError}
 */
export async function startPostmaster({ cluster, binaries, account, port, log, options = {} }) {
  const pidFile = join(cluster, "postmaster.pid");
  const stale = Number.parseInt(existsSync(pidFile) ? readFileSync(pidFile, "utf8") : "", 10);
  // Postgres clears the file of a dead server itself, but believes in any living process of that number.
  if (stale > 0 && isRunning(stale) && !livePostmaster(cluster)) rmSync(pidFile);

  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) renameSync(log, `${log}.old`);
  const output = openSync(log, "a", 0o600);
  const from = statSync(log).size;
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: String(port),
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    ...options,
  };
  const child = spawn(
    join(binaries, "bin/postgres"),
    ["-D", cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    { ...account, cwd: "/", env: CLEAN_ENV, detached: true, stdio: ["ignore", output, output] },
  );
  closeSync(output);
  child.unref();
  let failure = /** @type {Error | null} */ (null);
  child.once("error", (error) => {
    failure = error;
  });
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; await sleep(20)) {
    if (failure) throw new PostmasterError(failure.message);
    if (child.exitCode !== null || child.signalCode !== null) throw new PostmasterError(lastWords(log, from));
    const live = livePostmaster(cluster);
    if (live?.ready && live.pid === child.pid) return { pid: live.pid, port: live.port };
  }
  child.kill("SIGQUIT");
  throw new PostmasterError(`not ready after ${START_LIMIT_MS / 1000} s`);
}

/** Whether the process is gone, or has ended and only waits for a parent that does not ask (as in some containers). */
function isOver(pid) {
  if (!isRunning(pid)) return true;
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return !isRunning(pid);
  }
}

/** Ends open sessions, writes everything down and stops. Does nothing when no server runs. @param {string} cluster */
export async function stopPostmaster(cluster) {
  const live = livePostmaster(cluster);
  if (!live) return;
  process.kill(live.pid, "SIGINT");
  for (const deadline = Date.now() + STOP_LIMIT_MS; Date.now() < deadline; await sleep(10)) {
    if (isOver(live.pid)) return;
  }
  process.kill(live.pid, "SIGQUIT");
}

/**
 * Makes an empty data directory. `cluster` appears at once and whole, or not at all.
 *
 * @param {{ cluster: string, binaries: string, account: import("./account.mjs").Account,
 *   password: string, durable: boolean }} input `password` is the one of the superuser, named postgres
 * @throws {PostmasterError}
 */
export async function initCluster({ cluster, binaries, account, password, durable }) {
  const draft = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600, flag: "wx" });
  if (account) {
    chownSync(draft, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const args = [
    "-D",
    draft,
    "-U",
    "postgres",
    "-A",
    "scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ];
  const words = await new Promise((resolve, reject) => {
    let text = "";
    const child = spawn(join(binaries, "bin/initdb"), args, {
      ...account,
      cwd: "/",
      env: CLEAN_ENV,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", (chunk) => {
      text += chunk;
    });
    child.stderr.on("data", (chunk) => {
      text += chunk;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0 ? null : text));
  }).finally(() => rmSync(passwordFile, { force: true }));
  if (words !== null) {
    rmSync(draft, { recursive: true, force: true });
    throw new PostmasterError(
      words.match(/initdb: error: (.*)/)?.[1] ?? words.trim().split("\n").at(-1) ?? "",
    );
  }
  renameSync(draft, cluster);
}
