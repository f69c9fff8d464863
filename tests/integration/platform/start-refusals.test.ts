import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { tryLock } from "@/scripts/steps/lock.mjs";
import { freePort } from "@/scripts/steps/ports.mjs";
import { anotherDatabase } from "@/tests/support/database";

// Each start bundles and may wait for a server that does not answer: slow on a busy machine, never wrong.
vi.setConfig({ testTimeout: 180_000 });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "digiskipass-start-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the start that must not succeed: its exit code and what it said that begins with the sign of a refusal. */
async function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      NODE_ENV: "production",
      PATH: dirname(process.execPath),
      DATA_DIR: join(folder, "data"),
      PORT: String(await freePort()),
      DATABASE_URL: "",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 60_000,
    killSignal: "SIGKILL",
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, refusals: said.split("\n").filter((line) => line.startsWith("✗ ")), said };
}

test.each([
  [{ PORT: "abc" }, "PORT is not usable: it must be a whole number"],
  [{ DEMO: "maybe" }, "DEMO is not usable: it must be 0 or 1."],
  [{ APP_URL: "example.org" }, "APP_URL is not usable: it must be the public address"],
  [{ DATA_DIR: "/proc/nowhere" }, "DATA_DIR /proc/nowhere cannot be written (ENOENT)"],
  [{ DATA_DIR: "/etc/passwd/data" }, "DATA_DIR /etc/passwd/data cannot be written (ENOTDIR)"],
])("%o stops the start with one clear line", async (env, line) => {
  const { code, refusals, said } = await start(env);
  expect({ code, said: refusals }).toEqual({ code: 1, said: [expect.stringContaining(line)] });
  expect(said).not.toContain("    at ");
});

test("a used port is named, with another one to try", async () => {
  const port = await freePort();
  const other = createServer().listen(port);
  const { code, refusals } = await start({ PORT: String(port) });
  other.close();
  expect(code).toBe(1);
  expect(refusals).toEqual([
    `✗ Port ${port} is used by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
  ]);
  expect(existsSync(join(folder, "data/postgres"))).toBe(false);
});

test("a second start on the same data directory says where the first one is", async () => {
  const dataDir = join(folder, "taken");
  const lock = tryLock(join(dataDir, "start.lock"));
  if ("heldBy" in lock) throw new Error("The lock should be free.");
  lock.note({ address: "http://localhost:4321" });
  const { code, refusals } = await start({ DATA_DIR: dataDir });
  lock.release();
  expect(code).toBe(1);
  expect(refusals).toEqual([expect.stringContaining(`Already running at http://localhost:4321`)]);
});

test("a database that does not answer, refuses the password or does not exist is told apart", async () => {
  const closed = await freePort();
  const { url, drop } = await anotherDatabase("empty");
  const wrongPassword = new URL(url);
  wrongPassword.password = "wrong";
  const wrongName = new URL(url);
  wrongName.pathname = "/nowhere";
  const cases: [string, string][] = [
    [`postgres://a:b@localhost:${closed}/x`, `no database answers at localhost:${closed} (ECONNREFUSED)`],
    [wrongPassword.href, "refuses the user or the password"],
    [wrongName.href, "the database nowhere does not exist"],
  ];
  for (const [DATABASE_URL, line] of cases) {
    const { code, refusals } = await start({ DATABASE_URL });
    expect({ code, refusals }).toEqual({ code: 1, refusals: [expect.stringContaining(line)] });
  }
  await drop();
});

test("a database written by a newer version is refused and not touched", async () => {
  const { url, drop } = await anotherDatabase("migrated");
  const { default: postgres } = await import("postgres");
  const sql = postgres(url, { max: 1 });
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('from the future', 9999999999999)`;
  const { code, refusals } = await start({ DATABASE_URL: url });
  expect(code).toBe(1);
  expect(refusals).toEqual([expect.stringContaining("written by a newer version of this program")]);
  await sql.end();
  await drop();
});
