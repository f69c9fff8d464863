import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startEmbedded } from "@/scripts/postgres/embedded.mjs";
import { livePostmaster, stopPostmaster } from "@/scripts/postgres/postmaster.mjs";
import { isRunning } from "@/scripts/steps/lock.mjs";

// Each test makes a database or two, on machines that do other things besides.
vi.setConfig({ testTimeout: 90_000 });

let dataDir = "";
const cluster = () => join(dataDir, "postgres/cluster");
const pidFile = () => join(cluster(), "postmaster.pid");

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "digiskipass-embedded-"));
  // Root gives the data to another account, which must get there.
  chmodSync(dataDir, 0o755);
});

afterEach(async () => {
  await stopPostmaster(cluster());
  rmSync(dataDir, { recursive: true, force: true });
});

async function query(url: string, text: string) {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end();
  }
}

describe("embedded Postgres", () => {
  test("keeps its data from one start to the next and leaves nothing running", async () => {
    const first = await startEmbedded(dataDir);
    expect(first).toMatchObject({ made: true, reused: false });
    await query(first.url, "create table kept (word text); insert into kept values ('still here')");
    const { pid } = livePostmaster(cluster()) ?? { pid: 0 };
    await first.stop();
    await expect.poll(() => isRunning(pid)).toBe(false);

    const second = await startEmbedded(dataDir);
    expect(second).toMatchObject({ made: false, reused: false, url: first.url });
    expect(await query(second.url, "select word from kept")).toEqual([{ word: "still here" }]);
    await second.stop();
  });

  test("gives the application a role that owns its database and is no superuser, and never loses what was saved", async () => {
    const { url, stop } = await startEmbedded(dataDir);
    const [facts] = await query(
      url,
      `select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, current_setting('fsync') as fsync,
        current_setting('synchronous_commit') as waits, current_setting('listen_addresses') as listens,
        (select pg_get_userbyid(datdba) from pg_database where datname = current_database()) as owner
      from pg_roles where rolname = current_user`,
    );
    expect(facts).toEqual({
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolbypassrls: false,
      fsync: "on",
      waits: "on",
      listens: "127.0.0.1",
      owner: "digiskipass",
    });
    const wrong = url.replace(/:[0-9a-f]{48}@/, ":wrong@");
    await expect(query(wrong, "select 1")).rejects.toMatchObject({ code: "28P01" });
    await stop();
  });

  test.runIf(process.platform === "linux")(
    "never runs as root, with its files closed to others",
    async () => {
      const { stop } = await startEmbedded(dataDir);
      const { pid } = livePostmaster(cluster()) ?? { pid: 0 };
      const uid = readFileSync(`/proc/${pid}/status`, "utf8").match(/^Uid:\s+(\d+)/m)?.[1];
      expect(uid).not.toBe("0");
      expect(statSync(cluster()).mode & 0o077).toBe(0);
      expect(statSync(join(dataDir, "postgres/settings.json")).mode & 0o077).toBe(0);
      await stop();
    },
  );

  test("takes over a server that a killed start left running", async () => {
    const lost = await startEmbedded(dataDir);
    const found = await startEmbedded(dataDir);
    expect(found).toMatchObject({ made: false, reused: true, url: lost.url });
    await found.stop();
    expect(livePostmaster(cluster())).toBeNull();
  });

  test("recovers what was saved after a crash", async () => {
    const { url } = await startEmbedded(dataDir);
    await query(url, "create table kept (n int); insert into kept values (7)");
    const { pid } = livePostmaster(cluster()) ?? { pid: 0 };
    process.kill(pid, "SIGKILL");
    while (livePostmaster(cluster())) await sleep(10);
    await sleep(300);

    const again = await startEmbedded(dataDir);
    expect(await query(again.url, "select n from kept")).toEqual([{ n: 7 }]);
    await again.stop();
  });

  test("is not fooled by a number in postmaster.pid that belongs to another program now", async () => {
    const { stop } = await startEmbedded(dataDir);
    const left = readFileSync(pidFile(), "utf8");
    await stop();
    const other = spawn("sleep", ["60"]);
    writeFileSync(pidFile(), left.replace(/^\d+/, String(other.pid)));

    const again = await startEmbedded(dataDir);
    expect(again.reused).toBe(false);
    expect(other.exitCode).toBeNull();
    await again.stop();
    other.kill();
  });

  test("moves to another port when its own is taken", async () => {
    const first = await startEmbedded(dataDir);
    await first.stop();
    const port = Number(new URL(first.url).port);
    const squatter = createServer().listen(port, "127.0.0.1");
    await once(squatter, "listening");

    const second = await startEmbedded(dataDir);
    expect(Number(new URL(second.url).port)).not.toBe(port);
    expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await second.stop();
    squatter.close();
  });
});

