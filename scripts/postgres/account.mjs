import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Refusal } from "../steps/refusal.mjs";

/**
 * The account Postgres runs under: `null` for our own. Postgres refuses to run as root, and initdb wants an account
 * that has a name, so root takes an existing one without rights.
 *
 * @typedef {{ uid: number, gid: number } | null} Account
 */

function named(name) {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/**
 * @param {string} [cluster] an existing data directory: its owner is the account, whoever that is
 * @returns {Account}
 */
export function postgresAccount(cluster) {
  if (process.getuid?.() !== 0) return null;
  const owner = cluster && statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = named("postgres") ?? named("nobody");
  if (!account) {
    throw new Refusal(
      "Postgres does not run as root. Start as an ordinary user, or create one named postgres.",
    );
  }
  return account;
}

/**
 * Whether the account may pass through every folder above `path`, and through `path` itself when it is a folder.
 *
 * @param {string} path existing
 * @param {Account} account
 */
export function canReach(path, account) {
  if (!account) return true;
  for (let place = resolve(path); ; place = dirname(place)) {
    const { mode, uid, gid } = statSync(place);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (dirname(place) === place) return true;
  }
}
