import { z } from "zod";
import { ASSISTANCE, CERTIFICATE_STATUSES, LOCALES } from "@/db/enums";
import { activityKind } from "@/server/catalogue/schema";
import { oneLine } from "@/server/identity/schema";

const locale = z.enum(LOCALES);
const day = z.iso.date();

/** The longest name that still fits the paper in two lines. */
export const LONGEST_PRINTED_NAME = 100;

/** One competence as it is printed. "Shown by the trainer" proves nothing and never stands here. */
export const printedCompetence = z.strictObject({
  code: z.string(),
  title: z.string(),
  level: z.number().int().min(1).max(8),
  band: z.string(),
  assistance: z.enum(ASSISTANCE).exclude(["shown"]),
  provedOn: day,
});

/**
 * What one certificate says, for ever. It is stored as it is hashed; the paper, the public page and its JSON are made
 * from it and from nothing else. A field that is added needs a new `v`, and version 1 stays readable.
 */
export const certificateSnapshot = z.strictObject({
  v: z.literal(1),
  code: z.string(),
  locale,
  holder: z.string(),
  course: z.strictObject({ id: z.string(), title: z.string() }),
  organisation: z.string(),
  /** Time at work in the course, in whole or half hours. */
  practiceHours: z.number().nonnegative(),
  competences: z.array(printedCompetence).min(1),
  issuedOn: day,
  project: z.strictObject({
    grantNumber: z.string(),
    statement: z.string(),
    disclaimer: z.string(),
    grant: z.string(),
  }),
});
export type CertificateSnapshot = z.infer<typeof certificateSnapshot>;
export type PrintedCompetence = z.infer<typeof printedCompetence>;

/** Why an activity does not count yet. Time spent is never a reason for or against. */
export const missingReason = z.enum(["not-started", "not-finished", "only-shown"]);

/** One thing still to do, ready to be said in words. */
export const missingActivity = z.object({
  activityId: z.string(),
  kind: activityKind,
  lesson: z.string(),
  lessonTitle: z.string(),
  reason: missingReason,
});
export type MissingActivity = z.infer<typeof missingActivity>;

/** "What is still missing": nothing at all means that a certificate may be issued. */
export const eligibility = z.object({
  isEligible: z.boolean(),
  missing: z.array(missingActivity),
  /** No competence has reached level 1. */
  lacksCompetence: z.boolean(),
});

export const issuedCertificate = z.object({
  id: z.string(),
  code: z.string(),
  holder: z.string(),
  issuedOn: day,
});

export const cohortCertificatesInput = z.object({ cohortId: z.uuid(), locale });
export const cohortCertificates = z.object({
  cohort: z.object({ id: z.string(), name: z.string() }),
  learners: z.array(
    z.object({
      personId: z.string(),
      /** First and family name as known, the proposal for the paper. */
      name: z.string(),
      eligibility,
      /** The one that is valid now. */
      certificate: issuedCertificate.nullable(),
    }),
  ),
});
export type CohortCertificates = z.infer<typeof cohortCertificates>;

export const issueCertificateInput = z.object({
  cohortId: z.uuid(),
  personId: z.uuid(),
  /** The name as its holder confirmed it; absent: first and family name as known. */
  printedName: oneLine(LONGEST_PRINTED_NAME).optional(),
});
export type IssueCertificateInput = z.infer<typeof issueCertificateInput>;

export const issueCertificateOutput = z.object({
  /** `unchanged`: the valid certificate says the same already, and stays. */
  outcome: z.enum(["issued", "replaced", "unchanged"]),
  certificate: issuedCertificate,
});
export type IssueCertificateOutput = z.infer<typeof issueCertificateOutput>;

export const issueReadyInput = z.object({ cohortId: z.uuid() });
/** What happened for each learner who was ready; nobody ready is an empty list. */
export const issueReadyOutput = z.object({
  results: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      outcome: z.enum(["issued", "replaced", "unchanged", "refused"]),
      /** Message key of a refusal. */
      reason: z.string().nullable(),
    }),
  ),
});
export type IssueReadyOutput = z.infer<typeof issueReadyOutput>;

export const revokeCertificateInput = z.object({ certificateId: z.uuid(), reason: oneLine(300) });
export const revokeCertificateOutput = z.object({ outcome: z.enum(["revoked", "already-revoked"]) });

export const certificateInput = z.object({ certificate: z.uuid() });
export const cohortFileInput = z.object({ cohort: z.uuid() });

export const ownCertificatesInput = z.object({ locale });
export const ownCertificates = z.object({
  certificates: z.array(
    issuedCertificate.extend({
      course: z.string(),
      organisation: z.string(),
      status: z.enum(CERTIFICATE_STATUSES),
    }),
  ),
  /** The courses she takes now: what is missing for their certificates. */
  courses: z.array(z.object({ course: z.string(), courseTitle: z.string(), eligibility })),
});
export type OwnCertificates = z.infer<typeof ownCertificates>;

export const verifyCertificateInput = z.object({ code: z.string().max(300) });

/** `malformed`: no code of ours looks like that. `unknown`: it looks right, and nothing was issued under it. */
export const verification = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("malformed") }),
  z.object({ outcome: z.literal("unknown") }),
  z.object({
    outcome: z.literal("found"),
    status: z.enum(CERTIFICATE_STATUSES),
    /** Day of the replacement or revocation; null while valid. */
    since: day.nullable(),
    certificate: certificateSnapshot,
  }),
]);
export type Verification = z.infer<typeof verification>;
