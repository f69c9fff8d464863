"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CheckIcon, UndoIcon } from "@/components/ui/icons";
import { StatusPill } from "@/components/ui/status-pill";
import type { SimulationLabels } from "./labels";
import type { RunEnd } from "./simulation-run";

/** What the person did, step by step, what to remember, and where to go from here. */
export function SimulationEnd({
  end,
  textOf,
  remember,
  labels,
  verdict,
  onAgain,
  actions,
}: {
  end: RunEnd;
  textOf: (key: string) => string;
  remember: readonly string[];
  labels: SimulationLabels;
  verdict?: ReactNode;
  /** Absent where there is no second time. */
  onAgain?: () => void;
  actions?: ReactNode;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { outcome, recap, shown } = end;
  return (
    <div className="mt-6 grid grid-cols-1 gap-6">
      <header>
        <h2 ref={title} tabIndex={-1} className="text-3xl">
          {shown ? labels.show.done : labels.end[outcome]}
        </h2>
        <p className="measure mt-2 text-lg">{shown ? labels.end.shownText : labels.end[`${outcome}Text`]}</p>
      </header>
      {verdict}
      <Card as="section" aria-labelledby="simulation-remember">
        <h3 id="simulation-remember" className="text-xl">
          {labels.end.remember}
        </h3>
        <ul className="mt-3 grid grid-cols-1 gap-3">
          {remember.map((id) => (
            <li key={id} className="flex items-start gap-3">
              <CheckIcon className="mt-[0.2em] size-[1.2em] shrink-0 text-success" />
              <span className="measure">{textOf(`remember.${id}`)}</span>
            </li>
          ))}
        </ul>
      </Card>
      {shown ? null : (
        <section aria-labelledby="simulation-recap">
          <h3 id="simulation-recap" className="text-xl">
            {labels.end.did}
          </h3>
          <ol className="mt-3 grid grid-cols-1 gap-3">
            {recap.map((line, index) => (
              <li key={line.stepId} className="rounded-md border border-border-soft bg-raised p-4">
                <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
                  <span className="font-bold">
                    {index + 1}. {textOf(`steps.${line.stepId}.title`)}
                  </span>
                  <StatusPill tone={line.done ? "success" : "waiting"}>
                    {line.done ? labels.end.done : labels.end.notDone}
                  </StatusPill>
                  {line.hints > 0 ? <StatusPill tone="info">{labels.end.withHint}</StatusPill> : null}
                </p>
                {line.mistakes.map((id) => (
                  <p key={id} className="measure mt-2">
                    {textOf(`mistakes.${id}.what`)} <strong>{textOf(`mistakes.${id}.next`)}</strong>
                  </p>
                ))}
              </li>
            ))}
          </ol>
        </section>
      )}
      <div className="no-print flex flex-wrap gap-3">
        {actions}
        {onAgain ? (
          <Button tone={actions ? "secondary" : "primary"} size="large" icon={<UndoIcon />} onClick={onAgain}>
            {shown ? labels.end.tryIt : labels.end.again}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
