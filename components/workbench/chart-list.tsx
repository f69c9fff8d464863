import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { fillIn } from "@/components/ui/fill-in";
import type { Chart } from "@/server/simulation/workbench/schema";
import type { WorkbenchLabels } from "./labels";
import { WaysList } from "./ways-list";
import type { FindText } from "./words";

/** The map as words: each step with its states, each state with what can be done there. */
export function ChartList({
  chart,
  current,
  find,
  labels,
  onShow,
}: {
  chart: Chart;
  current: string;
  find: FindText;
  labels: WorkbenchLabels;
  onShow: (id: string) => void;
}) {
  const { map } = labels;
  return (
    <Disclosure summary={map.list} className="mt-4">
      <ol className="space-y-6">
        {chart.steps.map(({ id: step }, index) => (
          <li key={step}>
            <h3 className="mb-2 text-lg font-bold">
              {fillIn(map.step, { n: index + 1, title: find(`steps.${step}.title`) ?? step })}
            </h3>
            <ul className="space-y-4">
              {chart.states
                .filter((state) => state.step === step)
                .map((state) => (
                  <li key={state.id}>
                    <p className="flex flex-wrap items-center gap-x-3">
                      <Button
                        tone="secondary"
                        aria-current={state.id === current ? "true" : undefined}
                        onClick={() => onShow(state.id)}
                      >
                        {find(`screens.${state.screen}.name`) ?? state.screen}
                      </Button>
                      <span className="text-sm text-ink-soft">
                        {[
                          state.screen,
                          ...(state.isFirst ? [map.start] : []),
                          ...(state.isIdeal ? [map.ideal] : []),
                          ...(state.outcome ? [map.end] : []),
                        ].join(" · ")}
                      </span>
                    </p>
                    <div className="mt-2 pl-4">
                      <WaysList chart={chart} from={state.id} find={find} labels={labels} onShow={onShow} />
                    </div>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
