import { z } from "zod";
import { ASSISTANCE, EVIDENCE_SOURCES, LOCALES } from "@/db/enums";
import { selfAssessmentState } from "@/server/assessment/self-assessment/schema";
import { indicator } from "@/server/catalogue/indicators/schema";
import { activityKind } from "@/server/catalogue/schema";
import { refresherReport } from "@/server/learning/refreshers/schema";
import { surpriseSwitch } from "@/server/learning/surprises/schema";
import { examProgress } from "@/server/simulation/exam/schema";
import { requestFigures } from "./requests/schema";

const inLocale = { locale: z.enum(LOCALES) };

/** Why somebody should be called: wrong tries on one step, days without a sign, or a card that was never used. */
export const callReason = z.enum(["tries", "silence", "not-started"]);

export const needForCall = z.object({
  reason: callReason,
  /** Wrong tries on the step. */
  tries: z.number().int(),
  /** Whole days since the last event, or since joining. */
  days: z.number().int(),
});
export type NeedForCall = z.infer<typeof needForCall>;

/** The step a learner stands on, in words. */
export const whereabouts = z.object({
  activityId: z.string(),
  lesson: z.string(),
  lessonTitle: z.string(),
  kind: activityKind,
  stepNumber: z.number().int(),
  stepCount: z.number().int(),
  /** Title of the step, or the question; null when the step is of an older version of the content. */
  stepTitle: z.string().nullable(),
  completed: z.boolean(),
});
export type Whereabouts = z.infer<typeof whereabouts>;

export const learnerLine = z.object({
  personId: z.string(),
  firstName: z.string(),
  familyName: z.string().nullable(),
  phone: z.string().nullable(),
  /** Null for who has not begun. */
  where: whereabouts.nullable(),
  percentDone: z.number().int(),
  /** Whether she is stuck by the rule of learning; `call` names the reason, and also counts who never began. */
  stuck: z.boolean(),
  call: needForCall.nullable(),
  lastActivityAt: z.iso.datetime().nullable(),
  activeMinutes: z.number().int(),
  /** The most help seen in any proof: measured, or noted by a trainer. Null without proof. */
  assistance: z.enum(ASSISTANCE).nullable(),
});
export type LearnerLine = z.infer<typeof learnerLine>;

export const cohortFacts = z.object({
  id: z.string(),
  name: z.string(),
  course: z.string(),
  courseTitle: z.string(),
  organisationName: z.string(),
  projectTitle: z.string(),
  locale: z.enum(LOCALES),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
});
export type CohortFacts = z.infer<typeof cohortFacts>;

export const cohortOverviewInput = z.object({ cohortId: z.uuid(), ...inLocale });
export const cohortOverview = z.object({
  cohort: cohortFacts,
  learners: z.array(learnerLine),
  requests: requestFigures,
});
export type CohortOverview = z.infer<typeof cohortOverview>;

export const learnerReportInput = z.object({ cohortId: z.uuid(), personId: z.uuid(), ...inLocale });

export const activityLine = z.object({
  activityId: z.string(),
  lesson: z.string(),
  lessonTitle: z.string(),
  kind: activityKind,
  /** Name of the simulation; null for reading and checks. */
  title: z.string().nullable(),
  state: z.enum(["not-yet", "under-way", "done"]),
  stepNumber: z.number().int(),
  stepCount: z.number().int(),
  stepTitle: z.string().nullable(),
  tries: z.number().int(),
  stepsDone: z.number().int(),
  bestScore: z.number().int().nullable(),
  lastScore: z.number().int().nullable(),
  lastEventAt: z.iso.datetime().nullable(),
  completedAt: z.iso.datetime().nullable(),
});
export type ActivityLine = z.infer<typeof activityLine>;

/** One thing that happened, with the competences it proves: an attempt, or a trainer's note. */
export const proofLine = z.object({
  id: z.string(),
  source: z.enum(EVIDENCE_SOURCES),
  activityId: z.string(),
  lessonTitle: z.string().nullable(),
  kind: activityKind,
  /** DigComp codes. */
  competences: z.array(z.string()),
  assistance: z.enum(ASSISTANCE),
  score: z.number().int().nullable(),
  note: z.string().nullable(),
  occurredAt: z.iso.datetime(),
});
export type ProofLine = z.infer<typeof proofLine>;

export const learnerReport = z.object({
  cohort: cohortFacts,
  learner: learnerLine,
  joinedAt: z.iso.datetime(),
  activities: z.array(activityLine),
  proofs: z.array(proofLine),
  requests: requestFigures,
  surprises: surpriseSwitch,
  selfAssessment: selfAssessmentState,
  /** `lessonTitle` belongs to the last one. */
  refreshers: refresherReport.extend({ lessonTitle: z.string().nullable() }),
  exam: examProgress,
});
export type LearnerReport = z.infer<typeof learnerReport>;

export const teachHomeInput = z.object(inLocale);
export const teachHome = z.object({
  cohorts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      organisationName: z.string(),
      course: z.string(),
      courseTitle: z.string(),
      startsOn: z.iso.date(),
      endsOn: z.iso.date().nullable(),
      learners: z.number().int(),
      stuck: z.number().int(),
      toCall: z.number().int(),
      /** What a trainer would do next with this group. */
      next: z.enum(["add-learners", "call", "look"]),
    }),
  ),
});
export type TeachHome = z.infer<typeof teachHome>;

/** The part of one partner. No type here has a place for a name of a person. */
export const partnerNumbers = z.object({
  organisationId: z.string(),
  organisationName: z.string(),
  country: z.string(),
  role: z.enum(["coordinator", "partner"]),
  learners: z.number().int(),
  /** Null where so few people are counted that one could be recognised. */
  activeSeconds: z.number().int().nullable(),
  certificates: z.number().int().nullable(),
  /** Mean gain of her learners who rated themselves before and after, in steps of the scale; null as above. */
  confidence: z.number().nullable(),
});
export type PartnerNumbers = z.infer<typeof partnerNumbers>;

export const projectNumbers = z.object({
  id: z.string(),
  title: z.string(),
  grantNumber: z.string(),
  call: z.string(),
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  learners: z.number().int(),
  activeSeconds: z.number().int(),
  certificates: z.number().int(),
  /** As above, over the whole project; null while too few people rated themselves twice. */
  confidence: z.number().nullable(),
  partners: z.array(partnerNumbers),
});
export type ProjectNumbers = z.infer<typeof projectNumbers>;

export const projectNumbersInput = z.object(inLocale);
export const projectNumbersOutput = z.object({
  projects: z.array(projectNumbers),
  indicators: z.array(indicator),
  /** Fewest learners an organisation must have for its own numbers to be shown. */
  fewest: z.number().int(),
});

export const lastActionsInput = z.object({ limit: z.number().int().min(1).max(100).default(30) });
export const auditLine = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  action: z.string(),
  actor: z.string(),
  subject: z.string(),
  organisationName: z.string().nullable(),
});
export const lastActionsOutput = z.array(auditLine);
export type AuditLine = z.infer<typeof auditLine>;
