import { describe, expect, it } from "vitest";
import { ACTORS } from "../support/access-actors";
import { marksOf, procedureTable } from "../support/access-table";
import { PAGES, patternsOf, ROUTES } from "../support/places";
import { filesUnder, textOf } from "../support/repository";

const FILES = filesUnder("app").filter((path) => /\/(?:page|route)\.tsx?$/.test(path));

/** The address of a page without its language: folders in round brackets are groups and stand in no address. */
const addressOf = (path: string) =>
  path
    .replace(/^app(?:\/\[locale\])?/, "")
    .replace(/\/\([^)/]+\)/g, "")
    .replace(/\/page\.tsx$/, "") || "/";

const PROCEDURES = procedureTable({
  lessonHash: "",
  stepId: "",
  quizHash: "",
  questionId: "",
  statementId: "",
  scenarioHash: "",
});

describe("the table of places", () => {
  it("has a row for every page and every route, and no row without one", () => {
    expect(FILES.length).toBeGreaterThan(25);
    const pages = Object.keys(PAGES).map((page) => `/[locale]${page === "/" ? "" : page}`);
    expect(pages.sort()).toEqual(patternsOf("page.tsx"));
    expect(Object.keys(ROUTES).sort()).toEqual(patternsOf("route.ts"));
  });

  it("says for everybody what happens", () => {
    for (const { answers } of [...Object.values(PAGES), ...Object.values(ROUTES)]) {
      expect(Object.keys(answers).sort()).toEqual([...ACTORS].sort());
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
    const place = PAGES[addressOf(path)];
    if (!place) throw new Error(`no row for ${addressOf(path)}`);
    for (const who of ACTORS) {
      const marks = called.map((name) => marksOf(PROCEDURES[name] ?? { marks: "" })[who]);
      const most = marks.includes("401") ? "door" : marks.every((mark) => mark === "ok") ? 200 : 404;
      // A room may be narrower than its procedures (its layout decides), never wider.
      const allowed = most === 200 ? [200, 404] : [most];
      expect([who, allowed]).toEqual([who, expect.arrayContaining([place.answers[who]])]);
    }
  });
});

describe("a room cannot be entered by forgetting the door", () => {
  const inside = FILES.filter((path) => /\/\((?:learner|trainer|partner|admin)\)\//.test(path));

  it.each(inside)("%s reads through enterRoom, or shows nothing of anybody", (path) => {
    const text = textOf(path);
    expect(text.includes("enterRoom(") || /redirect\(/.test(text)).toBe(true);
  });

  it("every route under api goes through a door", () => {
    for (const path of FILES.filter((file) => file.startsWith("app/api/"))) {
      expect([path, /withContext\(|handlers/.test(textOf(path))]).toEqual([path, true]);
    }
  });
});
