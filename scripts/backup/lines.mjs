import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { Refusal } from "../steps/refusal.mjs";

/**
 * A backup is one gzip file of lines: a header (JSON), then per table its name and columns (JSON), its rows as
 * PostgreSQL's COPY writes them, and a line `\.`; then sequences (JSON), and last a checksum of everything above (JSON).
 *
 * @typedef {{ format: "digiskipass-backup", version: 1, at: string, migrations: string[] }} Header
 * @typedef {{ table: string, columns: string[] }} TableLine
 */

export const FORMAT = "digiskipass-backup";
export const END_OF_ROWS = "\\.";

const NEWLINE = 10;

/**
 * The lines of a backup, without their ends. COPY escapes line ends within values; nothing else (such as U+2028)
 * ends a line.
 *
 * @param {string} file
 * @returns {AsyncGenerator<Buffer>}
 */
export async function* readLines(file) {
  let rest = Buffer.alloc(0);
  const content = createGunzip();
  // An error of the file becomes one of `content`, which the loop throws.
  pipeline(createReadStream(file), content, () => {});
  for await (const chunk of content) {
    const text = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = text.indexOf(NEWLINE, from); end !== -1; end = text.indexOf(NEWLINE, from)) {
      yield text.subarray(from, end);
      from = end + 1;
    }
    rest = text.subarray(from);
  }
  if (rest.length > 0) yield rest;
}

/**
 * Reads a whole backup to see that it is one and that nothing of it is missing or changed.
 *
 * @param {string} file
 * @returns {Promise<Header>}
 * @throws {Refusal}
 */
export async function verifyBackup(file) {
  const hash = createHash("sha256");
  let header = /** @type {Header | null} */ (null);
  let last = /** @type {Buffer | null} */ (null);
  try {
    for await (const line of readLines(file)) {
      header ??= JSON.parse(line.toString("utf8"));
      if (last) hash.update(last).update("\n");
      last = Buffer.from(line);
    }
    const { sha256 } = JSON.parse(last?.toString("utf8") ?? "{}");
    if (header?.format === FORMAT && header.version === 1 && sha256 === hash.digest("hex")) return header;
  } catch (error) {
    if (error.code === "ENOENT") throw new Refusal(`There is no file ${file}. Give the path of a backup.`);
  }
  throw new Refusal(
    `${file} is not a whole backup of this program. Nothing was changed; use another copy of it.`,
  );
}
