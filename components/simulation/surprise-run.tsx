"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useCourseState } from "@/components/learning/course-state";
import { loadOutbox } from "@/components/learning/load-outbox";
import { SaveStatus } from "@/components/learning/save-status";
import { newId } from "@/components/providers/new-id";
import { errorData, trpc } from "@/components/providers/trpc-client";
import { Button, ButtonLink } from "@/components/ui/button";
import { ArrowLeftIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import type learning from "@/content/messages/fr/learning.json";
import type surprises from "@/content/messages/fr/surprises.json";
import type { Locale } from "@/db/enums";
import type { Move } from "@/server/simulation/engine/types";
import type { RouterOutputs } from "@/server/trpc/types";
import type { SimulationLabels } from "./labels";
import { SimulationPlayer } from "./simulation-player";

type Stored = Parameters<typeof trpc.simulation.recordMoves.mutate>[0]["moves"][number]["move"];
type Run = Extract<RouterOutputs["simulation"]["openSurprise"], { outcome: "open" }>["run"];
type Opened = { status: "opening" | "answered" | "missing" | "problem" } | { status: "open"; run: Run };

/** `log-in/3` of the address: the lesson step she came from. Anything else leads to the course. */
const FROM = /^([a-z0-9-]+)\/(\d{1,2})$/;

/** A surprise from its message to its end, played alone, and then back to the lesson exactly where it was. */
export function SurpriseRun({
  course,
  locale,
  labels,
  saving,
  words,
}: {
  course: string;
  locale: Locale;
  labels: SimulationLabels;
  saving: (typeof learning)["saving"];
  words: (typeof surprises)["page"];
}) {
  const { status, state } = useCourseState(course);
  const personId = state.learner?.personId ?? null;
  const [opened, setOpened] = useState<Opened>({ status: "opening" });
  const [tries, setTries] = useState(0);
  const [back, setBack] = useState(`/${locale}/courses/${course}`);
  const attemptId = useRef("");

  useEffect(() => {
    const [, lesson, step] = FROM.exec(new URLSearchParams(location.search).get("from") ?? "") ?? [];
    if (lesson && step) setBack(`/${locale}/courses/${course}/${lesson}/steps/${step}`);
  }, [course, locale]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks once more
  useEffect(() => {
    if (status === "waiting") return;
    const surpriseId = new URLSearchParams(location.search).get("message");
    if (!personId || !surpriseId) {
      setOpened({ status: "missing" });
      return;
    }
    let isHere = true;
    setOpened({ status: "opening" });
    loadOutbox()
      .then(({ flushOutbox }) => flushOutbox(personId))
      .then(() => trpc.simulation.openSurprise.mutate({ surpriseId, locale }))
      .then((answer) => {
        if (!isHere) return;
        if (answer.outcome === "answered") return setOpened({ status: "answered" });
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
  }, [status, personId, locale, tries]);

  const storeMove = useCallback(
    (move: Move) => {
      if (!personId) return;
      const event = { id: newId(), occurredAt: new Date().toISOString(), move: move as Stored };
      const delivery = { attemptId: attemptId.current, moves: [event] };
      void loadOutbox().then(({ send }) => send(personId, "simulation.recordMoves", delivery));
    },
    [personId],
  );

  /** The browser's own way back knows how far she had scrolled. */
  const goBack = (event: { preventDefault(): void }) => {
    if (document.referrer !== new URL(back, location.href).href) return;
    event.preventDefault();
    history.back();
  };
  const leave = (
    <ButtonLink href={back} icon={<ArrowLeftIcon />} onClick={goBack}>
      {words.back}
    </ButtonLink>
  );

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
          endActions={leave}
        />
        {personId ? <SaveStatus labels={saving} /> : null}
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
        {leave}
      </p>
    </div>
  );
}
