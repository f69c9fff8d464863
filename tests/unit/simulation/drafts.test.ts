import { afterAll, describe, expect, it } from "vitest";
import { textGroups } from "@/server/catalogue/draft-texts/rules";
import { findDraftFiles, listDrafts, stampOf } from "@/server/catalogue/drafts/reads";
import { chooseDraft, readDraft } from "@/server/catalogue/drafts/rules";
import { locateFaults } from "@/server/catalogue/scenario/rules";
import { found } from "@/server/kernel/errors";
import { studyDraft } from "@/server/simulation/study/rules";
import { copyDraft } from "@/tests/support/draft-content";
import { loadScenario } from "@/tests/support/scenario-files";

const ID = "surprise-bank";
const name = { course: "itsme-eid", id: ID };

describe("finding a simulation by its name", () => {
  const drafts = ["log-in-bank", "log-in-computer-number", "log-in-computer-qr", "refuse-unexpected"].map(
    (id) => ({ course: "itsme-eid", id }),
  );

  it.each([
    ["log-in-bank", "log-in-bank"],
    ["itsme-eid/log-in-bank", "log-in-bank"],
  ])("%s", (wanted, id) => {
    expect(chooseDraft(drafts, wanted).found).toEqual({ course: "itsme-eid", id });
  });

  it.each([
    ["log-in-bnk", ["log-in-bank"]],
    ["log-in-computer", ["log-in-computer-qr", "log-in-computer-number"]],
    ["refuse", ["refuse-unexpected"]],
    ["other-course/log-in-bank", ["log-in-bank"]],
    ["x", []],
    ["something-else-altogether", []],
  ])("%s is none, but near %j", (wanted, near) => {
    const chosen = chooseDraft(drafts, wanted);
    expect(chosen.found).toBeNull();
    expect(new Set("near" in chosen ? chosen.near : [])).toEqual(new Set(near));
  });

  it("lists what is in content/, with its title and where it is used", () => {
    const listed = listDrafts("content", "fr");
    const one = (id: string) => listed.find((draft) => draft.id === id);
    expect(listed.every(({ title, problem }) => title !== "" && problem === null)).toBe(true);
    expect(one("log-in-computer-number")?.place).toEqual({ kind: "lessons", lessons: ["log-in"] });
    expect(one(ID)?.place).toEqual({ kind: "surprise" });
  });
});

describe("a draft", () => {
  const content = copyDraft(ID);
  afterAll(() => content.remove());
  const files = () => found(findDraftFiles(content.folder, name));

  it("is read as it is saved, and its stamp changes with every word", () => {
    const before = stampOf(files());
    expect(readDraft(files()).problems).toEqual([]);
    content.change("fr.yaml", "title:", "title: Autre\n#");
    expect(stampOf(files())).not.toBe(before);
    expect(readDraft(files()).body?.texts.fr?.title).toBe("Autre");
    content.change("fr.yaml", "title: Autre\n#", "title:");
    expect(stampOf(files())).toBe(before);
  });

  it("is shown although a text is missing", () => {
    const line = content.change("nl.yaml", "summary:", "sumary:");
    const { problems, body } = readDraft(files());
    expect(body?.scenario.id).toBe(ID);
    expect(problems).toContainEqual({
      file: `content/courses/itsme-eid/simulations/${ID}/nl.yaml`,
      line,
      message: expect.stringContaining("it was probably meant to be summary"),
    });
    content.change("nl.yaml", "sumary:", "summary:");
  });

  it("keeps the languages that can be read when one cannot", () => {
    const line = content.change("de.yaml", "title:", "\ttitle:");
    const { problems, body } = readDraft(files());
    expect(problems).toMatchObject([{ line, message: expect.stringContaining("tab") }]);
    expect(body?.texts.de).toBeNull();
    expect(body?.texts.fr?.title).toBeTruthy();
    content.change("de.yaml", "\ttitle:", "title:");
  });

  it("is nothing when the scenario cannot be read", () => {
    const line = content.change("scenario.yaml", "minutes:", "minuts:");
    const { problems, body } = readDraft(files());
    expect(body).toBeNull();
    expect(problems.some((one) => one.line === line && /write minutes/.test(one.message))).toBe(true);
    content.change("scenario.yaml", "minuts:", "minutes:");
  });

  it("says what only the paths show, with its line", () => {
    const line = content.change(
      "scenario.yaml",
      "\nscreens:\n",
      "\nscreens:\n  nowhere:\n    device: phone\n    elements: [{ heading: title }]\n",
    );
    const { body } = readDraft(files());
    const { findings, charts, views } = studyDraft(found(body), files());
    // "screens:" stands on the line after the place that was changed; what is new, on the one after.
    expect(findings).toEqual([
      {
        file: `content/courses/itsme-eid/simulations/${ID}/scenario.yaml`,
        line: line + 2,
        message: expect.stringContaining("nobody can come to this screen"),
      },
    ]);
    expect(Object.keys(charts)).toEqual(["standard"]);
    expect(views.length).toBeGreaterThan(5);
  });
});

describe("the line of a path", () => {
  const source = { file: "a.yaml", text: "screens:\n  home:\n    elements:\n      - one\n      - two\n" };
  it.each<[(string | number)[], number]>([
    [["screens"], 1],
    [["screens", "home"], 2],
    [["screens", "home", "elements", 1], 5],
    [["screens", "nowhere"], 1],
    [["steps", 0], 1],
  ])("%j", (path, line) => {
    expect(locateFaults(source, [{ path, message: "look here" }])).toEqual([
      { file: "a.yaml", line, message: `${path.join(".")}: look here` },
    ]);
  });
});

describe("texts side by side", () => {
  const body = loadScenario("itsme-eid", ID);
  const marksOf = (key: string, change: Partial<Record<"fr" | "nl" | "de" | "en", string | null>>) => {
    const texts = Object.fromEntries(
      Object.entries(body.texts).map(([locale, held]) => {
        const next = change[locale as "fr"];
        const { [key]: before, ...rest } = held;
        return [locale, next === null ? rest : { ...rest, [key]: next ?? before ?? "" }];
      }),
    ) as typeof body.texts;
    const row = textGroups({ scenario: body.scenario, texts })
      .flatMap(({ rows }) => rows)
      .find((one) => one.key === key);
    return Object.fromEntries(
      Object.entries(row?.cells ?? {}).map(([locale, { marks }]) => [locale, marks.join()]),
    );
  };
  const fine = { fr: "", nl: "", de: "", en: "" };

  it("hold every text once, in groups that belong together", () => {
    const groups = textGroups(body);
    const keys = groups.flatMap(({ rows }) => rows.map(({ key }) => key));
    expect(new Set(keys)).toEqual(new Set(Object.keys(body.texts.fr)));
    expect(keys).toHaveLength(new Set(keys).size);
    expect(groups.filter(({ kind }) => kind === "screens").map((one) => one.name)).toEqual(
      Object.keys(body.scenario.screens),
    );
  });

  it.each([
    ["nothing", {}, fine],
    ["a text that is missing", { de: null }, { ...fine, de: "missing" }],
    ["one that is much longer than the others", { en: "word ".repeat(70) }, { ...fine, en: "long" }],
    [
      "a sentence left in another language",
      { fr: "the same words in both", en: "the same words in both" },
      { ...fine, fr: "same", en: "same" },
    ],
    ["a name that is the same everywhere", { fr: "Banque Horizon", nl: "Banque Horizon" }, fine],
  ])("mark %s", (_what, change, marks) => {
    expect(marksOf("summary", change)).toEqual(marks);
  });
});
