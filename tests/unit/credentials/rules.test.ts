import { createHash, randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Activity } from "@/server/catalogue/schema";
import {
  canonicalJson,
  findMissing,
  inSentence,
  newCode,
  normaliseCode,
  practiceHours,
  provedCompetences,
  saysTheSame,
} from "@/server/credentials/rules";
import { type CertificateSnapshot, certificateSnapshot } from "@/server/credentials/schema";
import type { EvidenceLine } from "@/server/passport/schema";

const activities: Activity[] = [
  { id: "log-in/steps", lesson: "log-in", kind: "steps", stepCount: 6, simulation: null },
  { id: "log-in/practice", lesson: "log-in", kind: "simulation", stepCount: 1, simulation: "practice" },
  { id: "log-in/check", lesson: "log-in", kind: "quiz", stepCount: 5, simulation: null },
];

const DONE = new Date("2026-11-20T10:00:00Z");
const allDone = activities.map(({ id }) => ({ activityId: id, completedAt: DONE as Date | null }));

let lastId = 0;
const line = (change: Partial<EvidenceLine>): EvidenceLine => {
  lastId += 1;
  return {
    id: `line-${lastId}`,
    competence: "2.6",
    source: "simulation",
    course: "itsme-eid",
    activityId: "log-in/practice",
    assistance: "with-hint",
    score: 80,
    contentHash: null,
    note: null,
    occurredAt: "2026-11-20T10:00:00.000Z",
    ...change,
  };
};
const simulated = line({});
const checked = line({ source: "quiz", activityId: "log-in/check", assistance: "alone" });

describe("what is missing for a certificate", () => {
  const without = (id: string) => allDone.filter((place) => place.activityId !== id);
  const begun = (id: string) => [...without(id), { activityId: id, completedAt: null }];

  it.each([
    ["nothing when all is done and proved", allDone, [simulated, checked], []],
    [
      "everything before the first step",
      [],
      [],
      ["log-in/steps not-started", "log-in/practice not-started", "log-in/check not-started"],
    ],
    [
      "the lesson that was opened but not read to its end",
      begun("log-in/steps"),
      [simulated, checked],
      ["log-in/steps not-finished"],
    ],
    [
      "the simulation that was never opened",
      without("log-in/practice"),
      [checked],
      ["log-in/practice not-started"],
    ],
    [
      "the simulation that was left half-way",
      begun("log-in/practice"),
      [checked],
      ["log-in/practice not-finished"],
    ],
    [
      "the check that was answered without passing",
      begun("log-in/check"),
      [simulated],
      ["log-in/check not-finished"],
    ],
    // Attempts to get round the rule
    ["a simulation marked complete that left no proof", allDone, [checked], ["log-in/practice not-finished"]],
    ["a check marked complete that left no proof", allDone, [simulated], ["log-in/check not-finished"]],
    [
      "a proof without completion",
      without("log-in/check"),
      [simulated, checked],
      ["log-in/check not-started"],
    ],
    [
      "a simulation that only the demonstration played",
      allDone,
      [line({ assistance: "shown" }), checked],
      ["log-in/practice only-shown"],
    ],
    [
      "a simulation that the trainer showed",
      allDone,
      [line({ source: "trainer", assistance: "shown" }), checked],
      ["log-in/practice only-shown"],
    ],
    [
      "a trainer's note, which is no proof of its own",
      allDone,
      [line({ source: "trainer", assistance: "accompanied" }), checked],
      ["log-in/practice not-finished"],
    ],
    [
      "a quiz proof filed under the simulation",
      allDone,
      [line({ source: "quiz" }), checked],
      ["log-in/practice not-finished"],
    ],
    [
      "proof of an activity of another lesson",
      allDone,
      [line({ activityId: "sign/practice" }), checked],
      ["log-in/practice not-finished"],
    ],
  ])("%s", (_name, progress, proofs, expected) => {
    const { missing } = findMissing({ activities, progress, proofs });
    expect(missing.map((entry) => `${entry.activity.id} ${entry.reason}`)).toEqual(expected);
  });

  it("lets a proof in person stand beside a demonstration of the same activity", () => {
    const proofs = [line({ assistance: "shown" }), line({ assistance: "alone" }), checked];
    expect(findMissing({ activities, progress: allDone, proofs }).missing).toEqual([]);
  });

  it("asks for a competence at level 1 even where nothing has to be done", () => {
    expect(findMissing({ activities: [], progress: [], proofs: [] })).toEqual({
      missing: [],
      lacksCompetence: true,
    });
    expect(findMissing({ activities: [], progress: [], proofs: [simulated] }).lacksCompetence).toBe(false);
  });
});

describe("the competences on a certificate", () => {
  it("says the level, the most independent way and the day of the last proof, by code", () => {
    const lines = [
      line({ competence: "4.1", assistance: "accompanied", occurredAt: "2026-11-10T10:00:00.000Z" }),
      line({ competence: "2.6", assistance: "alone", occurredAt: "2026-11-12T10:00:00.000Z" }),
      line({ competence: "2.6", assistance: "alone", occurredAt: "2026-11-14T23:30:00.000Z" }),
      line({ competence: "2.6", assistance: "with-hint", occurredAt: "2026-11-11T10:00:00.000Z" }),
    ];
    expect(provedCompetences(lines)).toEqual([
      { code: "2.6", level: 2, assistance: "alone", provedOn: "2026-11-15" },
      { code: "4.1", level: 1, assistance: "accompanied", provedOn: "2026-11-10" },
    ]);
  });

  it("believes the trainer who noted more help on the same day", () => {
    const lines = [
      line({ assistance: "alone" }),
      line({ source: "trainer", assistance: "accompanied", score: null }),
    ];
    expect(provedCompetences(lines)).toEqual([
      { code: "2.6", level: 1, assistance: "accompanied", provedOn: "2026-11-20" },
    ]);
  });

  it.each([
    ["no line", []],
    ["a demonstration", [line({ assistance: "shown" })]],
    ["a success the trainer says she showed", [line({}), line({ source: "trainer", assistance: "shown" })]],
    ["a trainer's note alone", [line({ source: "trainer", assistance: "accompanied" })]],
  ])("leaves out what %s does not prove", (_name, lines) => {
    expect(provedCompetences(lines)).toEqual([]);
  });
});

