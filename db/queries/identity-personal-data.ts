import { asc, eq, sql } from "drizzle-orm";
import type { Connection } from "../client";
import { accessCards, emailCodes, persons, roleAssignments, sessions } from "../schema/identity";
import { listFormerIds } from "./merge-subjects";

/** Everything the identity tables hold about a person; hashes of secrets are left out. */
export async function selectIdentityData(db: Connection, personId: string) {
  const [person] = await db
    .select({
      firstName: persons.firstName,
      familyName: persons.familyName,
      email: persons.email,
      phone: persons.phone,
      locale: persons.locale,
      textSize: persons.textSize,
      theme: persons.theme,
      contrast: persons.contrast,
      createdAt: persons.createdAt,
    })
    .from(persons)
    .where(eq(persons.id, personId));
  const roles = await db
    .select({
      role: roleAssignments.role,
      organisationId: roleAssignments.organisationId,
      assignedAt: roleAssignments.assignedAt,
    })
    .from(roleAssignments)
    .where(eq(roleAssignments.personId, personId))
    .orderBy(asc(roleAssignments.assignedAt));
  const cards = await db
    .select({
      issuedAt: accessCards.issuedAt,
      lastUsedAt: accessCards.lastUsedAt,
      wrongTries: accessCards.wrongTries,
      lockedAt: accessCards.lockedAt,
      revokedAt: accessCards.revokedAt,
    })
    .from(accessCards)
    .where(eq(accessCards.personId, personId))
    .orderBy(asc(accessCards.issuedAt));
  const codes = await db
    .select({ sentAt: emailCodes.sentAt, usedAt: emailCodes.usedAt })
    .from(emailCodes)
    .where(eq(emailCodes.personId, personId))
    .orderBy(asc(emailCodes.sentAt));
  const devices = await db
    .select({
      device: sessions.device,
      means: sessions.means,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(eq(sessions.personId, personId))
    .orderBy(asc(sessions.createdAt));
  const formerIds = await listFormerIds(db, personId);
  return {
    person: person ?? null,
    formerIds,
    roles,
    accessCards: cards,
    emailCodes: codes,
    sessions: devices,
  };
}

/** Deletes every means to sign in and every role, and empties the person's row; the row itself stays for the log. */
export async function eraseIdentityData(db: Connection, personId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.personId, personId));
  await db.delete(emailCodes).where(eq(emailCodes.personId, personId));
  await db.delete(accessCards).where(eq(accessCards.personId, personId));
  await db.delete(roleAssignments).where(eq(roleAssignments.personId, personId));
  await db.update(accessCards).set({ issuedBy: null }).where(eq(accessCards.issuedBy, personId));
  await db
    .update(persons)
    .set({
      firstName: "",
      familyName: null,
      email: null,
      phone: null,
      textSize: 100,
      theme: null,
      contrast: null,
      erasedAt: sql`coalesce(${persons.erasedAt}, now())`,
    })
    .where(eq(persons.id, personId));
}
