import "server-only";
import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Locale } from "@/db/enums";
import { ANONYMOUS } from "@/server/kernel/actor";
import { database } from "@/server/platform/database";
import { ports } from "@/server/platform/ports";
import { createRequestContext } from "@/server/platform/request-context";
import { SESSION_COOKIE } from "@/server/platform/session-cookie";
import { createCallerFactory } from "./procedures";
import { appRouter } from "./root";

const createCaller = createCallerFactory(appRouter);

const requestContext = cache(async (locale: Locale) => {
  const [cookieJar, headerList] = await Promise.all([cookies(), headers()]);
  return createRequestContext({
    sessionToken: cookieJar.get(SESSION_COOKIE)?.value,
    locale,
    clientAddress: headerList.get("x-client-address"),
  });
});

/** The procedures, called as the person whose request is being rendered. Makes the page dynamic. */
export async function caller(locale: Locale) {
  return createCaller(await requestContext(locale));
}

/** The procedures, called as nobody in particular: for pages that are the same for everyone and prerendered. */
export function publicCaller(locale: Locale) {
  return createCaller({
    actor: ANONYMOUS,
    db: database,
    now: new Date(),
    locale,
    newId: randomUUID,
    ports,
    clientAddress: null,
  });
}
