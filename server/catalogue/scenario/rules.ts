import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { scenarioFaults, unknownPlaceholders } from "@/server/catalogue/scenario-faults/rules";
import { expectedTexts, nearest } from "@/server/catalogue/scenario-texts/rules";
import { FORMAT_WORDS, openQuoteLine, unreadable } from "@/server/catalogue/scenario-words/rules";
import {
  ELEMENT_KINDS,
  type Persona,
  personasSchema,
  SCENARIO_LOCALES,
  type Scenario,
  type ScenarioLocale,
  type ScenarioTexts,
  scenarioSchema,
} from "./schema";

/** Something an author must change: where, what is wrong, and what to write instead. */
export type Problem = { file: string; line: number; message: string };
export type Checked<T> = ({ ok: true } & T) | { ok: false; problems: Problem[] };
export type Source = { file: string; text: string };

type Path = readonly PropertyKey[];
type Reading = { raw: unknown; problems: Problem[]; lineOf: (path: Path) => number };

/** Reads personas.yaml: fictitious people, each with a phone number of the exercises. */
export function parsePersonas(source: Source): Checked<{ personas: Record<string, Persona> }> {
  const reading = readYaml(source);
  if (reading.problems.length) return { ok: false, problems: reading.problems };
  const parsed = personasSchema.safeParse(reading.raw);
  return parsed.success
    ? { ok: true, personas: parsed.data }
    : { ok: false, problems: schemaProblems(parsed.error, source.file, reading) };
}

/**
 * Reads scenario.yaml. The people it names are copied into it, so that a scenario stands alone and its hash
 * covers everything that decides a run.
 */
export function parseScenario(
  source: Source,
  personas: Readonly<Record<string, Persona>>,
): Checked<{ scenario: Scenario }> {
  const { file } = source;
  const reading = readYaml(source);
  if (reading.problems.length) return { ok: false, problems: reading.problems };
  const parsed = scenarioSchema.safeParse(reading.raw);
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error, file, reading) };
  const named = [parsed.data.persona, ...Object.values(parsed.data.variants).map(({ persona }) => persona)];
  const people = Object.entries(personas).filter(([id]) => named.includes(id));
  const scenario = { ...parsed.data, personas: { ...Object.fromEntries(people), ...parsed.data.personas } };
  const problems = scenarioFaults(scenario, Object.keys(personas)).map(({ path, message }) => ({
    file,
    line: reading.lineOf(path),
    message: path.length ? `${path.map(String).join(".")}: ${message}` : message,
  }));
  return problems.length ? { ok: false, problems } : { ok: true, scenario };
}

/** Reads the texts of one language and compares them with what the scenario needs: nothing missing, nothing left over. */
export function parseScenarioTexts(source: Source, scenario: Scenario): Checked<{ texts: ScenarioTexts }> {
  const { texts, problems } = readScenarioTexts(source, scenario);
  return texts && !problems.length ? { ok: true, texts } : { ok: false, problems };
}

/** The same for texts that are being written: what is there so far, and all that is wrong. Null: nothing can be read. */
export function readScenarioTexts(
  source: Source,
  scenario: Scenario,
): { texts: ScenarioTexts | null; problems: Problem[] } {
  const { file } = source;
  const reading = readYaml(source);
  if (reading.problems.length) return { texts: null, problems: reading.problems };
  const { texts, wrong } = flatten(reading.raw);
  const expected = expectedTexts(scenario);
  const keys = expected.map(({ key }) => key);
  const line = (key: string) => reading.lineOf(key.split("."));
  const missing = expected.filter(({ key }) => texts[key] === undefined && !wrong.includes(key));
  const extra = Object.keys(texts).filter((key) => !keys.includes(key));
  const unfilled = Object.entries(texts).flatMap(([key, text]) =>
    unknownPlaceholders(scenario, text).map((one) => ({ key, one })),
  );
  const problems: Problem[] = [
    ...wrong.map((key) => ({
      file,
      line: line(key),
      message: `${key}: write a text here, in quotes if need be`,
    })),
    ...missing.map(({ key, about }) => ({
      file,
      line: line(key),
      message: `${key} is missing (${about}): add "${key.split(".").at(-1)}:" and its text here`,
    })),
    ...extra.map((key) => ({
      file,
      line: line(key),
      message: unusedText(
        key,
        missing.map((one) => one.key),
      ),
    })),
    ...unfilled.map(({ key, one }) => ({
      file,
      line: line(key),
      message: `${key}: {${one}} stands for nothing; write for instance {persona.name}`,
    })),
  ];
  return { texts, problems };
}

/** What was found wrong at paths of a file, with the lines where these stand. */
export function locateFaults(
  source: Source,
  faults: readonly { path: (string | number)[]; message: string }[],
): Problem[] {
  const { lineOf } = readYaml(source);
  return faults.map(({ path, message }) => ({
    file: source.file,
    line: lineOf(path),
    message: `${path.map(String).join(".")}: ${message}`,
  }));
}

