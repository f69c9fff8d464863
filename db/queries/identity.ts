import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Connection } from "../client";
import { persons, roleAssignments } from "../schema/identity";

/** Adds a person; false when the e-mail address (without regard to case) belongs to somebody already. */
export async function insertPerson(db: Connection, person: typeof persons.$inferInsert): Promise<boolean> {
  const rows = await db.insert(persons).values(person).onConflictDoNothing().returning({ id: persons.id });
  return rows.length === 1;
}

/** Gives a role; false when the person holds it already. */
export async function insertRoleAssignment(
  db: Connection,
  assignment: typeof roleAssignments.$inferInsert,
): Promise<boolean> {
  const rows = await db
    .insert(roleAssignments)
    .values(assignment)
    .onConflictDoNothing()
    .returning({ id: roleAssignments.id });
  return rows.length === 1;
}

const profile = {
  id: persons.id,
  firstName: persons.firstName,
  familyName: persons.familyName,
  email: persons.email,
  locale: persons.locale,
  textSize: persons.textSize,
  theme: persons.theme,
  contrast: persons.contrast,
  isDemo: persons.isDemo,
};

export async function findPerson(db: Connection, id: string) {
  const [person] = await db
    .select(profile)
    .from(persons)
    .where(and(eq(persons.id, id), isNull(persons.erasedAt)));
  return person ?? null;
}

/**
 * Keeps a person from being erased, or from becoming somebody else, until the transaction ends; false when she was
 * already. For whoever writes something about her that should not go to an empty row.
 */
export async function holdPerson(db: Connection, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.id, id), isNull(persons.erasedAt)))
    .for("key share");
  return rows.length === 1;
}

export async function findPersonByEmail(db: Connection, email: string) {
  const [person] = await db
    .select(profile)
    .from(persons)
    .where(and(sql`lower(${persons.email}) = ${email.toLowerCase()}`, isNull(persons.erasedAt)));
  return person ?? null;
}

export async function updatePreferences(
  db: Connection,
  params: { personId: string } & Partial<
    Pick<typeof persons.$inferInsert, "locale" | "textSize" | "theme" | "contrast">
  >,
): Promise<void> {
  const { personId, ...wishes } = params;
  if (Object.values(wishes).every((wish) => wish === undefined)) return;
  await db.update(persons).set(wishes).where(eq(persons.id, personId));
}

/** Of the given persons, those who hold a role other than learner anywhere. */
export async function listStaffAmong(db: Connection, personIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: roleAssignments.personId })
    .from(roleAssignments)
    .where(and(inArray(roleAssignments.personId, [...personIds]), sql`${roleAssignments.role} <> 'learner'`));
  return rows.map((row) => row.personId);
}
