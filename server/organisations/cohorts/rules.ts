import type { CohortRole } from "@/db/enums";
import { LONGEST_FAMILY_NAME, LONGEST_FIRST_NAME, MOST_NAMES, type SameName } from "./schema";

export type TypedName = { firstName: string; familyName: string | null };

/** What a list starts its lines with: "1.", "2)", "-", "•". */
const BULLET = /^\s*(?:\d{1,3}\s*[.):]|[-–—•*·])\s*/;
const isCapitals = (word: string) => /\p{L}.*\p{L}/u.test(word) && word === word.toUpperCase();
const single = (text: string) => text.replace(/\s+/g, " ").trim();

/** One line as a name; null for a line without letters. */
function readName(raw: string): TypedName | null {
  const text = raw.replace(BULLET, "");
  if (!/\p{L}/u.test(text)) return null;
  const comma = text.indexOf(",");
  if (comma > 0) {
    const family = single(text.slice(0, comma));
    const first = single(text.slice(comma + 1));
    return first ? { firstName: first, familyName: family } : { firstName: family, familyName: null };
  }
  const columns = text.split(/[\t;]/).map(single).filter(Boolean);
  const words = columns.length > 1 ? columns : single(text).split(" ");
  const given = words.findIndex((word) => !isCapitals(word));
  if (given > 0)
    return { firstName: words.slice(given).join(" "), familyName: words.slice(0, given).join(" ") };
  const [firstName = "", ...rest] = words;
  return { firstName, familyName: rest.join(" ") || null };
}

/**
 * Reads a pasted list, one person per line: "Marie Van den Berghe", "Van den Berghe, Marie", "DUPONT Marie", or two
 * columns of a spreadsheet (first name, family name). Otherwise the first word is the first name. Empty lines and
 * bullets are left out.
 */
export function readNames(text: string): TypedName[] {
  return text.split(/\r\n|\r|\n/).flatMap((raw) => readName(raw) ?? []);
}

/** Message key of what stops a list from being added; null when nothing does. */
export function namesFault(names: readonly TypedName[]): "required" | "too-many" | "too-long" | null {
  if (names.length === 0) return "required";
  if (names.length > MOST_NAMES) return "too-many";
  const isLong = names.some(
    (name) =>
      name.firstName.length > LONGEST_FIRST_NAME || (name.familyName ?? "").length > LONGEST_FAMILY_NAME,
  );
  return isLong ? "too-long" : null;
}

/** The beginnings of names in a search, without case and accents: "Léa va" is "lea" and "va". */
export function searchWords(text: string): string[] {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** A name without case, accents and punctuation: two spellings a trainer would take for the same person. */
function foldName(name: TypedName): string {
  return single(`${name.firstName} ${name.familyName ?? ""}`)
    .normalize("NFD")
    .replace(/[\p{M}\p{P}\s]/gu, "")
    .toLowerCase();
}

/** The names of a list that are in the group already or stand further up in the list. */
export function findSameNames(names: readonly TypedName[], members: readonly TypedName[]): SameName[] {
  const inCohort = new Set(members.map(foldName));
  const above = new Set<string>();
  return names.flatMap((name, index): SameName[] => {
    const folded = foldName(name);
    const seen = inCohort.has(folded) ? "in-cohort" : above.has(folded) ? "in-list" : null;
    above.add(folded);
    return seen ? [{ index, ...name, seen }] : [];
  });
}

const wordsOf = (name: TypedName) => searchWords(`${name.firstName} ${name.familyName ?? ""}`);

/** Whether two texts differ by one letter: one more, one less, or another one. */
function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}

/** Shorter names than this are too different by one letter: Ana and Ada. */
const SHORTEST_MISSPELT = 6;

/**
 * Whether two names may be one person's, for a trainer to look at: the same words in any order; the same first name and
 * a family name that is missing or cut short on one of the two ("Monique D."); or one letter of difference.
 */
export function areNamesAlike(a: TypedName, b: TypedName): boolean {
  const [wordsOfA, wordsOfB] = [wordsOf(a), wordsOf(b)];
  const [textA, textB] = [wordsOfA.toSorted().join(""), wordsOfB.toSorted().join("")];
  if (textA === textB || foldName(a) === foldName(b)) return true;
  const [short, long] = wordsOfA.join("").length <= wordsOfB.join("").length ? [a, b] : [b, a];
  const isSameFirst = searchWords(short.firstName).join() === searchWords(long.firstName).join();
  const family = (name: TypedName) => searchWords(name.familyName ?? "").join("");
  const isCut = !short.familyName || family(short).length === 1 || /\.\s*$/.test(short.familyName);
  if (isSameFirst && isCut && family(long).startsWith(family(short))) return true;
  return (
    Math.min(textA.length, textB.length) >= SHORTEST_MISSPELT && isOneLetterOff(foldName(a), foldName(b))
  );
}

type Place = {
  id: string;
  personId: string;
  cohortId: string;
  role: CohortRole;
  joinedAt: Date;
  leftAt: Date | null;
};

/**
 * The places of two persons who are one. Times in the same group that overlap or touch become one, from the first day to
 * the last, kept in the row that began first; times apart stay apart. What is not handed back is contained in what is.
 */
export function joinPlaces<Row extends Place>(places: readonly Row[], personId: string): Row[] {
  const joined: Row[] = [];
  const inOrder = places.toSorted(
    (a, b) => a.joinedAt.getTime() - b.joinedAt.getTime() || (a.id < b.id ? -1 : 1),
  );
  for (const place of inOrder) {
    const index = joined.findIndex(
      (one) =>
        one.cohortId === place.cohortId &&
        one.role === place.role &&
        (one.leftAt === null || one.leftAt >= place.joinedAt),
    );
    const before = joined[index];
    if (!before) {
      joined.push({ ...place, personId });
      continue;
    }
    const leftAt =
      before.leftAt === null || place.leftAt === null
        ? null
        : new Date(Math.max(before.leftAt.getTime(), place.leftAt.getTime()));
    joined[index] = { ...before, leftAt };
  }
  return joined;
}
