"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { loadOutbox } from "@/components/learning/load-outbox";
import { SaveStatus } from "@/components/learning/save-status";
import { newId } from "@/components/providers/new-id";
import { errorData, trpc } from "@/components/providers/trpc-client";
import { Button, ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import type exam from "@/content/messages/fr/exam.json";
import type learning from "@/content/messages/fr/learning.json";
import type { Locale } from "@/db/enums";
import type { Move } from "@/server/simulation/engine/types";
import type { RouterOutputs } from "@/server/trpc/types";
import type { SimulationLabels } from "./labels";
import { SimulationPlayer } from "./simulation-player";

type Stored = Parameters<typeof trpc.simulation.recordMoves.mutate>[0]["moves"][number]["move"];
type Run = Extract<RouterOutputs["simulation"]["openExamRun"], { outcome: "open" }>["run"];
type Opened = { status: "opening" | "played" | "missing" | "problem" } | { status: "open"; run: Run };

/** One exercise of an exam, alone from its first screen to its last, and back to the exam. */
export function ExamRun({
  personId,
  course,
  locale,
  number,
  labels,
  saving,
  words,
}: {
  personId: string;
  course: string;
  locale: Locale;
  number: number;
  labels: SimulationLabels;
  saving: (typeof learning)["saving"];
  words: (typeof exam)["exercise"];
}) {
  const [opened, setOpened] = useState<Opened>({ status: "opening" });
  const [tries, setTries] = useState(0);
  const attemptId = useRef("");
  const router = useRouter();
  const back = `/${locale}/learn/exam`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks once more
  useEffect(() => {
    let isHere = true;
    setOpened({ status: "opening" });
    loadOutbox()
      .then(({ flushOutbox }) => flushOutbox(personId))
      .then(() => trpc.simulation.openExamRun.mutate({ course, number, locale }))
      .then((answer) => {
        if (!isHere) return;
        if (answer.outcome === "played") return setOpened({ status: "played" });
        attemptId.current = answer.run.attemptId;
        setOpened({ status: "open", run: answer.run });
      })
      .catch((error) => {
        const isGone = ["NOT_FOUND", "INVALID", "FORBIDDEN"].includes(errorData(error).code);
        if (isHere) setOpened({ status: isGone ? "missing" : "problem" });
      });
    return () => {
      isHere = false;
    };
  }, [personId, course, number, locale, tries]);

  const storeMove = useCallback(
    (move: Move) => {
      const event = { id: newId(), occurredAt: new Date().toISOString(), move: move as Stored };
      const delivery = { attemptId: attemptId.current, moves: [event] };
      void loadOutbox().then(({ send }) => send(personId, "simulation.recordMoves", delivery));
    },
    [personId],
  );
  const goBack = useCallback(() => router.push(back), [router, back]);

  async function leave() {
    try {
      const { flushOutbox } = await loadOutbox();
      await flushOutbox(personId);
      await trpc.simulation.leaveExamRun.mutate({ course, number, locale });
      goBack();
    } catch {
      setOpened({ status: "problem" });
    }
  }

  if (opened.status === "open" && opened.run.version) {
    const { options, moves, version } = opened.run;
    return (
      <div className="grid gap-4">
        <SimulationPlayer
          scenario={version.scenario}
          texts={version.texts}
          labels={labels}
          initialRun={{ options, moves: moves as Move[] }}
          onMove={storeMove}
          isOnce
          tellsSituation
          onLeave={goBack}
        />
        <SaveStatus labels={saving} />
        <Disclosure summary={words.stuck}>
          <p className="mb-4">{words.stuckText}</p>
          <Button tone="secondary" size="large" onClick={() => void leave()}>
            {words.leave}
          </Button>
        </Disclosure>
      </div>
    );
  }
  if (opened.status === "opening" || opened.status === "open") {
    return (
      <p role="status" className="needs-js min-h-64 text-ink-soft">
        {words.opening}
      </p>
    );
  }
  return (
    <div className="grid gap-5">
      <Notice tone="info" live="polite" title={words[opened.status]} />
      <p className="flex flex-wrap gap-3">
        {opened.status === "problem" ? (
          <Button onClick={() => setTries(tries + 1)}>{words.retry}</Button>
        ) : null}
        <ButtonLink href={back}>{words.back}</ButtonLink>
      </p>
    </div>
  );
}
