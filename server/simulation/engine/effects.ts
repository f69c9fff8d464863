import { fillIn } from "./conditions";
import type { Case, PlainValue, Scenario, Story } from "./types";

/**
 * What the story is after one case: values, timers, notifications, goals and what is to be said.
 * Screens are the statechart's business and are not touched here.
 * @param at milliseconds since the start; timers start from it.
 */
export function applyCase(scenario: Scenario, story: Story, effects: Case, at: number): Story {
  const values = { ...story.values, ...filledValues(effects.set ?? {}, story) };
  for (const [name, amount] of Object.entries(effects.add ?? {})) {
    values[name] = Number(values[name] ?? 0) + amount;
  }
  const timers = { ...story.timers };
  for (const timer of effects.stop ?? []) delete timers[timer];
  for (const timer of effects.start ?? []) {
    const seconds = scenario.timers[timer]?.seconds ?? 0;
    timers[timer] = { startedAt: at, endsAt: story.pace === null ? null : at + seconds * 1000 * story.pace };
  }
  const kept = story.notifications.filter((one) => !effects.dismiss?.includes(one));
  const arriving = (effects.notify ?? []).filter((one) => !kept.includes(one));
  const mistake = effects.mistake;
  return {
    ...story,
    values,
    timers,
    notifications: [...kept, ...arriving],
    reached: [...new Set([...story.reached, ...(effects.reach ?? [])])],
    back: mistake && scenario.mistakes[mistake]?.back ? mistake : null,
    attention: effects.look ?? attentionOf(scenario, effects) ?? story.attention,
    said: [
      ...story.said,
      ...(mistake ? [{ kind: "mistake" as const, id: mistake }] : []),
      ...(effects.say ? [{ kind: "tip" as const, id: effects.say }] : []),
    ],
  };
}

function filledValues(set: Record<string, PlainValue>, story: Story): Record<string, PlainValue> {
  return Object.fromEntries(
    Object.entries(set).map(([name, value]) => [
      name,
      typeof value === "string" ? fillIn(value, story) : value,
    ]),
  );
}

/** Where a person would look next when the author did not say: a notification first, else the screen that changed. */
function attentionOf(scenario: Scenario, effects: Case): string | null {
  const notified = effects.notify?.[0];
  if (notified) return scenario.notifications[notified]?.device ?? null;
  const shown = effects.show?.[0];
  return shown ? (scenario.screens[shown]?.device ?? null) : null;
}
