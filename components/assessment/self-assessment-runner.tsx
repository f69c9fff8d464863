"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState } from "react";
import { loadOutbox } from "@/components/learning/load-outbox";
import { SaveStatus } from "@/components/learning/save-status";
import { newId } from "@/components/providers/new-id";
import { trpc } from "@/components/providers/trpc-client";
import { Button } from "@/components/ui/button";
import { Choice, ChoiceGroup } from "@/components/ui/choice";
import { fillIn } from "@/components/ui/fill-in";
import { Notice } from "@/components/ui/notice";
import { ProgressSteps } from "@/components/ui/progress-steps";
import type confidence from "@/content/messages/fr/confidence.json";
import type learning from "@/content/messages/fr/learning.json";
import type { Locale } from "@/db/enums";
import type { SelfAssessmentPassage } from "@/server/assessment/self-assessment/schema";
import { LateWords } from "./late-words";
import { Smiley } from "./smiley";

type Props = {
  personId: string;
  course: string;
  locale: Locale;
  startLabel: string;
  labels: (typeof confidence)["statement"];
  saving: (typeof learning)["saving"];
};

/** One statement at a time, with four smileys in words. Each is kept as soon as it is said, on whatever device. */
export function SelfAssessmentRunner({ personId, course, locale, startLabel, labels, saving }: Props) {
  const [passage, setPassage] = useState<SelfAssessmentPassage | null>(null);
  const [ratings, setRatings] = useState<SelfAssessmentPassage["ratings"]>({});
  const [position, setPosition] = useState(0);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState(false);
  const [isWhole, setIsWhole] = useState(false);
  const [isReady, setIsReady] = useState(false);
  const sent = useRef<Record<string, number>>({});
  const top = useRef<HTMLDivElement>(null);
  const name = useId();
  const router = useRouter();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the position is what moves the focus
  useEffect(() => {
    if (passage) top.current?.focus();
  }, [passage?.attemptId, position]);

  // Before this page has its script a press would be lost.
  useEffect(() => setIsReady(true), []);

  async function start() {
    setProblem(false);
    try {
      // What still waits here belongs to the passage: without it the server would ask the same again.
      const { flushOutbox } = await loadOutbox();
      await flushOutbox(personId);
      const opened = await trpc.assessment.openSelfAssessment.mutate({ course, locale });
      const first = opened.statements.findIndex(({ id }) => opened.ratings[id] === undefined);
      sent.current = { ...opened.ratings };
      setRatings(opened.ratings);
      setPosition(Math.max(0, first));
      setPassage(opened);
    } catch {
      setProblem(true);
    }
  }

  function keep(attemptId: string, statementId: string, rating: number) {
    if (sent.current[statementId] === rating) return;
    sent.current[statementId] = rating;
    const input = { id: newId(), occurredAt: new Date().toISOString(), attemptId, statementId, rating };
    void loadOutbox().then(({ send }) =>
      send(personId, "assessment.rateStatement", input, (arrived) => {
        if (!arrived.isWhole) return;
        setIsWhole(true);
        router.refresh();
      }),
    );
  }

  const statement = passage?.statements[position];
  if (!passage) {
    return (
      <div className="grid gap-4">
        {problem ? <Notice tone="warning" live="assertive" title={labels.problem} /> : null}
        <div>
          <Button className="needs-js" disabled={!isReady} onClick={() => void start()}>
            {startLabel}
          </Button>
        </div>
      </div>
    );
  }
  if (!statement) {
    return (
      <div ref={top} tabIndex={-1} className="grid gap-4 outline-none">
        {isWhole ? (
          <Notice tone="success" title={labels.thanks} />
        ) : (
          <LateWords>
            <p className="text-lg">{labels.waiting}</p>
          </LateWords>
        )}
        <SaveStatus labels={saving} />
      </div>
    );
  }
  const mine = ratings[statement.id];
  const count = passage.statements.length;
  return (
    <div ref={top} tabIndex={-1} className="grid gap-6 outline-none">
      <ProgressSteps
        current={position + 1}
        total={count}
        label={fillIn(labels.of, { number: position + 1, count })}
      />
      <form
        className="grid gap-6"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (mine === undefined) return setMissing(true);
          keep(passage.attemptId, statement.id, mine);
          setPosition(position + 1);
        }}
      >
        <ChoiceGroup
          id={`${name}-group`}
          legend={statement.text}
          legendSize="text-2xl"
          hint={labels.hint}
          error={missing ? labels.missing : null}
        >
          {passage.scale.map((words, index) => (
            <Choice
              key={words}
              name={`${name}-${statement.id}`}
              label={words}
              picture={<Smiley rating={index + 1} />}
              checked={mine === index + 1}
              onChange={() => {
                setMissing(false);
                setRatings((before) => ({ ...before, [statement.id]: index + 1 }));
              }}
            />
          ))}
        </ChoiceGroup>
        <div className="flex flex-wrap gap-4">
          <Button type="submit">{position === count - 1 ? labels.finish : labels.next}</Button>
          {position > 0 ? (
            <Button
              tone="secondary"
              size="large"
              onClick={() => {
                setMissing(false);
                setPosition(position - 1);
              }}
            >
              {labels.previous}
            </Button>
          ) : null}
        </div>
      </form>
      <SaveStatus labels={saving} />
    </div>
  );
}
