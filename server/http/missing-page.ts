import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { LOCALES, type Locale } from "@/db/enums";

/** What "not found" looks like: prerendered pages, by their path without the language. */
const MISSING_PAGE = "/missing";
const MISSING_CODE = "/missing/code";

/** The prerendered documents by path, such as "/nl/missing/code". Empty in development, where Next draws its own. */
export type MissingPages = Readonly<Record<string, Buffer>>;

/**
 * Reads the documents that stand in for what is not found.
 *
 * @param folder where the build put its pages, such as `.next/server/app`
 */
export function readMissingPages(folder: string): MissingPages {
  const paths = LOCALES.flatMap((locale) => [`/${locale}${MISSING_PAGE}`, `/${locale}${MISSING_CODE}`]);
  const known = paths.map((path) => [path, join(folder, `${path}.html`)] as const);
  return Object.fromEntries(
    known.filter(([, file]) => existsSync(file)).map(([path, file]) => [path, readFileSync(file)]),
  );
}

/** The path of the document for an address that was not found: in its language, and about a code where it has one. */
export function missingPageFor(path: string, otherwise: Locale): string {
  const [, first, second, code] = path.split("/");
  const locale = LOCALES.find((known) => known === first) ?? otherwise;
  return `/${locale}${second === "verify" && code ? MISSING_CODE : MISSING_PAGE}`;
}

/** Whether the browser asks for a whole page, not for a part of one or to do something. */
export function asksForPage(req: IncomingMessage): boolean {
  return (req.method === "GET" || req.method === "HEAD") && req.headers.rsc === undefined;
}

/** Sends a document as the answer 404. */
export function sendMissing(res: ServerResponse, html: Buffer, policy: string): void {
  res.writeHead(404, {
    "content-type": "text/html; charset=utf-8",
    "content-length": html.length,
    "content-security-policy": policy,
    "cache-control": "private, no-store",
  });
  res.end(html);
}

/**
 * Puts `html` in the place of what Next writes when it answers 404 with a page: that one is drawn by script and blank
 * without. Anything else passes through untouched, and so do headers that every answer carries.
 *
 * @param policy the content security policy that goes with the scripts in `html`
 */
export function replaceMissing(res: ServerResponse, html: Buffer, policy: string): void {
  const { writeHead, write, end } = res;
  let isReplaced = false;
  const decide = () => {
    if (res.headersSent || isReplaced || res.statusCode !== 404) return;
    isReplaced = String(res.getHeader("content-type") ?? "").startsWith("text/html");
    if (!isReplaced) return;
    for (const name of ["content-encoding", "transfer-encoding", "etag", "link"]) res.removeHeader(name);
    res.setHeader("content-length", html.length);
    res.setHeader("content-security-policy", policy);
    res.setHeader("cache-control", "private, no-store");
  };
  // Whoever writes (Next, its compression) calls these three with the arguments of node:http: they are handed on as given.
  Object.assign(res, {
    writeHead(...given: [number]) {
      res.statusCode = given[0];
      decide();
      return Reflect.apply(writeHead, res, given);
    },
    write(...given: unknown[]) {
      decide();
      if (!isReplaced) return Reflect.apply(write, res, given);
      const done = given.at(-1);
      if (typeof done === "function") process.nextTick(done);
      return true;
    },
    end(...given: unknown[]) {
      decide();
      return Reflect.apply(end, res, isReplaced ? [html] : given);
    },
  });
}
