"use client";

import type { ReactNode } from "react";
import { LinkCard } from "@/components/ui/card";
import { fillIn } from "@/components/ui/fill-in";
import { StatusPill } from "@/components/ui/status-pill";
import type learning from "@/content/messages/fr/learning.json";
import { useCourseState } from "./course-state";

type Item = {
  activityId: string;
  title: string;
  hint: string;
  /** Where it starts; steps add the number of the step to resume at. */
  href: string;
  kind: "steps" | "simulation" | "quiz";
  drawing: ReactNode;
};

/** What there is to do in a lesson, with the learner's own place in each once it is known. */
export function ActivityList({
  course,
  items,
  labels,
}: {
  course: string;
  items: readonly Item[];
  labels: (typeof learning)["activities"];
}) {
  const { learner } = useCourseState(course, "fresh").state;
  return (
    <ol className="grid gap-4">
      {items.map((item) => {
        const place = learner?.progress.find((one) => one.activityId === item.activityId);
        const step = place && !place.completed ? place.stepNumber : 1;
        const status = !learner ? null : place?.completed ? (
          <StatusPill tone="success">{labels.states.done}</StatusPill>
        ) : place ? (
          <StatusPill tone="info">{labels.states.started}</StatusPill>
        ) : (
          <StatusPill tone="waiting">{labels.states.notStarted}</StatusPill>
        );
        const best = place?.bestScore;
        return (
          <li key={item.activityId}>
            <LinkCard
              href={item.kind === "steps" ? `${item.href}/${step}` : item.href}
              title={item.title}
              headingLevel={3}
              drawing={item.drawing}
              status={status}
            >
              <p>{item.hint}</p>
              {best != null ? <p>{fillIn(labels.best, { score: best })}</p> : null}
            </LinkCard>
          </li>
        );
      })}
    </ol>
  );
}
