import { readFileSync } from "node:fs";
import path from "node:path";
import {
  type Checked,
  parsePersonas,
  parseScenario,
  parseScenarioTexts,
  type Source,
} from "@/server/catalogue/scenario/rules";
import type { Scenario, ScenarioTexts } from "@/server/catalogue/scenario/schema";

/** Small exercises for tests, in French: every device (`every-device`), a card reader with a light (`identity-card`). */
export function fixtureScenario(id: "every-device" | "identity-card"): {
  scenario: Scenario;
  texts: ScenarioTexts;
} {
  const source = (...parts: string[]): Source => {
    const file = path.join(...parts);
    return { file, text: readFileSync(path.join(process.cwd(), file), "utf8") };
  };
  const folder = path.join("tests", "support", "scenarios", id);
  const { personas } = read(parsePersonas(source("content", "courses", "itsme-eid", "personas.yaml")));
  const { scenario } = read(parseScenario(source(folder, "scenario.yaml"), personas));
  const { texts } = read(parseScenarioTexts(source(folder, "fr.yaml"), scenario));
  return { scenario, texts };
}

function read<T>(checked: Checked<T>): T {
  if (checked.ok) return checked;
  throw new Error(JSON.stringify(checked.problems, null, 2));
}
