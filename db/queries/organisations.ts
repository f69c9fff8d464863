import { and, asc, eq, isNull } from "drizzle-orm";
import type { Connection } from "../client";
import { persons } from "../schema/identity";
import { cohortMemberships, cohorts } from "../schema/organisations";
import { organisations } from "../schema/tenants";

/** The cohorts a person is in now, as a learner. */
export async function listLearnerCohortIds(db: Connection, personId: string): Promise<string[]> {
  const rows = await db
    .select({ cohortId: cohortMemberships.cohortId })
    .from(cohortMemberships)
    .where(
      and(
        eq(cohortMemberships.personId, personId),
        eq(cohortMemberships.role, "learner"),
        isNull(cohortMemberships.leftAt),
      ),
    );
  return rows.map((row) => row.cohortId);
}

/** Whom a learner of the cohort calls: its longest-serving trainer, with the organisation's number as a fallback. */
export async function findHelpContact(
  db: Connection,
  cohortId: string,
): Promise<{ name: string; phone: string } | null> {
  const [row] = await db
    .select({ name: persons.firstName, phone: persons.phone, office: organisations.phone })
    .from(cohortMemberships)
    .innerJoin(persons, eq(persons.id, cohortMemberships.personId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMemberships.cohortId))
    .innerJoin(organisations, eq(organisations.id, cohorts.organisationId))
    .where(
      and(
        eq(cohortMemberships.cohortId, cohortId),
        eq(cohortMemberships.role, "trainer"),
        isNull(cohortMemberships.leftAt),
      ),
    )
    .orderBy(asc(cohortMemberships.joinedAt))
    .limit(1);
  return row ? { name: row.name, phone: row.phone ?? row.office } : null;
}

/** A person's active place in a cohort, with the course it teaches; null when she is not in it now. */
export async function findMembership(
  db: Connection,
  place: { cohortId: string; personId: string; role: "learner" | "trainer" },
): Promise<{ organisationId: string; course: string; joinedAt: Date } | null> {
  const [row] = await db
    .select({
      organisationId: cohortMemberships.organisationId,
      course: cohorts.course,
      joinedAt: cohortMemberships.joinedAt,
    })
    .from(cohortMemberships)
    .innerJoin(cohorts, eq(cohorts.id, cohortMemberships.cohortId))
    .where(
      and(
        eq(cohortMemberships.cohortId, place.cohortId),
        eq(cohortMemberships.personId, place.personId),
        eq(cohortMemberships.role, place.role),
        isNull(cohortMemberships.leftAt),
      ),
    );
  return row ?? null;
}
