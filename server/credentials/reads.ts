import type { z } from "zod";
import {
  type CertificateRow,
  findCertificateByCode,
  findIssuingCohort,
  listHolders,
  listPersonCertificates,
  listValidCertificates,
} from "@/db/queries/credentials";
import { hitRateLimit } from "@/db/queries/rate-limits";
import { getCourse, listActivities } from "@/server/catalogue/reads";
import { authorise } from "@/server/kernel/authorise";
import { brusselsDay } from "@/server/kernel/calendar";
import type { ServiceContext } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { listLearnersProgress } from "@/server/learning/reads";
import { listProofs } from "@/server/passport/reads";
import { canSeeCohortCertificates, canSeeOwnCertificates, canVerifyCertificate } from "./policy";
import { findMissing, normaliseCode } from "./rules";
import {
  type CohortCertificates,
  certificateSnapshot,
  type cohortCertificatesInput,
  type eligibility,
  type issuedCertificate,
  type OwnCertificates,
  type ownCertificatesInput,
  type Verification,
  type verifyCertificateInput,
} from "./schema";

/** Checks of codes from one address in one window: a class that scans its papers passes, a guessing machine does not. */
const CHECKS_PER_WINDOW = 60;
const WINDOW_SECONDS = 300;

/** A certificate as lists show it. */
export function showIssued(row: CertificateRow): z.infer<typeof issuedCertificate> {
  const { code, holder, issuedOn } = certificateSnapshot.parse(row.snapshot);
  return { id: row.id, code, holder, issuedOn };
}

type Learner = { personId: string; cohortIds: readonly string[] };

/**
 * How far each learner of a course is from its certificate, with the evidence lines of the course that say so.
 *
 * @throws for a learner out of the actor's sight
 */
export async function listEligibility(
  ctx: ServiceContext,
  input: { course: string; learners: readonly Learner[]; locale: ServiceContext["locale"] },
) {
  authorise(ctx, canSeeOwnCertificates(ctx.actor));
  const [activities, contents, progress, proofs] = await Promise.all([
    listActivities(ctx, { course: input.course }),
    getCourse(ctx, { course: input.course, locale: input.locale }),
    listLearnersProgress(ctx, input),
    listProofs(ctx, { holders: input.learners }),
  ]);
  const titles = new Map(
    contents.modules.flatMap((module) => module.lessons.map((lesson) => [lesson.id, lesson.title])),
  );
  return new Map(
    input.learners.map(({ personId }) => {
      const lines = (proofs.get(personId) ?? []).filter((line) => line.course === input.course);
      const { missing, lacksCompetence } = findMissing({
        activities,
        progress: progress.filter((place) => place.personId === personId),
        proofs: lines,
      });
      const verdict: z.infer<typeof eligibility> = {
        isEligible: missing.length === 0 && !lacksCompetence,
        lacksCompetence,
        missing: missing.map(({ activity, reason }) => ({
          activityId: activity.id,
          kind: activity.kind,
          lesson: activity.lesson,
          lessonTitle: titles.get(activity.lesson) ?? "",
          reason,
        })),
      };
      return [personId, { verdict, lines }] as const;
    }),
  );
}

/** The certificate as far as the learner's known name goes: "Marie Peeters". */
export const fullName = (person: { firstName: string; familyName: string | null }) =>
  [person.firstName, person.familyName].filter(Boolean).join(" ");

/**
 * Who of a cohort has a certificate, who may get one, and what the others still miss. Five queries, however many
 * learners there are.
 *
 * @throws NOT_FOUND for a cohort out of sight, FORBIDDEN for a colleague who does not teach it
 */
