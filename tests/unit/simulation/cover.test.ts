import { describe, expect, it } from "vitest";
import { seenIn, smallestCover } from "@/server/simulation/cover/rules";
import { compileScenario } from "@/server/simulation/engine/compile";
import { momentAddress, momentOf, playTurns } from "@/server/simulation/moments/rules";
import { variantsOf, walkOptions, walkScenario } from "@/server/simulation/walk/rules";
import { LOG_IN } from "@/tests/support/scenario-files";
import { picturesOf } from "@/tests/support/scenario-pictures";

const of = (turns: number, ...shows: string[]) => ({ turns: Array.from({ length: turns }), shows });

describe("a small set that shows everything", () => {
  it.each([
    ["nothing to show", [], []],
    ["one shows all", [of(1, "a"), of(2, "a", "b")], [["a", "b"]]],
    ["of two that show as much, the shorter way", [of(5, "a", "b"), of(2, "a", "b")], [["a", "b"]]],
    [
      "what is left comes after",
      [of(1, "a", "b", "c"), of(1, "c", "d"), of(1, "d", "e")],
      [
        ["a", "b", "c"],
        ["d", "e"],
      ],
    ],
    ["each thing once is enough", [of(1, "a"), of(1, "a"), of(1, "b")], [["a"], ["b"]]],
  ])("%s", (_what, all, expected) => {
    expect(smallestCover(all).map(({ isNew }) => isNew)).toEqual(expected);
  });

  it("takes the shorter way", () => {
    const near = of(1, "a");
    expect(smallestCover([of(4, "a"), near]).map(({ one }) => one)).toEqual([near]);
  });
});

describe("the pictures of a scenario", () => {
  const { scenario } = LOG_IN;
  const compiled = compileScenario(scenario);
  const pictures = picturesOf(scenario);
  const shown = new Set(pictures.flatMap(({ shows }) => shows));

  it("are few, and none is superfluous", () => {
    expect(pictures.length).toBeLessThan(60);
    expect(pictures.every(({ shows }) => shows.length > 0)).toBe(true);
  });

  it("show every situation of every variant, as a person with help comes to it", () => {
    for (const variant of variantsOf(scenario)) {
      const walked = walkScenario(compiled, variant);
      if (!walked.ok) throw new Error("not walked");
      const all = [...walked.walk.ways.values()].flat().flatMap(({ state }) => seenIn(compiled, state));
      expect([...new Set(all)].filter((name) => !shown.has(name))).toEqual([]);
    }
  });

  it.each([
    ...Object.keys(scenario.screens).map((screen) => new RegExp(`^\\w+: ${screen} \\[`)),
    ...Object.keys(scenario.mistakes).map((mistake) => new RegExp(`^mistake ${mistake}$`)),
    ...Object.keys(scenario.notifications).map((message) => new RegExp(`^message ${message}$`)),
    ...scenario.steps.map(({ id }) => new RegExp(`^steps\\.${id}\\.hint$`)),
    ...scenario.steps.map(({ id }) => new RegExp(`^caption ${id}$`)),
    ...Object.keys(scenario.timers).map((timer) => new RegExp(`^clock ${timer} warns$`)),
    ...[
      "start",
      "alone",
      "no clock",
      "secret refused",
      "hint offered",
      "hint points",
      "end reached",
      "end shown",
    ].map((name) => new RegExp(`^${name}$`)),
  ])("show %s", (name) => {
    expect([...shown].filter((one) => name.test(one))).toHaveLength(1);
  });

  it("can be played as their addresses say", () => {
    for (const { address } of pictures) {
      const moment = momentOf(`#${address}`);
      const drafts = moment?.moves.map((move) => (move.type === "time" ? ("wait" as const) : move)) ?? [];
      expect(moment && playTurns(compiled, moment.options, drafts)?.moves).toEqual(moment?.moves);
    }
  });
});

describe("the address of a moment", () => {
  const moment = { phase: "run" as const, options: walkOptions("standard"), moves: [], at: 12 };

  it("comes back as it was", () => {
    expect(momentOf(momentAddress(moment))).toEqual(moment);
    expect(momentOf(`#${momentAddress(moment)}`)).toEqual(moment);
  });

  it.each(["", "#", "#nothing", "#%", "#%7B%7D", "#null", "#[]"])("%j is none", (address) => {
    expect(momentOf(address)).toBeNull();
  });
});
