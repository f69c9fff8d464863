"use client";

import "@/components/simulation/simulation.css";
import "./workbench.css";
import type { SimulationLabels } from "@/components/simulation/labels";
import { fillIn } from "@/components/ui/fill-in";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/db/enums";
import type { DraftSheet } from "@/server/simulation/workbench/schema";
import type { WorkbenchLabels } from "./labels";
import { OpenDraft } from "./open-draft";
import { ProblemList } from "./problem-list";
import { type DraftPlace, useDraft } from "./use-draft";

/** One scenario with everything its author wants to see of it; it follows its files as they are saved. */
export function Workbench({
  place,
  first,
  locale,
  languages,
  labels,
  simulationLabels,
}: {
  place: DraftPlace;
  first: DraftSheet;
  locale: Locale;
  languages: Record<Locale, string>;
  labels: WorkbenchLabels;
  simulationLabels: SimulationLabels;
}) {
  const draft = useDraft(place, first);
  const { sheet, readAt, isStudying, isAway } = draft;
  const { problems, isCurrent, body } = sheet;
  const title = body?.texts[locale]?.title ?? place.simulation;
  const folder = `content/courses/${place.course}/simulations/${place.simulation}`;
  const time = readAt?.toLocaleTimeString(locale) ?? "…";
  return (
    <>
      <Heading level={1}>{fillIn(labels.title, { title })}</Heading>
      <p className="mt-2 text-sm text-ink-soft">{folder}</p>
      <p role="status" className="mt-1 text-sm text-ink-soft">
        {fillIn(labels.status.read, { time })}{" "}
        {body ? (isStudying ? labels.status.studying : labels.status.done) : null}
      </p>
      {isAway ? <Notice tone="warning" live="assertive" title={labels.status.away} className="mt-5" /> : null}
      {problems.length ? (
        <Notice
          tone="warning"
          live="polite"
          title={fillIn(labels.faults.title, { n: problems.length })}
          className="mt-5"
        >
          <ProblemList problems={problems} labels={labels.faults} />
          {isCurrent ? null : <p>{body ? labels.faults.lastGood : labels.faults.nothing}</p>}
        </Notice>
      ) : null}
      {body ? (
        <OpenDraft
          draft={draft}
          body={body}
          locale={locale}
          languages={languages}
          labels={labels}
          simulationLabels={simulationLabels}
        />
      ) : null}
    </>
  );
}
