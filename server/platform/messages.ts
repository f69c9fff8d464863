import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Messages } from "next-intl";
import type { Locale } from "@/db/enums";

const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "content", "messages");
const LOOK_AGAIN_AFTER_MS = 1000;

type Loaded = { messages: Messages; lookedAt: number; stamp: number };
const cache = new Map<Locale, Loaded>();

/**
 * The interface texts of one language: `content/messages/<locale>/<namespace>.json`, one key per namespace.
 * Read once and kept; a change of a file is seen after a second at most. Also for e-mails and papers
 * (`createTranslator({ locale, messages: loadMessages(locale) })` from `use-intl/core` or `next-intl`).
 */
export function loadMessages(locale: Locale): Messages {
  const known = cache.get(locale);
  const now = performance.now();
  if (known && now - known.lookedAt < LOOK_AGAIN_AFTER_MS) return known.messages;

  const files = readdirSync(path.join(folder, locale)).filter((name) => name.endsWith(".json"));
  const stamp = files.reduce(
    (sum, name) => sum + statSync(path.join(folder, locale, name)).mtimeMs,
    files.length,
  );
  const messages =
    known?.stamp === stamp
      ? known.messages
      : (Object.fromEntries(
          files.map((name) => [
            name.slice(0, -".json".length),
            JSON.parse(readFileSync(path.join(folder, locale, name), "utf8")),
          ]),
          // The files are checked against the French ones by tests/content/messages.test.ts.
        ) as Messages);
  cache.set(locale, { messages, lookedAt: now, stamp });
  return messages;
}
