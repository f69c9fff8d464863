"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/providers/trpc-client";
import type { RouterOutputs } from "@/server/trpc/types";
import { keepFlushing } from "./outbox";

export type CourseState = RouterOutputs["learning"]["getCourseState"];

/** "waiting" until the one small call has answered. */
type Known = { status: "waiting"; state: CourseState } | { status: "known"; state: CourseState };

const NOBODY: CourseState = { person: null, learner: null };

const WHO = "digiskipass-learner";
const pending = new Map<string, Promise<CourseState>>();

/** Without a network the page still knows whose answers it keeps: the last learner seen in this window. */
function lastKnown(course: string): CourseState {
  try {
    const kept = sessionStorage.getItem(`${WHO}:${course}`);
    return kept ? (JSON.parse(kept) as CourseState) : NOBODY;
  } catch {
    return NOBODY;
  }
}

function remember(course: string, state: CourseState) {
  try {
    sessionStorage.setItem(`${WHO}:${course}`, JSON.stringify(state));
  } catch {
    // Storage is full or forbidden: the next page asks again.
  }
}

/** Asks again on the next use: after something changed what the server knows. */
export function forgetCourseState(course: string) {
  pending.delete(course);
}

async function load(course: string): Promise<CourseState> {
  try {
    const state = await trpc.learning.getCourseState.query({ course });
    remember(course, state);
    if (state.learner) keepFlushing(state.learner.personId);
    return state;
  } catch {
    pending.delete(course);
    return lastKnown(course);
  }
}

/** The learner before this course page, asked once per visit and shared by all that draw her. */
export function useCourseState(course: string): Known {
  const [known, setKnown] = useState<Known>({ status: "waiting", state: NOBODY });
  useEffect(() => {
    let isHere = true;
    const asked = pending.get(course) ?? load(course);
    pending.set(course, asked);
    void asked.then((state) => isHere && setKnown({ status: "known", state }));
    return () => {
      isHere = false;
    };
  }, [course]);
  return known;
}
