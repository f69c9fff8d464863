import { z } from "zod";
import { type LEARNER_EVENT_KINDS, LOCALES } from "@/db/enums";
import { slug } from "@/server/catalogue/question/schema";
import { activityKind } from "@/server/catalogue/schema";
import { readingWishes } from "@/server/identity/schema";
import { refresherState } from "./refreshers/schema";

/** Facts every learner event carries. `id` is made by the browser, so a repeated delivery is recognised. */
export const eventFacts = {
  id: z.uuid(),
  occurredAt: z.iso.datetime(),
};

export const readStepInput = z.object({
  ...eventFacts,
  course: slug,
  lesson: slug,
  stepId: slug,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ReadStepInput = z.infer<typeof readStepInput>;

/** Whether the server had the event already; both mean "saved". */
export const recordedOutput = z.object({ outcome: z.enum(["recorded", "already-recorded"]) });

/** What one event did to the place of its learner in an activity. Stored with the event, folded into the read model. */
export const progressEffect = z.object({
  stepId: z.string(),
  stepNumber: z.number().int(),
  stepCount: z.number().int(),
  /** Steps that are done now and were not before. */
  done: z.array(z.string()),
  /** Wrong moves in this event, on a step that will be tried again. */
  wrong: z.number().int(),
  /** A new passage begins: what was done before no longer counts as done. */
  restarted: z.boolean(),
  /** The activity's own rule says it is achieved. */
  achieved: z.boolean(),
  /** Result of a finished passage, 0–100. */
  score: z.number().int().nullable(),
});
export type ProgressEffect = z.infer<typeof progressEffect>;

/** One line of the log as the fold reads it. */
export type LearnerEvent = {
  kind: (typeof LEARNER_EVENT_KINDS)[number];
  activityId: string;
  occurredAt: Date;
  effect: ProgressEffect;
};

/** Where a learner is in one activity. Instants are `Date` on the server, ISO strings on the wire. */
export type Progress = {
  activityId: string;
  lesson: string;
  stepId: string;
  stepNumber: number;
  stepCount: number;
  doneSteps: string[];
  triesOnStep: number;
  stepSince: Date;
  startedAt: Date;
  lastEventAt: Date;
  completedAt: Date | null;
  bestScore: number | null;
  lastScore: number | null;
};

export const progressView = z.object({
  activityId: z.string(),
  stepId: z.string(),
  stepNumber: z.number(),
  stepCount: z.number(),
  doneSteps: z.array(z.string()),
  completed: z.boolean(),
  bestScore: z.number().nullable(),
  lastScore: z.number().nullable(),
});

export const helpContact = z.object({ name: z.string(), phone: z.string() });

/** The next thing to do, or null when everything published is done. */
export const nextUp = z.object({
  lesson: z.string(),
  lessonTitle: z.string(),
  kind: activityKind,
  simulation: z.string().nullable(),
  stepNumber: z.number(),
  stepCount: z.number(),
  started: z.boolean(),
  /** Something of this lesson has been begun or done, even when this part of it has not. */
  lessonBegun: z.boolean(),
});

export const homeInput = z.object({ locale: z.enum(LOCALES) });
export const homeView = z.object({
  personId: z.string(),
  firstName: z.string(),
  reading: readingWishes,
  course: z.string(),
  courseTitle: z.string(),
  next: nextUp.nullable(),
  lessons: z.array(z.object({ id: z.string(), title: z.string(), done: z.number(), count: z.number() })),
  activeMinutes: z.number(),
  help: helpContact.nullable(),
  refresher: refresherState,
});
export type HomeView = z.infer<typeof homeView>;

/** The one small call of a course page. `person` is null for a visitor; `learner` for who does not take the course. */
export const courseStateInput = z.object({ course: slug });
export const courseState = z.object({
  person: z
    .object({
      firstName: z.string(),
      room: z.enum(["/admin", "/report", "/teach", "/learn"]),
      /** Null in what a page kept for later: the profile may have changed since. */
      reading: readingWishes.nullable(),
    })
    .nullable(),
  learner: z
    .object({
      personId: z.string(),
      help: helpContact.nullable(),
      progress: z.array(progressView),
      /** A surprise request may come up on this page: the page asks for it (`takeSurprise`). */
      surpriseDue: z.boolean(),
    })
    .nullable(),
});
