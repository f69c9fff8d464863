import type { z } from "zod";
import { listStaffAmong } from "@/db/queries/identity";
import { deleteEndedEmailCodes } from "@/db/queries/identity-email-codes";
import {
  deleteEndedSessions,
  deleteOtherSessions,
  deleteSession,
  deleteSessionByToken,
  holdAccessCard,
  insertSession,
} from "@/db/queries/identity-sessions";
import { deleteEndedRateWindows } from "@/db/queries/rate-limits";
import { audit } from "@/server/kernel/audit";
import { authorise } from "@/server/kernel/authorise";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError } from "@/server/kernel/errors";
import { canManageOwnAccount, canRunSignIn } from "../policy";
import { sessionTokenHash } from "./reads";
import { sessionEnd } from "./rules";
import type { endSessionInput, SessionGrant } from "./schema";

/**
 * Signs a person in on one device, after her credential was found right. Ends the session this browser had before.
 *
 * @returns the token for the cookie; only its hash is kept
 * @throws UNAUTHENTICATED when the card was revoked or locked in the meantime
 */
export async function openSession(ctx: ServiceContext, grant: SessionGrant): Promise<{ token: string }> {
  authorise(ctx, canRunSignIn(ctx.actor));
  const token = ctx.ports.random.token();
  return withTransaction(ctx, async (inside) => {
    const { personId, means, accessCardId, device } = grant;
    if (accessCardId && !(await holdAccessCard(inside.db, { id: accessCardId, personId }))) {
      throw new DomainError("UNAUTHENTICATED");
    }
    if (grant.replaces) await deleteSessionByToken(inside.db, sessionTokenHash(grant.replaces));
    const isStaff = means !== "access-card" && (await listStaffAmong(inside.db, [personId])).length > 0;
    await insertSession(inside.db, {
      id: ctx.newId(),
      tokenHash: sessionTokenHash(token),
      personId,
      means,
      accessCardId,
      device,
      createdAt: ctx.now,
      lastSeenAt: ctx.now,
      expiresAt: sessionEnd({ isStaff, createdAt: ctx.now, seenAt: ctx.now }),
    });
    await audit(inside, "session.opened", `person:${personId}`, { detail: { means } });
    return { token };
  });
}

/** Ends the session of a browser that signs out. Ending it twice is no fault. */
export async function closeSession(ctx: ServiceContext, input: { sessionId: string }): Promise<void> {
  authorise(ctx, canRunSignIn(ctx.actor));
  await deleteSession(ctx.db, { id: input.sessionId });
}

/**
 * Signs the acting person out on one of her devices, at once.
 *
 * @throws NOT_FOUND for a session that is over, or is somebody else's
 */
export async function endSession(
  ctx: ServiceContext,
  input: z.infer<typeof endSessionInput>,
): Promise<{ outcome: "ended" }> {
  authorise(ctx, canManageOwnAccount(ctx.actor));
  if (ctx.actor.kind !== "person") throw new DomainError("UNAUTHENTICATED");
  const { personId } = ctx.actor;
  return withTransaction(ctx, async (inside) => {
    if (!(await deleteSession(inside.db, { id: input.sessionId, personId }))) {
      throw new DomainError("NOT_FOUND");
    }
    await audit(inside, "session.ended", `person:${personId}`, { detail: { sessionId: input.sessionId } });
    return { outcome: "ended" };
  });
}

/** Signs the acting person out everywhere but here. */
export async function endOtherSessions(ctx: ServiceContext): Promise<{ ended: number }> {
  authorise(ctx, canManageOwnAccount(ctx.actor));
  if (ctx.actor.kind !== "person") throw new DomainError("UNAUTHENTICATED");
  const { personId, sessionId } = ctx.actor;
  return withTransaction(ctx, async (inside) => {
    const ended = await deleteOtherSessions(inside.db, { personId, keepId: sessionId });
    if (ended > 0) await audit(inside, "session.others-ended", `person:${personId}`, { detail: { ended } });
    return { ended };
  });
}

/** Removes what nobody can use any more: sessions, codes and counters that are over. For a daily job. */
export async function purgeEnded(ctx: ServiceContext): Promise<void> {
  authorise(ctx, canRunSignIn(ctx.actor));
  await deleteEndedSessions(ctx.db, ctx.now);
  await deleteEndedEmailCodes(ctx.db, ctx.now);
  await deleteEndedRateWindows(ctx.db, ctx.now);
}
