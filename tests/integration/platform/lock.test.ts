import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockHolder, tryLock, withLock } from "@/scripts/steps/lock.mjs";

const MODULE = pathToFileURL("scripts/steps/lock.mjs").href;
let folder = "";
let contenders: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "digiskipass-lock-"));
  contenders = [];
});
afterEach(() => {
  for (const contender of contenders) contender.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** A process that tries to take the lock, says "mine" or "theirs", and stays. */
async function contend(path: string): Promise<{ said: string; process: ChildProcess }> {
  const code = `const { tryLock } = await import(${JSON.stringify(MODULE)});
    console.log("heldBy" in tryLock(${JSON.stringify(path)}) ? "theirs" : "mine"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  contenders.push(child);
  const [said] = await once(child.stdout, "data");
  return { said: String(said).trim(), process: child };
}

test("of several processes that come at once, one gets the lock", async () => {
  const path = join(folder, "lock");
  const results = await Promise.all(Array.from({ length: 6 }, () => contend(path)));
  expect(results.filter(({ said }) => said === "mine")).toHaveLength(1);
});

test("a lock left behind by a killed process goes to exactly one of those who come next", async () => {
  const path = join(folder, "lock");
  const holder = await contend(path);
  expect(holder.said).toBe("mine");
  holder.process.kill("SIGKILL");
  await once(holder.process, "exit");
  expect(lockHolder(path)).toBeNull();
  const results = await Promise.all(Array.from({ length: 6 }, () => contend(path)));
  expect(results.filter(({ said }) => said === "mine")).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(["lock"]);
});

test("a process that got the number of a dead holder is not the holder", () => {
  const path = join(folder, "lock");
  writeFileSync(path, JSON.stringify({ pid: process.pid, identity: "another boot:1" }));
  const lock = tryLock(path);
  expect(lock).not.toHaveProperty("heldBy");
  if (!("heldBy" in lock)) lock.release();
});

test("a damaged lock file does not block anybody for ever", () => {
  const path = join(folder, "lock");
  writeFileSync(path, "");
  expect(tryLock(path)).not.toHaveProperty("heldBy");
});

test("the holder can say where it is to be found", () => {
  const path = join(folder, "lock");
  const lock = tryLock(path);
  if ("heldBy" in lock) throw new Error("The lock should be free.");
  lock.note({ address: "http://localhost:3000" });
  expect(lockHolder(path)).toMatchObject({ pid: process.pid, address: "http://localhost:3000" });
  lock.release();
  expect(lockHolder(path)).toBeNull();
});

test("waiting work runs one after the other", async () => {
  const path = join(folder, "lock");
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside++;
    most = Math.max(most, inside);
    await new Promise((resolve) => setTimeout(resolve, 20));
    inside--;
  };
  await Promise.all([withLock(path, work), withLock(path, work), withLock(path, work)]);
  expect(most).toBe(1);
});
