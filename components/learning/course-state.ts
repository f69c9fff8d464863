"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/providers/trpc-client";
import type { RouterOutputs } from "@/server/trpc/types";
import { loadOutbox } from "./load-outbox";

export type CourseState = RouterOutputs["learning"]["getCourseState"];

/** "waiting" until the one small call has answered. */
type Known = { status: "waiting"; state: CourseState } | { status: "known"; state: CourseState };

const NOBODY: CourseState = { person: null, learner: null };

const WHO = "digiskipass-learner";
const answers = new Map<string, Promise<CourseState>>();
const inFlight = new Set<string>();
let stopFlushing: { owner: string | undefined; stop: () => void } | null = null;

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
    const person = state.person && { ...state.person, reading: null };
    sessionStorage.setItem(`${WHO}:${course}`, JSON.stringify({ ...state, person }));
  } catch {
    // Storage is full or forbidden: the next page asks again.
  }
}

/** From now on what waits is sent for this person, and for nobody else. */
function sendFor(owner: string | undefined) {
  if (stopFlushing?.owner === owner) return;
  stopFlushing?.stop();
  const mine = { owner, stop: () => undefined };
  stopFlushing = mine;
  if (!owner) return;
  void loadOutbox().then(({ keepFlushing }) => {
    if (stopFlushing === mine) stopFlushing = { owner, stop: keepFlushing(owner) };
  });
}

async function load(course: string): Promise<CourseState> {
  inFlight.add(course);
  try {
    const state = await trpc.learning.getCourseState.query({ course });
    remember(course, state);
    sendFor(state.learner?.personId);
    return state;
  } catch {
    answers.delete(course);
    return lastKnown(course);
  } finally {
    inFlight.delete(course);
  }
}

/**
 * The person before this course page, asked once per visit and shared by all that draw her.
 *
 * @param want "fresh" where her progress is shown: what she did on earlier pages of this visit must be in it
 */
export function useCourseState(course: string, want: "known" | "fresh" = "known"): Known {
  const [known, setKnown] = useState<Known>({ status: "waiting", state: NOBODY });
  useEffect(() => {
    let isHere = true;
    const earlier = want === "known" || inFlight.has(course) ? answers.get(course) : undefined;
    const asked = earlier ?? load(course);
    answers.set(course, asked);
    void asked.then((state) => isHere && setKnown({ status: "known", state }));
    return () => {
      isHere = false;
    };
  }, [course, want]);
  return known;
}
