import postgres from "postgres";
import { tryDataLock } from "../steps/claims.mjs";
import { openDatabase, prepareDatabase } from "../steps/database.mjs";
import { Refusal } from "../steps/refusal.mjs";
import { resolvedEnvironment } from "../steps/settings.mjs";

/**
 * Runs `work` on the database of the settings; the embedded one is started for it, unless a server uses it now.
 *
 * @template T
 * @param {import("../../server/platform/env.ts").Settings} settings
 * @param {(sql: import("postgres").Sql) => Promise<T>} work
 * @param {{ alone?: boolean }} [options] `alone`: nobody may use the database, and its tables are brought up to date first
 * @returns {Promise<T>}
 */
export async function withDatabase(settings, work, { alone = false } = {}) {
  const lock = tryDataLock(settings.DATA_DIR);
  const isInUse = "heldBy" in lock;
  if (isInUse && alone) {
    throw new Refusal(`The server is running (process ${lock.heldBy.pid}). Stop it, then restore.`);
  }
  const database = await openDatabase(settings);
  try {
    if (alone) await prepareDatabase(resolvedEnvironment(settings, database.url), "migrate");
    const sql = postgres(database.url, { max: 1, onnotice: () => {} });
    try {
      return await work(sql);
    } finally {
      await sql.end({ timeout: 5 });
    }
  } finally {
    if (!isInUse) {
      await database.stop();
      lock.release();
    }
  }
}
