import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { createDatabaseOn, dropDatabaseOn } from "@/scripts/postgres/throw-away.mjs";
import { TEMPLATE } from "./integration-cluster";

/** Runs before each test file is loaded: gives it a database and a data folder of its own. */
const cluster = inject("cluster");
const name = `clone_${randomBytes(6).toString("hex")}`;
const folder = mkdtempSync(join(tmpdir(), "digiskipass-data-"));

process.env.DATABASE_URL = await createDatabaseOn(cluster, name, TEMPLATE);
process.env.DATA_DIR = folder;

afterAll(async () => {
  await dropDatabaseOn(cluster, name);
  rmSync(folder, { recursive: true, force: true });
});
