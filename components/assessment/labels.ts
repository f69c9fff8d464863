import type assessment from "@/content/messages/fr/assessment.json";

/** The texts of a check in the reader's language; `{…}` is filled in the browser. */
export type QuizLabels = typeof assessment;
