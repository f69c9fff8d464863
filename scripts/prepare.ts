import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { closeDatabase, createDatabase, type Database } from "@/db/client";
import { seedDemo } from "@/db/seed/demo";
import { syncContent } from "@/server/catalogue/writes";
import { purgeEnded } from "@/server/identity/sessions/writes";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { readEnv } from "@/server/platform/env";
import { ports } from "@/server/platform/ports";

/** Readable both from here and from the bundle in `.build`. */
const MIGRATIONS = fileURLToPath(new URL("../db/migrations", import.meta.url));

/** Any fixed number: whoever holds this lock prepares the database, the others wait. */
const PREPARE_LOCK = 7_345_001;

type Step = { name: string; run(database: Database): Promise<void> };

/** The database was written by a version of the program that this one does not know. */
class NewerDatabaseError extends Error {
  override readonly name = "NewerDatabaseError";
}

async function refuseNewer(database: Database): Promise<void> {
  const newest = Math.max(
    ...readMigrationFiles({ migrationsFolder: MIGRATIONS }).map((file) => file.folderMillis),
  );
  const [table] = await database.$client`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!table?.name) return;
  const [last] = await database.$client`select max(created_at) as at from drizzle.__drizzle_migrations`;
  if (Number(last?.at ?? 0) > newest) throw new NewerDatabaseError();
}

const migrations: Step = {
  name: "migrations",
  async run(database) {
    await refuseNewer(database);
    await migrate(database, { migrationsFolder: MIGRATIONS });
  },
};

const system = (db: Database): ServiceContext => ({
  actor: { kind: "system", name: "prepare" },
  db,
  now: new Date(),
  locale: "fr",
  newId: randomUUID,
  ports,
  clientAddress: null,
});

const content: Step = {
  name: "content",
  async run(database) {
    await syncContent(system(database));
  },
};

const housekeeping: Step = {
  name: "housekeeping",
  async run(database) {
    await purgeEnded(system(database));
  },
};

const demonstration: Step = {
  name: "demonstration",
  async run(database) {
    await withTransaction(system(database), seedDemo);
  },
};

/** What a start does to the database, in this order. Every step may run any number of times. */
function stepsFor(argument: string | undefined): readonly Step[] {
  if (argument === "migrate") return [migrations];
  const always = [migrations, content, housekeeping];
  return env.DEMO ? [...always, demonstration] : always;
}

/** One line that says what to do, for the failures a person can put right. */
function explain(error: unknown, url: string): string | null {
  const { host, pathname } = new URL(url);
  const chain = [error, error instanceof Error ? error.cause : undefined];
  if (chain.some((link) => link instanceof NewerDatabaseError)) {
    return "The database was written by a newer version of this program. Start that version, or restore a backup of this one.";
  }
  const code = chain.map((link) => (link as { code?: string } | undefined)?.code).find(Boolean);
  const known: Record<string, string> = {
    "28P01": `DATABASE_URL: ${host} refuses the user or the password. Correct them in DATABASE_URL.`,
    "28000": `DATABASE_URL: ${host} refuses this user. Correct DATABASE_URL or the rights of the user.`,
    "3D000": `DATABASE_URL: the database ${pathname.slice(1)} does not exist on ${host}. Create it, or correct DATABASE_URL.`,
    "42501": "DATABASE_URL: the user may not create tables. Make it the owner of the database.",
  };
  if (code && known[code]) return known[code];
  if (code && /^(?:ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|CONNECT)/.test(code)) {
    return `DATABASE_URL: no database answers at ${host} (${code}). Start it, correct DATABASE_URL, or remove it to use the embedded one.`;
  }
  return null;
}

const env = readEnv(process.env);
// One connection: the lock belongs to the session that runs the steps.
const database = createDatabase(env.DATABASE_URL, { max: 1 });
try {
  await database.$client`select pg_advisory_lock(${PREPARE_LOCK})`;
  for (const step of stepsFor(process.argv[2])) await step.run(database);
} catch (error) {
  const line = explain(error, env.DATABASE_URL);
  if (line === null) throw error;
  process.stderr.write(`✗ ${line}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase(database);
}
