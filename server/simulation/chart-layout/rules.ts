import { Graph, layout } from "@dagrejs/dagre";
import { lanesOutside, lineInside, type Placed } from "../chart-lines/rules";
import type { Chart, ChartState, ChartWay, Point } from "../workbench/schema";

/** The size of a state, in the units of the drawing: room for two lines of words and one of names. */
export const STATE_SIZE = { width: 270, height: 104 };
const MARGIN = 24;
const STEP_GAP = 36;
/** Room for lines between states, and in the frame of a step for its title. */
const GAP = { x: 120, y: 72 };
const FRAME = { top: 92, side: 44, bottom: 48 };
/** More detours than this below one another make another column. */
const MOST_ROWS = 3;

/**
 * Gives every state, step and way of a chart its place. Each step is a frame, from top to bottom in the order of the
 * trail. The ideal path is the column on the left; dagre layers the detours beside it, from left to right.
 */
export function placeChart({ states, ways }: { states: ChartState[]; ways: ChartWay[] }): Chart {
  const placed = new Map<string, Placed>();
  const steps: Chart["steps"] = [];
  let top = 0;
  for (const id of new Set(states.map((state) => state.step))) {
    const here = states.filter((state) => state.step === id);
    const cells = cellsOf(here, ways);
    for (const state of here) {
      const { column, row } = cells.get(state.id) ?? { column: 0, row: 0 };
      const x = column * (STATE_SIZE.width + GAP.x);
      const y = top + FRAME.top + row * (STATE_SIZE.height + GAP.y) + STATE_SIZE.height / 2;
      placed.set(state.id, { state, box: { ...STATE_SIZE, x, y }, frame: steps.length, column, row });
    }
    const rows = Math.max(...[...cells.values()].map(({ row }) => row)) + 1;
    const height = FRAME.top + rows * (STATE_SIZE.height + GAP.y) - GAP.y + FRAME.bottom;
    steps.push({ id, box: { x: 0, y: top + height / 2, width: 0, height } });
    top += height + STEP_GAP;
  }
  const columns = Math.max(...[...placed.values()].map(({ column }) => column)) + 1;
  const left = -STATE_SIZE.width / 2 - FRAME.side;
  const right = left + columns * (STATE_SIZE.width + GAP.x) - GAP.x + 2 * FRAME.side;
  const outside = lanesOutside(ways, placed, { left, right });
  const lined = ways.map((way) => ({ ...way, line: outside.get(way) ?? lineInside(way, placed) }));
  return atCorner({
    states: [...placed.values()].map(({ state, box }) => ({ ...state, box })),
    ways: lined,
    steps: steps.map(({ id, box }) => ({ id, box: { ...box, x: (left + right) / 2, width: right - left } })),
  });
}

/** Column and row of each state of one step: the ideal ones below one another, the detours layered by dagre. */
function cellsOf(
  states: readonly ChartState[],
  ways: readonly ChartWay[],
): Map<string, { column: number; row: number }> {
  const spine = states.filter(({ isIdeal }) => isIdeal).map(({ id }) => id);
  const detours = states.filter(({ isIdeal }) => !isIdeal).map(({ id }) => id);
  const cells = new Map(spine.map((id, row) => [id, { column: 0, row }]));
  if (!detours.length) return cells;
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR" });
  const hub = "the ideal path";
  graph.setNode(hub, { width: 1, height: 1 });
  for (const id of detours) graph.setNode(id, { width: 1, height: 1 });
  const nodeOf = (id: string) => (spine.includes(id) ? hub : id);
  for (const { from, to } of ways) {
    const [one, other] = [nodeOf(from), nodeOf(to)];
    // Ways back do not make layers: the nearer state stands further to the left.
    if (
      one !== other &&
      other !== hub &&
      graph.hasNode(one) &&
      graph.hasNode(other) &&
      !graph.hasEdge(other, one)
    ) {
      graph.setEdge(one, other, {});
    }
  }
  // What is entered from another step only begins beside the path, too.
  for (const id of detours) if (!graph.inEdges(id)?.length) graph.setEdge(hub, id, {});
  layout(graph);
  const at = (id: string) => graph.node(id) as Point;
  const layers = [...new Set(detours.map((id) => at(id).x))].sort((one, two) => one - two);
  let column = spine.length ? 1 : 0;
  for (const layer of layers) {
    const members = detours.filter((id) => at(id).x === layer).sort((one, two) => at(one).y - at(two).y);
    const rows = Math.max(MOST_ROWS, spine.length);
    members.forEach((id, index) => {
      cells.set(id, { column: column + Math.floor(index / rows), row: index % rows });
    });
    column += Math.ceil(members.length / rows);
  }
  return cells;
}

/** The chart moved so that its corner is at 0, with its size. */
function atCorner({ states, ways, steps }: Omit<Chart, "width" | "height">): Chart {
  const points = [
    ...ways.flatMap(({ line }) => line),
    ...steps.flatMap(({ box }) => [
      { x: box.x - box.width / 2, y: box.y - box.height / 2 },
      { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    ]),
  ];
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const corner = { x: Math.min(...xs) - MARGIN, y: Math.min(...ys) - MARGIN };
  const by = <P extends Point>(point: P): P => ({
    ...point,
    x: Math.round(point.x - corner.x),
    y: Math.round(point.y - corner.y),
  });
  return {
    width: Math.round(Math.max(...xs) - corner.x + MARGIN),
    height: Math.round(Math.max(...ys) - corner.y + MARGIN),
    states: states.map((state) => ({ ...state, box: by(state.box) })),
    ways: ways.map((way) => ({ ...way, line: way.line.map(by) })),
    steps: steps.map((step) => ({ ...step, box: by(step.box) })),
  };
}
