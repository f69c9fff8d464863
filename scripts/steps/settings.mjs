import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseEnv as parseDotEnv } from "node:util";
import { bundle } from "./bundle.mjs";
import { BUILD, ROOT, shown } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";

const SOURCE = "server/platform/env.ts";
const MOST_WORKERS = 4;
const SHORTEST_SECRET = 32;

/** What `.env` says, under what the environment says. An empty variable of the environment hides the file's. */
function written() {
  const file = join(ROOT, ".env");
  return { ...(existsSync(file) ? parseDotEnv(readFileSync(file, "utf8")) : {}), ...process.env };
}

/** `env.ts` as a module for plain Node; it imports only packages, so its own date tells whether the copy is current. */
async function readableSettings() {
  const copy = join(BUILD, "env.mjs");
  const made = statSync(copy, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return statSync(join(ROOT, SOURCE)).mtimeMs < made ? copy : bundle(SOURCE, "env.mjs");
}

/**
 * Settings as checked by `server/platform/env.ts`, with paths made absolute. Needs the dependencies.
 *
 * @returns {Promise<import("../../server/platform/env.ts").Settings>}
 * @throws {Refusal} one line about the first wrong variable
 */
export async function readSettings() {
  const file = await readableSettings();
  const { parseEnv, SettingError } = await import(pathToFileURL(file).href);
  try {
    const settings = parseEnv(written());
    return { ...settings, DATA_DIR: resolve(ROOT, settings.DATA_DIR) };
  } catch (error) {
    throw error instanceof SettingError ? new Refusal(error.message) : error;
  }
}

/** The secret of this instance, made at the first start. Losing it signs everybody out. @param {string} dataDir */
function keptSecret(dataDir) {
  const file = join(dataDir, "secret");
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file))
    writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600, flag: "wx" });
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length >= SHORTEST_SECRET) return secret;
  throw new Refusal(
    `The secret in ${shown(file)} is damaged. Put a copy back, or remove it to have a new one: everybody signs in again.`,
  );
}

/**
 * Environment of our own processes: the given one, with every setting resolved.
 *
 * @param {import("../../server/platform/env.ts").Settings} settings
 * @param {string} databaseUrl
 * @returns {NodeJS.ProcessEnv}
 */
export function resolvedEnvironment(settings, databaseUrl) {
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(settings.PORT),
    DATABASE_URL: databaseUrl,
    DATA_DIR: settings.DATA_DIR,
    APP_URL: settings.APP_URL,
    AUTH_URL: settings.APP_URL,
    AUTH_SECRET: settings.AUTH_SECRET ?? keptSecret(settings.DATA_DIR),
    SMTP_URL: settings.SMTP_URL ?? "",
    MAIL_FROM: settings.MAIL_FROM,
    DEMO: settings.DEMO ? "1" : "0",
    WORKERS: String(settings.WORKERS ?? Math.min(availableParallelism(), MOST_WORKERS)),
    OIDC_ISSUER: settings.OIDC_ISSUER ?? "",
    OIDC_CLIENT_ID: settings.OIDC_CLIENT_ID ?? "",
    OIDC_CLIENT_SECRET: settings.OIDC_CLIENT_SECRET ?? "",
    OIDC_NAME: settings.OIDC_NAME ?? "",
    WORKBENCH: settings.WORKBENCH ? "1" : "0",
    WORKBENCH_CONTENT: settings.WORKBENCH_CONTENT,
    TRUST_PROXY: settings.TRUST_PROXY ? "1" : "0",
  };
}
