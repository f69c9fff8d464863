import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { exportDatabase } from "@/scripts/backup/export.mjs";
import { importDatabase } from "@/scripts/backup/import.mjs";
import { listReferences, listTables } from "@/scripts/backup/tables.mjs";
import { anotherDatabase } from "@/tests/support/database";

const ODD_NAMES = ["Élan œuf\t\\N", "line\nend\r\n\\.", "U+2028:\u2028!", "quote ' \" ; -- 👵", ""];

let folder = "";
let source: Sql;
let target: Sql;
const drops: (() => Promise<void>)[] = [];

async function migrated(): Promise<Sql> {
  const { url, drop } = await anotherDatabase("migrated");
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  drops.push(async () => {
    await sql.end();
    await drop();
  });
  return sql;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "digiskipass-backup-"));
  source = await migrated();
  for (const name of ODD_NAMES) {
    await source`insert into organisations (id, name, country, phone, created_at)
      values (${randomUUID()}, ${name}, 'BE', '+32 470 00 00 01', now())`;
  }
  const detail = source.json({ text: 'a\\b"c\nd\u2028', list: [1, null, "é"] });
  for (let n = 0; n < 3000; n++) {
    await source`insert into audit_entries (id, actor, action, subject, detail, at)
      values (${randomUUID()}, 'system', 'test.made', ${`row:${n}`}, ${detail}, now())`;
  }
  const [learner] = await source`select 1 from pg_sequences where sequencename = 'learner_events_seq_seq'`;
  if (learner) await source`select setval('learner_events_seq_seq', 4711)`;
});
beforeEach(async () => {
  target = await migrated();
});
afterAll(async () => {
  await Promise.all(drops.map((drop) => drop()));
  rmSync(folder, { recursive: true });
});

/** Everything in the database, as text, in one order. */
async function contents(sql: Sql): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const { name } of await listTables(sql)) {
    const rows = await sql`select t::text as row from ${sql(name)} t order by 1`;
    all[name] = rows.map(({ row }) => String(row));
  }
  return all;
}

const save = async (name: string) => {
  const file = join(folder, name);
  await exportDatabase(source, file);
  return file;
};

test("what was saved comes back, letter for letter, with references and triggers in force", async () => {
  const file = join(folder, "whole.gz");
  const saved = await exportDatabase(source, file);
  expect(saved.rows).toBe(ODD_NAMES.length + 3000);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(existsSync(`${file}.part`)).toBe(false);

  expect(await importDatabase(target, file, { replace: false })).toEqual(saved);
  expect(await contents(target)).toEqual(await contents(source));
  expect(await listReferences(target)).toEqual(await listReferences(source));
  await expect(target`delete from audit_entries`).rejects.toThrow("append-only");
  const values = (sql: Sql) => sql`select sequencename, last_value from pg_sequences order by 1`;
  expect([...(await values(target))]).toEqual([...(await values(source))]);
});

test("a database that holds data is refused, and replaced only when asked", async () => {
  const file = await save("again.gz");
  await importDatabase(target, file, { replace: false });
  await target`insert into organisations (id, name, country, phone, created_at)
    values (${randomUUID()}, 'made since', 'LU', '', now())`;
  const before = await contents(target);
  await expect(importDatabase(target, file, { replace: false })).rejects.toThrow(
    /holds data already.*--replace/,
  );
  expect(await contents(target)).toEqual(before);

  await importDatabase(target, file, { replace: true });
  expect(await contents(target)).toEqual(await contents(source));
});

test.each([
  ["cut short", (whole: Buffer) => whole.subarray(0, whole.length - 100)],
  [
    "with one letter changed",
    (whole: Buffer) => gzipSync(gunzipSync(whole).toString("latin1").replace("row:7\t", "row:8\t"), {}),
  ],
  [
    "without its last line",
    (whole: Buffer) => gzipSync(gunzipSync(whole).toString("latin1").split("\n").slice(0, -2).join("\n")),
  ],
  ["that is something else", () => Buffer.from("hello")],
  ["that is empty", () => Buffer.alloc(0)],
])("a file %s is refused and changes nothing", async (name, damage) => {
  const file = await save("damaged.gz");
  writeFileSync(file, damage(readFileSync(file)));
  await expect(importDatabase(target, file, { replace: true }), name).rejects.toThrow(
    /is not a whole backup/,
  );
  expect(Object.values(await contents(target)).flat()).toEqual([]);
});

test("a file that is not there is named", async () => {
  const absent = join(folder, "absent.gz");
  await expect(importDatabase(target, absent, { replace: false })).rejects.toThrow(
    `There is no file ${absent}.`,
  );
});

test("a backup of another version is refused", async () => {
  const file = await save("version.gz");
  await target`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`;
  await expect(importDatabase(target, file, { replace: false })).rejects.toThrow(/made by another version/);
});

test("a row that breaks a reference undoes the whole restore", async () => {
  const file = await save("orphan.gz");
  await target`alter table organisations add column parent uuid references audit_entries (id)`;
  await target`alter table organisations alter column parent set default ${target.unsafe(`'${randomUUID()}'`)}`;
  await expect(importDatabase(target, file, { replace: false })).rejects.toMatchObject({ code: "23503" });
  expect(Object.values(await contents(target)).flat()).toEqual([]);
  expect(await listReferences(target)).toHaveLength((await listReferences(source)).length + 1);
});
