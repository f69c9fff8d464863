import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT } from "./paths.mjs";

const LOCAL_BIN = join(ROOT, "node_modules", ".bin");

const running = /** @type {Set<import("node:child_process").ChildProcess>} */ (new Set());
let interrupted = false;

/**
 * Ends the commands under way and lets no further one begin, so that whoever ran them can clean up. They get what
 * Ctrl-C sends, which Vitest and Playwright answer by cleaning up themselves; a second one would make them drop all, so
 * none is sent when the terminal already did.
 *
 * @param {string} [signal] the one that came
 */
export function interruptCommands(signal) {
  interrupted = true;
  if (signal === "SIGINT" && process.stdin.isTTY) return;
  for (const child of running) child.kill("SIGINT");
}

/** Whether `interruptCommands` was called. */
export function isInterrupted() {
  return interrupted;
}

/**
 * Runs a command to its end and returns its exit code; a signal counts as failure. Interrupted by Ctrl-C it gets the
 * signal too, since it is in our process group.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, timeout?: number }} [options] `quiet` keeps the output to return it
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = process.env, quiet = false, timeout } = {}) {
  if (interrupted) return Promise.resolve({ code: 130, output: "" });
  return new Promise((resolve) => {
    const output = /** @type {Buffer[]} */ ([]);
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
      timeout,
    });
    running.add(child);
    child.once("close", () => running.delete(child));
    const text = () => Buffer.concat(output).toString("utf8");
    child.stdout?.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));
    child.once("error", (error) => resolve({ code: 127, output: `${text()}${error.message}` }));
    child.once("close", (code) => resolve({ code: code ?? 1, output: text() }));
  });
}

/** A program of our dependencies. @param {string} name */
export function localBin(name) {
  return join(LOCAL_BIN, name);
}

/** The first program of that name in PATH, our own dependencies left out. @param {string} name */
export function systemProgram(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    if (folder === "" || folder.endsWith(join("node_modules", ".bin"))) continue;
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/** PATH without our dependencies: `npm ci` must not run on a Node that it is about to delete. */
export function systemPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.filter((folder) => !folder.endsWith(join("node_modules", ".bin"))).join(delimiter);
}

/** The Node to serve with: the newer one among our dependencies where it runs, else the one that runs this. */
export function servingNode() {
  const { status } = spawnSync(localBin("node"), ["--version"], { timeout: 5000, stdio: "ignore" });
  return status === 0 ? localBin("node") : process.execPath;
}
