import { describe, expect, it } from "vitest";
import { brusselsDay, brusselsNoon, writtenDate } from "@/server/kernel/calendar";

describe("the calendar day in Brussels", () => {
  it.each([
    ["2026-11-22T22:59:59Z", "2026-11-22"],
    ["2026-11-22T23:00:00Z", "2026-11-23"],
    ["2026-07-01T21:59:59Z", "2026-07-01"],
    ["2026-07-01T22:00:00Z", "2026-07-02"],
    // Clocks go forward on 29 March 2026 at 1:00 UTC and back on 25 October 2026 at 1:00 UTC.
    ["2026-03-28T22:59:59Z", "2026-03-28"],
    ["2026-03-28T23:00:00Z", "2026-03-29"],
    ["2026-03-29T21:59:59Z", "2026-03-29"],
    ["2026-03-29T22:00:00Z", "2026-03-30"],
    ["2026-10-24T21:59:59Z", "2026-10-24"],
    ["2026-10-24T22:00:00Z", "2026-10-25"],
    ["2026-10-25T22:59:59Z", "2026-10-25"],
    ["2026-10-25T23:00:00Z", "2026-10-26"],
    ["2026-12-31T23:00:00Z", "2027-01-01"],
    ["2028-02-28T23:30:00Z", "2028-02-29"],
  ])("of %s is %s", (instant, day) => {
    expect(brusselsDay(new Date(instant))).toBe(day);
  });
});

describe("noon in Brussels", () => {
  it.each([
    ["2026-11-22", "2026-11-22T11:00:00.000Z"],
    ["2026-07-01", "2026-07-01T10:00:00.000Z"],
    ["2026-03-28", "2026-03-28T11:00:00.000Z"],
    ["2026-03-29", "2026-03-29T10:00:00.000Z"],
    ["2026-10-24", "2026-10-24T10:00:00.000Z"],
    ["2026-10-25", "2026-10-25T11:00:00.000Z"],
  ])("of %s is %s", (day, instant) => {
    expect(brusselsNoon(day).toISOString()).toBe(instant);
  });

  it("is on its own day, twelve o’clock, for every day of four years", () => {
    const clock = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Brussels",
      hour: "2-digit",
      minute: "2-digit",
    });
    for (let day = Date.UTC(2025, 0, 1); day < Date.UTC(2029, 0, 1); day += 86_400_000) {
      const name = new Date(day).toISOString().slice(0, 10);
      const noon = brusselsNoon(name);
      expect([brusselsDay(noon), clock.format(noon)]).toEqual([name, "12:00"]);
    }
  });
});

describe("a date in words", () => {
  const noon = new Date("2026-11-22T11:00:00Z");
  const first = new Date("2026-09-30T22:30:00Z");

  it.each([
    ["fr", noon, "day", "22 novembre 2026"],
    ["nl", noon, "day", "22 november 2026"],
    ["de", noon, "day", "22. November 2026"],
    ["en", noon, "day", "22 November 2026"],
    // Half past midnight in Brussels, and the first of the month in French.
    ["fr", first, "day", "1er octobre 2026"],
    ["fr", first, "shortDay", "1er\u00a0oct."],
    ["nl", first, "day", "1 oktober 2026"],
    ["fr", new Date("2026-11-11T11:00:00Z"), "day", "11 novembre 2026"],
    ["en", noon, "shortDay", "22\u00a0Nov"],
  ] as const)("%s %s %s: %s", (locale, instant, style, written) => {
    expect(writtenDate(locale, instant, style)).toBe(written);
  });

  it("says the hour of Brussels with a moment", () => {
    expect(writtenDate("fr", first, "moment")).toBe("1er octobre 2026 à 00:30");
    expect(writtenDate("en", noon, "moment")).toBe("22 November 2026 at 12:00");
  });
});
