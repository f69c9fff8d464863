import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the repository. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Everything the scripts generate, except Next's own `.next`. */
export const BUILD = join(ROOT, ".build");

/** A path as a person in the repository would type it. */
export function shown(path) {
  const short = relative(ROOT, path);
  return short.startsWith("..") ? path : short || ".";
}
