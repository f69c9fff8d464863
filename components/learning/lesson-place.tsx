"use client";

import { fillIn } from "@/components/ui/fill-in";
import { StatusPill } from "@/components/ui/status-pill";
import type learning from "@/content/messages/fr/learning.json";
import { useCourseState } from "./course-state";

/** How far a signed-in learner is in one lesson; nothing for a visitor, and nothing before the server has answered. */
export function LessonPlace({
  course,
  activities,
  steps,
  labels,
}: {
  course: string;
  /** All activities of the lesson. */
  activities: readonly string[];
  /** The one that is read step by step. */
  steps: string;
  labels: (typeof learning)["course"]["place"];
}) {
  const { learner } = useCourseState(course, "fresh").state;
  if (!learner) return null;
  const places = learner.progress.filter(({ activityId }) => activities.includes(activityId));
  const reading = places.find(({ activityId, completed }) => activityId === steps && !completed);
  const done = places.filter(({ completed }) => completed);
  if (places.length === 0) return <StatusPill tone="waiting">{labels.notStarted}</StatusPill>;
  if (done.length === activities.length) return <StatusPill tone="success">{labels.done}</StatusPill>;
  return (
    <StatusPill tone="info">
      {reading
        ? fillIn(labels.step, { number: reading.stepNumber, count: reading.stepCount })
        : fillIn(labels.part, { done: done.length, count: activities.length })}
    </StatusPill>
  );
}
