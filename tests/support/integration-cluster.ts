import { migrate } from "drizzle-orm/postgres-js/migrator";
import type { TestProject } from "vitest/node";
import { closeDatabase, createDatabase } from "@/db/client";
import { type Connection, startThrowAway } from "@/scripts/postgres/throw-away.mjs";

/** Name of the migrated, otherwise empty database that every test file gets a copy of. */
export const TEMPLATE = "template_migrated";

declare module "vitest" {
  export interface ProvidedContext {
    cluster: Connection;
  }
}

type Cluster = Awaited<ReturnType<typeof startThrowAway>>;
let cluster: Cluster | undefined;

/** One Postgres for the whole run of integration tests. */
export async function setup(project: TestProject) {
  cluster = await startThrowAway();
  const template = createDatabase(await cluster.create(TEMPLATE), { max: 1 });
  await migrate(template, { migrationsFolder: "db/migrations" });
  await closeDatabase(template);
  project.provide("cluster", cluster.connection);
}

export async function teardown() {
  await cluster?.stop();
}
