import { z } from "zod";
import { LOCALES, REFRESHER_KINDS } from "@/db/enums";
import { slug } from "@/server/catalogue/question/schema";

/** How well something was recalled. */
export const REFRESHER_GRADES = ["again", "hard", "good"] as const;
export type RefresherGrade = (typeof REFRESHER_GRADES)[number];

/** When one competence comes back, and what is known of how well it is remembered. Days in Brussels. */
export type Recall = {
  competence: string;
  dueOn: string;
  reviewedOn: string;
  reviews: number;
  /** Of ts-fsrs: days until recall falls to 90 %; 1 (easy) to 10 (hard). */
  stability: number;
  difficulty: number;
};

/** A refresher that was opened, as the choice of the next one reads it. */
export type Opened = {
  day: string;
  kind: (typeof REFRESHER_KINDS)[number];
  item: string;
  score: number | null;
  answeredAt: Date | null;
};

/** What was answered to a question before, in a check. */
export type Answered = { questionId: string; correct: boolean; answeredAt: Date };

const day = z.iso.date();

/**
 * Whether a refresher is there for a learner now. "due": one waits. "done": hers of today is done. "lesson": she is in
 * the middle of an activity today. "later": nothing is due yet. "nothing": nothing was learned yet. "stopped": by
 * herself or a trainer. `nextOn`: the day of the next one, when there will be one.
 */
export const refresherState = z.object({
  status: z.enum(["due", "done", "lesson", "later", "nothing", "stopped"]),
  nextOn: day.nullable(),
});
export type RefresherState = z.infer<typeof refresherState>;

/** Whether refreshers come to a learner of a course, who stopped them, and when the next one comes. */
export const ownRefreshers = refresherState.extend({
  course: z.string(),
  stoppedByLearner: z.boolean(),
  stoppedByTrainer: z.boolean(),
});
export type OwnRefreshers = z.infer<typeof ownRefreshers>;

/** The refreshers of a learner for her trainer. */
export const refresherReport = ownRefreshers.extend({
  opened: z.number().int(),
  answered: z.number().int(),
  good: z.number().int(),
  last: z
    .object({
      day,
      kind: z.enum(REFRESHER_KINDS),
      lesson: z.string(),
      /** Null: opened and not answered. */
      grade: z.enum(REFRESHER_GRADES).nullable(),
    })
    .nullable(),
});
export type RefresherReport = z.infer<typeof refresherReport>;

/** One line of the printed card: a day, and what it is about in the words of DigComp. */
export const appointment = z.object({ day, about: z.string() });
export type Appointment = z.infer<typeof appointment>;

export const ownAppointmentsInput = z.object({ locale: z.enum(LOCALES) });
export const ownAppointments = z.object({
  firstName: z.string(),
  /** The address people type, without https://. */
  site: z.string(),
  appointments: z.array(appointment),
});

export const switchOwnRefreshersInput = z.object({ course: slug, stopped: z.boolean() });
export const switchLearnerRefreshersInput = z.object({
  cohortId: z.uuid(),
  personId: z.uuid(),
  stopped: z.boolean(),
});
export const switchRefreshersOutput = z.object({ stopped: z.boolean() });
