import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { END_OF_ROWS, FORMAT } from "./lines.mjs";
import { listMigrations, listSequences, listTables, quoted } from "./tables.mjs";

const ROWS_AT_ONCE = 500;

/** How COPY writes the characters that would end a value or a row; the backslash first. */
const ESCAPES = [
  ["\\", "\\\\"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\r", "\\r"],
];

/**
 * Writes everything the database holds at one moment to `file`, while others may go on reading and writing. The file
 * appears only when it is whole; only its owner may read it.
 *
 * @param {import("postgres").Sql} sql
 * @param {string} file
 * @returns {Promise<{ tables: number, rows: number }>}
 */
export async function exportDatabase(sql, file) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.part`;
  const count = { tables: 0, rows: 0 };
  try {
    await sql.begin("isolation level repeatable read read only", async (moment) => {
      const lines = Readable.from(checked(backupChunks(moment, count)), { objectMode: false });
      await pipeline(lines, createGzip(), createWriteStream(draft, { mode: 0o600 }));
    });
    renameSync(draft, file);
    return count;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Adds the checksum of everything before it as the last line. */
async function* checked(chunks) {
  const hash = createHash("sha256");
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  yield line({ sha256: hash.digest("hex") });
}

const line = (value) => Buffer.from(`${JSON.stringify(value)}\n`);

async function* backupChunks(sql, count) {
  yield line({
    format: FORMAT,
    version: 1,
    at: new Date().toISOString(),
    migrations: await listMigrations(sql),
  });
  for (const { name, columns } of await listTables(sql)) {
    yield line({ table: name, columns });
    for await (const rows of sql.unsafe(rowsAsCopyWrites(name, columns)).cursor(ROWS_AT_ONCE)) {
      count.rows += rows.length;
      yield Buffer.from(rows.map((row) => `${row.line}\n`).join(""));
    }
    yield Buffer.from(`${END_OF_ROWS}\n`);
    count.tables++;
  }
  yield line({ sequences: await listSequences(sql) });
}

/**
 * A query for the rows of a table in the text format of COPY. The driver's own COPY TO stops for ever when a table
 * fits into one packet (its stream pauses the connection and ends), hence a plain query.
 */
function rowsAsCopyWrites(name, columns) {
  const values = columns.map((column) => {
    const text = ESCAPES.reduce(
      (value, [from, to]) => `replace(${value}, ${literal(from)}, ${literal(to)})`,
      `${quoted(column)}::text`,
    );
    return `coalesce(${text}, ${literal("\\N")})`;
  });
  return `select concat_ws(${literal("\t")}, ${values.join(", ")}) as line from ${quoted(name)}`;
}

/** A text as SQL wants it, whatever it contains. */
function literal(text) {
  return `E'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
