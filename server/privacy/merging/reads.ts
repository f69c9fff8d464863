import type { z } from "zod";
import { type CertificateRow, listPersonCertificates } from "@/db/queries/credentials";
import { listOpenAttempts, listOpenRuns } from "@/db/queries/merge-moves";
import {
  countMeans,
  findMergeSubjects,
  findPersonsNow,
  type LearnerScope,
  type MergeSubject,
  searchLearnersWithin,
  summariseLearning,
} from "@/db/queries/merge-subjects";
import { showIssued } from "@/server/credentials/reads";
import { hasRole } from "@/server/kernel/actor";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { openTooMuch } from "@/server/learning/rules";
import { areNamesAlike, searchWords } from "@/server/organisations/cohorts/rules";
import { type listKnownLearnersOutput, MOST_FOUND } from "@/server/organisations/cohorts/schema";
import { canMergePersons, canSeekAnybody } from "./policy";
import { mergeObstacle, organisationsOf, whereabouts } from "./rules";
import type {
  findDoublesInput,
  MergeCandidates,
  MergePreview,
  MergeSide,
  mergeCandidatesInput,
  mergePreviewInput,
} from "./schema";

/** Most learners whose names are compared for a proposal. */
const MOST_COMPARED = 2000;

/**
 * Two persons side by side, for whoever may say that they are one, and what would become of them.
 *
 * @throws NOT_FOUND for persons out of sight, INVALID `merge-same` for one person twice
 */
export async function getMergePreview(
  ctx: ServiceContext,
  input: z.infer<typeof mergePreviewInput>,
): Promise<MergePreview> {
  const pair = await findPersonsNow(ctx.db, input.personIds);
  authorise(ctx, canMergePersons(ctx.actor, pair.map(whereabouts)), "");
  const [one, other] = [found(pair[0]), found(pair[1])];
  if (input.personIds[0] === input.personIds[1]) throw new DomainError("INVALID", { reason: "merge-same" });
  if (one.id === other.id) return { outcome: "already-merged", personId: one.id };
  const ids = [one.id, other.id];
  const [learning, means, certificates, attempts, runs] = await Promise.all([
    summariseLearning(ctx.db, ids),
    countMeans(ctx.db, ids, ctx.now),
    Promise.all(ids.map((id) => listPersonCertificates(ctx.db, id))).then((lists) => lists.flat()),
    listOpenAttempts(ctx.db, ids),
    listOpenRuns(ctx.db, ids),
  ]);
  const sideOf = (person: MergeSubject): MergeSide => {
    const { activeSeconds, lastEventAt, ...counts } = found(learning.get(person.id));
    return {
      personId: person.id,
      firstName: person.firstName,
      familyName: person.familyName,
      since: person.createdAt.toISOString(),
      groups: groupsInSight(ctx, person),
      lastActivityAt: lastEventAt?.toISOString() ?? null,
      activeMinutes: Math.floor(activeSeconds / 60),
      ...counts,
      certificates: certificates
        .filter((row) => row.personId === person.id)
        .map((row) => ({
          ...showCertificate(row),
          willBeReplaced: row.status === "valid" && certificates.some((rival) => isNewerValid(rival, row)),
        })),
      ...found(means.get(person.id)),
      hasEmail: person.email !== null,
    };
  };
  return {
    outcome: "preview",
    sides: [sideOf(one), sideOf(other)],
    obstacle: mergeObstacle(ctx.actor, one, other),
    openTwice: openTooMuch(attempts).length + openTooMuch(runs).length,
  };
}

/** Of another organisation's groups a trainer learns nothing, not even that there is one. */
function groupsInSight(ctx: ServiceContext, { places }: MergeSubject): MergeSide["groups"] {
  const { actor } = ctx;
  const isAdmin = hasRole(actor, "admin");
  const houses =
    actor.kind === "person"
      ? actor.memberships.filter(({ role }) => role === "trainer").map(({ organisationId }) => organisationId)
      : [];
  return places
    .filter(({ role, organisationId }) => role === "learner" && (isAdmin || houses.includes(organisationId)))
    .map(({ cohortName, organisationName, isActive }) => ({
      name: isAdmin ? `${cohortName} – ${organisationName}` : cohortName,
      isActive,
    }));
}

const showCertificate = (row: CertificateRow) => {
  const { id, holder, issuedOn } = showIssued(row);
  return { id, holder, issuedOn, status: row.status };
};

/** Mirrors `moveCertificates`: of two valid ones for a course the newer one stays. */
function isNewerValid(rival: CertificateRow, row: CertificateRow): boolean {
  if (rival.status !== "valid" || rival.course !== row.course || rival.personId === row.personId)
    return false;
  const distance = rival.issuedAt.getTime() - row.issuedAt.getTime();
  return distance > 0 || (distance === 0 && rival.id > row.id);
}

/** Whom the acting person may look for: a trainer in the groups she teaches now, an administrator everywhere. */
function scopeOf(ctx: ServiceContext): LearnerScope {
  const { actor } = ctx;
  if (canSeekAnybody(actor)) return null;
  const memberships = actor.kind === "person" ? actor.memberships : [];
  return { cohortIds: memberships.flatMap(({ role, cohortId }) => (role === "trainer" ? [cohortId] : [])) };
}

/**
 * Somebody, and the learners whose names are like hers: of the acting trainer's groups; for an administrator, of the
 * person's organisations.
 *
 * @throws NOT_FOUND for a person out of sight
 */
export async function listMergeCandidates(
  ctx: ServiceContext,
  input: z.infer<typeof mergeCandidatesInput>,
): Promise<MergeCandidates> {
  const [known] = await findMergeSubjects(ctx.db, [input.personId]);
  authorise(ctx, canMergePersons(ctx.actor, [whereabouts(known)]), "");
  const person = found(known?.erasedAt ? null : known);
  const learners = await searchLearnersWithin(ctx.db, {
    scope: scopeOf(ctx) ?? { organisationIds: organisationsOf(person) },
    exceptId: person.id,
    words: [],
    most: MOST_COMPARED,
  });
  return {
    person: { personId: person.id, firstName: person.firstName, familyName: person.familyName },
    alike: learners.filter((learner) => areNamesAlike(learner, person)).slice(0, MOST_FOUND),
  };
}

/**
 * Learners whom one may look at, by the beginnings of their names, a few at a time; never the person one has already.
 *
 * @throws NOT_FOUND for a person out of sight
 */
export async function findDoubles(
  ctx: ServiceContext,
  input: z.infer<typeof findDoublesInput>,
): Promise<z.infer<typeof listKnownLearnersOutput>> {
  const { personId } = input;
  const [known] = personId ? await findMergeSubjects(ctx.db, [personId]) : [];
  const isAllowed = personId ? canMergePersons(ctx.actor, [whereabouts(known)]) : canSeekAnybody(ctx.actor);
  authorise(ctx, isAllowed, "");
  const learners = await searchLearnersWithin(ctx.db, {
    scope: scopeOf(ctx),
    exceptId: personId ?? null,
    words: searchWords(input.search),
    most: MOST_FOUND + 1,
  });
  return { learners: learners.slice(0, MOST_FOUND), hasMore: learners.length > MOST_FOUND };
}
