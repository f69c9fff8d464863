import "server-only";
import { randomUUID } from "node:crypto";
import { CredentialsSignin, type NextAuthConfig, type User } from "next-auth";
import type { Provider } from "next-auth/providers";
import Credentials from "next-auth/providers/credentials";
import { ROLES } from "@/db/enums";
import { tryAccessCardInput } from "@/server/identity/access-cards/schema";
import { tryAccessCard } from "@/server/identity/access-cards/writes";
import { findDemoPerson } from "@/server/identity/demo/reads";
import { tryEmailCodeInput } from "@/server/identity/email-codes/schema";
import { tryEmailCode } from "@/server/identity/email-codes/writes";
import { findStaffByClaims } from "@/server/identity/providers/reads";
import { findSession } from "@/server/identity/sessions/reads";
import { COOKIE_SECONDS, deviceFamily } from "@/server/identity/sessions/rules";
import { type SessionGrant, sessionGrant } from "@/server/identity/sessions/schema";
import { closeSession, openSession } from "@/server/identity/sessions/writes";
import { type Actor, ANONYMOUS } from "@/server/kernel/actor";
import type { ServiceContext } from "@/server/kernel/context";
import { parseInput } from "@/server/kernel/invalid-input";
import { database } from "./database";
import { env } from "./env";
import { reportFault } from "./faults";
import { ports } from "./ports";
import { readCookie, SESSION_COOKIE } from "./session-cookie";

/** A credential that opened nothing. What happened is a value (`outcome`) for the form that asked. */
export class SignInRefused<Outcome extends { outcome: string }> extends CredentialsSignin {
  override readonly code = "refused";
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super();
    this.outcome = outcome;
  }
}

/** The machinery of signing in, as the services know it. */
export const SIGN_IN: Actor = { kind: "system", name: "sign-in" };

/** Context of a sign-in: nobody is known yet, or it is the machinery itself that acts. */
export function signInContext(actor: Actor, clientAddress: string | null): ServiceContext {
  return { actor, db: database, now: new Date(), locale: "fr", newId: randomUUID, ports, clientAddress };
}

const addressOf = (request: Request) => request.headers.get("x-client-address");

/** Not faults: a cookie whose session is over, a form that was not ours. */
const EVERYDAY = new Set(["JWTSessionError", "MissingCSRF"]);

/** An OpenID Connect provider that staff may come in through. */
export type IdentityProvider = { issuer: string; clientId: string; clientSecret: string; name: string };

/** Where somebody lands whom the provider knows and we do not. */
const UNKNOWN_IDENTITY = "/sign-in?error=unknown-identity";

/** What next-auth hands from `authorize` to `jwt.encode`. */
function granted(
  request: Pick<Request, "headers">,
  right: Pick<SessionGrant, "personId" | "means"> & { accessCardId?: string },
): User & { grant: SessionGrant } {
  return {
    id: right.personId,
    grant: {
      personId: right.personId,
      means: right.means,
      accessCardId: right.accessCardId ?? null,
      device: deviceFamily(request.headers.get("user-agent")),
      replaces: readCookie(request.headers.get("cookie") ?? undefined, SESSION_COOKIE) ?? null,
    },
  };
}

const accessCard = Credentials({
  id: "access-card",
  credentials: { code: {}, pictures: {} },
  async authorize(given, request) {
    const input = parseInput(tryAccessCardInput, {
      code: given.code,
      pictures: typeof given.pictures === "string" ? given.pictures.split(" ").filter(Boolean) : [],
    });
    const tried = await tryAccessCard(signInContext(ANONYMOUS, addressOf(request)), input);
    if (tried.outcome !== "accepted") throw new SignInRefused(tried);
    return granted(request, { ...tried, means: "access-card" });
  },
});

const emailCode = Credentials({
  id: "email-code",
  credentials: { requestId: {}, code: {} },
  async authorize(given, request) {
    const input = parseInput(tryEmailCodeInput, given);
    const tried = await tryEmailCode(signInContext(ANONYMOUS, addressOf(request)), input);
    if (tried.outcome !== "accepted") throw new SignInRefused(tried);
    return granted(request, { ...tried, means: "email-code" });
  },
});

const demo = Credentials({
  id: "demo",
  credentials: { role: {} },
  async authorize(given, request) {
    const role = ROLES.find((known) => known === given.role);
    const person = role && (await findDemoPerson(signInContext(SIGN_IN, null), { role }));
    if (!person) throw new SignInRefused({ outcome: "unknown" });
    return granted(request, { ...person, means: "demo" });
  },
});

/** Whoever comes back from the provider is let in only as somebody we know; next-auth gets nobody else from here. */
function oidc(
  { issuer, clientId, clientSecret, name }: IdentityProvider,
  request: Pick<Request, "headers"> | undefined,
): Provider {
  return {
    id: "oidc",
    name,
    type: "oidc",
    issuer,
    clientId,
    clientSecret,
    authorization: { params: { scope: "openid email" } },
    checks: ["pkce", "state", "nonce"],
    async profile(claims) {
      const staff = await findStaffByClaims(signInContext(SIGN_IN, null), claims);
      if (!staff || !request) return {};
      return granted(request, { ...staff, means: "oidc" });
    },
  };
}

/**
 * How next-auth works here. It has no adapter, so nothing it does can make a person. Its "JWT" is no JWT: `encode`
 * opens a row in `sessions` and answers a random token for the cookie, `decode` looks the token up. Deleting the row
 * signs out at once.
 *
 * @param demonstration whether the four people of the demonstration may be played
 * @param provider the way in for staff through a provider of their own, where there is one
 * @param request the request that is answered, for what a session notes of its device
 */
export function authConfig(
  demonstration: boolean,
  provider: IdentityProvider | null = null,
  request?: Pick<Request, "headers">,
): NextAuthConfig {
  const secure = env.APP_URL.startsWith("https://");
  return {
    secret: env.AUTH_SECRET,
    basePath: "/api/auth",
    trustHost: true,
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: SESSION_COOKIE,
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in" },
    providers: [
      accessCard,
      emailCode,
      ...(demonstration ? [demo] : []),
      ...(provider ? [oidc(provider, request)] : []),
    ],
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    callbacks: {
      signIn: ({ user }) => ("grant" in user ? true : UNKNOWN_IDENTITY),
      jwt: ({ token, user }) => (user && "grant" in user ? { grant: user.grant } : token),
      session: ({ token, session }) => ({ expires: session.expires, user: { id: token.sub } }),
    },
    jwt: {
      async encode({ token }) {
        if (typeof token?.sessionToken === "string") return token.sessionToken;
        const grant = sessionGrant.parse(token?.grant);
        return (await openSession(signInContext(SIGN_IN, null), grant)).token;
      },
      async decode({ token }) {
        const session = token ? await findSession(database, token, new Date()) : null;
        return session && { sub: session.person.id, sid: session.actor.sessionId, sessionToken: token };
      },
    },
    events: {
      async signOut(message) {
        const sessionId = "token" in message ? message.token?.sid : undefined;
        if (typeof sessionId === "string") await closeSession(signInContext(SIGN_IN, null), { sessionId });
      },
    },
    logger: {
      error(error) {
        if (error instanceof CredentialsSignin || EVERYDAY.has(error.name)) return;
        const cause = error.cause;
        const inner = typeof cause === "object" && cause !== null && "err" in cause ? cause.err : error;
        reportFault(inner, "auth");
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}
