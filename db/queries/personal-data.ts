import { and, asc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Connection } from "../client";
import { answers, attempts, examGrants, ratings } from "../schema/assessment";
import { auditEntries } from "../schema/audit";
import { persons, roleAssignments } from "../schema/identity";
import { activityProgress, learnerEvents, timeLedger } from "../schema/learning";
import { cohortMemberships } from "../schema/organisations";
import { evidence } from "../schema/passport";
import { simulationAttempts } from "../schema/simulation";
import { listFormerIds } from "./merge-subjects";

/** Lets this transaction, and no other, remove rows of the append-only tables (trigger `refuse_rewrite`). */
export async function allowErasure(db: Connection): Promise<void> {
  await db.execute(sql`select set_config('digiskipass.erasing', 'on', true)`);
}

/** Whether a person exists, was erased, became somebody else, or holds a role other than learner. `hold` keeps the row until the end. */
export async function findDataSubject(db: Connection, personId: string, options: { hold?: boolean } = {}) {
  const query = db
    .select({ erasedAt: persons.erasedAt, mergedIntoId: persons.mergedIntoId })
    .from(persons)
    .where(eq(persons.id, personId));
  const [person] = await (options.hold ? query.for("update") : query);
  if (!person) return null;
  const roles = await db
    .select({ role: roleAssignments.role })
    .from(roleAssignments)
    .where(eq(roleAssignments.personId, personId));
  const { erasedAt, mergedIntoId } = person;
  return {
    isErased: erasedAt !== null,
    isMerged: mergedIntoId !== null,
    roles: roles.map(({ role }) => role),
  };
}

/** Whether nobody else administers the instance. */
export async function isOnlyAdmin(db: Connection, personId: string): Promise<boolean> {
  const rows = await db
    .select({ personId: roleAssignments.personId })
    .from(roleAssignments)
    .where(eq(roleAssignments.role, "admin"))
    .for("update");
  return rows.some((row) => row.personId === personId) && rows.every((row) => row.personId === personId);
}

