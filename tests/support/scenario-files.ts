import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Checked, checkScenario, parsePersonas, type Source } from "@/server/catalogue/scenario/rules";
import type { Persona, Scenario, ScenarioLocale, ScenarioTexts } from "@/server/catalogue/scenario/schema";

const courses = path.join(process.cwd(), "content", "courses");

export function sourceOf(...parts: string[]): Source {
  const file = path.join(courses, ...parts);
  return { file: path.relative(process.cwd(), file), text: readFileSync(file, "utf8") };
}

/** Course and id of every simulation in content/. */
export function listScenarios(): { course: string; id: string }[] {
  return readdirSync(courses).flatMap((course) => {
    const folder = path.join(courses, course, "simulations");
    return existsSync(folder) ? readdirSync(folder).map((id) => ({ course, id })) : [];
  });
}

export function personasOf(course: string): Record<string, Persona> {
  const read = parsePersonas(sourceOf(course, "personas.yaml"));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.personas;
}

export type Loaded = { scenario: Scenario; texts: Record<ScenarioLocale, ScenarioTexts> };

export function checkFiles(course: string, id: string): Checked<Loaded> {
  const text = (locale: ScenarioLocale) => sourceOf(course, "simulations", id, `${locale}.yaml`);
  return checkScenario({
    scenario: sourceOf(course, "simulations", id, "scenario.yaml"),
    texts: { fr: text("fr"), nl: text("nl"), de: text("de"), en: text("en") },
    personas: personasOf(course),
  });
}

export function loadScenario(course: string, id: string): Loaded {
  const checked = checkFiles(course, id);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems, null, 2));
  return checked;
}

/** The one scenario whose details the tests speak about. */
export const LOG_IN = loadScenario("itsme-eid", "log-in-computer-number");
