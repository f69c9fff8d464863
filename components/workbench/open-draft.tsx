"use client";

import { useCallback, useMemo } from "react";
import type { SimulationLabels } from "@/components/simulation/labels";
import { SelectField } from "@/components/ui/field";
import { fillIn } from "@/components/ui/fill-in";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/db/enums";
import type { DraftBody } from "@/server/catalogue/drafts/schema";
import { firstParams, textOf } from "@/server/simulation/engine/texts";
import { momentAddress } from "@/server/simulation/moments/rules";
import { BenchPlayer } from "./bench-player";
import { ChartLegend } from "./chart-legend";
import { ChartList } from "./chart-list";
import { ChartView } from "./chart-view";
import type { WorkbenchLabels } from "./labels";
import { ProblemList } from "./problem-list";
import { TextTable } from "./text-table";
import { useBench } from "./use-bench";
import type { Draft } from "./use-draft";
import { ViewList } from "./view-list";
import { WaysList } from "./ways-list";

const PARTS = ["map", "play", "findings", "views", "texts"] as const;
const NO_TEXTS = {};

/** A draft that can be read: its map beside the player, then what the paths say, the views and the texts. */
export function OpenDraft({
  draft: { sheet, study, isStudying, isStuck },
  body,
  locale,
  languages,
  labels,
  simulationLabels,
}: {
  draft: Draft;
  body: DraftBody;
  locale: Locale;
  languages: Record<Locale, string>;
  labels: WorkbenchLabels;
  simulationLabels: SimulationLabels;
}) {
  const { scenario } = body;
  const texts = body.texts[locale] ?? NO_TEXTS;
  const bench = useBench(scenario, study, study?.stamp === sheet.stamp);
  const { moment, chart, place } = bench;
  const { variant } = moment.options;
  const params = useMemo(() => firstParams(scenario, variant), [scenario, variant]);
  const find = useCallback(
    (key: string) => (key in texts ? textOf(texts, key, params) : null),
    [texts, params],
  );
  const address = momentAddress(moment);
  const view = study?.views.findIndex((one) => momentAddress(one.moment) === address) ?? -1;
  return (
    <>
      <nav aria-label={labels.parts.label} className="mt-4 flex flex-wrap gap-x-2">
        {PARTS.map((part) => (
          <a key={part} href={`#bench-${part}`} className="inline-flex min-h-12 items-center px-2">
            {labels.parts[part]}
          </a>
        ))}
      </nav>
      <div className="bench-columns mt-4">
        <section aria-labelledby="bench-map" className="min-w-0">
          <Title part="map">{labels.map.title}</Title>
          <SelectField
            id="bench-variant"
            label={labels.map.variant}
            value={variant}
            onChange={({ target }) => bench.showVariant(target.value)}
            className="mb-4 max-w-[24rem]"
          >
            {bench.variants.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </SelectField>
          {chart ? (
            <>
              <ChartView
                chart={chart}
                current={place}
                find={find}
                labels={labels.map}
                onShow={bench.showPlace}
              >
                <p className="mb-2 text-sm">{labels.map.hint}</p>
                <ChartLegend labels={labels.map} />
              </ChartView>
              <ChartList chart={chart} current={place} find={find} labels={labels} onShow={bench.showPlace} />
            </>
          ) : (
            <p>{isStuck ? labels.findings.stopped : labels.map.waiting}</p>
          )}
        </section>
        <section aria-labelledby="bench-play" className="bench-play min-w-0">
          <Title part="play">{labels.play.title}</Title>
          <BenchPlayer
            moment={moment}
            turn={bench.turn}
            isGone={bench.isGone}
            canWait={bench.canWait}
            scenario={scenario}
            texts={texts}
            simulationLabels={simulationLabels}
            labels={labels.play}
            locale={locale}
            onMove={bench.add}
            onStart={bench.begin}
            onDone={bench.finish}
            onWait={bench.pass}
            onAgain={bench.again}
          />
          {chart && moment.phase === "run" ? (
            <div className="mt-6">
              <Heading level={3} className="mb-3">
                {labels.play.from}
              </Heading>
              <WaysList chart={chart} from={place} find={find} labels={labels} onShow={bench.showPlace} />
            </div>
          ) : null}
        </section>
      </div>
      <section aria-labelledby="bench-findings" className="mt-12">
        <Title part="findings">{labels.findings.title}</Title>
        {isStuck ? (
          <Notice tone="warning" title={labels.findings.stopped} />
        ) : !study || (isStudying && study.stamp !== sheet.stamp) ? (
          <p>{labels.findings.waiting}</p>
        ) : study.findings.length ? (
          <Notice tone="warning" title={fillIn(labels.faults.title, { n: study.findings.length })}>
            <ProblemList problems={study.findings} labels={labels.faults} />
          </Notice>
        ) : (
          <Notice tone="success" title={labels.findings.none} />
        )}
      </section>
      <section aria-labelledby="bench-views" className="mt-12">
        <Title part="views">{labels.views.title}</Title>
        <p className="mb-4">{labels.views.lead}</p>
        <ViewList
          views={study?.views ?? []}
          current={view === -1 ? null : view}
          labels={labels.views}
          onShow={(index) => {
            const chosen = study?.views[index];
            if (chosen) bench.show(chosen.moment);
          }}
        />
      </section>
      <section aria-labelledby="bench-texts" className="mt-12">
        <Title part="texts">{labels.texts.title}</Title>
        <TextTable body={body} screen={bench.screen} languages={languages} labels={labels.texts} />
      </section>
    </>
  );
}

function Title({ part, children }: { part: (typeof PARTS)[number]; children: string }) {
  return (
    <Heading level={2} id={`bench-${part}`} focusable className="mb-4">
      {children}
    </Heading>
  );
}
