import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import { env } from "@/server/platform/env";
import { reportFault } from "@/server/platform/faults";
import { createRequestContext } from "@/server/platform/request-context";
import { readCookie, SESSION_COOKIE } from "@/server/platform/session-cookie";
import { appRouter } from "./root";

const PREFIX = "/api/trpc/";
const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/**
 * Serves tRPC 11 on Node's own adapter, beside Next instead of inside it (docs/decisions/0002).
 * A browser on another origin is refused before anything is read; the cookie is SameSite=Lax besides.
 */
export async function handleTrpc(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const origin = single(req.headers.origin);
  if (origin !== undefined && origin !== new URL(env.APP_URL).origin) {
    res.writeHead(403, { "content-type": "application/json" }).end('{"error":{"message":"FORBIDDEN"}}');
    return;
  }
  const url = new URL(req.url ?? "/", "http://server");
  await nodeHTTPRequestHandler({
    req,
    res,
    path: url.pathname.slice(PREFIX.length),
    router: appRouter,
    maxBodySize: 256 * 1024,
    createContext: () =>
      createRequestContext({
        sessionToken: readCookie(req.headers.cookie, SESSION_COOKIE),
        locale: single(req.headers["x-locale"]),
        clientAddress: single(req.headers["x-client-address"]) ?? null,
      }),
    // What a client got wrong (an unreadable body, an unknown procedure) is not our fault and fills no log.
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR") reportFault(error.cause ?? error, `trpc ${path ?? "?"}`);
    },
    responseMeta: () => ({ headers: { "cache-control": "private, no-store" } }),
  });
}
