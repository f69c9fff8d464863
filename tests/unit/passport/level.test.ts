import { describe, expect, it } from "vitest";
import { ASSISTANCE, type Assistance } from "@/db/enums";
import { effectiveAssistance, levelOf, moreHelped } from "@/server/passport/rules";
import type { EvidenceLine } from "@/server/passport/schema";

const RUN = "log-in/log-in-computer-number";
let made = 0;
function line(change: Partial<EvidenceLine>): EvidenceLine {
  made += 1;
  return {
    id: String(made),
    competence: "2.6",
    source: "simulation",
    course: "itsme-eid",
    activityId: RUN,
    assistance: "alone",
    score: 90,
    contentHash: "0".repeat(64),
    note: null,
    occurredAt: "2026-11-20T10:00:00.000Z",
    ...change,
  };
}
const run = (assistance: Assistance, occurredAt: string, change: Partial<EvidenceLine> = {}) =>
  line({ assistance, occurredAt, ...change });
const note = (assistance: Assistance, occurredAt: string, change: Partial<EvidenceLine> = {}) =>
  line({ source: "trainer", assistance, occurredAt, score: null, contentHash: null, ...change });
const quiz = (occurredAt: string) => line({ source: "quiz", activityId: "log-in/check", occurredAt });

const FRIDAY = "2026-11-20T10:00:00.000Z";
const FRIDAY_EVENING = "2026-11-20T20:00:00.000Z";
const SATURDAY = "2026-11-21T10:00:00.000Z";
/** Still Friday in London, already Saturday in Brussels. */
const FRIDAY_MIDNIGHT = "2026-11-20T23:30:00.000Z";

describe("the level that lines of evidence prove", () => {
  it.each<[string, EvidenceLine[], number]>([
    ["nothing proved", [], 0],
    ["only shown", [run("shown", FRIDAY)], 0],
    ["shown on many days", [run("shown", FRIDAY), run("shown", SATURDAY)], 0],
    ["a trainer's word alone", [note("accompanied", FRIDAY)], 0],
    ["with a hint", [run("with-hint", FRIDAY)], 1],
    ["with a hint on many days", [run("with-hint", FRIDAY), run("with-hint", SATURDAY)], 1],
    ["accompanied", [run("accompanied", FRIDAY)], 1],
    ["a check of knowledge passed", [quiz(FRIDAY)], 1],
    ["checks passed on many days", [quiz(FRIDAY), quiz(SATURDAY)], 1],
    ["alone, one day", [run("alone", FRIDAY)], 1],
    ["alone, twice the same day", [run("alone", FRIDAY), run("alone", FRIDAY_EVENING)], 1],
    ["alone, two days", [run("alone", FRIDAY), run("alone", SATURDAY)], 2],
    [
      "alone, before and after midnight in Brussels",
      [run("alone", FRIDAY), run("alone", FRIDAY_MIDNIGHT)],
      2,
    ],
    ["alone and with a hint, two days", [run("alone", FRIDAY), run("with-hint", SATURDAY)], 1],
    [
      "alone two days in two simulations",
      [run("alone", FRIDAY), run("alone", SATURDAY, { activityId: "x/y" })],
      2,
    ],
    ["a run alone and a check, two days", [run("alone", FRIDAY), quiz(SATURDAY)], 1],
    [
      "many more days",
      [run("alone", FRIDAY), run("alone", SATURDAY), run("alone", "2026-11-22T10:00:00.000Z")],
      2,
    ],

    [
      "accompanied on one of two days",
      [run("alone", FRIDAY), run("alone", SATURDAY), note("accompanied", SATURDAY)],
      1,
    ],
    [
      "the note about another day",
      [run("alone", FRIDAY), run("alone", SATURDAY), note("accompanied", "2026-11-19T11:00:00.000Z")],
      2,
    ],
    [
      "the note about another activity",
      [run("alone", FRIDAY), run("alone", SATURDAY), note("accompanied", SATURDAY, { activityId: "x/y" })],
      2,
    ],
    [
      "the note about another course",
      [run("alone", FRIDAY), run("alone", SATURDAY), note("accompanied", SATURDAY, { course: "x" })],
      2,
    ],
    ["shown by the trainer that day", [run("alone", FRIDAY), note("shown", FRIDAY)], 0],
    [
      "shown that day, alone the next",
      [run("alone", FRIDAY), note("shown", FRIDAY), run("alone", SATURDAY)],
      1,
    ],
    ["a note cannot raise", [run("shown", FRIDAY), note("accompanied", FRIDAY)], 0],
  ])("%s", (_name, lines, level) => {
    expect(levelOf(lines)).toBe(level);
    expect(levelOf(lines.toReversed())).toBe(level);
  });

  it("leaves every line as it was", () => {
    const lines = [run("alone", FRIDAY), note("shown", FRIDAY)];
    const copy = structuredClone(lines);
    levelOf(lines);
    expect(lines).toEqual(copy);
  });

  it("never falls by one more measured success", () => {
    const sources = ["quiz", "simulation"] as const;
    const days = [FRIDAY, SATURDAY, FRIDAY_EVENING];
    const all = sources.flatMap((source) =>
      ASSISTANCE.flatMap((assistance) => days.map((day) => run(assistance, day, { source }))),
    );
    for (const one of all) {
      for (const other of all) {
        const less = [one, note("accompanied", FRIDAY)];
        expect(levelOf([...less, other])).toBeGreaterThanOrEqual(levelOf(less));
      }
    }
  });
});

describe("how independent a success was", () => {
  it.each<[Assistance, Assistance, Assistance]>([
    ["alone", "accompanied", "accompanied"],
    ["with-hint", "accompanied", "accompanied"],
    ["alone", "shown", "shown"],
    ["shown", "accompanied", "shown"],
    ["accompanied", "accompanied", "accompanied"],
  ])("measured %s, noted %s: %s", (measured, noted, effective) => {
    const success = run(measured, FRIDAY);
    expect(effectiveAssistance(success, [success, note(noted, FRIDAY_EVENING)])).toBe(effective);
  });

  it("takes the most help of several notes, and no note for what it is", () => {
    const success = run("alone", FRIDAY);
    expect(effectiveAssistance(success, [note("accompanied", FRIDAY), note("shown", FRIDAY)])).toBe("shown");
    expect(effectiveAssistance(success, [success, run("shown", FRIDAY)])).toBe("alone");
  });

  it("moreHelped is the later of the scale, either way round", () => {
    for (const [i, one] of ASSISTANCE.entries()) {
      for (const [j, other] of ASSISTANCE.entries()) {
        expect(moreHelped(one, other)).toBe(ASSISTANCE[Math.max(i, j)]);
      }
    }
  });
});
