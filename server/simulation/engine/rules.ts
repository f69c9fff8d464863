import type { Element } from "@/server/catalogue/scenario/schema";
import type { Case, Rule, Scenario } from "./types";

const NOTHING: Case[] = [{}];

/** Everything that may happen in a scenario, in one flat list. */
export function collectRules(scenario: Scenario): Rule[] {
  const elements = Object.entries(scenario.screens).flatMap(([screen, { elements }]) =>
    elements.flatMap((element) => elementRules(screen, element)),
  );
  const named = [
    ["notification", "press:notification.", scenario.notifications],
    ["timer", "expire:", scenario.timers],
    ["happening", "happen:", scenario.happenings],
  ] as const;
  const others = named.flatMap(([kind, prefix, all]) =>
    Object.entries(all).map(
      ([id, { does }]): Rule => ({
        event: `${prefix}${id}`,
        source: { kind, id },
        cases: does,
      }),
    ),
  );
  const ways = Object.entries(scenario.mistakes).flatMap(([id, { back }]): Rule[] =>
    back ? [{ event: `back:${id}`, source: { kind: "mistake", id }, cases: [back] }] : [],
  );
  return [...elements, ...others, ...ways];
}

function elementRules(screen: string, element: Element): Rule[] {
  const on = `${screen}.${element.id}`;
  const source = { kind: "element", screen, id: element.id } as const;
  switch (element.kind) {
    case "button":
      return [{ event: `press:${on}`, source, cases: element.does }];
    case "browser":
      return element.does ? [{ event: `press:${on}`, source, cases: element.does }] : [];
    case "field":
    case "code":
      return [{ event: `type:${on}`, source, into: element.into, cases: element.does ?? NOTHING }];
    case "check":
      return [{ event: `tick:${on}`, source, into: element.into, cases: element.does ?? NOTHING }];
    case "choices":
    case "icons":
      return element.options.map((option) => ({
        event: `choose:${on}.${option.option}`,
        source,
        ...(element.into ? { into: element.into } : {}),
        cases: option.does ?? element.does ?? NOTHING,
      }));
    default:
      return [];
  }
}