/** Whether a cohort would have no trainer left without this person. */
export async function isOnlyTrainerSomewhere(db: Connection, personId: string): Promise<boolean> {
  const others = db
    .select({ cohortId: cohortMemberships.cohortId })
    .from(cohortMemberships)
    .where(
      and(
        ne(cohortMemberships.personId, personId),
        eq(cohortMemberships.role, "trainer"),
        isNull(cohortMemberships.leftAt),
      ),
    );
  const rows = await db
    .select({ id: cohortMemberships.id })
    .from(cohortMemberships)
    .where(
      and(
        eq(cohortMemberships.personId, personId),
        eq(cohortMemberships.role, "trainer"),
        isNull(cohortMemberships.leftAt),
        sql`${cohortMemberships.cohortId} not in ${others}`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** What the audit says a person did, or was done to her, under any id she ever had. */
export async function selectAuditLines(db: Connection, personId: string) {
  const formerIds = await listFormerIds(db, personId);
  const names = [personId, ...formerIds].map((id) => `person:${id}`);
  return db
    .select({
      at: auditEntries.at,
      action: auditEntries.action,
      subject: auditEntries.subject,
      detail: auditEntries.detail,
    })
    .from(auditEntries)
    .where(or(inArray(auditEntries.actor, names), inArray(auditEntries.subject, names)))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id));
}

/** Every line of proof about a person. */
export async function selectProofs(db: Connection, personId: string) {
  return db
    .select({
      competence: evidence.competence,
      source: evidence.source,
      course: evidence.course,
      activityId: evidence.activityId,
      assistance: evidence.assistance,
      score: evidence.score,
      contentHash: evidence.contentHash,
      note: evidence.note,
      occurredAt: evidence.occurredAt,
      recordedAt: evidence.recordedAt,
    })
    .from(evidence)
    .where(eq(evidence.personId, personId))
    .orderBy(asc(evidence.recordedAt), asc(evidence.id));
}

/** The help a person noted for others: when and where. Whom it was about, and the words, are the others' data. */
export async function selectNotesWritten(db: Connection, personId: string) {
  return db
    .selectDistinct({
      course: evidence.course,
      activityId: evidence.activityId,
      assistance: evidence.assistance,
      occurredAt: evidence.occurredAt,
      recordedAt: evidence.recordedAt,
    })
    .from(evidence)
    .where(eq(evidence.recordedBy, personId))
    .orderBy(asc(evidence.recordedAt));
}

/** Deletes the proofs about a person and forgets which notes about others are hers. Needs `allowErasure`. */
export async function eraseProofs(db: Connection, personId: string): Promise<void> {
  await db.delete(evidence).where(eq(evidence.personId, personId));
  await db.update(evidence).set({ recordedBy: null }).where(eq(evidence.recordedBy, personId));
}

/** Everything a learner did, in the order of recording, with where that brought her and how long it took. */
export async function selectLearningData(db: Connection, personId: string) {
  const events = await db
    .select({
      kind: learnerEvents.kind,
      course: learnerEvents.course,
      activityId: learnerEvents.activityId,
      contentHash: learnerEvents.contentHash,
      attemptId: learnerEvents.attemptId,
      seq: learnerEvents.seq,
      payload: learnerEvents.payload,
      occurredAt: learnerEvents.occurredAt,
      recordedAt: learnerEvents.recordedAt,
    })
    .from(learnerEvents)
    .where(eq(learnerEvents.personId, personId))
    .orderBy(asc(learnerEvents.position));
  const progress = await db
    .select()
    .from(activityProgress)
    .where(eq(activityProgress.personId, personId))
    .orderBy(asc(activityProgress.course), asc(activityProgress.activityId));
  const activeTime = await db
    .select({ course: timeLedger.course, day: timeLedger.day, activeSeconds: timeLedger.activeSeconds })
    .from(timeLedger)
    .where(eq(timeLedger.personId, personId))
    .orderBy(asc(timeLedger.day), asc(timeLedger.course));
  return { events, progress, activeTime };
}

/** Deletes the log of a learner and what was derived from it; her answers first. Needs `allowErasure`. */
export async function deleteLearningData(db: Connection, personId: string): Promise<void> {
  await db.delete(timeLedger).where(eq(timeLedger.personId, personId));
  await db.delete(activityProgress).where(eq(activityProgress.personId, personId));
  await db.delete(learnerEvents).where(eq(learnerEvents.personId, personId));
}

/** A learner's passages, with every answer and how she rated herself. */
export async function selectAttempts(db: Connection, personId: string) {
  const passages = await db
    .select({
      id: attempts.id,
      kind: attempts.kind,
      course: attempts.course,
      activityId: attempts.activityId,
      contentHash: attempts.contentHash,
      status: attempts.status,
      openedAt: attempts.openedAt,
      completedAt: attempts.completedAt,
      score: attempts.score,
      passed: attempts.passed,
      drawn: attempts.drawn,
    })
    .from(attempts)
    .where(eq(attempts.personId, personId))
    .orderBy(asc(attempts.openedAt), asc(attempts.id));
  const given = await db
    .select({
      attemptId: answers.attemptId,
      questionId: answers.questionId,
      answer: answers.answer,
      correct: answers.correct,
      credit: answers.credit,
      answeredAt: answers.answeredAt,
    })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(eq(attempts.personId, personId))
    .orderBy(asc(answers.answeredAt), asc(answers.eventId));
  const rated = await db
    .select({
      attemptId: ratings.attemptId,
      statementId: ratings.statementId,
      rating: ratings.rating,
      ratedAt: ratings.ratedAt,
    })
    .from(ratings)
    .innerJoin(attempts, eq(attempts.id, ratings.attemptId))
    .where(eq(attempts.personId, personId))
    .orderBy(asc(ratings.ratedAt), asc(ratings.statementId));
  const grants = await db
    .select({
      course: examGrants.course,
      kind: examGrants.kind,
      attemptId: examGrants.attemptId,
      grantedAt: examGrants.grantedAt,
    })
    .from(examGrants)
    .where(eq(examGrants.personId, personId))
    .orderBy(asc(examGrants.grantedAt));
  return { attempts: passages, answers: given, ratings: rated, examGrants: grants };
}

/** Deletes a learner's attempts, and forgets which exams she let others take; their answers and ratings go with them. */
export async function deleteAttempts(db: Connection, personId: string): Promise<void> {
  await db.delete(examGrants).where(eq(examGrants.personId, personId));
  await db.update(examGrants).set({ grantedBy: null }).where(eq(examGrants.grantedBy, personId));
  await db.delete(attempts).where(eq(attempts.personId, personId));
}

/** A learner's runs of simulations; their moves are in the log. */
export async function selectSimulationAttempts(db: Connection, personId: string) {
  const rows = await db
    .select()
    .from(simulationAttempts)
    .where(eq(simulationAttempts.personId, personId))
    .orderBy(asc(simulationAttempts.startedAt), asc(simulationAttempts.id));
  return rows.map(({ personId: _person, organisationId: _organisation, ...run }) => run);
}

export async function deleteSimulationAttempts(db: Connection, personId: string): Promise<void> {
  await db.delete(simulationAttempts).where(eq(simulationAttempts.personId, personId));
}
