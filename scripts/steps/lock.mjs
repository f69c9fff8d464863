import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Tells a process from a later one that got the same number. Where the system has no /proc, the number has to do.
 *
 * @param {number} pid
 */
function identity(pid) {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return `${boot}:${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return String(pid);
  }
}

/** Whether a process with this number exists. @param {number} pid */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/**
 * @typedef {{ pid: number, identity: string, address?: string }} Holder
 * @typedef {{ release(): void, note(details: { address: string }): void }} Lock
 */

/** @param {string} path @returns {Holder | null} */
function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** Who holds the lock and is still alive. @param {string} path @returns {Holder | null} */
export function lockHolder(path) {
  const holder = readHolder(path);
  return holder && isRunning(holder.pid) && identity(holder.pid) === holder.identity ? holder : null;
}

/** Puts a file that names this process at `path`, unless one is there. The link makes that one indivisible step. */
function place(path, mine) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o644 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Takes the lock at `path`, also when a process that died left it behind. It is released at exit at the latest.
 *
 * @param {string} path
 * @returns {Lock | { heldBy: Holder }}
 */
export function tryLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = { pid: process.pid, identity: identity(process.pid) };
  for (let attempt = 0; !place(path, mine); attempt++) {
    const holder = lockHolder(path);
    if (holder) return { heldBy: holder };
    if (attempt > 20) throw new Error(`The lock ${path} cannot be taken. Remove it when nothing is running.`);
    const aside = `${path}.stale-${process.pid}`;
    try {
      renameSync(path, aside);
    } catch (error) {
      if (error.code === "ENOENT") continue;
      throw error;
    }
    // Between our look and our rename another start may have cleared the stale lock and taken its own: give it back.
    const moved = lockHolder(aside);
    if (moved) {
      renameSync(aside, path);
      return { heldBy: moved };
    }
    rmSync(aside, { force: true });
  }
  const release = () => {
    const holder = readHolder(path);
    if (holder?.pid === mine.pid && holder.identity === mine.identity) rmSync(path, { force: true });
  };
  process.once("exit", release);
  return {
    release() {
      process.off("exit", release);
      release();
    },
    note(details) {
      writeFileSync(path, JSON.stringify({ ...mine, ...details }));
    },
  };
}

/**
 * Runs `work` alone: waits while another process holds the lock.
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {(holder: Holder) => void} [onWait] called once, when it has to wait
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait) {
  let lock = tryLock(path);
  if ("heldBy" in lock) onWait?.(lock.heldBy);
  while ("heldBy" in lock) {
    await sleep(200);
    lock = tryLock(path);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
