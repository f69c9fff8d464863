import type { ScenarioTexts } from "@/server/catalogue/scenario/schema";
import type { PlayableScenario } from "./types";

/** The text of a key with its `{persona.…}` and `{value.…}` filled in. A missing key shows itself, so that a test sees it. */
export function textOf(texts: ScenarioTexts, key: string, params: Readonly<Record<string, string>>): string {
  const text = texts[key] ?? `[${key}]`;
  return text.replace(/\{([a-z]+\.[a-z0-9-]+)\}/g, (written, name: string) => params[name] ?? written);
}

/** What `{persona.…}` and `{value.…}` stand for before a run begins, and on paper. What is taken by chance has no word yet. */
export function firstParams(scenario: PlayableScenario, variant = ""): Record<string, string> {
  const chosen = scenario.variants[variant];
  const persona = scenario.personas[chosen?.persona ?? scenario.persona] ?? {};
  const values = Object.entries({ ...scenario.values, ...chosen?.values });
  return Object.fromEntries([
    ...Object.entries(persona).map(([name, value]) => [`persona.${name}`, value]),
    ...values.flatMap(([name, value]) =>
      typeof value === "object" ? [] : [[`value.${name}`, String(value)]],
    ),
  ]);
}
