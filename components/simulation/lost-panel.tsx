"use client";

import { useEffect, useRef } from "react";
import { CallTrainer, type Helper } from "@/components/layout/call-trainer";
import { Button } from "@/components/ui/button";
import { fillIn } from "@/components/ui/fill-in";
import { LostIcon } from "@/components/ui/icons";
import type { Mode } from "@/server/simulation/engine/types";
import type { RunView } from "@/server/simulation/engine/view";
import type { SimulationLabels } from "./labels";

/** "Je suis perdu": where one is, what the task is, where to look, and whom to call. Costs nothing, in every mode. */
export function LostPanel({
  view,
  mode,
  helper,
  textOf,
  labels,
  onClose,
}: {
  view: RunView;
  mode: Mode;
  /** The learner's own trainer, when there is one. */
  helper: Helper | null;
  textOf: (key: string) => string;
  labels: SimulationLabels;
  onClose: () => void;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    title.current?.scrollIntoView({ block: "start" });
  }, []);
  const { lost } = labels;
  const { step } = view;
  const place = { n: step.index, total: step.total };
  const device = view.devices.find(({ id }) => id === view.attention);
  const lines = [
    lost.calm,
    fillIn(lost.task, { task: textOf("task") }),
    step.key ? fillIn(lost.step, { ...place, title: textOf(step.key) }) : fillIn(lost.stepAlone, place),
    view.ended
      ? fillIn(lost.over, { see: labels.end.see })
      : mode === "show"
        ? fillIn(lost.watch, { next: labels.show.next })
        : device
          ? fillIn(lost.look, { device: textOf(device.key), screen: textOf(device.screenKey) })
          : "",
    mode === "guided" && !view.ended ? fillIn(lost.hint, { ask: labels.hint.ask }) : "",
  ];
  return (
    <section
      aria-labelledby="simulation-lost"
      data-read-now
      className="mb-5 rounded-md border-2 border-l-8 border-info bg-info-soft p-4 sm:p-5"
    >
      <h3
        ref={title}
        id="simulation-lost"
        tabIndex={-1}
        className="flex scroll-mt-20 items-center gap-3 text-xl text-info"
      >
        <LostIcon className="size-[1.3em]" />
        {lost.title}
      </h3>
      <div className="measure mt-2 grid gap-2">
        {lines.filter(Boolean).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="font-bold">{helper ? fillIn(lost.call, { name: helper.name }) : lost.someone}</p>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        {helper ? (
          <div className="rounded-md border-2 border-accent bg-raised">
            <CallTrainer trainer={helper} label={helper.name} />
          </div>
        ) : null}
        <Button size="large" onClick={onClose}>
          {lost.close}
        </Button>
      </div>
    </section>
  );
}
