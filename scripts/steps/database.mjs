import { startEmbedded } from "../postgres/embedded.mjs";
import { buildPrepare } from "./build.mjs";
import { isInterrupted, run, servingNode } from "./commands.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * The database of the settings: a server of one's own, or the embedded one.
 *
 * @param {import("../../server/platform/env.ts").Settings} settings
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function openDatabase(settings) {
  if (settings.DATABASE_URL) return { url: settings.DATABASE_URL, stop: async () => {} };
  const database = await startEmbedded(settings.DATA_DIR);
  if (database.made) console.log("• made an empty database");
  return database;
}

/**
 * Brings the database up to date: migrations, and unless `only` is "migrate" content and demonstration data.
 *
 * @param {NodeJS.ProcessEnv} env resolved
 * @param {"migrate"} [only]
 * @throws {Refusal} what the program said stands above
 */
export async function prepareDatabase(env, only) {
  const program = await buildPrepare();
  const { code, output } = await run(
    servingNode(),
    ["--enable-source-maps", program, ...(only ? [only] : [])],
    { env, quiet: true },
  );
  if (code === 0) {
    if (output.trim()) console.log(output.trimEnd());
    return;
  }
  const line = output.match(/^✗ (.*)$/m)?.[1];
  if (line) throw new Refusal(line);
  if (!isInterrupted()) console.error(output.trimEnd());
  throw new Refusal("The database could not be prepared: see the message above. Nothing was left half done.");
}
