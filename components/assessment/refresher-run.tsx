"use client";

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useCourseState } from "@/components/learning/course-state";
import { loadOutbox } from "@/components/learning/load-outbox";
import { NextRefresher } from "@/components/learning/refresher-end";
import { SaveStatus } from "@/components/learning/save-status";
import { newId } from "@/components/providers/new-id";
import { trpc } from "@/components/providers/trpc-client";
import type { SimulationLabels } from "@/components/simulation/labels";
import { Button, ButtonLink } from "@/components/ui/button";
import { ArrowLeftIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import type learning from "@/content/messages/fr/learning.json";
import type refreshers from "@/content/messages/fr/refreshers.json";
import type { Locale } from "@/db/enums";
import type { RefresherView } from "@/server/assessment/refreshers/schema";
import type { Answer } from "@/server/catalogue/question/schema";
import type { Given } from "./attempt-source";
import type { QuizLabels } from "./labels";
import { QuestionCard } from "./question-card";

const Simulation = lazy(() =>
  import("@/components/simulation/refresher-simulation").then(({ RefresherSimulation }) => ({
    default: RefresherSimulation,
  })),
);

type RefresherRunProps = {
  course: string;
  locale: Locale;
  labels: QuizLabels;
  simulation: SimulationLabels;
  saving: (typeof learning)["saving"];
  words: Pick<typeof refreshers, "page" | "state" | "end">;
};

type Shown = { status: "opening" | "problem" | "over" } | { status: "here"; view: RefresherView };

/** The refresher of today: one question or one simulation, what there is to say about it, and when the next one comes. */
export function RefresherRun({ course, locale, labels, simulation, saving, words }: RefresherRunProps) {
  const { status, state } = useCourseState(course);
  const personId = state.learner?.personId ?? null;
  const [shown, setShown] = useState<Shown>({ status: "opening" });
  const [given, setGiven] = useState<Given | null>(null);
  const [tries, setTries] = useState(0);
  const end = useRef<HTMLHeadingElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks once more
  useEffect(() => {
    if (status === "waiting") return;
    if (!personId) return setShown({ status: "problem" });
    let isHere = true;
    setShown({ status: "opening" });
    // What still waits here may be the answer: without it the same question would be asked again.
    loadOutbox()
      .then(({ flushOutbox }) => flushOutbox(personId))
      .then(() => trpc.assessment.takeRefresher.mutate({ course, locale }))
      .then((view) => {
        if (!isHere) return;
        const earlier = view.kind === "question" ? view.given : null;
        setGiven(
          earlier && view.kind === "question"
            ? { ...earlier, questionId: view.question.id, elsewhere: false }
            : null,
        );
        const isDone = view.kind === "none" || (view.kind === "simulation" && view.answered);
        setShown(isDone ? { status: "over" } : { status: "here", view });
      })
      .catch(() => isHere && setShown({ status: "problem" }));
    return () => {
      isHere = false;
    };
  }, [status, personId, course, locale, tries]);

  const isOver = shown.status === "over";
  useEffect(() => {
    if (isOver) end.current?.focus();
  }, [isOver]);

  function answer(refresherId: string, questionId: string, value: Answer) {
    if (!personId) return;
    setGiven({ questionId, answer: value, verdict: null, elsewhere: false });
    const event = { id: newId(), occurredAt: new Date().toISOString() };
    const input = { ...event, refresherId, answer: value, locale };
    void loadOutbox().then(({ send }) =>
      send(personId, "assessment.answerRefresher", input, (arrived) =>
        setGiven({
          questionId,
          answer: arrived.answer,
          verdict: arrived.verdict,
          elsewhere: arrived.outcome === "already-answered",
        }),
      ),
    );
  }

  const back = (
    <ButtonLink href={`/${locale}/learn`} icon={<ArrowLeftIcon />}>
      {words.page.back}
    </ButtonLink>
  );
  const next = personId ? (
    <NextRefresher course={course} personId={personId} locale={locale} words={words.state} />
  ) : null;

  if (shown.status === "opening") {
    return (
      <p role="status" className="needs-js min-h-64 text-ink-soft">
        {words.page.opening}
      </p>
    );
  }
  if (shown.status === "problem") {
    return (
      <div className="grid gap-5">
        <Notice tone="info" live="polite" title={words.page.problem} />
        <p className="flex flex-wrap gap-3">
          <Button onClick={() => setTries(tries + 1)}>{words.page.retry}</Button>
          {back}
        </p>
      </div>
    );
  }
  if (shown.status !== "here") {
    const said = given
      ? given.verdict
        ? given.verdict.correct
          ? [words.end.good, words.end.goodText]
          : [words.end.notYet, words.end.notYetText]
        : [words.end.kept, words.end.keptText]
      : [words.state.done, ""];
    return (
      <div className="grid gap-4">
        <h2 ref={end} tabIndex={-1} className="text-2xl outline-none">
          {said[0]}
        </h2>
        {said[1] ? <p className="text-lg">{said[1]}</p> : null}
        {next}
        <div>{back}</div>
        <SaveStatus labels={saving} />
      </div>
    );
  }
  const { view } = shown;
  if (view.kind === "simulation" && personId) {
    return (
      <div className="grid gap-4">
        <Suspense fallback={<p className="min-h-64 text-ink-soft">{words.page.opening}</p>}>
          <Simulation
            refresherId={view.refresherId}
            personId={personId}
            locale={locale}
            helper={state.learner?.help ?? null}
            labels={simulation}
            opening={words.page.opening}
            verdict={next}
            endActions={back}
            onProblem={(why) => setShown({ status: why === "done" ? "over" : "problem" })}
          />
        </Suspense>
        <SaveStatus labels={saving} />
      </div>
    );
  }
  if (view.kind !== "question") return null;
  return (
    <div className="grid gap-6">
      <QuestionCard
        question={view.question}
        number={1}
        count={1}
        given={given}
        labels={{
          ...labels,
          question: { ...labels.question, of: words.page.question },
          verdict: { ...labels.verdict, seeResult: words.page.finish },
        }}
        isLast
        onAnswer={(value) => answer(view.refresherId, view.question.id, value)}
        onNext={() => setShown({ status: "over" })}
      />
      <SaveStatus labels={saving} />
    </div>
  );
}
