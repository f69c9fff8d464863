import { describe, expect, it } from "vitest";
import type { RefresherItem } from "@/server/catalogue/refresher-items/schema";
import {
  askable,
  chooseItem,
  gradeOf,
  isInLesson,
  isRefresherActivity,
  isStopped,
  itemsDone,
  refresherActivity,
  refresherStateOf,
} from "@/server/learning/refreshers/rules";
import type { Answered, Opened } from "@/server/learning/refreshers/schema";

const NOW = new Date("2026-11-22T10:00:00Z");
const at = (day: string) => new Date(`${day}T10:00:00Z`);

const question = (id: string, competences = ["2.6"], lesson = "log-in"): RefresherItem => ({
  kind: "question",
  lesson,
  id,
  activityId: `${lesson}/check`,
  competences,
  variants: [],
  contentHash: "q",
});
const simulation = (id: string, variants: string[] = [], competences = ["2.6"]): RefresherItem => ({
  kind: "simulation",
  lesson: "log-in",
  id,
  activityId: `log-in/${id}`,
  competences,
  variants,
  contentHash: "s",
});
const opened = (
  kind: Opened["kind"],
  item: string,
  score: number | null = 100,
  day = "2026-11-20",
): Opened => ({
  day,
  kind,
  item,
  score,
  answeredAt: score === null ? null : at(day),
});
const answered = (questionId: string, correct: boolean, day = "2026-11-10"): Answered => ({
  questionId,
  correct,
  answeredAt: at(day),
});

describe("what is asked", () => {
  const three = [question("one"), question("two"), question("three")];
  const none = { opened: [], answered: [] };

  it.each<[string, RefresherItem[], Parameters<typeof chooseItem>[2], string | null]>([
    ["nothing of another competence", [question("one", ["4.2"])], none, null],
    ["the first of the course when all are new", three, none, "one"],
    [
      "one that was not right the last time",
      three,
      { opened: [], answered: [answered("one", true), answered("two", true), answered("three", false)] },
      "three",
    ],
    [
      "one that was right after all no sooner than the others",
      three,
      {
        opened: [opened("question", "three", 100, "2026-11-12"), opened("simulation", "x")],
        answered: [answered("one", true), answered("two", true, "2026-11-11"), answered("three", false)],
      },
      "one",
    ],
    [
      "one she has not seen",
      three,
      { opened: [], answered: [answered("one", true), answered("three", true)] },
      "two",
    ],
    [
      "the one seen longest ago",
      three,
      {
        opened: [],
        answered: [
          answered("one", true, "2026-11-12"),
          answered("two", true, "2026-11-10"),
          answered("three", true, "2026-11-11"),
        ],
      },
      "two",
    ],
    [
      "not what was asked last, although it was not right",
      three,
      { opened: [opened("question", "one", 0)], answered: [] },
      "two",
    ],
    [
      "not what was asked last, although it was not answered",
      three,
      { opened: [opened("question", "one", null)], answered: [] },
      "two",
    ],
    [
      "what was asked last, when there is nothing else",
      [question("one")],
      { opened: [opened("question", "one")], answered: [] },
      "one",
    ],
    ["a question first, when there are both", [simulation("sim"), question("one")], none, "one"],
    [
      "then a simulation",
      [question("one"), question("two"), simulation("sim")],
      { opened: [opened("question", "one")], answered: [] },
      "sim",
    ],
    [
      "then a question again",
      [question("one"), question("two"), simulation("sim")],
      { opened: [opened("question", "one", 100, "2026-11-18"), opened("simulation", "sim")], answered: [] },
      "two",
    ],
    [
      "the simulation played least often",
      [simulation("sim"), simulation("other"), question("one")],
      {
        opened: [opened("simulation", "sim"), opened("question", "one")],
        answered: [],
      },
      "other",
    ],
  ])("%s", (_name, items, history, expected) => {
    expect(chooseItem("2.6", items, history)?.item.id ?? null).toBe(expected);
  });

  it("a simulation comes in another variant each time, and as it is written where it has none", () => {
    const variants = ["standard", "late", "a-call"];
    const played = (times: number) => [
      ...Array.from({ length: times }, () => opened("simulation", "sim")),
      opened("question", "x"),
    ];
    const variantAfter = (times: number, of: string[]) =>
      chooseItem("2.6", [simulation("sim", of)], { opened: played(times), answered: [] })?.variant;
    expect([0, 1, 2, 3].map((times) => variantAfter(times, variants))).toEqual([
      "late",
      "a-call",
      "standard",
      "late",
    ]);
    expect(variantAfter(2, [])).toBe("main");
    expect(chooseItem("2.6", [question("one")], none)?.variant).toBeNull();
  });

  it("comes from activities that were done, and only competences with something to ask come back", () => {
    const items = [question("one"), simulation("sim"), question("two", ["4.2"], "refuse")];
    const progress = [
      { activityId: "log-in/check", completedAt: NOW },
      { activityId: "log-in/sim", completedAt: null },
      { activityId: "refuse/steps", completedAt: NOW },
    ];
    const mine = itemsDone(items, progress);
    expect(mine.map(({ id }) => id)).toEqual(["one"]);
    expect(askable([{ competence: "2.6" }, { competence: "4.2" }], mine)).toEqual([{ competence: "2.6" }]);
  });
});

