import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { bundle } from "./bundle.mjs";
import { isInterrupted, localBin, run } from "./commands.mjs";
import { hashPages } from "./csp-hashes.mjs";
import { withLock } from "./lock.mjs";
import { BUILD, ROOT } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";

/** What the build is made from. A change anywhere in it makes the next start build again. */
const SOURCES = [
  "app",
  "components",
  "content",
  "db",
  "public",
  "server",
  "scripts/prepare.ts",
  "scripts/steps/build.mjs",
  "scripts/steps/bundle.mjs",
  "scripts/steps/csp-hashes.mjs",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const MARK = join(BUILD, "sources.sha256");
const PROGRAMS = {
  "serve.mjs": "server/http/serve.ts",
  "worker.mjs": "server/http/worker.ts",
  "prepare.mjs": "scripts/prepare.ts",
};

/** The build must not depend on the settings of one machine: pages that need them are rendered per request. */
const BUILD_SETTINGS = {
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  DATABASE_URL: "postgres://build:build@localhost:1/build",
  AUTH_SECRET: "only-for-the-build-never-for-a-server",
  APP_URL: "http://localhost:3000",
  DEMO: "0",
};

function filesUnder(path) {
  const info = statSync(path, { throwIfNoEntry: false });
  if (!info) return [];
  if (info.isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** One number for everything in SOURCES: names and contents. */
function sourcesSha() {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => filesUnder(join(ROOT, source))).sort()) {
    const content = createHash("sha256").update(readFileSync(file)).digest("hex");
    hash.update(`${relative(ROOT, file).split(sep).join("/")}\0${content}\n`);
  }
  return hash.digest("hex");
}

function isBuilt(sha) {
  const whole = [
    join(ROOT, ".next/BUILD_ID"),
    join(BUILD, "csp.json"),
    ...Object.keys(PROGRAMS).map((name) => join(BUILD, name)),
  ];
  return whole.every((file) => existsSync(file)) && existsSync(MARK) && readFileSync(MARK, "utf8") === sha;
}

/**
 * Builds the program that prepares the database, unless the whole build is current.
 * It comes first, so that a start fails early when the database cannot be prepared.
 */
export async function buildPrepare() {
  if (!isBuilt(sourcesSha())) await bundle(PROGRAMS["prepare.mjs"], "prepare.mjs");
  return join(BUILD, "prepare.mjs");
}

/**
 * Builds the pages, the server and the list of inline scripts, unless nothing changed since the last time.
 *
 * @throws {Refusal} when Next or esbuild could not; what they said stands above
 */
export async function ensureBuild() {
  if (isBuilt(sourcesSha())) return;
  await withLock(join(BUILD, "build.lock"), buildAll, () =>
    console.log("• waiting for another start to build"),
  );
}

async function buildAll() {
  const sha = sourcesSha();
  if (isBuilt(sha)) return;
  console.log("• building (about half a minute)");
  rmSync(MARK, { force: true });
  for (const [outfile, entry] of Object.entries(PROGRAMS)) await bundle(entry, outfile);
  const { code, output } = await run(localBin("next"), ["build"], {
    env: { ...process.env, ...BUILD_SETTINGS },
    quiet: true,
  });
  if (code !== 0) {
    if (!isInterrupted()) console.error(output.trimEnd());
    throw new Refusal("The build failed: see the message above, correct it, and run the same command again.");
  }
  writeFileSync(join(BUILD, "csp.json"), JSON.stringify(hashPages(join(ROOT, ".next/server/app"))));
  writeFileSync(MARK, sha);
}
