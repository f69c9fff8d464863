import { describe, expect, it } from "vitest";
import type { Progress } from "@/server/learning/schema";
import {
  byNeed,
  currentPlace,
  hideSmallNumbers,
  isStuckCall,
  mostHelp,
  needForCallOf,
  nextForCohort,
  proofLines,
  showableMeans,
} from "@/server/reporting/rules";
import type { LearnerLine } from "@/server/reporting/schema";

const NOW = new Date("2026-11-22T10:00:00Z");
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const place = (parts: Partial<Progress>): Progress => ({
  activityId: "log-in/steps",
  lesson: "log-in",
  stepId: "one",
  stepNumber: 1,
  stepCount: 5,
  doneSteps: [],
  triesOnStep: 0,
  stepSince: NOW,
  startedAt: NOW,
  lastEventAt: NOW,
  completedAt: null,
  bestScore: null,
  lastScore: null,
  ...parts,
});

describe("whom to call", () => {
  it.each<[string, Progress[], Date, ReturnType<typeof needForCallOf>]>([
    ["three wrong tries", [place({ triesOnStep: 3 })], NOW, { reason: "tries", tries: 3, days: 0 }],
    ["two wrong tries", [place({ triesOnStep: 2 })], NOW, null],
    ["two days of silence", [place({ lastEventAt: ago(2) })], NOW, { reason: "silence", tries: 0, days: 2 }],
    ["just under two days", [place({ lastEventAt: ago(1.9) })], NOW, null],
    ["silence after something finished", [place({ lastEventAt: ago(9), completedAt: ago(9) })], NOW, null],
    [
      "tries before silence",
      [place({ triesOnStep: 4, lastEventAt: ago(5) })],
      NOW,
      { reason: "tries", tries: 4, days: 5 },
    ],
    [
      "an older activity left open while another one goes on",
      [place({ lastEventAt: ago(6) }), place({ activityId: "log-in/check", lastEventAt: ago(0.1) })],
      NOW,
      null,
    ],
    [
      "an activity left open, but another one finished today",
      [place({ lastEventAt: ago(6) }), place({ activityId: "log-in/check", completedAt: NOW })],
      NOW,
      null,
    ],
    [
      "tries on an older activity than the newest",
      [place({ triesOnStep: 3, lastEventAt: ago(1) }), place({ activityId: "log-in/check" })],
      NOW,
      { reason: "tries", tries: 3, days: 0 },
    ],
    ["never began, joined today", [], NOW, null],
    ["never began, joined two days ago", [], ago(2), { reason: "not-started", tries: 0, days: 2 }],
  ])("%s", (_, places, joinedAt, expected) => {
    expect(needForCallOf(places, joinedAt, NOW)).toEqual(expected);
  });

  it("calls only who stands still in the middle of something stuck", () => {
    expect(isStuckCall({ reason: "not-started", tries: 0, days: 9 })).toBe(false);
    expect(isStuckCall({ reason: "silence", tries: 0, days: 2 })).toBe(true);
    expect(isStuckCall(null)).toBe(false);
  });

  it("talks about the open activity used last, and about the last one when all are done", () => {
    const done = place({ activityId: "log-in/check", completedAt: NOW });
    const open = place({ lastEventAt: ago(1) });
    expect(currentPlace([done, open])).toBe(open);
    expect(currentPlace([done])).toBe(done);
    expect(currentPlace([])).toBeNull();
  });

  it("sorts the most urgent first, then the newest activity, then by name", () => {
    const line = (firstName: string, call: LearnerLine["call"], lastActivityAt: string | null = null) => ({
      firstName,
      familyName: null,
      call,
      lastActivityAt,
    });
    const lines = [
      line("new", null, "2026-11-22T09:00:00.000Z"),
      line("never", { reason: "not-started", tries: 0, days: 9 }),
      line("old", null, "2026-11-20T09:00:00.000Z"),
      line("quiet 3", { reason: "silence", tries: 0, days: 3 }),
      line("zoe", { reason: "tries", tries: 3, days: 0 }),
      line("quiet 8", { reason: "silence", tries: 0, days: 8 }),
      line("ada", { reason: "tries", tries: 3, days: 0 }),
      line("five", { reason: "tries", tries: 5, days: 0 }),
    ];
    expect(lines.sort(byNeed).map((one) => one.firstName)).toEqual([
      "five",
      "ada",
      "zoe",
      "quiet 8",
      "quiet 3",
      "never",
      "new",
      "old",
    ]);
  });

  it.each([
    [{ learners: 0, toCall: 0 }, "add-learners"],
    [{ learners: 4, toCall: 1 }, "call"],
    [{ learners: 4, toCall: 0 }, "look"],
  ])("says what to do next with a group (%#)", (counts, next) => {
    expect(nextForCohort(counts)).toBe(next);
  });
});

