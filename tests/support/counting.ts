import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "@/db/client";
import { env } from "@/server/platform/env";

/** Our own connection to the database of this test file, which counts what it is asked, `begin` and `commit` included. */
export async function countingDatabase(): Promise<{
  database: Database;
  count(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}> {
  let asked = 0;
  const client = postgres(env.DATABASE_URL, {
    max: 1,
    onnotice: () => undefined,
    debug: () => {
      asked += 1;
    },
  });
  // The first query of a connection is preceded by one about types.
  await client`select 1`;
  return {
    database: drizzle({ client }),
    async count(work) {
      const before = asked;
      await work();
      return asked - before;
    },
    close: () => client.end({ timeout: 5 }),
  };
}
