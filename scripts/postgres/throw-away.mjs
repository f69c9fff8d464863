import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { isRunning } from "../steps/lock.mjs";
import { freePort } from "../steps/ports.mjs";
import { canReach, postgresAccount } from "./account.mjs";
import { postgresBinaries } from "./binaries.mjs";
import { initCluster, startPostmaster, stopPostmaster } from "./postmaster.mjs";

const PREFIX = "digiskipass-test-";
const ROLE = "digiskipass";
const HOST = "127.0.0.1";

/** Losing everything is fine here, waiting for the disk is not. */
const CARELESS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_connections: "200",
  shared_buffers: "64MB",
};

/** Where the clusters stand. */
function parentFolder() {
  return canReach(tmpdir(), postgresAccount()) ? tmpdir() : "/var/tmp";
}

/** Stops and removes the clusters of runs that were killed. */
export async function sweepThrowAways() {
  const parent = parentFolder();
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(parent, name);
    const owner = join(folder, "owner");
    if (!existsSync(owner) || isRunning(Number(readFileSync(owner, "utf8")))) continue;
    await stopPostmaster(join(folder, "cluster"));
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A cluster for one run of tests or measurements, with the application's own role. Call `stop` in a `finally`.
 *
 * @returns {Promise<{
 *   create(name: string, template?: string): Promise<string>,
 *   drop(name: string): Promise<void>,
 *   connection: Connection,
 *   stop(): Promise<void>,
 * }>} `create` makes a database, empty or a copy of a template nobody is connected to, and returns its URL
 *
 * @typedef {{ port: number, adminPassword: string, password: string }} Connection what another process needs to do the same
 */
export async function startThrowAway() {
  const account = postgresAccount();
  await sweepThrowAways();
  const folder = mkdtempSync(join(parentFolder(), PREFIX));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "owner"), String(process.pid));
  const cluster = join(folder, "cluster");
  const connection = { port: await freePort(), adminPassword: secret(), password: secret() };
  const stop = async () => {
    await stopPostmaster(cluster);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const binaries = postgresBinaries(account, folder);
    await initCluster({ cluster, binaries, account, password: connection.adminPassword, durable: false });
    const log = join(folder, "postgres.log");
    await startPostmaster({ cluster, binaries, account, port: connection.port, log, options: CARELESS });
    await asAdmin(connection, (sql) =>
      sql.unsafe(`create role ${ROLE} login password '${connection.password}'`),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    create: (name, template) => createDatabaseOn(connection, name, template),
    drop: (name) => dropDatabaseOn(connection, name),
    connection,
    stop,
  };
}

const secret = () => randomBytes(12).toString("hex");

/** @template T @param {Connection} connection @param {(sql: postgres.Sql) => Promise<T>} work */
async function asAdmin({ port, adminPassword }, work) {
  const sql = postgres({
    host: HOST,
    port,
    user: "postgres",
    password: adminPassword,
    database: "postgres",
    max: 1,
    onnotice: () => {},
  });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Makes a database owned by the application's role.
 *
 * @param {Connection} connection
 * @param {string} name
 * @param {string} [template]
 * @returns {Promise<string>} its URL, for the application's role
 */
export async function createDatabaseOn(connection, name, template = "template0") {
  await asAdmin(connection, (sql) =>
    sql.unsafe(`create database "${name}" owner ${ROLE} template "${template}"`),
  );
  return `postgres://${ROLE}:${connection.password}@${HOST}:${connection.port}/${name}`;
}

/** Ends the sessions of a database and removes it. @param {Connection} connection @param {string} name */
export async function dropDatabaseOn(connection, name) {
  await asAdmin(connection, (sql) => sql.unsafe(`drop database if exists "${name}" with (force)`));
}
