import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import {
  type AnyProcedure,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  TRPCError,
} from "@trpc/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { ServiceContext } from "@/server/kernel/context";
import { env } from "@/server/platform/env";
import { reportFault } from "@/server/platform/faults";
import { createRequestContext } from "@/server/platform/request-context";
import { readCookie, SESSION_COOKIE } from "@/server/platform/session-cookie";
import { appRouter } from "./root";

const PREFIX = "/api/trpc/";
/** No call of ours is longer; the door refuses by what is announced, this file by what really comes. */
export const MOST_TRPC_BYTES = 256 * 1024;
const PRIVATE = "private, no-store";
const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/**
 * Serves tRPC 11 beside Next instead of inside it (docs/decisions/0002).
 * A browser on another origin is refused before anything is read; the cookie is SameSite=Lax besides.
 */
export async function handleTrpc(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const origin = single(req.headers.origin);
  if (origin !== undefined && origin !== new URL(env.APP_URL).origin) {
    res.writeHead(403, { "content-type": "application/json" }).end('{"error":{"message":"FORBIDDEN"}}');
    return;
  }
  const url = new URL(req.url ?? "/", "http://server");
  const call = plainCall(req, url);
  await (call ? answerPlainCall(req, res, call) : answerAnything(req, res, url));
}

const contextOf = (req: IncomingMessage): Promise<ServiceContext> =>
  createRequestContext({
    sessionToken: readCookie(req.headers.cookie, SESSION_COOKIE),
    locale: single(req.headers["x-locale"]),
    clientAddress: single(req.headers["x-client-address"]) ?? null,
  });

/** What a client got wrong (an unreadable body, an unknown procedure) is not our fault and fills no log. */
function report(error: TRPCError, path: string | undefined): void {
  if (error.code === "INTERNAL_SERVER_ERROR") reportFault(error.cause ?? error, `trpc ${path ?? "?"}`);
}

/** Batches, streams, other methods, wrong addresses: whatever the protocol knows, through tRPC's own adapter. */
async function answerAnything(req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
  await nodeHTTPRequestHandler({
    req,
    res,
    path: url.pathname.slice(PREFIX.length),
    router: appRouter,
    maxBodySize: MOST_TRPC_BYTES,
    createContext: () => contextOf(req),
    onError: ({ error, path }) => report(error, path),
    responseMeta: () => ({ headers: { "cache-control": PRIVATE } }),
  });
}

type PlainCall = { path: string; type: "query" | "mutation"; text: () => Promise<string | null> };

/** At run time tRPC keeps the procedures of all routers in one record by their paths; its type tells of a tree. */
function kindsByPath(): ReadonlyMap<string, string> {
  const procedures = appRouter._def.procedures as unknown as Record<string, AnyProcedure>;
  return new Map(Object.entries(procedures).map(([path, procedure]) => [path, procedure._def.type]));
}
const kinds = kindsByPath();

/** What nearly every request is: one known procedure, its input as JSON in the address or the body. Else null. */
function plainCall(req: IncomingMessage, { pathname, searchParams }: URL): PlainCall | null {
  const path = pathname.slice(PREFIX.length);
  const type = kinds.get(path);
  const isPlain = req.headers["trpc-accept"] === undefined && req.headers.accept !== "application/jsonl";
  if (!isPlain || [...searchParams.keys()].some((key) => key !== "input")) return null;
  if (type === "query" && req.method === "GET") {
    const hasOtherBody = /^(?:multipart|application\/octet-stream)/.test(req.headers["content-type"] ?? "");
    return hasOtherBody ? null : { path, type, text: async () => searchParams.get("input") };
  }
  const isJson = /^application\/json(?:;|$)/.test(req.headers["content-type"] ?? "");
  return type === "mutation" && req.method === "POST" && isJson
    ? { path, type, text: () => readBody(req) }
    : null;
}

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_TRPC_BYTES) throw new TRPCError({ code: "PAYLOAD_TOO_LARGE" });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * Answers one call as the adapter would, word for word, without the request, the response and the streams of the web
 * that it builds around each: they cost more than most of our procedures.
 */
async function answerPlainCall(req: IncomingMessage, res: ServerResponse, call: PlainCall): Promise<void> {
  const { path, type } = call;
  let ctx: ServiceContext | undefined;
  let input: unknown;
  const getRawInput = async () => {
    if (input !== undefined) return input;
    try {
      const text = await call.text();
      input = type === "query" && !text ? undefined : JSON.parse(text ?? "");
    } catch (cause) {
      throw cause instanceof TRPCError ? cause : new TRPCError({ code: "BAD_REQUEST", cause });
    }
    return input;
  };
  const send = (status: number, answer: object) => {
    const body = Buffer.from(JSON.stringify(answer));
    const headers = { "content-type": "application/json", "cache-control": PRIVATE };
    res
      .writeHead(status, { ...headers, "content-length": body.length, vary: "trpc-accept, accept" })
      .end(body);
  };
  try {
    ctx = await contextOf(req);
    const call = { router: appRouter, path, type, ctx, getRawInput, signal: undefined, batchIndex: 0 };
    send(200, { result: { data: await callTRPCProcedure(call) } });
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    report(error, path);
    const shape = getTRPCErrorShape({ config: appRouter._def._config, error, type, path, input, ctx });
    send(getHTTPStatusCodeFromError(error), { error: shape });
  }
}