test.runIf(process.getuid?.() === 0)(
  "in a folder closed to other accounts the data goes where Postgres can reach it",
  async () => {
    chmodSync(dataDir, 0o700);
    const first = await startEmbedded(dataDir);
    await query(first.url, "create table kept (n int); insert into kept values (7)");
    await first.stop();
    const folder = realpathSync(join(dataDir, "postgres"));
    expect(folder).toMatch(/^\/var\/(?:lib|tmp)\/digiskipass-[0-9a-f]{12}$/);
    expect(statSync(dataDir).mode & 0o077).toBe(0);

    const second = await startEmbedded(dataDir);
    expect(await query(second.url, "select n from kept")).toEqual([{ n: 7 }]);
    await second.stop();
    rmSync(folder, { recursive: true });
    await expect(startEmbedded(dataDir)).rejects.toThrow(/which is gone\. Put that folder back/);
    expect(existsSync(folder)).toBe(false);
  },
);

describe("a damaged data directory", () => {
  const refusal =
    /^The database in .+ does not start: .+\. Nothing in it was changed\. Move that folder away [^\n]+$/;

  test.each([
    ["PG_VERSION", "is missing"],
    ["global/pg_control", "pg_control"],
  ])("without %s is refused in one line, and works again when the file is back", async (file, reason) => {
    const { url, stop } = await startEmbedded(dataDir);
    await query(url, "create table kept (n int); insert into kept values (7)");
    await stop();
    const path = join(cluster(), file);
    renameSync(path, `${path}.away`);
    const attempt = startEmbedded(dataDir);
    await expect(attempt).rejects.toThrow(refusal);
    await expect(attempt).rejects.toThrow(reason);
    expect(livePostmaster(cluster())).toBeNull();

    renameSync(`${path}.away`, path);
    const again = await startEmbedded(dataDir);
    expect(await query(again.url, "select n from kept")).toEqual([{ n: 7 }]);
    await again.stop();
  });

  test("cut short is refused in one line", async () => {
    const { stop } = await startEmbedded(dataDir);
    await stop();
    truncateSync(join(cluster(), "global/pg_control"), 10);
    await expect(startEmbedded(dataDir)).rejects.toThrow(refusal);
  });

  test("with an older version's data is refused, not touched", async () => {
    const { stop } = await startEmbedded(dataDir);
    await stop();
    writeFileSync(join(cluster(), "PG_VERSION"), "15\n");
    await expect(startEmbedded(dataDir)).rejects.toThrow("it was written by PostgreSQL 15, this is 18");
    expect(readFileSync(join(cluster(), "PG_VERSION"), "utf8")).toBe("15\n");
  });

  test("without its passwords is refused, not begun anew", async () => {
    const { stop } = await startEmbedded(dataDir);
    await stop();
    const settings = join(dataDir, "postgres/settings.json");
    copyFileSync(settings, `${settings}.copy`);
    writeFileSync(settings, "{");
    await expect(startEmbedded(dataDir)).rejects.toThrow(
      /settings\.json, which holds its passwords, is missing or damaged/,
    );
    copyFileSync(`${settings}.copy`, settings);
    await (await startEmbedded(dataDir)).stop();
  });
});
