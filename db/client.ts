import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** Statements with more parameters (long lists, whose number changes each time) are not worth a plan of their own. */
const MOST_PARAMETERS = 60;

/**
 * Makes Postgres keep the plan of each statement. drizzle asks for none: each would be parsed and planned anew, and
 * described in a round trip of its own, every time. `?prepare=false` in the address turns it off, for a pooler that
 * hands every transaction to another connection.
 */
function keepPlans<Sender extends postgres.ISql>(sender: Sender): Sender {
  const { unsafe } = sender;
  return Object.assign(sender, {
    unsafe: ((text, parameters = [], options = {}) =>
      unsafe(text, parameters, {
        ...options,
        prepare: parameters.length > 0 && parameters.length <= MOST_PARAMETERS,
      })) as typeof unsafe,
  });
}

/** Opens a pool of at most `max` connections (10 unless told). Reads no environment; close it with `closeDatabase`. */
export function createDatabase(url: string, options: { max?: number } = {}) {
  const client = keepPlans(postgres(url, { max: options.max ?? 10, onnotice: () => undefined }));
  const begin: (work: (sender: postgres.TransactionSql) => unknown) => Promise<unknown> = client.begin;
  client.begin = ((work: (sender: postgres.TransactionSql) => unknown) =>
    begin((sender) => work(keepPlans(sender)))) as typeof client.begin;
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
