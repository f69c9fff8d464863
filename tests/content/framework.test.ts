import { describe, expect, it } from "vitest";
import { z } from "zod";
import { LOCALES } from "@/db/enums";
import { readContent, readFramework } from "./course-files";

const framework = readFramework();
const competences = framework.areas.flatMap((area) => area.competences);

describe("DigComp 3.0", () => {
  it("has its five areas and 21 competences, each in its area", () => {
    expect(framework.areas.map(({ id, competences: inside }) => [id, inside.length])).toEqual([
      ["1", 3],
      ["2", 6],
      ["3", 4],
      ["4", 4],
      ["5", 4],
    ]);
    for (const area of framework.areas) {
      expect(area.competences.map(({ id }) => id)).toEqual(
        area.competences.map((_, index) => `${area.id}.${index + 1}`),
      );
    }
  });

  it("gives each competence its own ESCO skill; only 2.5 has none", () => {
    expect(competences.filter(({ esco }) => esco === null).map(({ id }) => id)).toEqual(["2.5"]);
    const skills = competences.flatMap(({ esco }) => esco ?? []);
    expect(new Set(skills).size).toBe(20);
    for (const skill of skills)
      expect(skill).toMatch(/^http:\/\/data\.europa\.eu\/esco\/skill\/[0-9a-f-]{36}$/);
  });

  it("has the eight levels in order", () => {
    expect(framework.levels.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it.each(LOCALES)("says each competence differently in %s", (locale) => {
    for (const words of [
      competences.map(({ title }) => title[locale]),
      competences.map(({ plain }) => plain[locale]),
    ]) {
      expect(new Set(words).size).toBe(21);
    }
  });

  it("says which titles are working translations", () => {
    const flags = z.object({
      translations: z.record(z.enum(LOCALES), z.object({ workingTranslation: z.boolean() })),
    });
    const { translations } = flags.parse(readContent("frameworks/digcomp-3.0.yaml"));
    expect(LOCALES.filter((locale) => translations[locale].workingTranslation)).toEqual(["fr", "de"]);
  });
});
