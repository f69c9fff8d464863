import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "@/db/enums";
import { messageArguments } from "@/tests/support/icu";

const folder = path.resolve("content/messages");
const OTHERS = LOCALES.filter((locale) => locale !== "fr");

/** Words that are the same in English and in another of our languages. */
const SAME_IN_ENGLISH = new Set([
  "Action",
  "Administration",
  "Certificate",
  "Chromebook",
  "Code",
  "Contrast",
  "Coordinator",
  "Date",
  "Deutsch",
  "English",
  "Français",
  "Information",
  "Installation",
  "iPad",
  "iPhone",
  "Later",
  "Message",
  "Name",
  "Nederlands",
  "Normal",
  "Note",
  "Notification",
  "Organisation",
  "Organisations",
  "Pause",
  "PDF",
  "Person",
  "Place {position}",
  "Privacy",
  "Project",
  "Question",
  "Questions",
  "SMS",
  "Start",
  "Stop",
  "Tip",
  "{count, plural, one {# question} other {# questions}}",
  "{minutes} min",
]);

type Tree = { [key: string]: string | Tree };

function namespaces(locale: Locale): string[] {
  return readdirSync(path.join(folder, locale))
    .filter((name) => name.endsWith(".json"))
    .sort();
}

function readTree(locale: Locale, file: string): Tree {
  return JSON.parse(readFileSync(path.join(folder, locale, file), "utf8"));
}

function flatten(tree: Tree, prefix = ""): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  );
}

function texts(locale: Locale): Map<string, string> {
  return new Map(
    namespaces(locale).flatMap((file) =>
      flatten(readTree(locale, file), `${file.slice(0, -".json".length)}.`),
    ),
  );
}

const byLocale = new Map(LOCALES.map((locale) => [locale, texts(locale)]));
const french = byLocale.get("fr") ?? new Map<string, string>();
const english = byLocale.get("en") ?? new Map<string, string>();

describe("the interface texts", () => {
  it("have the same namespaces in every language, all of them typed", () => {
    for (const locale of OTHERS) expect(namespaces(locale), locale).toEqual(namespaces("fr"));
    const typed = readFileSync("server/platform/message-keys.d.ts", "utf8");
    const missing = namespaces("fr").filter((file) => !typed.includes(`content/messages/fr/${file}`));
    expect(missing, "add them to server/platform/message-keys.d.ts").toEqual([]);
  });

  it("are many enough for this test to mean something", () => {
    expect(french.size).toBeGreaterThan(100);
  });

  describe.each(LOCALES)("in %s", (locale) => {
    const mine = byLocale.get(locale) ?? new Map<string, string>();

    it("have every key of the French ones and no other", () => {
      expect([...mine.keys()].filter((key) => !french.has(key))).toEqual([]);
      expect([...french.keys()].filter((key) => !mine.has(key))).toEqual([]);
    });

    it("are never empty, and carry no space at their ends", () => {
      const odd = [...mine].filter(([, text]) => text.trim() === "" || text !== text.trim());
      expect(odd).toEqual([]);
    });

    it("ask for the same values and tags as the French ones", () => {
      const different = [...mine]
        .filter(([key]) => french.has(key))
        .filter(
          ([key, text]) => messageArguments(text).join() !== messageArguments(french.get(key) ?? "").join(),
        );
      expect(different).toEqual([]);
    });

    it("are well-formed", () => {
      for (const file of namespaces(locale)) {
        const tree = readTree(locale, file);
        const broken: string[] = [];
        const translate = createTranslator({
          locale,
          messages: tree as Record<string, never>,
          timeZone: "Europe/Brussels",
          onError: (error) => broken.push(error.message),
        }) as unknown as { rich: (key: string, values: Record<string, unknown>) => unknown };
        for (const [key, text] of flatten(tree)) {
          const values = Object.fromEntries(
            messageArguments(text).map((name) =>
              name.startsWith("<")
                ? [name.slice(1, -1), (words: unknown) => words]
                : [name, text.includes(`{${name}, date`) ? new Date(0) : 2],
            ),
          );
          translate.rich(key, values);
        }
        expect(broken, file).toEqual([]);
      }
    });

    it("are not left in English", () => {
      if (locale === "en") return expect(mine).toBe(english);
      const untranslated = [...mine].filter(
        ([key, text]) =>
          english.get(key) === text &&
          /[a-z]{3}/i.test(text.replace(/\{[^}]*\}|DigiSkiPasS|DigComp/g, "")) &&
          !SAME_IN_ENGLISH.has(text),
      );
      expect(untranslated).toEqual([]);
    });

    it("address the person formally and never speak of failing", () => {
      const unkind: Record<Locale, RegExp> = {
        fr: /(?<!\p{L})(tu|ton|tes|toi)(?!\p{L})|échec|échou|(?<!\p{L})raté/iu,
        nl: /\b(je|jij|jou|jouw)\b|mislukt|gefaald|gezakt/iu,
        de: /\b(du|dich|dir|dein\w*)\b|gescheitert|fehlgeschlagen|versagt/iu,
        en: /\bfail(ed|s|ure)?\b/iu,
      };
      expect([...mine].filter(([, text]) => unkind[locale].test(text))).toEqual([]);
    });
  });
});