export async function listCohortCertificates(
  ctx: ServiceContext,
  input: z.infer<typeof cohortCertificatesInput>,
): Promise<CohortCertificates> {
  const known = await findIssuingCohort(ctx.db, input.cohortId);
  authorise(ctx, canSeeCohortCertificates(ctx.actor, { id: input.cohortId }), known?.organisationId ?? "");
  const cohort = found(known);
  const holders = await listHolders(ctx.db, cohort.id);
  const personIds = holders.map((holder) => holder.personId);
  const [valid, standing] = await Promise.all([
    listValidCertificates(ctx.db, { personIds, course: cohort.course }),
    listEligibility(ctx, {
      course: cohort.course,
      learners: personIds.map((personId) => ({ personId, cohortIds: [cohort.id] })),
      locale: input.locale,
    }),
  ]);
  return {
    cohort: { id: cohort.id, name: cohort.name },
    learners: holders.map((holder) => {
      const certificate = valid.find((row) => row.personId === holder.personId);
      return {
        personId: holder.personId,
        name: fullName(holder),
        eligibility: found(standing.get(holder.personId)).verdict,
        certificate: certificate ? showIssued(certificate) : null,
      };
    }),
  };
}

/** A learner's certificates of all times, and what her present courses still ask for the next one. */
export async function getOwnCertificates(
  ctx: ServiceContext,
  input: z.infer<typeof ownCertificatesInput>,
): Promise<OwnCertificates> {
  authorise(ctx, canSeeOwnCertificates(ctx.actor));
  if (ctx.actor.kind !== "person") throw new DomainError("UNAUTHENTICATED");
  const { personId, memberships } = ctx.actor;
  const rows = await listPersonCertificates(ctx.db, personId);
  const places = memberships.filter((place) => place.role === "learner");
  const courses = [...new Set(places.map((place) => place.course))].map(async (course) => {
    const learner = { personId, cohortIds: places.map((place) => place.cohortId) };
    const [contents, standing] = await Promise.all([
      getCourse(ctx, { course, locale: input.locale }),
      listEligibility(ctx, { course, learners: [learner], locale: input.locale }),
    ]);
    return { course, courseTitle: contents.title, eligibility: found(standing.get(personId)).verdict };
  });
  return {
    certificates: rows.map((row) => {
      const snapshot = certificateSnapshot.parse(row.snapshot);
      return {
        ...showIssued(row),
        course: snapshot.course.title,
        organisation: snapshot.organisation,
        status: row.status,
      };
    }),
    courses: await Promise.all(courses),
  };
}

/**
 * What the paper with this code says, and whether it still counts: every printed field, the name included, because
 * whoever has the code has the paper in hand; never an address, a number or anything that is not printed. (Initials
 * only until the holder consents is the rule of the shareable credential to come, which travels without its paper.)
 *
 * A wrong code tells a stranger nothing: `unknown` and nothing else. A code that cannot be one is `malformed`, before
 * any look into the database.
 *
 * @throws RATE_LIMITED after 60 checks in five minutes from one address
 */
export async function verifyCertificate(
  ctx: ServiceContext,
  input: z.infer<typeof verifyCertificateInput>,
): Promise<Verification> {
  authorise(ctx, canVerifyCertificate(ctx.actor));
  const code = normaliseCode(input.code);
  if (!code) return { outcome: "malformed" };
  if (ctx.clientAddress) {
    const { hits, windowEndsAt } = await hitRateLimit(ctx.db, {
      key: `verify:${ctx.clientAddress}`,
      now: ctx.now,
      windowSeconds: WINDOW_SECONDS,
    });
    if (hits > CHECKS_PER_WINDOW) {
      const retryAfter = Math.max(1, Math.ceil((windowEndsAt.getTime() - ctx.now.getTime()) / 1000));
      throw new DomainError("RATE_LIMITED", { retryAfter });
    }
  }
  const row = await findCertificateByCode(ctx.db, code);
  if (!row) return { outcome: "unknown" };
  const since =
    row.status === "revoked" ? row.revokedAt : row.status === "superseded" ? row.replacedAt : null;
  return {
    outcome: "found",
    status: row.status,
    since: since && brusselsDay(since),
    certificate: certificateSnapshot.parse(row.snapshot),
  };
}
