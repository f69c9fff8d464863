import type { ScenarioTexts } from "@/server/catalogue/scenario/schema";
import type { PlayableScenario } from "./types";

/** The text of a key with its `{persona.…}` and `{value.…}` filled in. A missing key shows itself, so that a test sees it. */
export function textOf(texts: ScenarioTexts, key: string, params: Readonly<Record<string, string>>): string {
  const text = texts[key] ?? `[${key}]`;
  return text.replace(/\{([a-z]+\.[a-z0-9-]+)\}/g, (written, name: string) => params[name] ?? written);
}

/** What `{persona.…}` stands for before a run begins, and on paper. */
export function personaParams(scenario: PlayableScenario, variant = ""): Record<string, string> {
  const persona = scenario.personas[scenario.variants[variant]?.persona ?? scenario.persona] ?? {};
  return Object.fromEntries(Object.entries(persona).map(([name, value]) => [`persona.${name}`, value]));
}
