import { randomUUID } from "node:crypto";
import type { Connection } from "@/db/client";
import { insertEvidence } from "@/db/queries/passport";
import { activityProgress, timeLedger } from "@/db/schema/learning";
import { listActivities } from "@/server/catalogue/reads";
import { ANYBODY, contextOf, type House, join, makePerson, TEST_NOW } from "./factories";

const COURSE = "itsme-eid";

/** A learner of the house's cohort who has done and proved everything of the course. */
export async function makeGraduate(
  db: Connection,
  { cohortId, organisationId }: Pick<House, "cohortId" | "organisationId">,
  change: { firstName?: string; familyName?: string } = {},
): Promise<string> {
  const personId = await makePerson(db, change);
  await join(db, { cohortId, organisationId, personId, role: "learner" });
  await graduate(db, { personId, organisationId });
  return personId;
}

/** Everything of the course is done and proved by somebody who is a learner of it. */
export async function graduate(
  db: Connection,
  { personId, organisationId }: { personId: string; organisationId: string },
): Promise<void> {
  for (const activity of await listActivities(contextOf(db, ANYBODY), { course: COURSE })) {
    await db.insert(activityProgress).values({
      personId,
      organisationId,
      course: COURSE,
      lesson: activity.lesson,
      activityId: activity.id,
      stepId: "last",
      stepNumber: activity.stepCount,
      stepCount: activity.stepCount,
      doneSteps: [],
      stepSince: TEST_NOW,
      startedAt: TEST_NOW,
      lastEventAt: TEST_NOW,
      completedAt: TEST_NOW,
    });
    if (activity.kind !== "steps")
      await prove(db, { personId, organisationId }, { activityId: activity.id, source: activity.kind });
  }
  await db.insert(timeLedger).values({
    personId,
    organisationId,
    course: COURSE,
    day: "2026-11-20",
    activeSeconds: 5400,
    lastEventAt: TEST_NOW,
  });
}

/** A success alone, as a passed check or simulation leaves it behind. */
export async function prove(
  db: Connection,
  person: { personId: string; organisationId: string },
  what: { activityId: string; source: "quiz" | "simulation"; competence?: string; on?: string },
): Promise<void> {
  await insertEvidence(db, [
    {
      id: randomUUID(),
      ...person,
      competence: what.competence ?? "2.6",
      source: what.source,
      sourceId: randomUUID(),
      course: COURSE,
      activityId: what.activityId,
      assistance: "alone",
      score: 90,
      occurredAt: new Date(`${what.on ?? "2026-11-20"}T10:00:00Z`),
      recordedAt: TEST_NOW,
    },
  ]);
}