/** A whole scenario with its four languages, or everything that is wrong with it. */
export function checkScenario(sources: {
  scenario: Source;
  texts: Record<ScenarioLocale, Source>;
  personas: Readonly<Record<string, Persona>>;
}): Checked<{ scenario: Scenario; texts: Record<ScenarioLocale, ScenarioTexts> }> {
  const read = parseScenario(sources.scenario, sources.personas);
  if (!read.ok) return read;
  const { scenario } = read;
  const problems: Problem[] = [];
  const texts: Record<ScenarioLocale, ScenarioTexts> = { fr: {}, nl: {}, de: {}, en: {} };
  for (const locale of SCENARIO_LOCALES) {
    const checked = parseScenarioTexts(sources.texts[locale], scenario);
    if (checked.ok) texts[locale] = checked.texts;
    else problems.push(...checked.problems);
  }
  return problems.length ? { ok: false, problems } : { ok: true, scenario, texts };
}

function unusedText(key: string, missing: string[]): string {
  const near = nearest(key, missing);
  return near
    ? `${key} is not used by the scenario; it was probably meant to be ${near}`
    : `${key} is not used by the scenario: delete the line, or add the thing to scenario.yaml`;
}

/** Nested texts as flat keys; `wrong` are the places that hold something other than a text. */
function flatten(raw: unknown, prefix = ""): { texts: Record<string, string>; wrong: string[] } {
  const texts: Record<string, string> = {};
  const wrong: string[] = [];
  for (const [name, value] of Object.entries(raw ?? {})) {
    const key = prefix ? `${prefix}.${name}` : name;
    if (typeof value === "string" && value.trim() !== "") texts[key] = value.trim();
    else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      const inner = flatten(value, key);
      Object.assign(texts, inner.texts);
      wrong.push(...inner.wrong);
    } else wrong.push(key);
  }
  return { texts, wrong };
}

function readYaml({ file, text }: Source): Reading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  // What follows the first one is mostly its consequence.
  const problems = document.errors.slice(0, 1).map((error) => ({
    file,
    // A quotation mark that is not closed is noticed at the end of the file, where nobody would look for it.
    line: (isUnclosed(error) ? openQuoteLine(text) : null) ?? lines.linePos(error.pos[0]).line,
    message: unreadable(error),
  }));
  const lineOf = (path: Path) => lines.linePos(offsetOf(document.contents, path)).line;
  return { raw: problems.length ? null : document.toJS(), problems, lineOf };
}

const isUnclosed = ({ code, message }: { code: string; message: string }) =>
  code === "MISSING_CHAR" && /quote/.test(message);

/** Where a path stands in the file: its own line, or that of the nearest thing around it that exists. */
function offsetOf(contents: unknown, path: Path): number {
  let node = contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (!pair) continue;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(part)];
      if (item === undefined) break;
      node = item;
      if ((isMap(item) || isScalar(item) || isSeq(item)) && item.range) offset = item.range[0];
    }
  }
  return offset;
}

function schemaProblems(error: z.ZodError, file: string, reading: Reading): Problem[] {
  return error.issues.flatMap((issue) =>
    plainIssues(issue, []).map(({ path, message }) => ({
      file,
      line: reading.lineOf(path),
      message: `${path.map(String).join(".") || "the file"}: ${message}`,
    })),
  );
}

type Issue = z.core.$ZodIssue;

/** The issue in an author's words. Of several ways to write a thing, the one that came nearest is spoken about. */
function plainIssues(issue: Issue, outer: Path): { path: Path; message: string }[] {
  const path = [...outer, ...issue.path];
  if (issue.code === "invalid_union") {
    if (issue.discriminator === "kind") {
      return [{ path, message: `start with one of: ${ELEMENT_KINDS.join(", ")}` }];
    }
    const ways = issue.errors.filter((way) =>
      way.some((one) => one.path.length || one.code !== "invalid_type"),
    );
    const nearestWay = ways.sort((one, other) => depth(other) - depth(one))[0];
    if (nearestWay) return nearestWay.flatMap((one) => plainIssues(one, path));
    return [{ path, message: "this is not the kind of thing that belongs here" }];
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `"${key}" is not a word of this format; ${instead(key)}`,
    }));
  }
  if (issue.code === "invalid_type" && issue.input === undefined) {
    return [{ path, message: `this line is missing (${issue.expected} expected)` }];
  }
  if (issue.code === "invalid_value") {
    return [{ path, message: `write one of: ${issue.values.map(String).join(", ")}` }];
  }
  if (issue.code === "invalid_key" || issue.code === "invalid_element") {
    return issue.issues.flatMap((one) => plainIssues(one, path));
  }
  return [{ path, message: issue.message }];
}

function instead(key: string): string {
  const near = nearest(key, FORMAT_WORDS);
  return near && near !== key ? `write ${near}, or delete it` : "delete or rename it";
}

function depth(way: Issue[]): number {
  return Math.max(...way.map((one) => one.path.length));
}
