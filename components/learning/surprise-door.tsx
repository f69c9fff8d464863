"use client";

import { lazy, Suspense } from "react";
import { useCourseState } from "./course-state";
import type { SurpriseCardProps } from "./surprise-card";

const Card = lazy(() => import("./surprise-card").then(({ SurpriseCard }) => ({ default: SurpriseCard })));

/** Lets a surprise request come up on a lesson page. Its code is fetched only for a learner for whom one is due. */
export function SurpriseDoor(props: SurpriseCardProps) {
  const { state } = useCourseState(props.course);
  if (!state.learner?.surpriseDue) return null;
  return (
    <Suspense fallback={null}>
      <Card {...props} />
    </Suspense>
  );
}
