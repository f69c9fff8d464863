import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** Next writes these for any address that has no page of its own, so every answer allows their scripts. */
const ANYWHERE = /^\/_|^\/(?:404|500)$/;

/** Sources for `script-src` of the inline scripts in a page, each once. @param {string} html */
export function inlineScriptHashes(html) {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  return [...new Set(hashes)];
}

/**
 * The inline scripts of every page that Next rendered at build time.
 *
 * @param {string} folder such as `.next/server/app`
 * @returns {{ pages: Record<string, string[]>, anywhere: string[] }} by path, such as "/fr/help"
 */
export function hashPages(folder) {
  const pages = /** @type {Record<string, string[]>} */ ({});
  const anywhere = new Set();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join("/").slice(0, -".html".length)}`;
    const hashes = inlineScriptHashes(readFileSync(file, "utf8"));
    if (ANYWHERE.test(path)) for (const hash of hashes) anywhere.add(hash);
    else pages[path === "/index" ? "/" : path] = hashes;
  }
  return { pages, anywhere: [...anywhere] };
}
