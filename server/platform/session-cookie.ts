import { env } from "./env";

const isSecure = env.APP_URL.startsWith("https://");

/** Name of the cookie that carries the session token; browsers keep the `__Secure-` one to https. */
export const SESSION_COOKIE = isSecure ? "__Secure-session" : "session";

/** Name of the cookie that remembers the language of the last page. */
export const LOCALE_COOKIE = "locale";

/** Reads one cookie from a `Cookie` header; undefined when it is not there. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return decoded(part.slice(at + 1).trim());
  }
  return undefined;
}

/** A cookie somebody tampered with is the same as none. */
function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
