"use client";

import { CallTrainer } from "@/components/layout/call-trainer";
import { fillIn } from "@/components/ui/fill-in";
import { useCourseState } from "./course-state";

/** On prerendered pages: the trainer's name and number, once it is known whose learner is reading. */
export function TrainerCall({ course, label }: { course: string; label: string }) {
  const { learner } = useCourseState(course).state;
  if (!learner?.help) return null;
  return <CallTrainer trainer={learner.help} label={fillIn(label, { name: learner.help.name })} />;
}
