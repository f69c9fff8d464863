import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { ScenarioLocale } from "../scenario/schema";
import { type DraftFile, type DraftFiles, readDraft } from "./rules";
import type { DraftName, DraftPlace } from "./schema";

/** The files of a simulation as they are saved now; null without a folder of that name. */
export function findDraftFiles(content: string, { course, id }: DraftName): DraftFiles | null {
  const base = join("courses", course);
  const folder = join(base, "simulations", id);
  if (!existsSync(join(content, folder))) return null;
  const texts = (locale: ScenarioLocale) => fileOf(content, join(folder, `${locale}.yaml`));
  return {
    personas: fileOf(content, join(base, "personas.yaml")),
    scenario: fileOf(content, join(folder, "scenario.yaml")),
    texts: { fr: texts("fr"), nl: texts("nl"), de: texts("de"), en: texts("en") },
  };
}

function fileOf(content: string, path: string): DraftFile {
  const place = join(content, path);
  return { file: `content/${path}`, text: existsSync(place) ? readFileSync(place, "utf8") : null };
}

/** Tells one state of the files from another. */
export function stampOf({ personas, scenario, texts }: DraftFiles): string {
  const hash = createHash("sha256");
  for (const { file, text } of [personas, scenario, ...Object.values(texts)]) {
    hash.update(JSON.stringify([file, text]));
  }
  return hash.digest("hex").slice(0, 16);
}

/** A simulation of the content folder: its title, where it is used, and what is wrong with it first. */
export type ListedDraft = DraftName & { title: string; place: DraftPlace; problem: string | null };

/** Every simulation of every course, in the order of their names. */
export function listDrafts(content: string, locale: ScenarioLocale): ListedDraft[] {
  return namesIn(join(content, "courses")).flatMap((course) => {
    const folder = join(content, "courses", course);
    const placeOf = placesIn(folder);
    return namesIn(join(folder, "simulations")).flatMap((id) => {
      const files = findDraftFiles(content, { course, id });
      if (!files) return [];
      const { problems, body } = readDraft(files);
      const [first] = problems;
      const problem = first ? `${first.file}:${first.line}: ${first.message}` : null;
      return [{ course, id, title: body?.texts[locale]?.title ?? "", place: placeOf(id), problem }];
    });
  });
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function placesIn(course: string): (id: string) => DraftPlace {
  const surprises = listIn(join(course, "course.yaml"), "surprises");
  const lessons = namesIn(join(course, "lessons")).map((name) => ({
    name,
    simulations: listIn(join(course, "lessons", name, "lesson.yaml"), "simulations"),
  }));
  return (id) => {
    if (surprises.includes(id)) return { kind: "surprise" };
    const of = lessons.filter(({ simulations }) => simulations.includes(id)).map(({ name }) => name);
    return of.length ? { kind: "lessons", lessons: of } : { kind: "nowhere" };
  };
}

/** A list of names in a file; nothing when the file is being written and cannot be read. */
function listIn(path: string, key: string): string[] {
  try {
    const held: unknown = parse(readFileSync(path, "utf8"))?.[key];
    return Array.isArray(held) ? held.map(String) : [];
  } catch {
    return [];
  }
}
