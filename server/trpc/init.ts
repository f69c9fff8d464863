import "server-only";
import { initTRPC } from "@trpc/server";
import { z } from "zod";
import type { ServiceContext } from "@/server/kernel/context";
import { DomainError, type ErrorCode, type ErrorDetail } from "@/server/kernel/errors";
import { fieldKeys } from "@/server/kernel/invalid-input";

/** What a client learns of a refusal: codes and message keys. A fault says nothing but that it happened. */
export type ClientErrorData = { code: ErrorCode | "UNKNOWN" } & ErrorDetail;

/** The code and detail that may leave the server, whatever was thrown; `input` as it came. */
export function clientError(cause: unknown, input?: unknown): ClientErrorData {
  if (cause instanceof DomainError) return { code: cause.code, ...cause.detail };
  if (cause instanceof z.core.$ZodError) return { code: "INVALID", fields: fieldKeys(cause, input) };
  return { code: "UNKNOWN" };
}

export const t = initTRPC.context<ServiceContext>().create({
  errorFormatter({ shape, error, input }) {
    // An answer that breaks its own promise is a fault of ours, whatever zod found in it.
    const isFault = error.code === "INTERNAL_SERVER_ERROR";
    const known: ClientErrorData = isFault ? { code: "UNKNOWN" } : clientError(error.cause, input);
    // tRPC's own refusals (unknown procedure, wrong method, unreadable body) have no cause of ours.
    const fallback =
      error.code === "NOT_FOUND"
        ? "NOT_FOUND"
        : error.code === "INTERNAL_SERVER_ERROR"
          ? "UNKNOWN"
          : "INVALID";
    const data = known.code === "UNKNOWN" ? { code: fallback } : known;
    return {
      code: shape.code,
      message: data.code,
      data: { ...data, httpStatus: shape.data.httpStatus } as ClientErrorData & { httpStatus: number },
    };
  },
});
