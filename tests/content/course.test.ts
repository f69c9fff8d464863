import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/db/enums";
import { parseSpans } from "@/server/catalogue/rules";
import type { Block } from "@/server/catalogue/schema";
import { loadScenario } from "@/tests/support/scenario-files";
import { readCourses, readFramework, textsIn } from "./course-files";

/** The drawings that exist for lessons; a new name needs its drawing first. */
const DRAWINGS = [
  "phone-and-computer",
  "phone",
  "computer",
  "qr-code",
  "card-reader",
  "identity-card",
  "key",
  "shield",
  "clock",
  "icons",
  "letter",
  "passport",
  "hand-holding-phone",
];

const courses = readCourses();
const competences = readFramework().areas.flatMap((area) => area.competences.map(({ id }) => id));

const sorted = (ids: Iterable<string>) => [...ids].sort();
const repeated = (ids: string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);

const lessonCases = courses.flatMap((course) =>
  course.lessons.map((found) => ({ course, name: found.folder, ...found })),
);
const lessonLocaleCases = lessonCases.flatMap((lessonCase) =>
  LOCALES.map((locale) => ({ ...lessonCase, locale })),
);

/** What a block is and how many lines it has, without its words: must be the same in every language. */
function shapeOf(block: Block): string {
  if ("list" in block) return `list of ${block.list.length}`;
  if ("numbered" in block) return `numbered list of ${block.numbered.length}`;
  if ("fact" in block) return `fact ${block.fact}`;
  return Object.keys(block).join();
}

describe.each(courses)("course $id", ({ id, file, texts }) => {
  const lessons = file.modules.flatMap((module) => module.lessons);

  it("has each module, lesson, fact and word once", () => {
    expect(repeated(file.modules.map((module) => module.id))).toEqual([]);
    expect(repeated(lessons)).toEqual([]);
    expect(repeated(file.facts.map((fact) => fact.id))).toEqual([]);
    expect(repeated(file.glossary)).toEqual([]);
  });

  it("stands in the folder of its id and publishes only its own lessons", () => {
    expect(file.id).toBe(id);
    expect(file.published.filter((lesson) => !lessons.includes(lesson))).toEqual([]);
  });

  it("names only competences of the framework", () => {
    expect(
      file.modules.flatMap((module) => module.competences).filter((code) => !competences.includes(code)),
    ).toEqual([]);
  });

  it("dates no fact in the future", () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(file.facts.filter((fact) => fact.verifiedOn > today)).toEqual([]);
  });

  it.each(LOCALES)("has a text in %s for each module, lesson and word, and no other", (locale) => {
    const text = texts[locale];
    expect(sorted(Object.keys(text.modules))).toEqual(sorted(file.modules.map((module) => module.id)));
    expect(sorted(Object.keys(text.lessons))).toEqual(sorted(lessons));
    expect(sorted(Object.keys(text.glossary))).toEqual(sorted(file.glossary));
  });

  it.each(LOCALES)("gives each glossary word in %s to one term only", (locale) => {
    expect(repeated(Object.values(texts[locale].glossary).map(({ word }) => word.toLowerCase()))).toEqual([]);
  });
});

/** Every surprise of every course, as its files say. */
const surpriseCases = courses.flatMap((course) =>
  course.file.surprises.map((name) => ({ name, course, ...loadScenario(course.id, name) })),
);

describe.each(surpriseCases)("surprise $name", ({ name, course, scenario, texts }) => {
  const doings = JSON.stringify(scenario.screens);

  it("is short, on one phone, and in no lesson", () => {
    expect(scenario.minutes).toBeLessThanOrEqual(2);
    expect(Object.values(scenario.devices).map(({ kind }) => kind)).toEqual(["phone"]);
    expect(course.lessons.flatMap(({ lesson }) => lesson.file.simulations)).not.toContain(name);
  });

  it("begins with the message of an attacker, and its title gives nothing away on the card", () => {
    expect(Object.values(scenario.actors).map(({ role }) => role)).toContain("attacker");
    const first = Object.values(scenario.happenings).find(({ does }) =>
      does.some(({ notify }) => notify?.includes("request")),
    );
    expect(first).toMatchObject({ by: expect.any(String), after: 0 });
    for (const locale of LOCALES) {
      expect(texts[locale]["notifications.request.from"], locale).toMatch(/\p{L}/u);
      expect(texts[locale]["notifications.request.text"], locale).toMatch(/\p{L}/u);
    }
  });

  it("counts saying yes as a critical mistake, explains it, and can be refused", () => {
    const accepting = Object.entries(scenario.mistakes).filter(([, { counts }]) => counts === "false-accept");
    expect(accepting.map(([, { kind }]) => kind)).toEqual(["critical"]);
    for (const [id] of accepting) expect(doings).toContain(`"mistake":"${id}"`);
    expect(Object.keys(scenario.goals)).toHaveLength(1);
    expect(scenario.remember).toHaveLength(1);
    expect(scenario.competences.toSorted()).toEqual(["4.1", "4.2"]);
  });

  it("never asks anybody to type: no secret can be given to it", () => {
    const kinds = Object.values(scenario.screens).flatMap(({ elements }) => elements.map(({ kind }) => kind));
    expect(kinds.filter((kind) => kind === "field" || kind === "code")).toEqual([]);
  });
});

