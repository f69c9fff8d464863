"use client";

import { useEffect, useRef } from "react";
import { newId } from "@/components/providers/new-id";
import { Notice } from "@/components/ui/notice";
import type learning from "@/content/messages/fr/learning.json";
import { useCourseState } from "./course-state";
import { loadOutbox } from "./load-outbox";
import { SaveStatus } from "./save-status";

/**
 * Tells the server that the step before the reader was read, and shows whether it knows. For a visitor nothing is
 * recorded, and the page says so.
 */
export function StepRecorder({
  course,
  lesson,
  stepId,
  contentHash,
  signInHref,
  labels,
}: {
  course: string;
  lesson: string;
  stepId: string;
  contentHash: string;
  signInHref: string;
  labels: Pick<typeof learning, "saving" | "anonymous">;
}) {
  const { status, state } = useCourseState(course);
  const personId = state.learner?.personId;
  const sent = useRef<string | null>(null);

  useEffect(() => {
    if (!personId || sent.current === stepId) return;
    sent.current = stepId;
    const event = { id: newId(), occurredAt: new Date().toISOString() };
    const input = { ...event, course, lesson, stepId, contentHash };
    void loadOutbox().then(({ send }) => send(personId, "learning.readStep", input));
  }, [personId, course, lesson, stepId, contentHash]);

  if (status === "waiting" || (state.person && !state.learner)) return null;
  if (personId) return <SaveStatus labels={labels.saving} />;
  return (
    <Notice tone="info" title={labels.anonymous.title}>
      <p>{labels.anonymous.body}</p>
      <p>
        <a href={signInHref} className="inline-flex min-h-12 items-center font-bold">
          {labels.anonymous.signIn}
        </a>
      </p>
    </Notice>
  );
}
