import { describe, expect, it } from "vitest";
import { firstParams, textOf } from "@/server/simulation/engine/texts";
import { listScenarios, loadScenario } from "../../support/scenario-files";

/** What is read before a run begins, and on paper: nothing in it may wait for the run. */
const BEFORE = /^(?:title|summary|story|task|remember\..*|steps\..*\.(?:title|sheet))$/;

describe("texts that are read without a run", () => {
  it.each(listScenarios())("$id has every name and number filled in", ({ course, id }) => {
    const { scenario, texts } = loadScenario(course, id);
    const open = Object.entries(texts).flatMap(([locale, words]) =>
      Object.keys(words)
        .filter((key) => BEFORE.test(key))
        .filter((key) => /\{[a-z]+\./.test(textOf(words, key, firstParams(scenario))))
        .map((key) => `${locale}: ${key}`),
    );
    expect(open).toEqual([]);
  });
});
