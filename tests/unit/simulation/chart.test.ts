import { describe, expect, it } from "vitest";
import { chartOf } from "@/server/simulation/chart/rules";
import { placeChart } from "@/server/simulation/chart-layout/rules";
import { compileScenario } from "@/server/simulation/engine/compile";
import { replayRun } from "@/server/simulation/engine/score";
import { placeOf } from "@/server/simulation/places/rules";
import { variantsOf, walkScenario } from "@/server/simulation/walk/rules";
import type { Box } from "@/server/simulation/workbench/schema";
import { listScenarios, loadScenario } from "@/tests/support/scenario-files";

function draw(course: string, id: string) {
  const { scenario } = loadScenario(course, id);
  const compiled = compileScenario(scenario);
  const walked = walkScenario(compiled, variantsOf(scenario)[0] ?? "");
  if (!walked.ok) throw new Error("not walked");
  return { scenario, compiled, chart: placeChart(chartOf(compiled, walked.walk)) };
}

describe("the chart of a scenario", () => {
  const { chart, compiled } = draw("itsme-eid", "surprise-bank");
  it("begins once and ends where the exercise ends", () => {
    expect(chart.states.filter(({ isFirst }) => isFirst)).toHaveLength(1);
    expect(chart.states.filter(({ outcome }) => outcome !== null).length).toBeGreaterThan(0);
  });

  it("leads along the ideal path from the beginning to a good end", () => {
    let here = chart.states.find(({ isFirst }) => isFirst);
    const seen = new Set<string>();
    while (here && here.outcome === null && !seen.has(here.id)) {
      seen.add(here.id);
      const next = chart.ways.find(({ from, isIdeal }) => isIdeal && from === here?.id);
      here = chart.states.find(({ id }) => id === next?.to);
    }
    expect(here?.outcome).toBe("reached");
    expect(chart.ways.filter(({ isIdeal, kind }) => isIdeal && !["move", "time"].includes(kind))).toEqual([]);
  });

  it("tells the unsafe answer from the others, with what is said about it", () => {
    const critical = chart.ways.filter(({ kind }) => kind === "critical");
    expect(critical.length).toBeGreaterThan(0);
    for (const { moves, isIdeal } of critical) {
      expect(isIdeal).toBe(false);
      expect(moves[0]?.said).toMatch(/^mistakes\./);
    }
  });

  it("has moments that show what they promise", () => {
    for (const { id, moment } of chart.states) {
      const replay = replayRun(compiled, moment.options, moment.moves);
      expect(replay.ok && placeOf(replay.state), id).toBe(id);
    }
  });

  it("shows time that passes as a way of its own sort, and answers that lead nowhere in their state", () => {
    const { chart: map } = draw("itsme-eid", "log-in-computer-number");
    const expired = map.ways.filter(({ kind }) => kind === "time");
    expect(expired.some(({ moves }) => moves[0]?.said?.startsWith("timers."))).toBe(true);
    const stays = map.states.flatMap((state) => state.stays);
    expect(new Set(stays.map(({ kind }) => kind))).toContain("mistake");
    expect(map.ways.filter(({ from, to }) => from === to)).toEqual([]);
  });
});

describe.each(listScenarios())("the map of $course/$id", ({ course, id }) => {
  const { scenario, chart } = draw(course, id);
  const edges = ({ x, y, width, height }: Box) => ({
    left: x - width / 2,
    right: x + width / 2,
    top: y - height / 2,
    bottom: y + height / 2,
  });
  const isInside = (inner: Box, outer: Box) => {
    const [one, other] = [edges(inner), edges(outer)];
    return (
      one.left >= other.left && one.right <= other.right && one.top >= other.top && one.bottom <= other.bottom
    );
  };

  it("has every state in the frame of its step, and no two in one place", () => {
    for (const { id: name, step, box } of chart.states) {
      const frame = chart.steps.find((one) => one.id === step);
      expect(frame && isInside(box, frame.box), name).toBe(true);
      const over = chart.states.filter(
        (other) =>
          other.id !== name &&
          Math.abs(other.box.x - box.x) < box.width &&
          Math.abs(other.box.y - box.y) < box.height,
      );
      expect(
        over.map((other) => other.id),
        name,
      ).toEqual([]);
    }
  });

  it("has its steps in the order of the trail", () => {
    const order = scenario.steps
      .map((step) => step.id)
      .filter((step) => chart.steps.some((one) => one.id === step));
    expect(chart.steps.map((step) => step.id)).toEqual(order);
    const tops = chart.steps.map(({ box }) => box.y - box.height / 2);
    expect(tops).toEqual([...tops].sort((one, two) => one - two));
  });

  it("leads every way from its state to its state, inside the drawing", () => {
    for (const { from, to, line } of chart.ways) {
      const [start, end] = [from, to].map((name) => chart.states.find((one) => one.id === name)?.box);
      const [first, last] = [line[0], line.at(-1)];
      if (!start || !end || !first || !last) throw new Error(`${from} → ${to} leads nowhere`);
      expect(isInside({ ...first, width: 0, height: 0 }, start), `${from} → ${to}`).toBe(true);
      expect(isInside({ ...last, width: 0, height: 0 }, end), `${from} → ${to}`).toBe(true);
      for (const { x, y } of line) {
        expect(x >= 0 && y >= 0 && x <= chart.width && y <= chart.height, `${from} → ${to}`).toBe(true);
      }
    }
  });
});
