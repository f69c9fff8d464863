import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A content folder of its own with one small simulation, to be broken and mended; nobody's work is touched. */
export type DraftContent = {
  /** For WORKBENCH_CONTENT. */
  folder: string;
  /** Replaces one place of a file; says on which line it stands. Throws when the place is not there. */
  change(file: string, from: string, to: string): number;
  remove(): void;
};

/** A copy of a simulation of `content/`, under its own name, in a course called `itsme-eid`. */
export function copyDraft(id: string): DraftContent {
  const folder = mkdtempSync(path.join(tmpdir(), "draft-content-"));
  const course = path.join("courses", "itsme-eid");
  const simulation = path.join(course, "simulations", id);
  mkdirSync(path.join(folder, course), { recursive: true });
  for (const one of [path.join(course, "personas.yaml"), simulation]) {
    cpSync(path.join("content", one), path.join(folder, one), { recursive: true });
  }
  return {
    folder,
    change(file, from, to) {
      const place = path.join(folder, simulation, file);
      const text = readFileSync(place, "utf8");
      const at = text.indexOf(from);
      if (at === -1) throw new Error(`${file} has no "${from}"`);
      writeFileSync(
        place,
        text.replace(from, () => to),
      );
      return text.slice(0, at).split("\n").length;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
