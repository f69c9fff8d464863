import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** Opens a pool of at most `max` connections (10 unless told). Reads no environment; close it with `closeDatabase`. */
export function createDatabase(url: string, options: { max?: number } = {}) {
  const client = postgres(url, { max: options.max ?? 10, onnotice: () => undefined });
  return drizzle({ client });
}

export type Database = ReturnType<typeof createDatabase>;
type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** What a query runs on: the pool, or the transaction its caller opened. */
export type Connection = Database | Transaction;

/** Waits up to five seconds for running queries, then closes the pool. */
export async function closeDatabase(database: Database): Promise<void> {
  await database.$client.end({ timeout: 5 });
}
