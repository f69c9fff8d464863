import {
  type Problem,
  parsePersonas,
  parseScenario,
  readScenarioTexts,
  type Source,
} from "../scenario/rules";
import { SCENARIO_LOCALES, type ScenarioLocale } from "../scenario/schema";
import { nearestOnes } from "../scenario-texts/rules";
import type { DraftBody, DraftName } from "./schema";

/** A file as it is saved; null when it does not exist. */
export type DraftFile = { file: string; text: string | null };
export type DraftFiles = {
  personas: DraftFile;
  scenario: DraftFile;
  texts: Record<ScenarioLocale, DraftFile>;
};

/** Every problem of a draft, and what can be shown of it in spite of them; null when the scenario cannot be read. */
export type Draft = { problems: Problem[]; body: DraftBody | null };

/** Reads a scenario that is being written: texts that are still missing hinder nobody from looking at it. */
export function readDraft(files: DraftFiles): Draft {
  const personas = whole(files.personas, parsePersonas);
  if (!personas.ok) return { problems: personas.problems, body: null };
  const read = whole(files.scenario, (source) => parseScenario(source, personas.personas));
  if (!read.ok) return { problems: read.problems, body: null };
  const { scenario } = read;
  const problems: Problem[] = [];
  const texts: DraftBody["texts"] = { fr: null, nl: null, de: null, en: null };
  for (const locale of SCENARIO_LOCALES) {
    const { file, text } = files.texts[locale];
    const words =
      text === null ? { texts: null, problems: [absent(file)] } : readScenarioTexts({ file, text }, scenario);
    texts[locale] = words.texts;
    problems.push(...words.problems);
  }
  return { problems, body: { scenario, texts } };
}

function whole<T>(
  { file, text }: DraftFile,
  parse: (source: Source) => T,
): T | { ok: false; problems: Problem[] } {
  return text === null ? { ok: false, problems: [absent(file)] } : parse({ file, text });
}

const absent = (file: string): Problem => ({
  file,
  line: 1,
  message: "this file does not exist yet: save one under this name",
});

/** The draft somebody means by an id, or by course/id; else the names that come nearest. */
export function chooseDraft<Name extends DraftName>(
  drafts: readonly Name[],
  wanted: string,
): { found: Name } | { found: null; near: string[] } {
  const found = drafts.find(({ course, id }) => wanted === id || wanted === `${course}/${id}`);
  if (found) return { found };
  const last = wanted.split("/").at(-1) ?? "";
  return {
    found: null,
    near: nearestOnes(
      last,
      drafts.map(({ id }) => id),
    ),
  };
}
