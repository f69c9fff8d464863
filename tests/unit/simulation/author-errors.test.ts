import { describe, expect, it } from "vitest";
import {
  checkScenario,
  parsePersonas,
  parseScenario,
  parseScenarioTexts,
} from "@/server/catalogue/scenario/rules";
import { checkFiles, LOG_IN, listScenarios, personasOf, sourceOf } from "@/tests/support/scenario-files";

const good = sourceOf("itsme-eid", "simulations", "log-in-computer-number", "scenario.yaml").text;
const goodFrench = sourceOf("itsme-eid", "simulations", "log-in-computer-number", "fr.yaml").text;
const personas = personasOf("itsme-eid");

/** Changes one place of a good file, and says on which line that place stands. */
function broken(text: string, from: string, to: string) {
  const at = text.indexOf(from);
  if (at === -1) throw new Error(`the file has no "${from}"`);
  return { text: text.replace(from, to), line: text.slice(0, at).split("\n").length };
}

describe.each(listScenarios())("$course/$id", ({ course, id }) => {
  it("is complete in four languages", () => {
    const checked = checkFiles(course, id);
    expect(checked.ok ? [] : checked.problems).toEqual([]);
    expect(checked.ok && checked.scenario.id).toBe(id);
  });
});

describe("a mistake in scenario.yaml is told with its line and what to write instead", () => {
  it.each([
    [
      "a screen that does not exist",
      "does: { show: site-keys }",
      "does: { show: site-kees }",
      0,
      /no screen called "site-kees"; write site-keys/,
    ],
    [
      "a mistake that does not exist",
      "mistake: new-account }",
      "mistake: nothing-like-it }",
      0,
      /no mistake called "nothing-like-it"; write one of: new-account/,
    ],
    [
      "a value that was never declared",
      "into: number",
      "into: numer",
      0,
      /no value called "numer"; write number/,
    ],
    [
      "a word that is not of the format",
      "        tone: primary",
      "        colour: red",
      0,
      /"colour" is not a word of this format/,
    ],
    [
      "an element of an unknown kind",
      "- heading: title",
      "- titel: title",
      0,
      /start with one of: heading, text/,
    ],
    ["a real address", "address: ma-sante-demo.example\n", "address: masante.be\n", 0, /ends in \.example/],
    [
      "a tone that does not exist",
      "        tone: primary",
      "        tone: huge",
      0,
      /write one of: primary, plain, danger/,
    ],
    ["a capital in a name", "- button: log-in", "- button: LogIn", 0, /small letters, digits and hyphens/],
    ["a drawing nobody drew", "drawing: health", "drawing: helath", 0, /write the name of a drawing/],
    ["a missing line", "minutes: 6\n", "", -1, /minutes: this line is missing/],
    ["a persona nobody wrote", "persona: lucie", "persona: lucy", 0, /no persona called "lucy"; write lucie/],
    [
      "a placeholder that stands for nothing",
      '"{persona.code}" }\n            reach',
      '"{persona.cod}" }\n            reach',
      0,
      /\{persona\.cod\} stands for nothing/,
    ],
    [
      "moves that get no answer",
      "          - mistake: wrong-code\n",
      "",
      null,
      /some moves get no answer here/,
    ],
    [
      "two screens of one device",
      "show: [site-expired, phone-home]",
      "show: [site-expired, site-home]",
      0,
      /two screens of one device/,
    ],
    ["no end", "            finish: true\n", "", null, /nothing ends the exercise/],
    [
      "a step that points at nothing",
      "moves: [{ press: app-read.confirm }]",
      "moves: [{ press: app-read.confirme }]",
      0,
      /no element called "app-read.confirme"; write app-read.confirm/,
    ],
    ["a tab in the margin", "minutes: 6", "\tminutes: 6", null, /cannot be read/],
    ["a DigComp number that does not exist", '"2.3"', '"7.3"', 0, /DigComp number/],
  ])("%s", (_what, from, to, offset, message) => {
    const { text, line } = broken(good, from, to);
    const read = parseScenario({ file: "scenario.yaml", text }, personas);
    if (read.ok) throw new Error("nothing was found");
    const found = read.problems.find((problem) => message.test(problem.message));
    expect(read.problems.map((problem) => problem.message).join("\n")).toMatch(message);
    expect(found?.file).toBe("scenario.yaml");
    if (offset !== null && offset >= 0) expect(Math.abs((found?.line ?? 0) - line)).toBeLessThanOrEqual(1);
  });
});

