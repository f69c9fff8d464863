import type { Test } from "@/server/catalogue/scenario-conditions/schema";
import { nationalPart } from "./secrets";
import type { Condition, Facts, PlainValue } from "./types";

/** Replaces `{persona.phone}` and `{value.icon}` by what they stand for; an unknown name is left as written. */
export function fillIn(text: string, facts: Pick<Facts, "values" | "persona">): string {
  if (!text.includes("{")) return text;
  return text.replace(/\{(persona|value)\.([a-z0-9-]+)\}/g, (written, kind: string, name: string) => {
    const found = kind === "persona" ? facts.persona[name] : facts.values[name];
    return found === undefined ? written : String(found);
  });
}

function passes(test: Test, value: PlainValue, facts: Facts): boolean {
  const text = String(value);
  if (test.is !== undefined && text !== filled(test.is, facts)) return false;
  if (test["is-not"] !== undefined && text === filled(test["is-not"], facts)) return false;
  if (test["one-of"] && !test["one-of"].some((one) => text === filled(one, facts))) return false;
  if (test.like !== undefined && !new RegExp(test.like, "u").test(text)) return false;
  if (test["same-as"] !== undefined && text !== String(facts.values[test["same-as"]] ?? "")) return false;
  if (
    test["same-phone"] !== undefined &&
    nationalPart(text) !== nationalPart(fillIn(test["same-phone"], facts))
  )
    return false;
  if (test.filled !== undefined && test.filled !== (text !== "" && text !== "false")) return false;
  if (test["at-least"] !== undefined && !(Number(value) >= test["at-least"])) return false;
  return test["at-most"] === undefined || Number(value) <= test["at-most"];
}

function filled(value: PlainValue, facts: Facts): string {
  return fillIn(String(value), facts);
}

/** Whether a condition of the scenario holds now. No condition always holds. */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  if (!condition) return true;
  const { values, on, running, reached, any, none } = condition;
  return (
    Object.entries(values).every(([name, test]) => passes(test, facts.values[name] ?? "", facts)) &&
    Object.entries(on ?? {}).every(([device, screens]) => screens.includes(facts.screens[device] ?? "")) &&
    (running ?? []).every((timer) => timer in facts.timers) &&
    (reached ?? []).every((goal) => facts.reached.includes(goal)) &&
    (any === undefined || any.some((one) => holds(one, facts))) &&
    (none === undefined || !none.some((one) => holds(one, facts)))
  );
}