describe("proofs", () => {
  it("shows the most help seen", () => {
    expect(mostHelp([])).toBeNull();
    expect(
      mostHelp([{ assistance: "alone" }, { assistance: "accompanied" }, { assistance: "with-hint" }]),
    ).toBe("accompanied");
  });

  it("makes one line of the competences of one attempt, the newest first", () => {
    const words = {
      courseTitle: "",
      activities: [],
      lessonTitles: new Map([["log-in", "Se connecter"]]),
      activityTitles: new Map(),
      stepTitles: new Map(),
    };
    const proof = (id: string, competence: string, occurredAt: string) => ({
      id,
      competence,
      source: "quiz" as const,
      course: "itsme-eid",
      activityId: "log-in/check",
      assistance: "alone" as const,
      score: 80,
      contentHash: null,
      note: null,
      occurredAt,
    });
    const lines = proofLines(words, [
      proof("a", "4.1", "2026-11-20T10:00:00.000Z"),
      proof("b", "2.6", "2026-11-20T10:00:00.000Z"),
      proof("c", "2.6", "2026-11-21T10:00:00.000Z"),
    ]);
    expect(
      lines.map(({ id, competences, lessonTitle, kind }) => ({ id, competences, lessonTitle, kind })),
    ).toEqual([
      { id: "c", competences: ["2.6"], lessonTitle: "Se connecter", kind: "quiz" },
      { id: "a", competences: ["2.6", "4.1"], lessonTitle: "Se connecter", kind: "quiz" },
    ]);
  });
});

describe("small numbers of a project", () => {
  const partners = (...learners: number[]) =>
    learners.map((count, index) => ({
      organisationId: String(index),
      organisationName: "",
      country: "BE",
      role: "partner" as const,
      learners: count,
      activeSeconds: 60,
      certificates: 1,
      confidence: null,
    }));
  const shown = (...learners: number[]) =>
    hideSmallNumbers(partners(...learners)).map((partner) =>
      partner.certificates === null ? null : partner.learners,
    );

  it.each([
    [
      [12, 8, 5],
      [12, 8, 5],
    ],
    [
      [12, 0, 8],
      [12, 0, 8],
    ],
    [
      [12, 4, 3],
      [12, null, null],
    ],
    [
      [12, 4, 8],
      [12, null, null],
    ],
    [[4], [null]],
    [
      [12, 4, 0],
      [null, null, 0],
    ],
    [[], []],
  ])("%j learners: hours and certificates shown for %j", (learners, expected) => {
    expect(shown(...learners)).toEqual(expected);
  });
});

describe("means of a project", () => {
  const rows = (whole: number, ...parts: number[]) =>
    [whole, ...parts].map((learners, index) => ({
      projectId: "",
      organisationId: index === 0 ? null : String(index),
      learners,
      mean: 0.5,
    }));

  it.each([
    ["everything over five", [17, 12, 5], [17, 12, 5]],
    ["nothing of four people, as a part or as the whole", [4, 4], []],
    ["no part from which the only hidden one could be worked out", [16, 12, 4], [16]],
    ["what is left when two are hidden", [19, 12, 4, 3], [19, 12]],
    ["nobody", [0], []],
  ])("show %s", (_, [whole = 0, ...parts], shown) => {
    expect(showableMeans(rows(whole, ...parts)).map(({ learners }) => learners)).toEqual(shown);
  });
});
