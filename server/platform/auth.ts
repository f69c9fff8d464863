import "server-only";
import { cookies, headers } from "next/headers";
import { after } from "next/server";
import NextAuth, { AuthError } from "next-auth";
import type { CardPicture, Locale, Role } from "@/db/enums";
import { getCardState } from "@/server/identity/access-cards/reads";
import type { AccessCardOutcome, CardState } from "@/server/identity/access-cards/schema";
import {
  type AskOutcome,
  askForEmailCodeInput,
  type EmailCodeOutcome,
} from "@/server/identity/email-codes/schema";
import { askForEmailCode, sendEmailCode } from "@/server/identity/email-codes/writes";
import { localeAfterSignIn, placeAfterSignIn, roomsOf } from "@/server/identity/rules";
import { findSession } from "@/server/identity/sessions/reads";
import { ANONYMOUS } from "@/server/kernel/actor";
import { DomainError } from "@/server/kernel/errors";
import { fieldKeys } from "@/server/kernel/invalid-input";
import { authConfig, type IdentityProvider, SIGN_IN, SignInRefused, signInContext } from "./auth-config";
import { database } from "./database";
import { env } from "./env";
import { reportFault } from "./faults";
import { LOCALE_COOKIE, SESSION_COOKIE } from "./session-cookie";
import { composeCodeMail } from "./sign-in-mail";

/** The provider of the settings, where there is one; the settings come all four or not at all. */
function identityProvider(): IdentityProvider | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_NAME) return null;
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, name: OIDC_NAME };
}

const nextAuth = NextAuth((request) => authConfig(env.DEMO, identityProvider(), request));

/** The two methods of `/api/auth/*`. */
export const { handlers } = nextAuth;

/** The page that asks somebody to sign in, and the one that sent her there. */
export type Door = { locale: Locale; next: string | undefined };

/** Somebody is in: `path` is where she goes now, in her language. */
type Entered = { outcome: "entered"; path: string };

/** The form was not filled in rightly; a message key per field. */
type Invalid = { outcome: "invalid"; fields: Record<string, string> };

/** The card was replaced in the very moment it was used. */
type Stopped = { outcome: "stopped" };

type Refused<Outcome extends { outcome: string }> = Exclude<Outcome, { outcome: "accepted" }>;

/** The refusal inside what next-auth throws, as a value; faults stay faults. */
function refusalOf(thrown: unknown): { outcome: string } | null {
  if (thrown instanceof SignInRefused) return thrown.outcome as { outcome: string };
  const inner = thrown instanceof AuthError ? thrown.cause?.err : thrown;
  if (!(inner instanceof DomainError)) return null;
  if (inner.code === "INVALID") return { outcome: "invalid", fields: inner.detail.fields ?? {} } as Invalid;
  return inner.code === "UNAUTHENTICATED" ? { outcome: "stopped" } : null;
}

async function enter<Refusal extends { outcome: string }>(
  provider: string,
  credentials: Record<string, string>,
  door: Door,
): Promise<Entered | Invalid | Stopped | Refusal> {
  try {
    await nextAuth.signIn(provider, { ...credentials, redirect: false });
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal === null) throw thrown;
    return refusal as Invalid | Stopped | Refusal;
  }
  const jar = await cookies();
  const session = await findSession(database, jar.get(SESSION_COOKIE)?.value ?? "", new Date());
  if (!session) return { outcome: "stopped" };
  const locale = localeAfterSignIn({
    person: session.person.locale,
    page: door.locale,
    chosen: jar.get(LOCALE_COOKIE)?.value,
  });
  return { outcome: "entered", path: placeAfterSignIn(roomsOf(session.actor.roles), locale, door.next) };
}

/** Whether the card with this code can still open anything, for its page. */
export async function lookAtCard(code: string): Promise<CardState> {
  return getCardState(signInContext(ANONYMOUS, (await headers()).get("x-client-address")), { code });
}

/** Signs in with a card. Only in a server action: it sets the cookie. */
export async function enterWithCard(
  given: { code: string; pictures: readonly CardPicture[] },
  door: Door,
): Promise<Entered | Invalid | Stopped | Refused<AccessCardOutcome>> {
  return enter("access-card", { code: given.code, pictures: given.pictures.join(" ") }, door);
}

/** Signs in with a code of an e-mail. Only in a server action: it sets the cookie. */
export async function enterWithCode(
  given: { requestId: string; code: string },
  door: Door,
): Promise<Entered | Invalid | Stopped | Refused<EmailCodeOutcome>> {
  return enter("email-code", given, door);
}

/** Plays somebody of the demonstration; `unknown` where there is no demonstration. */
export async function enterAsDemo(
  given: { role: Role },
  door: Door,
): Promise<Entered | Invalid | Stopped | { outcome: "unknown" }> {
  if (!env.DEMO) return { outcome: "unknown" };
  return enter("demo", given, door);
}

/**
 * Asks for a code by e-mail. The letter is written after the answer is sent, so the time it takes gives away nothing
 * about the mailbox. Only in a server action.
 */
export async function requestCode(given: { email: string }): Promise<AskOutcome | Invalid> {
  const parsed = askForEmailCodeInput.safeParse(given, { reportInput: true });
  if (!parsed.success) return { outcome: "invalid", fields: fieldKeys(parsed.error) };
  const address = (await headers()).get("x-client-address");
  const asked = await askForEmailCode(signInContext(ANONYMOUS, address), parsed.data);
  if (asked.outcome === "asked") {
    const { requestId } = asked;
    after(async () => {
      try {
        const ctx = signInContext(SIGN_IN, null);
        await sendEmailCode(ctx, { email: parsed.data.email, requestId }, composeCodeMail);
      } catch (fault) {
        reportFault(fault instanceof DomainError ? fault.cause : fault, "sign-in mail");
      }
    });
  }
  return asked;
}

/**
 * The address of the provider's page where staff sign in; it comes back to the sign-in page, which knows her then.
 * `null` where there is no provider. Only in a server action.
 */
export async function askProvider(door: Door): Promise<string | null> {
  if (!identityProvider()) return null;
  const next = door.next ? `&next=${encodeURIComponent(door.next)}` : "";
  const redirectTo = `/${door.locale}/sign-in?entered=1${next}`;
  return nextAuth.signIn("oidc", { redirect: false, redirectTo });
}

/** Signs this browser out: the session ends and the cookie goes. Only in a server action. */
export async function leave(): Promise<void> {
  await nextAuth.signOut({ redirect: false });
}
