import type { Connection, Database } from "@/db/client";
import type { Locale } from "@/db/enums";
import type { Actor } from "./actor";
import type { PdfPort } from "./paper";

export type Mail = { to: string; subject: string; text: string; html: string };

/** What services need of the outside world; the real ones stand in `server/platform/ports.ts`, fakes in `tests/support`. */
export type Ports = {
  /** Sends one message; throws UNAVAILABLE when the mail server cannot take it. */
  mail: { send(mail: Mail): Promise<void> };
  /** Keyed hash (HMAC-SHA-256 with the instance's secret) of a secret of a named kind. */
  secrets: { hash(kind: string, secret: string): Buffer };
  /** Cryptographically strong random integer, 0 ≤ n < `below`. */
  random: { integer(below: number): number; token(): string };
  /** Prints certificates. */
  pdf: PdfPort;
  /** The content folder in which simulations are written here; null on an instance that only serves. */
  workbench: string | null;
  /** The public address of this instance, without a slash at the end. */
  appUrl: string;
};

/** What every service function receives first: who asks, when, and with what means. */
export type ServiceContext = {
  actor: Actor;
  /** The pool, or the transaction opened by `withTransaction`. */
  db: Connection;
  now: Date;
  locale: Locale;
  newId(): string;
  ports: Ports;
  /** Address the request came from, for rate limits only; null for scripts. */
  clientAddress: string | null;
};

type TransactionContext = ServiceContext & { readonly inTransaction: true };

/**
 * Runs `work` in one transaction and joins the outer one when there is one: everything it writes, its audit row
 * included, stands or falls together.
 */
export async function withTransaction<T>(
  ctx: ServiceContext,
  work: (ctx: TransactionContext) => Promise<T>,
): Promise<T> {
  if ("inTransaction" in ctx) return work(ctx as TransactionContext);
  return (ctx.db as Database).transaction((db) => work({ ...ctx, db, inTransaction: true }));
}
