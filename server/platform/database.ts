import { closeDatabase, createDatabase, type Database } from "@/db/client";
import { env } from "./env";

const POOL_SIZE = 10;
const PATIENCE_MS = 2000;

const shared = globalThis as typeof globalThis & { digiskipassDatabase?: Database };

shared.digiskipassDatabase ??= createDatabase(env.DATABASE_URL, { max: POOL_SIZE });

/** The one pool of this process. It lives on globalThis: the server and Next load their own copies of this module. */
export const database: Database = shared.digiskipassDatabase;

/** Whether the database answers a trivial question within two seconds. */
export async function isDatabaseUp(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answer = database.$client`select 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}

/** Waits for running queries, then closes the pool; for a server that stops. */
export function releaseDatabase(): Promise<void> {
  return closeDatabase(database);
}
