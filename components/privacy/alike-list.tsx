"use client";

import { LearnerLines } from "@/components/organisations/learner-lines";
import type { KnownLearner } from "@/server/organisations/cohorts/schema";
import { CompareLink } from "./compare-link";

/** Learners whose names are like somebody's, each with a way to look at the two side by side. */
export function AlikeList({ learners, href }: { learners: KnownLearner[]; href: string }) {
  return (
    <LearnerLines learners={learners} action={(learner) => <CompareLink learner={learner} href={href} />} />
  );
}
