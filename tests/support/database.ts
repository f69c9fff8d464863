import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { closeDatabase, createDatabase, type Database } from "@/db/client";
import { createDatabaseOn, dropDatabaseOn } from "@/scripts/postgres/throw-away.mjs";
import { env } from "@/server/platform/env";
import { TEMPLATE } from "./integration-cluster";

/**
 * The database of this test file: migrated, empty, nobody else's, gone afterwards. `@/server/platform/database`
 * leads to the same one.
 */
export const database: Database = createDatabase(env.DATABASE_URL, { max: 5 });

afterAll(() => closeDatabase(database));

/**
 * One more database, for a test that needs two or an empty one. The caller drops it.
 *
 * @param kind "migrated": with our tables, "empty": without
 */
export async function anotherDatabase(
  kind: "migrated" | "empty",
): Promise<{ url: string; drop(): Promise<void> }> {
  const cluster = inject("cluster");
  const name = `other_${randomBytes(6).toString("hex")}`;
  const url = await createDatabaseOn(cluster, name, kind === "migrated" ? TEMPLATE : undefined);
  return { url, drop: () => dropDatabaseOn(cluster, name) };
}
