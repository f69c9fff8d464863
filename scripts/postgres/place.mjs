import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "../steps/refusal.mjs";
import { canReach } from "./account.mjs";

/** Where root keeps data that the Postgres account must reach, when the repository stands in a closed folder. */
const OPEN_FOLDERS = ["/var/lib", "/var/tmp"];

/** A folder that others may pass through, and its parents, whatever the umask. Those that exist stay as they are. */
export function openFolder(path) {
  if (existsSync(path)) return path;
  openFolder(dirname(path));
  mkdirSync(path);
  chmodSync(path, 0o755);
  return path;
}

/** Makes DATA_DIR usable, or says what is wrong with it. @param {string} dataDir */
export function dataFolder(dataDir) {
  try {
    openFolder(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch (error) {
    throw new Refusal(
      `DATA_DIR ${dataDir} cannot be written (${error.code}). Set DATA_DIR to a folder of your own, or correct its owner.`,
    );
  }
}

/**
 * Folder of the embedded database: `postgres` in DATA_DIR. Out of the account's reach, the folder stands elsewhere
 * and `postgres` is a link to it.
 *
 * @param {string} dataDir a real path
 * @param {import("./account.mjs").Account} account
 * @returns {string} a real path
 */
export function databaseFolder(dataDir, account) {
  const place = join(dataDir, "postgres");
  if (existsSync(place)) return realpathSync(place);
  if (lstatSync(place, { throwIfNoEntry: false })) {
    throw new Refusal(
      `The database folder ${place} leads to ${readlinkSync(place)}, which is gone. Put that folder back, or remove the link to begin empty.`,
    );
  }
  if (canReach(dataDir, account)) return openFolder(place);
  const name = `digiskipass-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`;
  for (const parent of OPEN_FOLDERS) {
    try {
      const folder = openFolder(join(parent, name));
      symlinkSync(folder, place);
      return folder;
    } catch (error) {
      if (!["EACCES", "EROFS", "ENOENT"].includes(error.code)) throw error;
    }
  }
  throw new Refusal(
    `DATA_DIR ${dataDir} is closed to the account of Postgres. Set DATA_DIR to a folder others may enter.`,
  );
}
