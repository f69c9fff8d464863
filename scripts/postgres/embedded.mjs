import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { shown } from "../steps/paths.mjs";
import { freePort, portProblem } from "../steps/ports.mjs";
import { Refusal } from "../steps/refusal.mjs";
import { postgresAccount } from "./account.mjs";
import { postgresBinaries } from "./binaries.mjs";
import { databaseFolder, dataFolder } from "./place.mjs";
import {
  initCluster,
  livePostmaster,
  PostmasterError,
  startPostmaster,
  stopPostmaster,
} from "./postmaster.mjs";

const MAJOR = "18";
const NAME = "digiskipass";
const HOST = "127.0.0.1";

/** @typedef {{ port: number, adminPassword: string, password: string }} Kept what is written beside the data */

/** @param {string} folder @param {Kept} kept */
function keep(folder, kept) {
  const file = join(folder, "settings.json");
  writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
  // Root may start what a user made: the user must be able to go on.
  const { uid, gid } = statSync(folder);
  if (process.getuid?.() === 0) chownSync(`${file}.new`, uid, gid);
  renameSync(`${file}.new`, file);
}

function unusable(dataDir, reason) {
  const place = shown(join(dataDir, "postgres"));
  return new Refusal(
    `The database in ${place} does not start: ${reason}. Nothing in it was changed. Move that folder away and restore ` +
      "your last backup with npm run db:restore, or set DATA_DIR to another folder.",
  );
}

/** @returns {Kept} */
function readKept(folder, dataDir) {
  try {
    const kept = JSON.parse(readFileSync(join(folder, "settings.json"), "utf8"));
    if (kept.port > 0 && kept.adminPassword && kept.password) return kept;
  } catch (error) {
    if (error.code === "EACCES") throw foreign(folder, dataDir);
  }
  throw unusable(dataDir, "settings.json, which holds its passwords, is missing or damaged");
}

function foreign(folder, dataDir) {
  const owner = statSync(folder).uid;
  return new Refusal(
    `The database in ${shown(join(dataDir, "postgres"))} was made by another user (number ${owner}). Start as that user, ` +
      "or set DATA_DIR to a folder of your own.",
  );
}

/** The role of the application owns its database and nothing else: row-level security and rights apply to it. */
async function ensureDatabase(port, kept) {
  const sql = postgres({
    host: HOST,
    port,
    user: "postgres",
    password: kept.adminPassword,
    database: "postgres",
    max: 1,
    onnotice: () => {},
  });
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = ${NAME}`;
    if (!role) await sql.unsafe(`create role ${NAME} login nosuperuser nocreatedb nocreaterole`);
    await sql.unsafe(`alter role ${NAME} password '${kept.password}'`);
    const [database] = await sql`select 1 from pg_database where datname = ${NAME}`;
    if (!database) {
      await sql.unsafe(`create database ${NAME} owner ${NAME} template template0`);
      await sql.unsafe(`revoke connect on database ${NAME} from public`);
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Runs the embedded Postgres of a data directory: makes it when there is none, reuses one that a killed start left
 * running. The caller holds the lock of the data directory, or knows that its holder runs the database.
 *
 * @param {string} dataDir
 * @returns {Promise<{ url: string, made: boolean, reused: boolean, stop(): Promise<void> }>}
 *   `url` is the application's; `stop` waits until everything is on disk
 * @throws {Refusal} one line: wrong owner, damaged or newer data, no binaries for this machine
 */
export async function startEmbedded(dataDir) {
  const data = dataFolder(dataDir);
  const folder = databaseFolder(data, postgresAccount());
  const cluster = join(folder, "cluster");
  const made = !existsSync(cluster);
  const account = postgresAccount(cluster);
  const owner = statSync(made ? folder : cluster).uid;
  if (process.getuid && process.getuid() !== 0 && owner !== process.getuid()) throw foreign(folder, data);
  try {
    const binaries = postgresBinaries(account, folder);
    if (made) {
      const fresh = { port: await freePort(), adminPassword: secret(), password: secret() };
      keep(folder, fresh);
      await initCluster({ cluster, binaries, account, password: fresh.adminPassword, durable: true });
    }
    const kept = readKept(folder, data);
    checkVersion(cluster);
    const live = livePostmaster(cluster);
    if (!live && (await portProblem(kept.port, HOST))) {
      kept.port = await freePort();
      keep(folder, kept);
    }
    const log = join(folder, "postgres.log");
    const { port } = live?.ready
      ? live
      : await startPostmaster({ cluster, binaries, account, port: kept.port, log });
    await ensureDatabase(port, kept);
    return {
      url: `postgres://${NAME}:${kept.password}@${HOST}:${port}/${NAME}`,
      made,
      reused: Boolean(live),
      stop: () => stopPostmaster(cluster),
    };
  } catch (error) {
    if (error instanceof PostmasterError) throw unusable(data, error.message);
    throw error;
  }
}

const secret = () => randomBytes(24).toString("hex");

function checkVersion(cluster) {
  const file = join(cluster, "PG_VERSION");
  const version = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  if (version === MAJOR) return;
  throw new PostmasterError(
    version
      ? `it was written by PostgreSQL ${version}, this is ${MAJOR}`
      : "PG_VERSION is missing, the files are damaged",
  );
}
