"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useCourseState } from "@/components/learning/course-state";
import { loadOutbox } from "@/components/learning/load-outbox";
import { SaveStatus } from "@/components/learning/save-status";
import { newId } from "@/components/providers/new-id";
import { trpc } from "@/components/providers/trpc-client";
import { ButtonLink } from "@/components/ui/button";
import type learning from "@/content/messages/fr/learning.json";
import type { Locale } from "@/db/enums";
import type { Move } from "@/server/simulation/engine/types";
import type { RouterOutputs } from "@/server/trpc/types";
import type { SimulationLabels } from "./labels";
import { type OpenedRun, SimulationPlayer } from "./simulation-player";

type Stored = Parameters<typeof trpc.simulation.recordMoves.mutate>[0]["moves"][number]["move"];
type Run = NonNullable<RouterOutputs["simulation"]["findOpenRun"]>;

export type PracticeProps = {
  course: string;
  lesson: string;
  locale: Locale;
  playable: RouterOutputs["simulation"]["getScenario"];
  labels: SimulationLabels;
  saving: (typeof learning)["saving"];
  /** Where to go after the run. */
  next: { href: string; label: string };
  print: { href: string; label: string };
};

/**
 * A simulation with its memory: a learner's moves go to the server one by one and her open run is taken up where it
 * stands, on any device; a visitor's run lives in this browser only.
 */
export function Practice(props: PracticeProps) {
  const { course, lesson, locale, playable } = props;
  const { status, state } = useCourseState(course);
  const personId = state.learner?.personId ?? null;
  const attemptId = useRef<string | null>(null);
  const [initial, setInitial] = useState<OpenedRun | null | "waiting">("waiting");
  /** Counts how often the run was read again, because another device had gone on with it. */
  const [reading, setReading] = useState(0);
  const place = { course, lesson, simulation: playable.id, locale };
  const placeKey = JSON.stringify(place);

  const adopt = useCallback((run: Run): OpenedRun => {
    attemptId.current = run.attemptId;
    return { options: run.options, moves: run.moves as Move[], version: run.version };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `reading` asks for the run again
  useEffect(() => {
    if (status === "waiting") return;
    if (!personId) {
      setInitial(null);
      return;
    }
    let isHere = true;
    // What still waits here belongs to the run: without it the run would be shown as it stood before.
    loadOutbox()
      .then(({ flushOutbox }) => flushOutbox(personId))
      .then(() =>
        trpc.simulation.findOpenRun.query({ ...JSON.parse(placeKey), knownHash: playable.contentHash }),
      )
      .then((run) => isHere && setInitial(run ? adopt(run) : null))
      .catch(() => isHere && setInitial(null));
    return () => {
      isHere = false;
    };
  }, [status, personId, placeKey, playable.contentHash, adopt, reading]);

  const storeMove = useCallback(
    (move: Move) => {
      if (!personId || !attemptId.current) return;
      const event = { id: newId(), occurredAt: new Date().toISOString(), move: move as Stored };
      const delivery = { attemptId: attemptId.current, moves: [event] };
      const onArrival = (answer: RouterOutputs["simulation"]["recordMoves"]) => {
        if (answer.outcome === "refused") setReading((times) => times + 1);
      };
      void loadOutbox().then(({ send }) => send(personId, "simulation.recordMoves", delivery, onArrival));
    },
    [personId],
  );

  if (initial === "waiting")
    return <p className="needs-js min-h-64 text-ink-soft">{props.labels.starting}</p>;
  return (
    <div className="grid gap-4">
      <SimulationPlayer
        key={reading}
        scenario={playable.scenario}
        texts={playable.texts}
        labels={props.labels}
        initialRun={initial}
        onStart={
          personId
            ? async (choice) =>
                adopt(
                  await trpc.simulation.openRun.mutate({
                    ...place,
                    ...choice,
                    knownHash: playable.contentHash,
                  }),
                )
            : undefined
        }
        onMove={storeMove}
        helper={state.learner?.help ?? null}
        locale={locale}
        endActions={
          <>
            <ButtonLink href={props.next.href}>{props.next.label}</ButtonLink>
            <ButtonLink tone="secondary" size="large" href={props.print.href}>
              {props.print.label}
            </ButtonLink>
          </>
        }
      />
      {personId ? <SaveStatus labels={props.saving} /> : null}
    </div>
  );
}
