/** Plain tuples shared by tables (`pgEnum`), schemas (`z.enum`) and the browser. Imports nothing. */

export const LOCALES = ["fr", "nl", "de", "en"] as const;
export const ROLES = ["learner", "trainer", "coordinator", "admin"] as const;
export const STAFF_ROLES = ["trainer", "coordinator", "admin"] as const;
export const COHORT_ROLES = ["learner", "trainer"] as const;
export const READING_THEMES = ["auto", "light", "dark"] as const;
export const READING_CONTRASTS = ["normal", "high"] as const;
export const SIGN_IN_MEANS = ["access-card", "email-code", "demo", "oidc"] as const;

/** How a learner did something, from the most to the least independent. */
export const ASSISTANCE = ["alone", "with-hint", "accompanied", "shown"] as const;

export const LEARNER_EVENT_KINDS = [
  "step-read",
  "attempt-opened",
  "answer-given",
  "simulation-started",
  "simulation-move",
  "statement-rated",
] as const;
export const CONTENT_KINDS = [
  "course",
  "lesson",
  "quiz",
  "scenario",
  "self-assessment",
  "exam",
  "placement",
] as const;
/** What a passage is for: the check of a lesson, or one of the three that belong to a course as a whole. */
export const ATTEMPT_KINDS = ["check", "self-assessment", "exam", "placement"] as const;
/** `left`: open when two entries of one person became one, and the other entry's was further. Nobody goes on with it. */
export const ATTEMPT_STATUSES = ["open", "completed", "left"] as const;
/** What a trainer may do for an exam: let it be taken (once more), or say that it was supervised. */
export const EXAM_GRANTS = ["attempt", "supervised"] as const;
export const SIMULATION_MODES = ["show", "guided", "alone"] as const;
export const SIMULATION_TIMERS = ["none", "triple", "real"] as const;
export const SIMULATION_OUTCOMES = ["reached", "not-reached", "unsafe"] as const;
export const SURPRISE_OUTCOMES = ["refused", "accepted"] as const;
export const REFRESHER_KINDS = ["question", "simulation"] as const;
export const EVIDENCE_SOURCES = ["quiz", "simulation", "trainer"] as const;
export const CERTIFICATE_STATUSES = ["valid", "revoked", "superseded"] as const;

/** The symbols printed on an access card, in the order of the picture grid. */
export const CARD_PICTURES = [
  "sun",
  "tree",
  "boat",
  "cat",
  "apple",
  "house",
  "key",
  "star",
  "umbrella",
  "bicycle",
  "cup",
  "flower",
] as const;

export type Locale = (typeof LOCALES)[number];
export type Role = (typeof ROLES)[number];
export type CohortRole = (typeof COHORT_ROLES)[number];
export type SignInMeans = (typeof SIGN_IN_MEANS)[number];
export type Assistance = (typeof ASSISTANCE)[number];
export type LearnerEventKind = (typeof LEARNER_EVENT_KINDS)[number];
export type CardPicture = (typeof CARD_PICTURES)[number];
export type RefresherKind = (typeof REFRESHER_KINDS)[number];
export type SurpriseOutcome = (typeof SURPRISE_OUTCOMES)[number];
