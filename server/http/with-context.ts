import { createTranslator } from "next-intl";
import type { z } from "zod";
import { LOCALES, type Locale } from "@/db/enums";
import type { ServiceContext } from "@/server/kernel/context";
import { DomainError, ERROR_STATUS, type ErrorCode, type ErrorDetail } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/invalid-input";
import { reportFault } from "@/server/platform/faults";
import { loadMessages } from "@/server/platform/messages";
import { createRequestContext } from "@/server/platform/request-context";
import { LOCALE_COOKIE, readCookie, SESSION_COOKIE } from "@/server/platform/session-cookie";
import { preferredLocale } from "./locale-redirect";

type RouteParams = { params: Promise<Record<string, string | string[] | undefined>> };
type RefusalCode = ErrorCode | "UNKNOWN";

/**
 * The second door beside tRPC, for what it should not carry: files and public JSON. Builds the context of the request,
 * checks the input (path parameters over query parameters), and says a refusal as JSON, or as a small page to a
 * browser that asked for one.
 *
 * @param input what the handler needs; anything else in the address is ignored
 * @param handle answers; what it throws becomes a status: a `DomainError` its own, anything else 500 without detail
 */
export function withContext<Schema extends z.ZodType>(
  input: Schema,
  handle: (ctx: ServiceContext, input: z.output<Schema>) => Promise<Response>,
): (request: Request, route: RouteParams) => Promise<Response> {
  return async (request, { params }) => {
    const { searchParams, pathname } = new URL(request.url);
    const cookies = request.headers.get("cookie") ?? undefined;
    const wished = LOCALES.find((known) => known === searchParams.get("locale"));
    const locale = wished ?? preferredLocale(cookies, request.headers.get("accept-language") ?? undefined);
    try {
      const ctx = await createRequestContext({
        sessionToken: readCookie(cookies, SESSION_COOKIE),
        locale: wished ?? readCookie(cookies, LOCALE_COOKIE),
        clientAddress: request.headers.get("x-client-address"),
      });
      const given = { ...Object.fromEntries(searchParams), ...(await params) };
      return await handle(ctx, parseInput(input, given));
    } catch (fault) {
      reportFault(fault, `http ${pathname.replace(/[0-9A-Za-z-]{12,}/g, "…")}`);
      return refuse(request, locale, fault);
    }
  };
}

const wantsPage = (request: Request) => request.headers.get("accept")?.includes("text/html") ?? false;

function refuse(request: Request, locale: Locale, fault: unknown): Response {
  const known = fault instanceof DomainError ? fault : null;
  const code = known?.code ?? "UNKNOWN";
  const { retryAfter, ...detail } = known?.detail ?? {};
  const headers = retryAfter === undefined ? undefined : { "retry-after": String(retryAfter) };
  const status = known ? ERROR_STATUS[known.code] : 500;
  return wantsPage(request)
    ? explain(locale, code, status, headers)
    : errorJson(status, { code, ...detail }, headers);
}

const PRIVATE = { "cache-control": "private, no-store", "x-robots-tag": "noindex" } as const;

/** `{"error":{"code","reason"?,"fields"?}}`, never kept by a cache. */
export function errorJson(
  status: number,
  error: { code: RefusalCode } & ErrorDetail,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ error }, { status, headers: { ...PRIVATE, ...headers } });
}

/** JSON that anyone may read, any page included, and no cache keeps. */
export function publicJson(body: unknown): Response {
  return Response.json(body, { headers: { ...PRIVATE, "access-control-allow-origin": "*" } });
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page of plain HTML without style or script: it must hold whatever else is broken. */
function explain(
  locale: Locale,
  code: RefusalCode,
  status: number,
  headers: Record<string, string> = {},
): Response {
  const words = createTranslator({ locale, messages: loadMessages(locale) });
  // There is no form here to look at again: what was wrong is the address.
  const sentence = escapeHtml(words(`errors.${code === "INVALID" ? "NOT_FOUND" : code}`));
  const door =
    code === "UNAUTHENTICATED"
      ? `<a href="/${locale}/sign-in">${escapeHtml(words("layout.signIn"))}</a>`
      : `<a href="/${locale}">${escapeHtml(words("layout.notFound.home"))}</a>`;
  const page = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>DigiSkiPasS</title></head><body><main><h1>DigiSkiPasS</h1><p>${sentence}</p><p>${door}</p></main></body></html>`;
  return new Response(page, {
    status,
    headers: { ...PRIVATE, ...headers, "content-type": "text/html; charset=utf-8" },
  });
}

/** Nothing to hand out: a browser stays where it is. */
export function nothingYet(): Response {
  return new Response(null, { status: 204, headers: PRIVATE });
}

/**
 * A file that is sent while it is being made. A reader that goes away stops the making.
 *
 * @param name ASCII file name the browser proposes
 */
export function fileResponse(pieces: AsyncIterable<Uint8Array>, name: string, contentType: string): Response {
  const iterator = pieces[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (fault) {
        reportFault(fault, `file ${contentType}`);
        controller.error(fault);
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(body, {
    headers: {
      ...PRIVATE,
      "content-type": contentType,
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}
