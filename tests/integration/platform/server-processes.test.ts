import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { transformSync } from "esbuild";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isRunning } from "@/scripts/steps/lock.mjs";
import { freePort } from "@/scripts/steps/ports.mjs";

vi.setConfig({ testTimeout: 60_000 });

/** A server in our cluster that answers with its process number, late when asked for /slow. */
const WORKER = `
  import { createServer } from "node:http";
  import { appendFileSync } from "node:fs";
  import { stopGracefully } from "./graceful-stop.mjs";
  const server = createServer((req, res) => {
    setTimeout(() => res.end(String(process.pid)), req.url === "/slow" ? 1500 : 0);
  });
  server.on("error", () => process.exit(98));
  server.listen(Number(process.env.PORT));
  stopGracefully(server, 10_000, async () => appendFileSync(process.env.DIARY, "closed\\n"));
`;

let folder = "";
let port = 0;
let primary: ChildProcess;
const diary = () => join(folder, "diary");

/**
 * Asks on a connection of its own: a kept one would lead to the same worker again. One that was handed to a worker
 * just as it died is never answered.
 */
async function get(path: string): Promise<string> {
  const signal = AbortSignal.timeout(5000);
  const [response] = await once(request({ port, path, agent: false, signal }).end(), "response");
  let body = "";
  for await (const chunk of response) body += chunk;
  return body;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "digiskipass-cluster-"));
  port = await freePort();
  for (const name of ["cluster", "graceful-stop"]) {
    const { code } = transformSync(readFileSync(`server/http/${name}.ts`, "utf8"), { loader: "ts" });
    writeFileSync(join(folder, `${name}.mjs`), code);
  }
  writeFileSync(join(folder, "worker.mjs"), WORKER);
  const start = `import { runWorkers } from "./cluster.mjs"; runWorkers(${JSON.stringify(join(folder, "worker.mjs"))}, 2);`;
  writeFileSync(join(folder, "primary.mjs"), start);
  writeFileSync(diary(), "");
});

afterEach(() => {
  primary?.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

function startPrimary() {
  primary = spawn(process.execPath, [join(folder, "primary.mjs")], {
    env: { NODE_ENV: "production", PORT: String(port), DIARY: diary() },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  return once(primary, "exit").then(([code]) => code as number | null);
}

/** The numbers of the processes that answer, once there are `count` of them. */
async function answering(count: number, without = 0): Promise<number[]> {
  const seen = new Set<number>();
  for (const deadline = Date.now() + 20_000; seen.size < count && Date.now() < deadline; await sleep(20)) {
    const pid = Number(await get("/").catch(() => 0));
    if (pid > 0 && pid !== without) seen.add(pid);
  }
  return [...seen];
}

test("a stop lets the request under way finish, closes what was open, leaves no process, and ends with 0", async () => {
  const ended = startPrimary();
  const workers = await answering(2);
  const slow = get("/slow");
  await sleep(300);
  primary.kill("SIGTERM");
  await sleep(300);
  await expect(get("/")).rejects.toThrow();
  expect(workers).toContain(Number(await slow));
  expect(await ended).toBe(0);
  expect(readFileSync(diary(), "utf8")).toBe("closed\nclosed\n");
  expect(workers.filter(isRunning)).toEqual([]);
});

test("a worker that dies is replaced while the other goes on", async () => {
  const ended = startPrimary();
  const [first = 0] = await answering(2);
  process.kill(first, "SIGKILL");
  expect(await answering(2, first)).toHaveLength(2);
  primary.kill("SIGINT");
  expect(await ended).toBe(0);
});

test("when whoever started it disappears, it stops", async () => {
  const ended = startPrimary();
  const workers = await answering(2);
  primary.disconnect();
  expect(await ended).toBe(0);
  expect(workers.filter(isRunning)).toEqual([]);
});

test("on a port that is taken it gives up at once instead of trying again and again", async () => {
  const other = createServer().listen(port);
  expect(await startPrimary()).toBe(1);
  other.close();
});
