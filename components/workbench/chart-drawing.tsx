import { fillIn } from "@/components/ui/fill-in";
import type { Box, Chart, Point, WayKind } from "@/server/simulation/workbench/schema";
import { ChartMark } from "./chart-mark";
import type { WorkbenchLabels } from "./labels";
import { type FindText, linesOf } from "./words";

const SIGNS = 26;
const CORNER = 10;
const SORTS: WayKind[] = ["move", "time", "mistake", "critical"];

type Way = Chart["ways"][number];
type State = Chart["states"][number];

/** The map as one picture. The list beside it says the same to keyboards and screen readers. */
export function ChartDrawing({
  chart,
  zoom,
  current,
  find,
  labels,
  name,
  onShow,
}: {
  chart: Chart;
  zoom: number;
  current: string;
  find: FindText;
  labels: WorkbenchLabels["map"];
  name: string;
  onShow: (id: string) => void;
}) {
  const isOut = (way: Way) => way.from === current;
  const order = (way: Way) => (isOut(way) ? 2 : way.isIdeal ? 1 : 0);
  return (
    <svg
      role="img"
      aria-label={name}
      width={chart.width * zoom}
      height={chart.height * zoom}
      viewBox={`0 0 ${chart.width} ${chart.height}`}
      className="bench-map"
    >
      <defs>
        {[...SORTS, "ideal"].map((sort) => (
          <marker
            key={sort}
            id={`bench-arrow-${sort}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth={sort === "ideal" ? 14 : 12}
            markerHeight={sort === "ideal" ? 14 : 12}
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0,0 L10,5 L0,10 z" className="bench-arrow" data-sort={sort} />
          </marker>
        ))}
      </defs>
      {chart.steps.map(({ id, box }) => (
        <rect key={id} {...cornerOf(box)} rx={16} className="bench-step" />
      ))}
      {[...chart.ways]
        .sort((one, other) => order(one) - order(other))
        .map((way) => {
          const sort = way.isIdeal ? "ideal" : way.kind;
          return (
            <g
              key={`${way.from} ${way.to} ${way.kind}`}
              className="bench-way"
              data-sort={sort}
              data-out={isOut(way) || undefined}
            >
              <path d={pathOf(way.line)} markerEnd={`url(#bench-arrow-${sort})`} />
              {way.kind === "move" ? null : <ChartMark sort={way.kind} {...middleOf(way.line)} />}
            </g>
          );
        })}
      {chart.steps.map(({ id, box }, index) => (
        <text
          key={id}
          x={box.x - box.width / 2 + 22}
          y={box.y - box.height / 2 + 40}
          className="bench-step-name"
        >
          {fillIn(labels.step, { n: index + 1, title: find(`steps.${id}.title`) ?? id })}
        </text>
      ))}
      {chart.states.map((state) => (
        <StateBox
          key={state.id}
          state={state}
          isCurrent={state.id === current}
          find={find}
          labels={labels}
          onShow={onShow}
        />
      ))}
    </svg>
  );
}

function StateBox({
  state,
  isCurrent,
  find,
  labels,
  onShow,
}: {
  state: State;
  isCurrent: boolean;
  find: FindText;
  labels: WorkbenchLabels["map"];
  onShow: (id: string) => void;
}) {
  const { id, screen, box, stays } = state;
  const { x, y } = cornerOf(box);
  const lines = linesOf(find(`screens.${screen}.name`) ?? screen, SIGNS, 2);
  const sorts = (["critical", "mistake", "tip"] as const).map((sort) => ({
    sort,
    count: stays.filter(({ kind }) => kind === sort).length,
  }));
  const flag = state.isFirst ? labels.start : state.outcome ? labels.end : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map has a button for each state
    <g
      className="bench-state"
      data-state={id}
      data-ideal={state.isIdeal || undefined}
      data-current={isCurrent || undefined}
      onClick={() => onShow(id)}
    >
      <rect {...cornerOf(box)} rx={14} />
      {state.outcome ? (
        <rect x={x + 6} y={y + 6} width={box.width - 12} height={box.height - 12} rx={9} />
      ) : null}
      {flag ? (
        <text x={x + 6} y={y - 8} className="bench-flag">
          {flag}
        </text>
      ) : null}
      {lines.map((line, index) => (
        <text key={line} x={x + 16} y={y + 32 + index * 25} className="bench-name">
          {line}
        </text>
      ))}
      <text x={x + 16} y={y + box.height - 14} className="bench-id">
        {screen}
      </text>
      {sorts
        .filter(({ count }) => count > 0)
        .map(({ sort, count }, index) => (
          <g key={sort}>
            <ChartMark sort={sort} x={x + box.width - 44 - index * 48} y={y + box.height - 19} />
            <text x={x + box.width - 30 - index * 48} y={y + box.height - 13} className="bench-id">
              {count}
            </text>
          </g>
        ))}
    </g>
  );
}

const cornerOf = ({ x, y, width, height }: Box) => ({ x: x - width / 2, y: y - height / 2, width, height });

/** A line with round corners through the points. */
function pathOf(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M${point.x},${point.y}`;
      if (!after) return `L${point.x},${point.y}`;
      const [one, other] = [towards(point, before), towards(point, after)];
      return `L${one.x},${one.y} Q${point.x},${point.y} ${other.x},${other.y}`;
    })
    .join(" ");
}

function towards(from: Point, to: Point): Point {
  const far = Math.hypot(to.x - from.x, to.y - from.y);
  const share = far === 0 ? 0 : Math.min(CORNER, far / 2) / far;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** Where the mark of a way stands: in the middle of its first long piece, near the state it leaves. */
function middleOf(points: readonly Point[]): Point {
  const pieces = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  const long = pieces.find(({ from, to }) => Math.hypot(to.x - from.x, to.y - from.y) > 40) ?? pieces[0];
  if (!long) return { x: 0, y: 0 };
  return { x: (long.from.x + long.to.x) / 2, y: (long.from.y + long.to.y) / 2 };
}
