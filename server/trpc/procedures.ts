import "server-only";
import { type TRPC_ERROR_CODE_KEY, TRPCError } from "@trpc/server";
import { DomainError, type ErrorCode } from "@/server/kernel/errors";
import { refuseUnstorable } from "@/server/kernel/invalid-input";
import { t } from "./init";

const TRPC_CODE: Record<ErrorCode, TRPC_ERROR_CODE_KEY> = {
  UNAUTHENTICATED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  CONFLICT: "CONFLICT",
  INVALID: "UNPROCESSABLE_CONTENT",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
};

/**
 * The one kind of procedure: the service it calls authorises the actor, anonymous included.
 * Refusals of the services become tRPC's, once, here.
 */
export const procedure = t.procedure
  .use(async ({ next }) => {
    const result = await next();
    if (!result.ok && result.error.cause instanceof DomainError) {
      throw new TRPCError({ code: TRPC_CODE[result.error.cause.code], cause: result.error.cause });
    }
    return result;
  })
  .use(async ({ next, getRawInput }) => {
    refuseUnstorable(await getRawInput());
    return next();
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;