describe("whether one is there", () => {
  const due = [{ dueOn: "2026-11-22" }, { dueOn: "2026-12-01" }];
  const facts = { stopped: false, recalls: due, progress: [], today: null };
  const place = (completedAt: Date | null, lastEventAt: Date) => ({ completedAt, lastEventAt });

  it.each<[string, Partial<Parameters<typeof refresherStateOf>[0]>, string, string | null]>([
    ["on its day", {}, "due", "2026-11-22"],
    ["days later", { recalls: [{ dueOn: "2026-11-02" }] }, "due", "2026-11-22"],
    ["not before its day", { recalls: [{ dueOn: "2026-11-23" }] }, "later", "2026-11-23"],
    ["not while nothing was learned", { recalls: [] }, "nothing", null],
    [
      "not when it is stopped, even half-way",
      { stopped: true, today: { answeredAt: null } },
      "stopped",
      null,
    ],
    ["not a second time on one day", { today: { answeredAt: NOW } }, "done", "2026-11-23"],
    [
      "after the one of today on the day of the next",
      { today: { answeredAt: NOW }, recalls: [{ dueOn: "2026-11-25" }] },
      "done",
      "2026-11-25",
    ],
    ["opened today and left: again", { today: { answeredAt: null } }, "due", "2026-11-22"],
    [
      "not in the middle of a lesson",
      { progress: [place(null, new Date("2026-11-22T08:00:00Z"))] },
      "lesson",
      "2026-11-22",
    ],
    [
      "opened before that lesson: again",
      { progress: [place(null, NOW)], today: { answeredAt: null } },
      "due",
      "2026-11-22",
    ],
    [
      "in a lesson begun yesterday it may come",
      { progress: [place(null, at("2026-11-21")), place(NOW, NOW)] },
      "due",
      "2026-11-22",
    ],
  ])("%s", (_name, change, status, nextOn) => {
    expect(refresherStateOf({ ...facts, ...change }, NOW)).toEqual({ status, nextOn });
  });

  it("by the day in Brussels, not in London", () => {
    const late = new Date("2026-11-21T23:30:00Z");
    expect(refresherStateOf(facts, late).status).toBe("due");
    expect(refresherStateOf(facts, new Date("2026-11-21T22:30:00Z")).status).toBe("later");
    expect(isInLesson([place(null, late)], "2026-11-22")).toBe(true);
  });

  it.each<[unknown, boolean]>([
    [null, false],
    [undefined, false],
    [{ stoppedByLearnerAt: null, stoppedByTrainerAt: null }, false],
    [{ stoppedByLearnerAt: NOW, stoppedByTrainerAt: null }, true],
    [{ stoppedByLearnerAt: null, stoppedByTrainerAt: NOW }, true],
  ])("%o is stopped: %s", (row, expected) => {
    expect(isStopped(row as Parameters<typeof isStopped>[0])).toBe(expected);
  });
});

it.each([
  [100, "good"],
  [80, "good"],
  [79, "hard"],
  [50, "hard"],
  [49, "again"],
  [0, "again"],
])("a score of %i is %s", (score, grade) => {
  expect(gradeOf(score)).toBe(grade);
});

it("an activity of a refresher is known by its name", () => {
  expect(isRefresherActivity(refresherActivity("log-in-who-asks"))).toBe(true);
  expect(isRefresherActivity("log-in/check")).toBe(false);
});
