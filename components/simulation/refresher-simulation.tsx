"use client";

import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { Helper } from "@/components/layout/call-trainer";
import { loadOutbox } from "@/components/learning/load-outbox";
import { newId } from "@/components/providers/new-id";
import { errorData, trpc } from "@/components/providers/trpc-client";
import type { Locale } from "@/db/enums";
import type { Move } from "@/server/simulation/engine/types";
import type { RouterOutputs } from "@/server/trpc/types";
import type { SimulationLabels } from "./labels";
import { SimulationPlayer } from "./simulation-player";

type Stored = Parameters<typeof trpc.simulation.recordMoves.mutate>[0]["moves"][number]["move"];
type Run = Extract<RouterOutputs["simulation"]["openRefresher"], { outcome: "open" }>["run"];

/**
 * The simulation of a refresher, taken up where it stands on any device and played once; its moves are kept one by one.
 */
export function RefresherSimulation({
  refresherId,
  personId,
  locale,
  helper,
  labels,
  opening,
  verdict,
  endActions,
  onProblem,
}: {
  refresherId: string;
  personId: string;
  locale: Locale;
  helper: Helper | null;
  labels: SimulationLabels;
  /** What is said until it is there. */
  opening: string;
  verdict: ReactNode;
  endActions: ReactNode;
  /** It cannot be opened: answered elsewhere, or no network. */
  onProblem: (why: "done" | "problem") => void;
}) {
  const [run, setRun] = useState<Run | null>(null);
  /** Counts how often the run was read again, because another device had gone on with it. */
  const [reading, setReading] = useState(0);
  const attemptId = useRef("");
  const tell = useRef(onProblem);
  useEffect(() => {
    tell.current = onProblem;
  }, [onProblem]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `reading` asks for the run again
  useEffect(() => {
    let isHere = true;
    // What still waits here belongs to the run: without it the run would be shown as it stood before.
    loadOutbox()
      .then(({ flushOutbox }) => flushOutbox(personId))
      .then(() => trpc.simulation.openRefresher.mutate({ refresherId, locale }))
      .then((answer) => {
        if (!isHere) return;
        if (answer.outcome === "answered") return tell.current("done");
        attemptId.current = answer.run.attemptId;
        setRun(answer.run);
      })
      .catch((error) => {
        if (isHere) tell.current(errorData(error).code === "NOT_FOUND" ? "done" : "problem");
      });
    return () => {
      isHere = false;
    };
  }, [refresherId, personId, locale, reading]);

  const storeMove = useCallback(
    (move: Move) => {
      const event = { id: newId(), occurredAt: new Date().toISOString(), move: move as Stored };
      const delivery = { attemptId: attemptId.current, moves: [event] };
      const onArrival = (answer: RouterOutputs["simulation"]["recordMoves"]) => {
        if (answer.outcome !== "refused") return;
        setRun(null);
        setReading((times) => times + 1);
      };
      void loadOutbox().then(({ send }) => send(personId, "simulation.recordMoves", delivery, onArrival));
    },
    [personId],
  );

  if (!run?.version) {
    return (
      <p role="status" className="min-h-64 text-ink-soft">
        {opening}
      </p>
    );
  }
  const { options, moves, version } = run;
  return (
    <SimulationPlayer
      key={reading}
      scenario={version.scenario}
      texts={version.texts}
      labels={labels}
      initialRun={{ options, moves: moves as Move[] }}
      onMove={storeMove}
      helper={helper}
      locale={locale}
      verdict={verdict}
      endActions={endActions}
      isOnce
      tellsSituation
    />
  );
}
