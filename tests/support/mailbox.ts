import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { CaughtMail } from "@/scripts/testing/mail-catcher.mjs";

const LOOK_EVERY_MS = 50;

/** Folder the mail catcher of this run writes to. */
function mailboxFolder(): string {
  const folder = process.env.MAILBOX_DIR;
  if (!folder) throw new Error("MAILBOX_DIR is not set: run the journeys with npm run test:e2e.");
  return folder;
}

/** Every message sent to the address so far, oldest first. */
export function mailsTo(address: string, folder = mailboxFolder()): CaughtMail[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name): CaughtMail => JSON.parse(readFileSync(join(folder, name), "utf8")))
    .filter((mail) => mail.to.includes(address.toLowerCase()));
}

/**
 * The newest message to the address, once there are more than `seen` of them.
 *
 * @throws when none comes within `timeout` milliseconds
 */
export async function waitForMail(
  address: string,
  { seen = 0, timeout = 10_000, folder = mailboxFolder() } = {},
): Promise<CaughtMail> {
  for (const deadline = Date.now() + timeout; Date.now() < deadline; await sleep(LOOK_EVERY_MS)) {
    const mails = mailsTo(address, folder);
    const newest = mails.at(-1);
    if (newest && mails.length > seen) return newest;
  }
  throw new Error(`No mail to ${address} within ${timeout} ms.`);
}
