import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

const ROLE = "digiskipass";
const STATEMENT = /^\S+ \S+ \S+ \[\d+\] LOG:\s+(?:execute [^:]+|statement): (.*)$/;

/**
 * Makes Postgres write down every statement of the application from now on, to count what a request really sends.
 *
 * @param {import("../scripts/postgres/throw-away.mjs").Connection} connection
 * @returns {Promise<<T>(work: () => Promise<T>) => Promise<string[]>>} runs `work`, answers the statements it caused
 */
export async function watchStatements({ port, adminPassword }) {
  const sql = postgres({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password: adminPassword,
    database: "postgres",
    max: 1,
    onnotice: () => {},
  });
  try {
    const [{ data_directory: cluster }] = await sql`show data_directory`;
    await sql.unsafe(`alter role ${ROLE} set log_statement = 'all'`);
    // A connection takes the setting when it opens; the pool of the server opens new ones by itself.
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${ROLE}`;
    const log = join(dirname(cluster), "postgres.log");
    return async (work) => {
      const from = statSync(log).size;
      await work();
      await sleep(50);
      const lines = readFileSync(log).subarray(from).toString("utf8").split("\n");
      // What postgres.js asks about types when a connection opens begins with an empty line.
      return lines.flatMap((line) => line.match(STATEMENT)?.[1] || []);
    };
  } finally {
    await sql.end({ timeout: 5 });
  }
}
