import type { Box, ChartState, ChartWay, Point } from "../workbench/schema";

/** A state in its place: in which frame, and in which column and row of it. */
export type Placed = { state: ChartState; box: Box; frame: number; column: number; row: number };
type Places = ReadonlyMap<string, Placed>;

/** Ways of different sorts leave and arrive beside each other. */
const SHIFT = { move: 0, time: 12, mistake: 24, critical: 36 };
const LANE = 14;

const aside = ({ kind, isIdeal }: ChartWay) => (isIdeal ? 0 : 16 + SHIFT[kind]);

/** The corners of a way inside one step. */
export function lineInside(way: ChartWay, places: Places): Point[] {
  const [from, to] = [places.get(way.from), places.get(way.to)];
  if (!from || !to) return [];
  const by = aside(way);
  const [a, b] = [from.box, to.box];
  if (from.column === to.column && Math.abs(from.row - to.row) === 1) {
    const down = to.row > from.row ? 1 : -1;
    return [
      { x: a.x + by * down, y: a.y + (down * a.height) / 2 },
      { x: b.x + by * down, y: b.y - (down * b.height) / 2 },
    ];
  }
  const side = to.column < from.column ? -1 : 1;
  const back = to.column === from.column ? 1 : -1;
  const level = side * (SHIFT[way.kind] - 18);
  const out = { x: a.x + (side * a.width) / 2, y: a.y + level };
  const into = { x: b.x + (side * back * b.width) / 2, y: b.y + level };
  const near = 22 + SHIFT[way.kind];
  if (Math.abs(from.column - to.column) < 2) {
    const x = out.x + side * near;
    return [out, { x, y: out.y }, { x, y: into.y }, into];
  }
  // Further than to the neighbour: between two rows.
  const [first, last] = [out.x + side * near, into.x - side * near];
  const y = b.y - b.height / 2 - 12 - SHIFT[way.kind];
  return [out, { x: first, y: out.y }, { x: first, y }, { x: last, y }, { x: last, y: into.y }, into];
}

type Lane = { side: -1 | 1; from: number; to: number; ways: ChartWay[] };

/**
 * The corners of the ways that leave their step: straight down from the end of one ideal column to the beginning of
 * the next, else along a lane outside the frames, down on the left and back up on the right. Ways of one sort to the
 * same state share their lane.
 */
export function lanesOutside(
  ways: readonly ChartWay[],
  places: Places,
  edge: { left: number; right: number },
): Map<ChartWay, Point[]> {
  const lines = new Map<ChartWay, Point[]>();
  const lanes = new Map<string, Lane>();
  for (const way of ways) {
    const [from, to] = [places.get(way.from), places.get(way.to)];
    if (!from || !to || from.frame === to.frame) continue;
    if (isStraight(from, to, places)) {
      const by = aside(way);
      lines.set(way, [
        { x: from.box.x + by, y: from.box.y + from.box.height / 2 },
        { x: to.box.x + by, y: to.box.y - to.box.height / 2 },
      ]);
      continue;
    }
    const side = to.frame > from.frame ? -1 : 1;
    const key = JSON.stringify([way.to, way.kind, way.isIdeal, side]);
    const lane = lanes.get(key) ?? { side, from: to.box.y, to: to.box.y, ways: [] };
    lanes.set(key, {
      side,
      from: Math.min(lane.from, from.box.y),
      to: Math.max(lane.to, from.box.y),
      ways: [...lane.ways, way],
    });
  }
  for (const [lane, number] of numbered([...lanes.values()])) {
    const x = lane.side < 0 ? edge.left - LANE * (number + 1.5) : edge.right + LANE * (number + 1.5);
    for (const way of lane.ways) lines.set(way, alongLane(way, lane.side, x, places));
  }
  return lines;
}

function isStraight(from: Placed, to: Placed, places: Places): boolean {
  if (to.frame !== from.frame + 1 || from.column !== to.column || to.row !== 0) return false;
  return ![...places.values()].some(
    ({ frame, column, row }) => frame === from.frame && column === from.column && row > from.row,
  );
}

function alongLane(way: ChartWay, side: -1 | 1, x: number, places: Places): Point[] {
  const [from, to] = [places.get(way.from)?.box, places.get(way.to)?.box];
  if (!from || !to) return [];
  const by = side * (aside(way) + 20);
  const gap = 12 + SHIFT[way.kind] / 2;
  const out = { x: from.x + by, y: from.y + from.height / 2 };
  const into = { x: to.x + by, y: to.y - to.height / 2 };
  return [
    out,
    { x: out.x, y: out.y + gap },
    { x, y: out.y + gap },
    { x, y: into.y - gap },
    { x: into.x, y: into.y - gap },
    into,
  ];
}

/** Which lane of its side each runs in: the nearest that is free from its beginning to its end, short ones first. */
function numbered(lanes: Lane[]): Map<Lane, number> {
  const numbers = new Map<Lane, number>();
  for (const lane of lanes.sort((one, two) => one.to - one.from - (two.to - two.from))) {
    const others = [...numbers].filter(([other]) => other.side === lane.side);
    const isFree = (number: number) =>
      others.every(([other, taken]) => taken !== number || other.to < lane.from || lane.to < other.from);
    let number = 0;
    while (!isFree(number)) number += 1;
    numbers.set(lane, number);
  }
  return numbers;
}
