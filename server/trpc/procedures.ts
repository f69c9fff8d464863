import "server-only";
import { type TRPC_ERROR_CODE_KEY, TRPCError } from "@trpc/server";
import { hasBecomeAnother } from "@/server/identity/reads";
import type { ServiceContext } from "@/server/kernel/context";
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
 * Refusals that may only mean that the acting person turned out to be somebody else while she was asking: her next
 * request is that one's. A browser tries again then, and nothing she did is lost.
 */
const MAYBE_MERGED: ReadonlySet<ErrorCode> = new Set(["NOT_FOUND", "FORBIDDEN", "CONFLICT"]);

async function refusalOf(ctx: ServiceContext, refusal: DomainError): Promise<DomainError> {
  const isMerged = MAYBE_MERGED.has(refusal.code) && (await hasBecomeAnother(ctx));
  return isMerged ? new DomainError("UNAVAILABLE") : refusal;
}

/**
 * The one kind of procedure: the service it calls authorises the actor, anonymous included.
 * Refusals of the services become tRPC's, once, here.
 */
export const procedure = t.procedure
  .use(async ({ next, ctx, type }) => {
    const result = await next();
    if (!result.ok && result.error.cause instanceof DomainError) {
      const { cause } = result.error;
      const refusal = type === "mutation" ? await refusalOf(ctx, cause) : cause;
      throw new TRPCError({ code: TRPC_CODE[refusal.code], cause: refusal });
    }
    return result;
  })
  .use(async ({ next, getRawInput }) => {
    refuseUnstorable(await getRawInput());
    return next();
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;
