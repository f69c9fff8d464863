import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The root of the repository: tests run from there. */
export const ROOT = process.cwd();

/** Every file below a folder, as paths from the root with slashes, in order. */
export function filesUnder(folder: string, ending = ""): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

export const textOf = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** The domains, in the order in which each may know those before it. */
export const LADDER = [
  "identity",
  "organisations",
  "catalogue",
  "passport",
  "learning",
  "assessment",
  "simulation",
  "credentials",
  "reporting",
  "privacy",
] as const;
