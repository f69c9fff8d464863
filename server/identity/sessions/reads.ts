import { createHash } from "node:crypto";
import type { Connection } from "@/db/client";
import type { Locale } from "@/db/enums";
import { findLiveSession, listLiveSessions, touchSession } from "@/db/queries/identity-sessions";
import type { PersonActor } from "@/server/kernel/actor";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { DomainError } from "@/server/kernel/errors";
import { canManageOwnAccount } from "../policy";
import { DEVICE_FAMILIES, rightsOf, SEEN_EVERY_MS, sessionEnd } from "./rules";
import type { SessionLine } from "./schema";

export type FoundSession = {
  actor: PersonActor;
  person: { id: string; firstName: string; locale: Locale; textSize: number };
};

/** What is kept of a session token. A plain hash will do: the token is 256 random bits, nobody can list them. */
export function sessionTokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/**
 * Who holds this token: the session with its person, roles and places, in one query; null when it was ended, is over,
 * or was never given. This is the one read that nobody is authorised for, because it makes the actor that all others
 * ask about; holding the token is the right. Notes the use of the session, at most every 15 minutes.
 */
export function findSession(db: Connection, token: string, now: Date): Promise<FoundSession | null> {
  return resumeSession(db, sessionTokenHash(token), now);
}

async function resumeSession(db: Connection, tokenHash: Buffer, now: Date): Promise<FoundSession | null> {
  const session = await findLiveSession(db, { tokenHash, now });
  if (!session) return null;
  const { roles, memberships } = rightsOf(session.means, session);
  const isStaff = roles.some((held) => held.role !== "learner");
  const { createdAt, lastSeenAt } = session;
  if (sessionEnd({ isStaff, createdAt, seenAt: lastSeenAt }) <= now) return null;

  const notSince = new Date(now.getTime() - SEEN_EVERY_MS);
  if (lastSeenAt < notSince) {
    const expiresAt = sessionEnd({ isStaff, createdAt, seenAt: now });
    await touchSession(db, { id: session.id, seenAt: now, notSince, expiresAt });
  }
  return {
    actor: { kind: "person", personId: session.personId, sessionId: session.id, roles, memberships },
    person: {
      id: session.personId,
      firstName: session.firstName,
      locale: session.locale,
      textSize: session.textSize,
    },
  };
}

/** The devices the acting person is signed in on, the one used last first. */
export async function listSessions(ctx: ServiceContext): Promise<SessionLine[]> {
  authorise(ctx, canManageOwnAccount(ctx.actor));
  if (ctx.actor.kind !== "person") throw new DomainError("UNAUTHENTICATED");
  const { personId, sessionId } = ctx.actor;
  const lines = await listLiveSessions(ctx.db, { personId, now: ctx.now });
  return lines.map((line) => ({
    id: line.id,
    device: DEVICE_FAMILIES.find((family) => family === line.device) ?? "other",
    since: line.createdAt.toISOString(),
    lastSeen: line.lastSeenAt.toISOString(),
    isThisOne: line.id === sessionId,
  }));
}
