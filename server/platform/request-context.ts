import "server-only";
import { randomUUID } from "node:crypto";
import { LOCALES, type Locale } from "@/db/enums";
import { findSession } from "@/server/identity/sessions/reads";
import { ANONYMOUS } from "@/server/kernel/actor";
import type { ServiceContext } from "@/server/kernel/context";
import { database } from "./database";
import { ports } from "./ports";

export type RequestFacts = {
  sessionToken: string | undefined;
  /** The language of the page that asks, when it says so. */
  locale: string | undefined;
  clientAddress: string | null;
};

const isLocale = (value: string | undefined): value is Locale => LOCALES.some((locale) => locale === value);

/**
 * The context of one request: who asks (one query, none without a session token), when, and in which language.
 * An expired, ended or invented token is the same as none.
 */
export async function createRequestContext(facts: RequestFacts): Promise<ServiceContext> {
  const now = new Date();
  const session = facts.sessionToken ? await findSession(database, facts.sessionToken, now) : null;
  return {
    actor: session?.actor ?? ANONYMOUS,
    db: database,
    now,
    locale: isLocale(facts.locale) ? facts.locale : (session?.person.locale ?? "fr"),
    newId: randomUUID,
    ports,
    clientAddress: facts.clientAddress,
  };
}
