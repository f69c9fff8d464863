import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "@/server/kernel/calendar";
import { firstRecall, LONGEST_DAYS, planAhead, recalled } from "@/server/learning/recall/rules";
import type { Recall, RefresherGrade } from "@/server/learning/refreshers/schema";

const FIRST = "2026-11-22";

/** Days until the next one, after each answer; every answer comes `late` days after it was due. */
function intervals(grades: readonly RefresherGrade[], late = 0): number[] {
  let recall = firstRecall("2.6", FIRST);
  const days = [daysBetween(FIRST, recall.dueOn)];
  for (const grade of grades) {
    const day = addDays(recall.dueOn, late);
    recall = recalled(recall, { day, grade });
    days.push(daysBetween(day, recall.dueOn));
  }
  return days;
}

describe("when something comes back", () => {
  it.each<[string, RefresherGrade[], number[]]>([
    ["always right", ["good", "good", "good", "good", "good"], [1, 3, 10, 30, 90, 90]],
    ["partly right once", ["hard", "good", "good", "good"], [1, 2, 5, 14, 40]],
    ["always partly right", ["hard", "hard", "hard", "hard"], [1, 2, 3, 5, 7]],
    ["not right the first time", ["again", "good", "good", "good"], [1, 1, 1, 3, 7]],
    ["not right after three days", ["good", "good", "again", "good", "good"], [1, 3, 10, 1, 3, 7]],
    ["not right after a month", ["good", "good", "good", "again", "good"], [1, 3, 10, 30, 2, 5]],
    ["never right", ["again", "again", "again", "again"], [1, 1, 1, 1, 1]],
  ])("%s", (_name, grades, expected) => {
    expect(intervals(grades)).toEqual(expected);
  });

  it.each<[number, number[]]>([
    [1, [1, 4, 14, 46]],
    [10, [1, 8, 37, 90]],
  ])("recalled %i days late it is remembered well, and stays away longer", (late, expected) => {
    expect(intervals(["good", "good", "good"], late)).toEqual(expected);
  });

  it("falls on calendar days, over the end of a month, of a year and of summer time", () => {
    expect(firstRecall("2.6", "2026-12-31").dueOn).toBe("2027-01-01");
    expect(firstRecall("2.6", "2027-03-27").dueOn).toBe("2027-03-28");
    expect(firstRecall("2.6", "2027-03-28").dueOn).toBe("2027-03-29");
    expect(recalled(firstRecall("2.6", "2028-02-26"), { day: "2028-02-27", grade: "good" }).dueOn).toBe(
      "2028-03-01",
    );
  });

  it("practised before its day nothing changes, well or not", () => {
    const waiting = recalled(firstRecall("2.6", FIRST), { day: "2026-11-23", grade: "good" });
    for (const grade of ["again", "good"] as const) {
      expect(recalled(waiting, { day: "2026-11-25", grade })).toBe(waiting);
      expect(recalled(waiting, { day: "2026-11-20", grade })).toBe(waiting);
    }
    expect(recalled(waiting, { day: "2026-11-26", grade: "good" })).toMatchObject({
      dueOn: "2026-12-06",
      reviewedOn: "2026-11-26",
      reviews: 3,
    });
  });

  it("knows no chance: the same answers give the same dates, and nothing waits for ever", () => {
    const grades: RefresherGrade[] = ["good", "hard", "again", "good", "hard", "good", "good", "good"];
    expect(intervals(grades, 3)).toEqual(intervals(grades, 3));
    for (const late of [0, 1, 40, 400]) {
      for (const days of intervals([...grades, ...grades], late)) {
        expect(Number.isInteger(days)).toBe(true);
        expect(days).toBeGreaterThanOrEqual(1);
        expect(days).toBeLessThanOrEqual(LONGEST_DAYS);
      }
    }
  });

  it("comes back sooner the worse it was recalled, wherever one stands", () => {
    let recall: Recall = firstRecall("2.6", FIRST);
    for (let round = 0; round < 6; round += 1) {
      const day = recall.dueOn;
      const [again = "", hard = "", good = ""] = (["again", "hard", "good"] as const).map(
        (grade) => recalled(recall, { day, grade }).dueOn,
      );
      expect([again, hard, good].toSorted()).toEqual([again, hard, good]);
      expect(again <= addDays(day, 2) || round > 4).toBe(true);
      recall = recalled(recall, { day, grade: "good" });
    }
  });
});

describe("the plan of the next appointments", () => {
  it("is 1, 3, 10 and 30 days for one competence", () => {
    const plan = planAhead([firstRecall("2.6", FIRST)], FIRST, 4);
    expect(plan.map(({ day }) => day)).toEqual(["2026-11-23", "2026-11-26", "2026-12-06", "2027-01-05"]);
  });

  it("never holds two on one day: who waits longest comes first", () => {
    const recalls = [
      firstRecall("4.2", FIRST),
      firstRecall("2.6", FIRST),
      firstRecall("1.1", addDays(FIRST, -9)),
    ];
    expect(planAhead(recalls, "2026-11-25", 4)).toEqual([
      { day: "2026-11-25", competence: "1.1" },
      { day: "2026-11-26", competence: "2.6" },
      { day: "2026-11-27", competence: "4.2" },
      { day: expect.stringMatching(/^2026-1[12]/), competence: expect.any(String) },
    ]);
    expect(planAhead([], FIRST, 4)).toEqual([]);
  });
});
