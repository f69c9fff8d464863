import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkNode } from "@/scripts/steps/dependencies.mjs";
import { playwrightTally, sum, vitestTally } from "@/scripts/testing/tally.mjs";

describe("version of Node", () => {
  test.each(["20.19.0", "20.20.2", "22.1.0", "24.21.0"])("%s will do", (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
  test.each(["18.20.0", "20.9.0", "20.18.3"])("%s is too old", (version) => {
    expect(() => checkNode(version)).toThrow(`Node ${version} is too old. Install Node 20.19 or newer`);
  });
});

describe("counting results", () => {
  let folder = "";
  const report = (content: unknown) => {
    const file = join(folder, "report.json");
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    return file;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "digiskipass-tally-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    [{ numPassedTests: 7, numFailedTests: 0 }, 0, { passed: 7, failed: 0 }],
    [{ numPassedTests: 5, numFailedTests: 2 }, 1, { passed: 5, failed: 2 }],
    [{ numPassedTests: 5, numFailedTests: 0 }, 1, { passed: 5, failed: 1 }],
    ["not json", 0, { passed: 0, failed: 1 }],
  ])("unit tests %o, code %i", (content, code, expected) => {
    expect(vitestTally(report(content), code)).toEqual(expected);
  });

  test.each([
    [{ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } }, 0, { passed: 3, failed: 0 }],
    [{ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } }, 1, { passed: 3, failed: 2 }],
    [{ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } }, 1, { passed: 0, failed: 1 }],
  ])("journeys %o, code %i", (content, code, expected) => {
    expect(playwrightTally(report(content), code)).toEqual(expected);
  });

  test("a run without a report failed", () => {
    expect(vitestTally(join(folder, "absent.json"), 0)).toEqual({ passed: 0, failed: 1 });
  });

  test("stages add up", () => {
    expect(
      sum([
        { passed: 2, failed: 0 },
        { passed: 0, failed: 1 },
      ]),
    ).toEqual({ passed: 2, failed: 1 });
    expect(sum([])).toEqual({ passed: 0, failed: 0 });
  });
});
