import type { DraftBody } from "../drafts/schema";
import { SCENARIO_LOCALES, type ScenarioLocale } from "../scenario/schema";
import { expectedTexts } from "../scenario-texts/rules";

/** What an author should look at: no text yet, much longer than such texts are, word for word that of another language. */
export type TextMark = "missing" | "long" | "same";
export type TextRow = {
  key: string;
  cells: Record<ScenarioLocale, { text: string | null; marks: TextMark[] }>;
};
/** The texts that belong together: `kind` is the first part of their keys ("" at the top), `name` the second of some. */
export type TextGroup = { kind: string; name: string; rows: TextRow[] };

/** Kinds of which every thing has texts enough for a group of its own. */
const BY_NAME = ["screens", "steps", "mistakes"];
/** More signs than this are too many for a person to read at once. */
const MOST: Record<string, number> = { "a button": 60, "a heading": 70, "the name of a device": 40 };
const MOST_ELSEWHERE = 340;
/** Twice as long as in another language, and by this much: rather two sentences than one. */
const MUCH_LONGER = 60;
const FEWEST_SAME = 16;

/** Every text a scenario needs, side by side in its languages, in the order an author would write them. */
export function textGroups({ scenario, texts }: DraftBody): TextGroup[] {
  const groups: TextGroup[] = [];
  for (const { key, about } of expectedTexts(scenario)) {
    const parts = key.split(".");
    const kind = parts.length > 1 ? (parts[0] ?? "") : "";
    const name = BY_NAME.includes(kind) ? (parts[1] ?? "") : "";
    const words = Object.fromEntries(
      SCENARIO_LOCALES.map((locale) => [locale, texts[locale]?.[key] ?? null]),
    ) as Record<ScenarioLocale, string | null>;
    const cells = Object.fromEntries(
      SCENARIO_LOCALES.map((locale) => [
        locale,
        { text: words[locale], marks: marksOf(about, words, locale) },
      ]),
    ) as TextRow["cells"];
    const last = groups.at(-1);
    if (last?.kind === kind && last.name === name) last.rows.push({ key, cells });
    else groups.push({ kind, name, rows: [{ key, cells }] });
  }
  return groups;
}

function marksOf(
  about: string,
  words: Record<ScenarioLocale, string | null>,
  locale: ScenarioLocale,
): TextMark[] {
  const text = words[locale];
  if (text === null) return ["missing"];
  const others = SCENARIO_LOCALES.filter((other) => other !== locale).flatMap((other) => words[other] ?? []);
  const shortest = Math.min(...others.map(({ length }) => length), text.length);
  const isLong =
    text.length > (MOST[about] ?? MOST_ELSEWHERE) ||
    (text.length > shortest * 2 && text.length > shortest + MUCH_LONGER);
  // Names, numbers and addresses are the same everywhere.
  const isSentence = text.length >= FEWEST_SAME && /\p{Ll}+ \p{Ll}+ \p{Ll}+/u.test(text);
  return [
    ...(isLong ? (["long"] as const) : []),
    ...(isSentence && others.includes(text) ? (["same"] as const) : []),
  ];
}
