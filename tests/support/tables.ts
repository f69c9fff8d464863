import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import type { Connection } from "@/db/client";
import * as assessment from "@/db/schema/assessment";
import * as audit from "@/db/schema/audit";
import * as catalogue from "@/db/schema/catalogue";
import * as credentials from "@/db/schema/credentials";
import * as identity from "@/db/schema/identity";
import * as learning from "@/db/schema/learning";
import * as organisations from "@/db/schema/organisations";
import * as passport from "@/db/schema/passport";
import * as refreshers from "@/db/schema/refreshers";
import * as simulation from "@/db/schema/simulation";
import * as surprises from "@/db/schema/surprises";
import * as tenants from "@/db/schema/tenants";

/** Every file of `db/schema` by name; a test compares the list with the folder. */
export const SCHEMAS: Record<string, Record<string, unknown>> = {
  assessment,
  audit,
  catalogue,
  credentials,
  identity,
  learning,
  organisations,
  passport,
  refreshers,
  simulation,
  surprises,
  tenants,
};

/** Every table of the database. */
export const TABLES: readonly PgTable[] = Object.values(SCHEMAS).flatMap((schema) =>
  Object.values(schema).filter((table): table is PgTable => is(table, PgTable)),
);

/** The tables in which a word stands anywhere, in any column, whatever its capitals. */
export async function tablesWith(db: Connection, word: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of TABLES) {
    const rows = await db.execute(
      sql`select 1 from ${table} as t where t::text ilike ${`%${word}%`} limit 1`,
    );
    if (rows.length > 0) found.push(getTableName(table));
  }
  return found.sort();
}
