import { Button } from "@/components/ui/button";
import { fillIn } from "@/components/ui/fill-in";
import type { Chart, ChartMove, Stay, WayKind } from "@/server/simulation/workbench/schema";
import { ChartMark } from "./chart-mark";
import type { WorkbenchLabels } from "./labels";
import { type FindText, moveWords, saidWords } from "./words";

type Sort = WayKind | Stay["kind"];

/** What can be done in one state, where it leads and what is answered; each place a button that shows it. */
export function WaysList({
  chart,
  from,
  find,
  labels,
  onShow,
}: {
  chart: Chart;
  from: string;
  find: FindText;
  labels: WorkbenchLabels;
  onShow: (id: string) => void;
}) {
  const nameOf = (id: string) => {
    const state = chart.states.find((one) => one.id === id);
    return find(`screens.${state?.screen}.name`) ?? state?.screen ?? id;
  };
  const stays = chart.states.find(({ id }) => id === from)?.stays ?? [];
  const ways = chart.ways.filter((way) => way.from === from);
  return (
    <ul className="space-y-3">
      {ways.map((way) => (
        <li key={`${way.to} ${way.kind}`} className="border-l-4 border-border-soft pl-3">
          <Moves sort={way.kind} isIdeal={way.isIdeal} moves={way.moves} find={find} labels={labels} />
          <Button tone="quiet" className="text-left" onClick={() => onShow(way.to)}>
            {fillIn(labels.map.to, { name: nameOf(way.to) })}
          </Button>
        </li>
      ))}
      {stays.map((stay) => (
        <li key={`${JSON.stringify(stay.turn)} ${stay.said}`} className="border-l-4 border-border-soft pl-3">
          <Moves sort={stay.kind} isIdeal={false} moves={[stay]} find={find} labels={labels} />
          <p className="text-sm text-ink-soft">{labels.map.stays}</p>
        </li>
      ))}
    </ul>
  );
}

function Moves({
  sort,
  isIdeal,
  moves,
  find,
  labels,
}: {
  sort: Sort;
  isIdeal: boolean;
  moves: readonly ChartMove[];
  find: FindText;
  labels: WorkbenchLabels;
}) {
  return (
    <>
      <p className="flex items-center gap-2 text-sm font-bold">
        {sort === "move" ? null : (
          <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" className="shrink-0">
            <ChartMark sort={sort} x={12} y={12} />
          </svg>
        )}
        {isIdeal ? labels.map.ideal : labels.map[sort]}
      </p>
      {moves.map((move) => {
        const said = saidWords(move.said, find);
        return (
          <p key={JSON.stringify(move)}>
            {moveWords(move.turn, find, labels.moves)}
            {said ? <span className="block text-sm text-ink-soft">{said}</span> : null}
          </p>
        );
      })}
    </>
  );
}