describe("ten slips of somebody who writes for the first time", () => {
  it.each<[string, "scenario" | "texts", string, string, number, RegExp]>([
    [
      "spaces too few",
      "scenario",
      "      - text: welcome",
      "     - text: welcome",
      0,
      /another number of spaces/,
    ],
    [
      "spaces too many",
      "scenario",
      "    device: computer\n",
      "     device: computer\n",
      1,
      /number of spaces|as many spaces/,
    ],
    [
      "a misspelt word",
      "scenario",
      "accepts: phone",
      "acepts: phone",
      0,
      /"acepts" is not a word .*write accepts/,
    ],
    [
      "a misspelt effect",
      "scenario",
      "{ show: site-keys }",
      "{ shows: site-keys }",
      0,
      /write show, or delete/,
    ],
    ["a quotation mark forgotten", "scenario", '"2.3", "2.6"', '"2.3", "2.6', 0, /a missing quotation mark/],
    ["a bracket forgotten", "scenario", "{ show: site-keys }", "{ show: site-keys", 1, /as many spaces/],
    ["a tab", "scenario", "minutes: 6", "\tminutes: 6", 0, /a tab at the start of this line: write spaces/],
    ["a name twice", "scenario", "minutes: 6\n", "minutes: 6\nminutes: 7\n", 1, /stands twice .* keep one/],
    ["no space after the colon", "scenario", "minutes: 6", "minutes:6", 0, /a colon and a space after it/],
    [
      "a colon in a text",
      "texts",
      "log-in: Se connecter",
      "log-in: Oui : non: ici",
      0,
      /two colons.*"quotation marks"/,
    ],
    [
      "an apostrophe as a quote",
      "texts",
      "log-in: Se connecter",
      "log-in: 'J'entre'",
      0,
      /whole text in "quot/,
    ],
    [
      "a quotation mark forgotten in a text",
      "texts",
      "log-in: Se connecter",
      'log-in: "Se connecter',
      0,
      /missing quot/,
    ],
  ])("%s", (_what, kind, from, to, below, message) => {
    const { text, line } = broken(kind === "texts" ? goodFrench : good, from, to);
    const source = { file: "the-file.yaml", text };
    const read =
      kind === "texts" ? parseScenarioTexts(source, LOG_IN.scenario) : parseScenario(source, personas);
    if (read.ok) throw new Error("nothing was found");
    expect(read.problems).toHaveLength(1);
    expect(read.problems[0]).toEqual({
      file: "the-file.yaml",
      line: line + below,
      message: expect.stringMatching(message),
    });
  });
});

describe("a mistake in the texts", () => {
  it.each([
    [
      "a missing text",
      "    log-in: Se connecter\n",
      "",
      /screens\.site-home\.log-in is missing \(a button\)/,
    ],
    [
      "a misspelt key",
      "    log-in: Se connecter\n",
      "    login: Se connecter\n",
      /screens\.site-home\.login is not used.*screens\.site-home\.log-in/,
    ],
    [
      "a text nobody shows",
      "title: Se connecter",
      "subtitle: Rien\ntitle: Se connecter",
      /subtitle is not used by the scenario: delete the line/,
    ],
    ["an empty text", "log-in: Se connecter", 'log-in: ""', /screens\.site-home\.log-in: write a text here/],
    [
      "a placeholder that stands for nothing",
      "{persona.name}",
      "{persona.nom}",
      /\{persona\.nom\} stands for nothing/,
    ],
  ])("%s", (_what, from, to, message) => {
    const { text, line } = broken(goodFrench, from, to);
    const read = parseScenarioTexts({ file: "fr.yaml", text }, LOG_IN.scenario);
    if (read.ok) throw new Error("nothing was found");
    const found = read.problems.find((problem) => message.test(problem.message));
    expect(read.problems.map((problem) => problem.message).join("\n")).toMatch(message);
    expect(found?.line).toBeGreaterThan(0);
    if (to !== "") expect(Math.abs((found?.line ?? 0) - line)).toBeLessThanOrEqual(6);
  });

  it("tells the problems of all languages at once", () => {
    const source = (file: string, text = goodFrench) => ({ file, text });
    const cut = goodFrench.replace("    log-in: Se connecter\n", "");
    const checked = checkScenario({
      scenario: source("scenario.yaml", good),
      texts: {
        fr: source("fr.yaml"),
        nl: source("nl.yaml", cut),
        de: source("de.yaml", cut),
        en: source("en.yaml"),
      },
      personas,
    });
    expect(checked.ok ? [] : checked.problems.map(({ file }) => file)).toEqual(["nl.yaml", "de.yaml"]);
  });
});

describe("personas", () => {
  it.each(["0475 12 34 56", "+32 475 12 34 56", "0470 00 01 00", "470 00 00 01"])(
    "a person of the exercises cannot have the number %s",
    (phone) => {
      const read = parsePersonas({ file: "personas.yaml", text: `eva:\n  name: Eva\n  phone: ${phone}\n` });
      expect(read).toMatchObject({ ok: false, problems: [{ file: "personas.yaml", line: 3 }] });
    },
  );
});
