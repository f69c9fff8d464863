import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@/server/trpc/types";

/** The procedures, from the browser. One request per call: an answer never waits for a slower neighbour. */
export const trpc = createTRPCClient<AppRouter>({
  links: [httpLink({ url: "/api/trpc", headers: () => ({ "x-locale": document.documentElement.lang }) })],
});

export type ClientError = {
  code: string;
  reason?: string;
  fields?: Record<string, string>;
  retryAfter?: number;
};

/** What went wrong, as codes: OFFLINE when nothing answered, else what the server said (see `server/trpc/init.ts`). */
export function errorData(error: unknown): ClientError {
  if (error instanceof TRPCClientError) {
    const data: unknown = error.data;
    if (typeof data === "object" && data !== null && "code" in data) return data as ClientError;
    return { code: "OFFLINE" };
  }
  return { code: "UNKNOWN" };
}
