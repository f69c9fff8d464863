import { describe, expect, it } from "vitest";
import { findSameNames, namesFault, readNames } from "@/server/organisations/cohorts/rules";

describe("reading a pasted list of names", () => {
  it.each([
    ["Marie Dupont", [{ firstName: "Marie", familyName: "Dupont" }]],
    ["Marie", [{ firstName: "Marie", familyName: null }]],
    ["  Marie   Van den   Berghe ", [{ firstName: "Marie", familyName: "Van den Berghe" }]],
    ["Van den Berghe, Marie", [{ firstName: "Marie", familyName: "Van den Berghe" }]],
    ["Dupont,", [{ firstName: "Dupont", familyName: null }]],
    ["DUPONT Marie", [{ firstName: "Marie", familyName: "DUPONT" }]],
    ["VAN DEN BERGHE Anne Marie", [{ firstName: "Anne Marie", familyName: "VAN DEN BERGHE" }]],
    ["MARIE DUPONT", [{ firstName: "MARIE", familyName: "DUPONT" }]],
    ["Marie-Claire\tDe Smet", [{ firstName: "Marie-Claire", familyName: "De Smet" }]],
    ["Anne Marie;Peeters", [{ firstName: "Anne Marie", familyName: "Peeters" }]],
    ["1. Marie Dupont", [{ firstName: "Marie", familyName: "Dupont" }]],
    ["12) Élise Ünal", [{ firstName: "Élise", familyName: "Ünal" }]],
    [
      "- Marie\n• Jean\n\n \n***\n42",
      [
        { firstName: "Marie", familyName: null },
        { firstName: "Jean", familyName: null },
      ],
    ],
    ["A\r\nB\rC", ["A", "B", "C"].map((firstName) => ({ firstName, familyName: null }))],
    ["", []],
  ])("reads %j", (text, names) => {
    expect(readNames(text)).toEqual(names);
  });

  it.each([
    [[], "required"],
    [Array.from({ length: 61 }, () => ({ firstName: "A", familyName: null })), "too-many"],
    [[{ firstName: "x".repeat(61), familyName: null }], "too-long"],
    [[{ firstName: "Marie", familyName: "x".repeat(81) }], "too-long"],
    [[{ firstName: "Marie", familyName: "Dupont" }], null],
  ])("names the fault of a list (%#)", (names, fault) => {
    expect(namesFault(names)).toBe(fault);
  });
});

describe("finding the same name twice", () => {
  const members = [{ firstName: "Élise", familyName: "Peeters" }];

  it("sees past case, accents, hyphens and the order of columns stays", () => {
    const names = readNames("elise PEETERS\nMarie-Claire Dupont\nMarie Claire Dupont\nJean");
    expect(findSameNames(names, members)).toEqual([
      { index: 0, firstName: "elise", familyName: "PEETERS", seen: "in-cohort" },
      { index: 2, firstName: "Marie", familyName: "Claire Dupont", seen: "in-list" },
    ]);
  });

  it("keeps different people apart", () => {
    expect(findSameNames(readNames("Élise Peters\nÉlise"), members)).toEqual([]);
  });
});
