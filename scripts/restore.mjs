import { resolve } from "node:path";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { shown } from "./steps/paths.mjs";
import { Refusal, runMain } from "./steps/refusal.mjs";

/** `npm run db:restore -- <file> [--replace]`: a backup into the database. The server must be stopped. */
async function restore() {
  const [file] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
  if (!file) throw new Refusal("Say which backup: npm run db:restore -- .data/backups/<file>");
  await ensureDependencies();
  const { importDatabase } = await import("./backup/import.mjs");
  const { withDatabase } = await import("./backup/database.mjs");
  const { readSettings } = await import("./steps/settings.mjs");
  const settings = await readSettings();
  const replace = process.argv.includes("--replace");
  const work = (sql) => importDatabase(sql, resolve(file), { replace });
  const { tables, rows } = await withDatabase(settings, work, { alone: true });
  console.log(
    `Restored ${rows} rows of ${tables} tables from ${shown(resolve(file))}. npm start continues from there.`,
  );
}

await runMain(restore);