describe("surprises", () => {
  it("are three at least, each once", () => {
    for (const { file } of courses) expect(repeated(file.surprises)).toEqual([]);
    expect(surpriseCases.length).toBeGreaterThanOrEqual(3);
  });
});

describe.each(lessonCases)("lesson $name", ({ course, folder, lesson }) => {
  it("stands in the folder of its id, with its steps once", () => {
    expect(lesson.file.id).toBe(folder);
    expect(repeated(lesson.file.steps.map((step) => step.id))).toEqual([]);
  });

  it("uses known drawings, competences of its module and simulations that exist", () => {
    const module = course.file.modules.find((candidate) => candidate.lessons.includes(folder));
    expect(
      lesson.file.steps.flatMap((step) => step.drawing ?? []).filter((id) => !DRAWINGS.includes(id)),
    ).toEqual([]);
    expect(lesson.file.competences.filter((code) => !module?.competences.includes(code))).toEqual([]);
    const scenario = (id: string) =>
      join(process.cwd(), "content/courses", course.id, "simulations", id, "scenario.yaml");
    expect(lesson.file.simulations.filter((id) => !existsSync(scenario(id)))).toEqual([]);
  });

  it("has the same blocks, in the same order, in every language", () => {
    const shapes = LOCALES.map((locale) =>
      lesson.file.steps.map((step) => lesson.texts[locale].steps[step.id]?.blocks.map(shapeOf)),
    );
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
    for (const list of ["objectives", "remember"] as const) {
      expect(new Set(LOCALES.map((locale) => lesson.texts[locale][list].length)).size).toBe(1);
    }
  });
});

describe.each(lessonLocaleCases)("lesson $name in $locale", ({ course, lesson, locale }) => {
  const text = lesson.texts[locale];
  const blocks = Object.values(text.steps).flatMap((step) => step.blocks);

  it("has its title in the course, and a text for each step and no other", () => {
    expect(text.title).toBe(course.texts[locale].lessons[lesson.file.id]?.title);
    expect(sorted(Object.keys(text.steps))).toEqual(sorted(lesson.file.steps.map((step) => step.id)));
  });

  it("describes each drawing, and only where there is one", () => {
    for (const step of lesson.file.steps) {
      expect(Boolean(text.steps[step.id]?.drawing), step.id).toBe(step.drawing !== undefined);
    }
  });

  it("keeps two to five blocks a step", () => {
    for (const [id, step] of Object.entries(text.steps)) {
      expect(step.blocks.length, id).toBeGreaterThanOrEqual(2);
      expect(step.blocks.length, id).toBeLessThanOrEqual(5);
    }
  });

  it("links only to words of the glossary", () => {
    const terms = textsIn(blocks).flatMap((found) =>
      parseSpans(found.text).flatMap((span) => span.term ?? []),
    );
    expect(terms.length).toBeGreaterThan(0);
    expect(terms.filter((term) => !course.file.glossary.includes(term))).toEqual([]);
  });

  it("leaves no mark half open or inside another", () => {
    const marked = textsIn(blocks).flatMap(({ text: words }) => parseSpans(words));
    expect(marked.filter((span) => /\*\*|\[\[|\]\]/.test(span.text))).toEqual([]);
    const unmarked = textsIn([
      text.title,
      text.summary,
      text.objectives,
      text.remember,
      text.withoutSmartphone,
    ]);
    expect(unmarked.filter((found) => /\*\*|\[\[|[{}]/.test(found.text))).toEqual([]);
  });

  it("shows only facts of the course, and a value only inside a fact", () => {
    const known = course.file.facts.map((fact) => fact.id);
    for (const block of blocks) {
      if ("fact" in block) {
        expect(known).toContain(block.fact);
        expect(block.text.replaceAll("{value}", "")).not.toMatch(/[{}]/);
      } else {
        expect(JSON.stringify(Object.values(block))).not.toMatch(/\{value\}/);
      }
    }
  });
});
