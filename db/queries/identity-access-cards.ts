import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Connection } from "../client";
import { accessCards, persons, sessions } from "../schema/identity";
import { cohortMemberships, cohorts } from "../schema/organisations";
import { organisations } from "../schema/tenants";

/**
 * Tries pictures on an active card that is not locked, and keeps score: a right try forgets the wrong ones, the wrong
 * try number `mostWrong` locks. One statement, so parallel tries pass one after the other and each is counted.
 *
 * @returns null when no such card is active and unlocked
 */
export async function recordCardTry(
  db: Connection,
  params: { codeHash: Buffer; picturesHash: Buffer; mostWrong: number; now: Date },
) {
  const now = sql`${params.now.toISOString()}::timestamptz`;
  const isRight = sql<boolean>`${accessCards.picturesHash} = ${params.picturesHash}`;
  const [row] = await db
    .update(accessCards)
    .set({
      wrongTries: sql`case when ${isRight} then 0 else ${accessCards.wrongTries} + 1 end`,
      lockedAt: sql`case when not (${isRight}) and ${accessCards.wrongTries} + 1 >= ${params.mostWrong}::int then ${now} end`,
      lastUsedAt: sql`case when ${isRight} then ${now} else ${accessCards.lastUsedAt} end`,
    })
    .where(
      and(
        eq(accessCards.codeHash, params.codeHash),
        isNull(accessCards.revokedAt),
        isNull(accessCards.lockedAt),
      ),
    )
    .returning({
      id: accessCards.id,
      personId: accessCards.personId,
      organisationId: accessCards.organisationId,
      wrongTries: accessCards.wrongTries,
      isRight,
    });
  return row ?? null;
}

/** A card in any state, by the hash of its code. */
export async function findAccessCard(db: Connection, codeHash: Buffer) {
  const [card] = await db
    .select({
      id: accessCards.id,
      personId: accessCards.personId,
      organisationId: accessCards.organisationId,
      lockedAt: accessCards.lockedAt,
      revokedAt: accessCards.revokedAt,
    })
    .from(accessCards)
    .where(eq(accessCards.codeHash, codeHash));
  return card ?? null;
}

/** Whom the owner of a card can call: the trainer of her newest group who has a telephone, else her organisation. */
export async function findHelper(
  db: Connection,
  params: { personId: string; organisationId: string },
): Promise<{ name: string; phone: string } | null> {
  const mine = db
    .select({ cohortId: cohortMemberships.cohortId })
    .from(cohortMemberships)
    .where(
      and(
        eq(cohortMemberships.personId, params.personId),
        eq(cohortMemberships.role, "learner"),
        isNull(cohortMemberships.leftAt),
      ),
    );
  const [trainer] = await db
    .select({ name: persons.firstName, phone: sql<string>`${persons.phone}` })
    .from(cohortMemberships)
    .innerJoin(persons, eq(persons.id, cohortMemberships.personId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMemberships.cohortId))
    .where(
      and(
        inArray(cohortMemberships.cohortId, mine),
        eq(cohortMemberships.role, "trainer"),
        isNull(cohortMemberships.leftAt),
        isNull(persons.erasedAt),
        sql`${persons.phone} <> ''`,
      ),
    )
    .orderBy(sql`${cohorts.startsOn} desc`, asc(cohortMemberships.joinedAt))
    .limit(1);
  if (trainer) return trainer;
  const [organisation] = await db
    .select({ name: organisations.name, phone: organisations.phone })
    .from(organisations)
    .where(eq(organisations.id, params.organisationId));
  return organisation ?? null;
}

export async function findCardCohort(db: Connection, cohortId: string) {
  const [cohort] = await db
    .select({ id: cohorts.id, organisationId: cohorts.organisationId })
    .from(cohorts)
    .where(eq(cohorts.id, cohortId));
  return cohort ?? null;
}

/**
 * The active learners of a cohort among the given persons, in alphabetical order. Takes the row lock of each, so that
 * two people who print cards for the same learner do it one after the other.
 */
export async function lockLearners(
  db: Connection,
  params: { cohortId: string; personIds: readonly string[] },
) {
  return db
    .select({ personId: persons.id, firstName: persons.firstName, locale: persons.locale })
    .from(persons)
    .innerJoin(cohortMemberships, eq(cohortMemberships.personId, persons.id))
    .where(
      and(
        inArray(persons.id, [...params.personIds]),
        isNull(persons.erasedAt),
        eq(cohortMemberships.cohortId, params.cohortId),
        eq(cohortMemberships.role, "learner"),
        isNull(cohortMemberships.leftAt),
      ),
    )
    .orderBy(asc(persons.firstName), asc(persons.id))
    .for("update", { of: persons });
}

/** Revokes the active cards of persons and ends the sessions those cards opened; returns the number of cards. */
export async function revokeAccessCards(
  db: Connection,
  params: { personIds: readonly string[]; now: Date },
): Promise<number> {
  const revoked = await db
    .update(accessCards)
    .set({ revokedAt: params.now })
    .where(and(inArray(accessCards.personId, [...params.personIds]), isNull(accessCards.revokedAt)))
    .returning({ id: accessCards.id });
  if (revoked.length > 0) {
    const ids = revoked.map((card) => card.id);
    await db.delete(sessions).where(inArray(sessions.accessCardId, ids));
  }
  return revoked.length;
}

export async function insertAccessCards(
  db: Connection,
  cards: (typeof accessCards.$inferInsert)[],
): Promise<void> {
  if (cards.length > 0) await db.insert(accessCards).values(cards);
}
