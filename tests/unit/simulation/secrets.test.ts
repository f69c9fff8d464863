import { describe, expect, it } from "vitest";
import { compileScenario } from "@/server/simulation/engine/compile";
import { applyMove, startRun } from "@/server/simulation/engine/run";
import { isExercisePhone, looksReal, nationalPart } from "@/server/simulation/engine/secrets";
import { LOG_IN } from "@/tests/support/scenario-files";
import { OPTIONS, playAll, playTo } from "./moves";

describe("looksReal", () => {
  it.each([
    ["85.07.30-033.28", "national-number"],
    ["85073003328", "national-number"],
    ["85 07 30 033 28", "national-number"],
    ["4111 1111 1111 1111", "card-number"],
    ["67034200554565015", "card-number"],
    ["6703 4200 5545 6501 5", "card-number"],
    ["BE68 5390 0754 7034", "bank-account"],
    ["FR76 3000 6000 0112 3456 7890 189", "bank-account"],
    ["0475 12 34 56", "phone-number"],
    ["+32 475 12 34 56", "phone-number"],
    ["0032475123456", "phone-number"],
    ["475/12.34.56", "phone-number"],
    ["+33 6 12 34 56 78", "phone-number"],
    ["02 123 45 67", "phone-number"],
    ["mon numéro 85073003328", "national-number"],
    ["jeanne@gmail.com", "email"],
  ])("%s is a %s", (typed, reason) => {
    expect(looksReal(typed)).toBe(reason);
  });

  it.each([
    "0470 00 00 01",
    "470000001",
    "+32 470 00 00 01",
    "0032 470 00 00 99",
    "61947",
    "A7K2P9",
    "Lucie",
    "",
    "12/03/1950",
    "lucie@demo.example",
  ])("%s is harmless", (typed) => {
    expect(looksReal(typed)).toBeNull();
  });
});

describe("nationalPart", () => {
  it.each([
    "0470 00 00 01",
    "470 00 00 01",
    "+32 470 00 00 01",
    "0032 470000001",
    "+32 (0)470/00.00.01",
    "32470000001",
  ])("%s is one and the same number", (typed) => expect(nationalPart(typed)).toBe("470000001"));
});

describe("isExercisePhone", () => {
  it.each([
    ["0470 00 00 00", true],
    ["0470 00 00 99", true],
    ["0470 00", true],
    ["047", true],
    ["0475", false],
    ["24680", false],
    ["0470 00 01 00", false],
    ["0475 12 3", false],
    ["0470 00 00 011", false],
  ])("%s: %s", (typed, expected) => expect(isExercisePhone(typed)).toBe(expected));
});

describe("what is stored of a typed value", () => {
  const compiled = compileScenario(LOG_IN.scenario);
  const atNumber = playAll(compiled, startRun(compiled, OPTIONS), [
    { type: "press", on: "site-home.log-in" },
    { type: "choose", on: "site-keys.keys", option: "itsme" },
  ]);
  const type = (state: typeof atNumber, on: string, value: string) =>
    applyMove(compiled, state, { type: "type", on, value, seq: state.seq + 1, at: state.at + 1 });

  it.each([
    ["85.07.30-033.28", "national-number"],
    ["4111 1111 1111 1111", "card-number"],
    ["0475 12 34 56", "phone-number"],
    ["mot de passe", "unknown"],
    ["24680", "unknown"],
  ])("%s is taken out of the move", (value, withheld) => {
    const result = type(atNumber, "site-number.number", value);
    if (result.status !== "applied") throw new Error("refused");
    expect(result.move).toMatchObject({ type: "type", value: "", withheld });
    expect(JSON.stringify(result)).not.toContain(value);
  });

  it("answers a real number kindly, keeps the field as it was and counts no mistake", () => {
    const { state } = type(atNumber, "site-number.number", "0475 12 34 56");
    expect(state.feedback).toEqual({ kind: "withheld", reason: "phone-number" });
    expect(state.position.story.values.number).toBe("");
    expect(state.ledger.map(({ kind }) => kind)).toEqual(["withheld"]);
  });

  it("keeps a number of the exercises, right or wrong, so that it can be spoken about", () => {
    for (const value of ["0470 00 00 01", "470 00 00 02", "0470 00"]) {
      const result = type(atNumber, "site-number.number", value);
      expect(result.status === "applied" && result.move).toMatchObject({ value });
    }
  });

  it("never keeps a code it does not know: it may be the person's own", () => {
    const atCode = playTo(compiled, "type-code");
    const result = type(atCode, "app-code.pad", "24680");
    if (result.status !== "applied") throw new Error("refused");
    expect(result.move).toMatchObject({ value: "", withheld: "unknown" });
    expect(result.feedback).toMatchObject({ kind: "mistake", id: "wrong-code" });
    expect(JSON.stringify(result)).not.toContain("24680");
  });

  it("replays a withheld move to the same state, and trusts no value beside the word", () => {
    const atCode = playTo(compiled, "type-code");
    const honest = type(atCode, "app-code.pad", "24680");
    if (honest.status !== "applied") throw new Error("refused");
    const again = applyMove(compiled, atCode, honest.move);
    expect(again.state).toEqual(honest.state);
    const code = atCode.position.story.persona.code ?? "";
    const forged = applyMove(compiled, atCode, { ...honest.move, value: code } as never);
    expect(forged.state).toEqual(honest.state);
  });
});
