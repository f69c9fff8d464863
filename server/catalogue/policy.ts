import type { Actor } from "@/server/kernel/actor";

/** Lessons, questions without keys and scenarios are open educational resources: anyone reads them. */
export function canReadCourse(_actor: Actor): boolean {
  return true;
}

/** Keys and weights serve grading only. Anyone may try a question; no procedure returns what grading reads. */
export function canGrade(_actor: Actor): boolean {
  return true;
}

/** The bank as a file holds every key: for those who teach or report, never for learners. */
export function canExportQuestionBank(actor: Actor): boolean {
  return actor.kind === "person" && actor.roles.some(({ role }) => role !== "learner");
}

/** Only a script publishes content: there is no editor on the instance. */
export function canPublishContent(actor: Actor): boolean {
  return actor.kind === "system";
}
