import { once } from "node:events";
import { Refusal } from "../steps/refusal.mjs";
import { END_OF_ROWS, readLines, verifyBackup } from "./lines.mjs";
import { listMigrations, listReferences, listTables, quoted } from "./tables.mjs";

const CHUNK_BYTES = 64 * 1024;

/**
 * Puts a backup into a database whose tables exist, all of it or nothing. References are taken off while rows arrive
 * and checked when they are put back.
 *
 * @param {import("postgres").Sql} sql
 * @param {string} file
 * @param {{ replace: boolean }} options `replace` empties the tables first
 * @returns {Promise<{ tables: number, rows: number }>}
 * @throws {Refusal} the file is damaged, comes from another version, or the database holds data already
 */
export async function importDatabase(sql, file, { replace }) {
  const header = await verifyBackup(file);
  return sql.begin(async (work) => {
    const migrations = await listMigrations(work);
    if (migrations.join() !== header.migrations.join())
      throw otherVersion(header.migrations.length, migrations.length);
    const tables = await listTables(work);
    const references = await listReferences(work);
    for (const { table, name } of references)
      await work.unsafe(`alter table ${table} drop constraint ${name}`);
    for (const { name } of tables) await work.unsafe(`alter table ${quoted(name)} disable trigger user`);
    if (replace) await work.unsafe(`truncate ${tables.map(({ name }) => quoted(name)).join(", ")}`);
    else await refuseData(work, tables);

    const count = await importLines(work, readLines(file));
    for (const { name } of tables) await work.unsafe(`alter table ${quoted(name)} enable trigger user`);
    for (const { table, name, definition } of references) {
      await work.unsafe(`alter table ${table} add constraint ${name} ${definition}`);
    }
    return count;
  });
}

function otherVersion(theirs, ours) {
  return new Refusal(
    `The backup was made by another version (${theirs} migrations, this one has ${ours}). Restore it with the version that ` +
      "made it, then start this version on that database.",
  );
}

async function refuseData(sql, tables) {
  for (const { name } of tables) {
    const [row] = await sql`select 1 from ${sql(name)} limit 1`;
    if (row) {
      throw new Refusal(
        "The database holds data already. Restore into an empty one (another DATA_DIR), or add --replace to lose what it holds.",
      );
    }
  }
}

async function importLines(sql, lines) {
  const count = { tables: 0, rows: 0 };
  await lines.next();
  for await (const line of lines) {
    const entry = JSON.parse(line.toString("utf8"));
    if (entry.table) {
      count.rows += await importRows(sql, entry, lines);
      count.tables++;
    }
    for (const { name, value, called } of entry.sequences ?? []) {
      await sql`select setval(${quoted(name)}::regclass, ${value}::bigint, ${called})`;
    }
  }
  return count;
}

/** Passes the rows of one table on until their end, in pieces of a fair size. */
async function importRows(sql, { table, columns }, lines) {
  const names = columns.map(quoted).join(", ");
  const target = await sql.unsafe(`copy ${quoted(table)} (${names}) from stdin`).writable();
  const ended = new Promise((resolve, reject) => {
    target.once("finish", resolve);
    target.once("error", reject);
  });
  ended.catch(() => {});
  let rows = 0;
  let pending = /** @type {Buffer[]} */ ([]);
  let bytes = 0;
  const flush = async () => {
    if (bytes > 0 && !target.write(Buffer.concat(pending)))
      await Promise.race([once(target, "drain"), ended]);
    pending = [];
    bytes = 0;
  };
  for (;;) {
    const { value: line, done } = await lines.next();
    if (done) throw new Error(`The rows of ${table} have no end.`);
    if (line.length === END_OF_ROWS.length && line.toString("latin1") === END_OF_ROWS) break;
    pending.push(Buffer.from(line), NEWLINE);
    bytes += line.length + 1;
    rows++;
    if (bytes >= CHUNK_BYTES) await flush();
  }
  await flush();
  target.end();
  await ended;
  return rows;
}

const NEWLINE = Buffer.from("\n");