describe("hours of practice", () => {
  it.each([
    [0, 0],
    [60, 0.5],
    [2699, 0.5],
    [2700, 1],
    [12_600, 3.5],
    [36_000, 10],
  ])("%i seconds are %d hours", (seconds, hours) => {
    expect(practiceHours(seconds)).toBe(hours);
  });
});

describe("the code of a certificate", () => {
  it("has three groups of four signs that cannot be mistaken for one another", () => {
    for (let round = 0; round < 200; round++)
      expect(newCode((below) => randomInt(below))).toMatch(
        /^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}$/,
      );
  });

  it("uses the whole alphabet of 32 signs", () => {
    const asked: number[] = [];
    newCode((below) => {
      asked.push(below);
      return 0;
    });
    expect(asked).toEqual(Array.from({ length: 12 }, () => 32));
  });

  it.each([
    "7H4K-M2XP-9TRB",
    "7h4k-m2xp-9trb",
    " 7H4K M2XP 9TRB ",
    "7H4KM2XP9TRB",
    "7H4K–M2XP—9TRB",
    "7H4K.M2XP_9TRB",
    "http://localhost:3000/verify/7H4K-M2XP-9TRB",
    "https://skills.example.org/fr/verify/7h4km2xp9trb",
  ])("is read from %j", (typed) => {
    expect(normaliseCode(typed)).toBe("7H4K-M2XP-9TRB");
  });

  it("takes O for 0, I and L for 1", () => {
    expect(normaliseCode("OoIi-LlAA-AAAA")).toBe("0011-11AA-AAAA");
  });

  it.each([
    "",
    " ",
    "7H4K-M2XP-9TR",
    "7H4K-M2XP-9TRBB",
    "7H4K-M2XP-9TRU",
    "7H4K-M2XP-9TR!",
    "éH4K-M2XP-9TRB",
    "%00",
    "../../..",
  ])("is not %j", (typed) => {
    expect(normaliseCode(typed)).toBeNull();
  });
});

const snapshot: CertificateSnapshot = {
  v: 1,
  code: "7H4K-M2XP-9TRB",
  locale: "fr",
  holder: "Éloïse Peeters",
  course: { id: "itsme-eid", title: "Mon identité en ligne" },
  organisation: "Maison des Aînés",
  practiceHours: 3.5,
  competences: [
    {
      code: "2.6",
      title: "Gérer son identité",
      level: 2,
      band: "de base",
      assistance: "alone",
      provedOn: "2026-11-14",
    },
  ],
  issuedOn: "2026-11-22",
  project: { grantNumber: "2023-1", statement: "Financé", disclaimer: "Les points de vue", grant: "Projet" },
};

describe("the snapshot", () => {
  it("has one canonical form, whatever the order of its keys", () => {
    const shuffled = Object.fromEntries(Object.entries(snapshot).reverse());
    expect(canonicalJson(shuffled)).toBe(canonicalJson(snapshot));
    expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: "é" })).toBe('{"a":"é","b":[1,{"d":null}]}');
  });

  it("keeps its hash: a changed form would make every stored hash wrong", () => {
    expect(createHash("sha256").update(canonicalJson(snapshot)).digest("hex")).toBe(
      "441c7df62cbad24582d481b2a43e401c2e60aea0876e36476649e3432c77d828",
    );
  });

  it.each([
    ["an unknown field", { ...snapshot, email: "a@b.example" }],
    ["another version", { ...snapshot, v: 2 }],
    ["no competence", { ...snapshot, competences: [] }],
    [
      "something shown as proved",
      { ...snapshot, competences: [{ ...snapshot.competences[0], assistance: "shown" }] },
    ],
    ["level 0", { ...snapshot, competences: [{ ...snapshot.competences[0], level: 0 }] }],
  ])("refuses %s", (_name, value) => {
    expect(certificateSnapshot.safeParse(value).success).toBe(false);
  });

  it.each([
    ["the same", {}, true],
    ["another code", { code: "0000-0000-0000" }, true],
    ["another day of issue", { issuedOn: "2026-12-01" }, true],
    ["more hours of practice", { practiceHours: 12 }, true],
    ["another name", { holder: "Éloïse Peters" }, false],
    ["another organisation", { organisation: "Autre" }, false],
    ["another language", { locale: "nl" as const }, false],
    ["another level", { competences: snapshot.competences.map((entry) => ({ ...entry, level: 1 })) }, false],
    [
      "a later proof",
      { competences: snapshot.competences.map((entry) => ({ ...entry, provedOn: "2026-11-20" })) },
      false,
    ],
  ])("with %s says the same: %o", (_name, change, same) => {
    expect(saysTheSame(snapshot, { ...snapshot, ...change })).toBe(same);
  });
});

it("puts a band into a sentence", () => {
  expect(["De base", "Grundlegend", ""].map(inSentence)).toEqual(["de base", "grundlegend", ""]);
});
