"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { fillIn } from "@/components/ui/fill-in";
import type { DraftView } from "@/server/simulation/workbench/schema";
import type { WorkbenchLabels } from "./labels";

type Labels = WorkbenchLabels["views"];

/** The views worth looking at, one after the other: with two buttons, or from their list. */
export function ViewList({
  views,
  current,
  labels,
  onShow,
}: {
  views: readonly DraftView[];
  /** The number of the view that is shown, from 0; null when something else is. */
  current: number | null;
  labels: Labels;
  onShow: (index: number) => void;
}) {
  const last = useRef(-1);
  if (current !== null) last.current = current;
  const go = (by: number) => onShow((last.current + by + views.length) % views.length);
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <Button tone="secondary" onClick={() => go(-1)} disabled={!views.length}>
          {labels.previous}
        </Button>
        <Button tone="secondary" onClick={() => go(1)} disabled={!views.length}>
          {labels.next}
        </Button>
        <p role="status">
          {current === null
            ? fillIn(labels.none, { total: views.length })
            : fillIn(labels.of, { n: current + 1, total: views.length })}
        </p>
      </div>
      <Disclosure summary={labels.list} className="mt-4">
        <ol className="space-y-2">
          {views.map((view, index) => (
            <li key={JSON.stringify(view.moment)}>
              <Button
                tone={index === current ? "secondary" : "quiet"}
                className="w-full justify-start! text-left text-sm [overflow-wrap:anywhere]"
                aria-current={index === current ? "true" : undefined}
                onClick={() => onShow(index)}
              >
                {`${index + 1}. ${viewWords(view, labels)}`}
              </Button>
            </li>
          ))}
        </ol>
      </Disclosure>
    </>
  );
}

/** What is new in a view, by the names of the file. */
function viewWords({ moment, shows }: DraftView, labels: Labels): string {
  if (moment.phase === "start") return labels.start;
  const { variant, mode } = moment.options;
  const news = shows.map((name) => {
    const [, screen] = /^[a-z0-9-]+: ([a-z0-9-]+) \[/.exec(name) ?? [];
    if (screen) return screen;
    const [first = "", ...rest] = name.split(" ");
    const what = rest.join(" ");
    if (/^steps\..*\.hint$/.test(name)) return labels.hint;
    if (
      first === "mistake" ||
      first === "message" ||
      first === "tip" ||
      first === "clock" ||
      first === "caption"
    ) {
      return fillIn(labels[first], { what });
    }
    return null;
  });
  const told = [...new Set(news.filter((one) => one !== null))];
  const end = moment.phase === "end" ? [labels.finish] : [];
  return [
    ...end,
    ...told,
    ...(mode === "guided" ? [] : [mode]),
    ...(variant === "standard" ? [] : [variant]),
  ].join(" · ");
}
