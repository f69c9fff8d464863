import type { Activity } from "@/server/catalogue/schema";
import type { Progress } from "@/server/learning/schema";
import type { Whereabouts } from "../schema";

/** What a course is called, lesson by lesson and step by step, in one language. */
export type CourseWords = {
  courseTitle: string;
  /** In teaching order. */
  activities: readonly Activity[];
  lessonTitles: ReadonlyMap<string, string>;
  /** Names of the simulations, by activity id. */
  activityTitles: ReadonlyMap<string, string>;
  /** Titles of lesson steps and simulation steps, and the questions of checks: by activity id, then step id. */
  stepTitles: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

/** Kind of an activity by its id, also of one that is no longer in the course. */
export function kindOf(words: Pick<CourseWords, "activities">, activityId: string): Activity["kind"] {
  const known = words.activities.find((activity) => activity.id === activityId);
  if (known) return known.kind;
  const part = activityId.slice(activityId.indexOf("/") + 1);
  return part === "steps" ? "steps" : part === "check" ? "quiz" : "simulation";
}

/** A place in an activity, in words. */
export function whereaboutsOf(words: CourseWords, place: Progress): Whereabouts {
  return {
    activityId: place.activityId,
    lesson: place.lesson,
    lessonTitle: words.lessonTitles.get(place.lesson) ?? place.lesson,
    kind: kindOf(words, place.activityId),
    stepNumber: place.stepNumber,
    stepCount: place.stepCount,
    stepTitle: words.stepTitles.get(place.activityId)?.get(place.stepId) ?? null,
    completed: place.completedAt !== null,
  };
}
