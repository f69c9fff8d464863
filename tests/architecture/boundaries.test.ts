import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { filesUnder, LADDER, ROOT, textOf } from "../support/repository";

type Report = {
  summary: { violations: { rule: { name: string }; from: string; to: string }[]; totalCruised: number };
  modules: { source: string; dependencies: unknown[] }[];
};

let report: Report;
beforeAll(async () => {
  // The very command of `npm run boundaries`, with its findings as JSON.
  const { scripts } = JSON.parse(textOf("package.json")) as { scripts: { boundaries: string } };
  const [program, ...args] = scripts.boundaries.split(" ");
  expect(program).toBe("node");
  const { stdout } = await promisify(execFile)(process.execPath, [...args, "--output-type", "json"], {
    cwd: ROOT,
    maxBuffer: 512 * 1024 * 1024,
  }).catch((failed: { stdout: string }) => failed);
  report = JSON.parse(stdout);
}, 120_000);

describe("who may import whom", () => {
  it("is as written down", () => {
    const found = report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    expect(found).toEqual([]);
  });

  it("was really looked at: every file of ours, components included, with what it imports", () => {
    const seen = new Map(report.modules.map((module) => [module.source, module.dependencies.length]));
    expect(report.summary.totalCruised).toBeGreaterThan(150);
    const ours = ["app", "components", "db", "server"].flatMap((folder) =>
      filesUnder(folder).filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts")),
    );
    expect(ours.filter((path) => !seen.has(path))).toEqual([]);
    const importing = ours.filter((path) => /^import .* from "/m.test(textOf(path)));
    expect(importing.filter((path) => seen.get(path) === 0)).toEqual([]);
  });

  it("knows the same ladder as these tests", () => {
    const config = createRequire(`${ROOT}/`)("./.dependency-cruiser.cjs") as {
      forbidden: { name: string }[];
    };
    const rungs = config.forbidden.flatMap(({ name }) => (name.startsWith("ladder-") ? [name.slice(7)] : []));
    expect(rungs).toEqual(LADDER.slice(0, -1));
  });
});
