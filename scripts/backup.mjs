import { join, resolve } from "node:path";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { shown } from "./steps/paths.mjs";
import { runMain } from "./steps/refusal.mjs";

/** `npm run db:backup [-- file]`: everything in the database into one file. The server may be running. */
async function backup() {
  await ensureDependencies();
  const { exportDatabase } = await import("./backup/export.mjs");
  const { withDatabase } = await import("./backup/database.mjs");
  const { readSettings } = await import("./steps/settings.mjs");
  const settings = await readSettings();
  const stamp = new Date().toISOString().replace(/[:.]/g, "-");
  const file = resolve(
    process.argv[2] ?? join(settings.DATA_DIR, "backups", `digiskipass-${stamp}.backup.gz`),
  );
  const { tables, rows } = await withDatabase(settings, (sql) => exportDatabase(sql, file));
  console.log(`Saved ${rows} rows of ${tables} tables in ${shown(file)}`);
  console.log("It holds personal data: keep it where only you can read it. Keep DATA_DIR/secret beside it.");
}

await runMain(backup);
