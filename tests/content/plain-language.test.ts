import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "@/db/enums";
import { parseSpans } from "@/server/catalogue/rules";
import { readCourses, readFramework, textsIn, wordsOf } from "./course-files";

const MEAN_WORDS = 15;
const MOST_WORDS = 25;

/** Whole words, whatever letters stand around them. */
const words = (...alternatives: string[]) =>
  new RegExp(`(?<!\\p{L})(?:${alternatives.join("|")})(?!\\p{L})`, "iu");

/** Other names for the five codes. Each code has one name in each language; see the glossary. */
const OTHER_NAMES_FOR_CODES: Record<Locale, RegExp> = {
  fr: words(
    "codes? (?:secrets?|personnels?|confidentiels?|de vérification|de sécurité|de confirmation|d[’']activation|PIN)",
    "(?:PIN|mot de passe) (?:d[’'])?itsme",
    "tokens?",
    "code de la carte",
  ),
  nl: words(
    "(?:geheime|persoonlijke) codes?",
    "(?:verificatie|activatie|activerings|beveiligings|bevestigings|toegangs|bank)codes?",
    "itsme-(?:pin|pincode|wachtwoord)",
    "pin(?:code)? van itsme",
    "identificatietoken",
    "jeton",
  ),
  de: words(
    "Geheim(?:code|zahl|nummer)",
    "persönliche[rn]? Code",
    "(?:Bestätigungs|Aktivierungs|Sicherheits|Verifizierungs|Bank|Pass)-?codes?",
    "itsme-(?:PIN|Passwort)",
    "Jeton",
    "TAN",
  ),
  en: words(
    "(?:secret|personal|verification|activation|security|confirmation) codes?",
    "pass ?codes?",
    "itsme (?:PIN|password)",
    "(?<!identity )card PIN",
    "bank PIN",
    "one-time (?:code|password)",
  ),
};

/** Words that blame, and the familiar form of address. */
const UNKIND: Record<Locale, RegExp> = {
  fr: words("échec", "échoué(?:e|s|es)?", "tu", "toi", "tes"),
  nl: words("mislukt", "gefaald", "gezakt", "jij", "jou", "jouw", "je"),
  de: words(
    "fehlgeschlagen",
    "gescheitert",
    "durchgefallen",
    "versagt",
    "du",
    "dich",
    "dir",
    "dein(?:e|en|em|er)?",
  ),
  en: words("fail", "failed", "failure"),
};

const courses = readCourses();
const framework = readFramework();

/** What is read aloud: the words without their marks. */
const spoken = (text: string) =>
  parseSpans(text)
    .map((span) => span.text)
    .join("");

const sentencesOf = (text: string) =>
  spoken(text)
    .split(/(?<=[.!?…])["”’»\u00a0\s]+(?=\S)/u)
    .filter((sentence) => /\p{L}/u.test(sentence));
const wordCount = (sentence: string) =>
  sentence.split(/[\s\u00a0]+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;

describe.each(LOCALES)("plain language in %s", (locale) => {
  const all = [
    ...courses.flatMap((course) => wordsOf(course, locale)),
    ...textsIn(framework).filter(
      ({ path }) => path.endsWith(`.plain.${locale}`) || path.endsWith(`.meaning.${locale}`),
    ),
  ];

  it("calls each of the five codes by its one name", () => {
    expect(all.filter(({ text }) => OTHER_NAMES_FOR_CODES[locale].test(spoken(text)))).toEqual([]);
  });

  it("is polite and never speaks of failing", () => {
    expect(all.filter(({ text }) => UNKIND[locale].test(spoken(text)))).toEqual([]);
  });

  it("keeps sentences short", () => {
    const sentences = all.flatMap(({ path, text }) =>
      sentencesOf(text).map((sentence) => ({ path, sentence, count: wordCount(sentence) })),
    );
    const mean = sentences.reduce((sum, { count }) => sum + count, 0) / sentences.length;
    expect(sentences.length).toBeGreaterThan(200);
    expect(mean).toBeLessThanOrEqual(MEAN_WORDS);
    expect(sentences.filter(({ count }) => count > MOST_WORDS)).toEqual([]);
  });

  it("uses typographic apostrophes and no double spaces", () => {
    expect(all.filter(({ text }) => /['"]| {2}/.test(text))).toEqual([]);
  });
});

describe("French punctuation", () => {
  it("has a no-break space before ? ! ; : and inside « »", () => {
    const french = courses.flatMap((course) => wordsOf(course, "fr"));
    expect(french.filter(({ text }) => /[^\u00a0]»|«[^\u00a0]| [?!;:]|\p{L}[?!;]/u.test(text))).toEqual([]);
  });
});
