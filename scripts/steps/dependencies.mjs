import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, systemPath } from "./commands.mjs";
import { withLock } from "./lock.mjs";
import { BUILD, ROOT } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";

const MARK = join(ROOT, "node_modules", ".lock-sha");
const OLDEST = [20, 19];

/** @throws {Refusal} on a Node that is too old */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new Refusal(
    `Node ${version} is too old. Install Node ${OLDEST.join(".")} or newer from nodejs.org and try again.`,
  );
}

function lockSha() {
  return createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
}

function installed() {
  try {
    return readFileSync(MARK, "utf8") === lockSha();
  } catch {
    return false;
  }
}

/**
 * Installs exactly what the lock file says, unless that is what is there. Uses nothing but Node itself.
 *
 * @throws {Refusal} when npm could not; what npm said stands above
 */
export async function ensureDependencies() {
  if (installed()) return;
  await withLock(
    join(BUILD, "install.lock"),
    async () => {
      if (installed()) return;
      console.log("• installing dependencies (about half a minute)");
      const env = { ...process.env, PATH: systemPath(), NODE_ENV: "" };
      const { code } = await run(
        "npm",
        ["ci", "--no-audit", "--no-fund", "--include=dev", "--no-progress", "--loglevel=error"],
        { env },
      );
      if (code !== 0) {
        throw new Refusal(
          "npm ci could not install the dependencies: see its message above, then run the same command again.",
        );
      }
      writeFileSync(MARK, lockSha());
    },
    () => console.log("• waiting for another start to install the dependencies"),
  );
}
