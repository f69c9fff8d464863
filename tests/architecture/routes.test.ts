import { describe, expect, it } from "vitest";
import { ACTORS, marksOf, PAGES, procedureTable } from "../support/access-table";
import { filesUnder, textOf } from "../support/repository";

const FILES = filesUnder("app").filter((path) => /\/(?:page|route)\.tsx?$/.test(path));

/** The address of a page or route: folders in brackets are groups and stand in no address. */
const addressOf = (path: string) =>
  path
    .split("/")
    .slice(1, -1)
    .filter((folder) => !/^\(.*\)$/.test(folder))
    .map((folder) => `/${folder}`)
    .join("");

const content = { lessonHash: "", stepId: "", quizHash: "", questionId: "", scenarioHash: "" };
const PROCEDURES = procedureTable(content);

describe("the table of pages", () => {
  it("has a row for every page and route, and no row without one", () => {
    expect(FILES.length).toBeGreaterThan(25);
    expect(Object.keys(PAGES).sort()).toEqual(FILES.map(addressOf).sort());
  });

  it("knows every address once", () => {
    expect(new Set(FILES.map(addressOf)).size).toBe(FILES.length);
  });

  it.each(Object.entries(PAGES))("%s: one known mark for each sort of person", (_address, row) => {
    for (const mark of Object.values(marksOf(row))) {
      expect(["200", "401", "403", "404", "door", "moved"]).toContain(mark);
    }
  });
});

/** Rooms whose every page shows one thing of the world of the table: they follow from the procedures they call. */
const ROOMS = FILES.filter((path) => /\/\((?:trainer|partner|admin)\)\//.test(path));

describe("a room is open to whom its procedures answer", () => {
  it("there are rooms to look at", () => {
    expect(ROOMS.length).toBeGreaterThan(8);
  });

  it.each(ROOMS)("%s", (path) => {
    const called = [...textOf(path).matchAll(/\bapi\.(\w+\.\w+)\(/g)].map(([, name = ""]) => name);
    expect(called.length).toBeGreaterThan(0);
    const row = PAGES[addressOf(path)];
    if (!row) throw new Error(`no row for ${addressOf(path)}`);
    const marks = marksOf(row);
    for (const who of ACTORS) {
      const answers = called.map((name) => marksOf(PROCEDURES[name] ?? { marks: "" })[who]);
      const expected = answers.includes("401")
        ? "door"
        : answers.every((mark) => mark === "ok")
          ? "200"
          : "404";
      expect([who, marks[who]]).toEqual([who, expected]);
    }
  });
});

describe("a room cannot be entered by forgetting the door", () => {
  const INSIDE = FILES.filter((path) => /\/\((?:learner|trainer|partner|admin)\)\//.test(path));

  it.each(INSIDE)("%s reads through enterRoom, or shows nothing of anybody", (path) => {
    const text = textOf(path);
    expect(text.includes("enterRoom(") || /redirect\(/.test(text)).toBe(true);
    expect(text).not.toMatch(/await caller\(locale\)\)\.(?!learning\.getCourseState)/);
  });

  it("every route under api goes through a door", () => {
    const routes = FILES.filter((path) => path.startsWith("app/api/"));
    for (const path of routes)
      expect([path, /withContext\(|handlers/.test(textOf(path))]).toEqual([path, true]);
  });
});
