import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { version } from "@/package.json";
import { isDatabaseUp } from "@/server/platform/database";
import { reportFault } from "@/server/platform/faults";
import { handleTrpc, MOST_TRPC_BYTES } from "@/server/trpc/handler";
import { setClientAddress } from "./client-address";
import { commonHeaders, contentSecurityPolicy, type ScriptHashes } from "./content-security-policy";
import { isVerification, lacksLocale, preferredLocale, verificationAsJson } from "./locale-redirect";
import { asksForPage, type MissingPages, missingPageFor, replaceMissing, sendMissing } from "./missing-page";

const MOST_BYTES = 10 * 1024 * 1024;

/** Pages are the same for everyone: a shared cache may keep them five minutes, and show the old one while it asks. */
const STATIC_PAGE_CACHE = "public, max-age=0, s-maxage=300, stale-while-revalidate=86400";

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export type ListenerOptions = {
  next: Handler;
  hashes: ScriptHashes;
  missing: MissingPages;
  development: boolean;
  /** Whether people reach us by https. */
  secure: boolean;
  trustProxy: boolean;
  /** Origins a form may lead to besides ours. */
  formTargets?: readonly string[];
};

function sendJson(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  res.end(JSON.stringify(body));
}

async function sendHealth(res: ServerResponse): Promise<void> {
  const up = await isDatabaseUp();
  const body = { status: up ? "ok" : "unavailable", version, database: up ? "ok" : "unavailable" };
  sendJson(res, up ? 200 : 503, body);
}

/** The status that refuses a body before it is read, or null. tRPC bodies must tell their length in advance. */
function refusedBody(req: IncomingMessage, isTrpc: boolean): 411 | 413 | null {
  if (isTrpc && req.headers["transfer-encoding"] !== undefined) return 411;
  return Number(req.headers["content-length"] ?? 0) > (isTrpc ? MOST_TRPC_BYTES : MOST_BYTES) ? 413 : null;
}

/**
 * What happens to a request before Next: addresses are made honest, security headers set, health and tRPC answered,
 * paths without a language redirected. The policy of a dynamic page carries a nonce, which Next reads from the
 * request; the one of a prerendered page lists the hashes of its scripts. What Next does not find is answered with a
 * prerendered page.
 */
export function createListener(options: ListenerOptions): Handler {
  const { next, hashes, missing, development, secure, trustProxy, formTargets } = options;
  const common = Object.entries(commonHeaders(secure));

  const policyOf = (page: string) =>
    contentSecurityPolicy({ scripts: hashes.pages[page] ?? [], secure, development, formTargets });

  const protect = (req: IncomingMessage, res: ServerResponse, path: string) => {
    const known = hashes.pages[path];
    const nonce = known ? null : randomBytes(16).toString("base64");
    const scripts = nonce === null ? (known ?? []) : [`'nonce-${nonce}'`, ...hashes.anywhere];
    const policy = contentSecurityPolicy({ scripts, secure, development, formTargets });
    res.setHeader("content-security-policy", policy);
    for (const name of ["content-security-policy", "content-security-policy-report-only", "x-nonce"]) {
      delete req.headers[name];
    }
    if (nonce !== null) {
      req.headers["content-security-policy"] = policy;
      req.headers["x-nonce"] = nonce;
    } else if (req.method === "GET" || req.method === "HEAD") {
      res.setHeader("cache-control", STATIC_PAGE_CACHE);
    }
  };

  const answer: Handler = async (req, res) => {
    for (const [name, value] of common) res.setHeader(name, value);
    setClientAddress(req.headers, req.socket.remoteAddress, trustProxy);
    const target = req.url ?? "/";
    if (!target.startsWith("/")) return sendJson(res, 400, { error: "bad request" });
    const [path = "/", query] = target.split(/\?(.*)/s);
    const isTrpc = path.startsWith("/api/trpc/");

    const refusal = refusedBody(req, isTrpc);
    if (refusal !== null) {
      res.setHeader("connection", "close");
      return sendJson(res, refusal, { error: "body refused" });
    }
    if (path === "/api/health") return sendHealth(res);
    if (isTrpc) return handleTrpc(req, res);
    if (path.startsWith("/_next/static/")) return next(req, res);

    const vary = isVerification(path) ? "Accept, Accept-Language, Cookie" : "Accept-Language, Cookie";
    const json = verificationAsJson(path, req.headers.accept);
    if (isVerification(path)) res.setHeader("vary", vary);
    if (json !== null) req.url = query ? `${json}?${query}` : json;
    else if (lacksLocale(path) && (req.method === "GET" || req.method === "HEAD")) {
      const locale = preferredLocale(req.headers.cookie, req.headers["accept-language"]);
      const place = `/${locale}${path === "/" ? "" : path}${query ? `?${query}` : ""}`;
      res.writeHead(307, { location: place, vary, "cache-control": "private, no-cache" });
      res.end();
      return;
    }
    const own = missing[path];
    if (own) return sendMissing(res, own, policyOf(path));
    protect(req, res, path);
    if (asksForPage(req)) {
      const otherwise = preferredLocale(req.headers.cookie, req.headers["accept-language"]);
      const page = missingPageFor(path, otherwise);
      const html = missing[page];
      if (html) replaceMissing(res, html, policyOf(page));
    }
    return next(req, res);
  };

  return async (req, res) => {
    try {
      await answer(req, res);
    } catch (fault) {
      reportFault(fault, "http");
      if (res.headersSent) res.destroy();
      else sendJson(res, 500, { error: "fault" });
    }
  };
}
