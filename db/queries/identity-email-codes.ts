import { and, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Connection } from "../client";
import { emailCodes } from "../schema/identity";

/** Stores a fresh code and ends the ones sent before: the newest wins. Call it in a transaction. */
export async function replaceEmailCode(db: Connection, code: typeof emailCodes.$inferInsert): Promise<void> {
  await db
    .update(emailCodes)
    .set({ expiresAt: code.sentAt })
    .where(
      and(
        eq(emailCodes.personId, code.personId),
        isNull(emailCodes.usedAt),
        gt(emailCodes.expiresAt, code.sentAt),
      ),
    );
  await db.insert(emailCodes).values(code);
}

/** Uses a code up and answers whose it was; null when it is wrong, over, used, or was missed too often. */
export async function consumeEmailCode(
  db: Connection,
  params: { id: string; codeHash: Buffer; mostWrong: number; now: Date },
): Promise<string | null> {
  const [row] = await db
    .update(emailCodes)
    .set({ usedAt: params.now })
    .where(
      and(
        eq(emailCodes.id, params.id),
        eq(emailCodes.codeHash, params.codeHash),
        isNull(emailCodes.usedAt),
        gt(emailCodes.expiresAt, params.now),
        lt(emailCodes.wrongTries, params.mostWrong),
      ),
    )
    .returning({ personId: emailCodes.personId });
  return row?.personId ?? null;
}

export async function countWrongEmailCode(db: Connection, id: string): Promise<void> {
  await db
    .update(emailCodes)
    .set({ wrongTries: sql`${emailCodes.wrongTries} + 1` })
    .where(eq(emailCodes.id, id));
}

/** Removes codes that nobody can use any more. */
export async function deleteEndedEmailCodes(db: Connection, now: Date): Promise<void> {
  await db.delete(emailCodes).where(or(lt(emailCodes.expiresAt, now), sql`${emailCodes.usedAt} is not null`));
}
