import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkScenario, type Problem, parsePersonas, type Source } from "./rules";
import type { Persona, Scenario, ScenarioLocale, ScenarioTexts } from "./schema";

/** A scenario with its texts in every language: the unit that is hashed and kept. */
export type ScenarioBody = { scenario: Scenario; texts: Record<ScenarioLocale, ScenarioTexts> };

const refuse = (problems: readonly Problem[]): never => {
  throw new Error(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join("\n"));
};

/** The fictitious people of a course. Throws, naming file and line, on a file that needs mending. */
export function loadPersonas(content: string, courseFolder: string): Record<string, Persona> {
  const read = parsePersonas(sourceOf(content, `${courseFolder}/personas.yaml`));
  return read.ok ? read.personas : refuse(read.problems);
}

/** The scenario of a folder. Throws, naming file and line, on a file that needs mending. */
export function loadScenario(
  content: string,
  folder: string,
  personas: Record<string, Persona>,
): ScenarioBody {
  const text = (locale: ScenarioLocale) => sourceOf(content, `${folder}/${locale}.yaml`);
  const read = checkScenario({
    scenario: sourceOf(content, `${folder}/scenario.yaml`),
    texts: { fr: text("fr"), nl: text("nl"), de: text("de"), en: text("en") },
    personas,
  });
  return read.ok ? { scenario: read.scenario, texts: read.texts } : refuse(read.problems);
}

function sourceOf(content: string, path: string): Source {
  return { file: `content/${path}`, text: readFileSync(join(content, path), "utf8") };
}
