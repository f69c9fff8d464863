import type { TRPCClient } from "@trpc/client";
import type { AppRouter } from "@/server/trpc/types";

export type ClientError = {
  code: string;
  reason?: string;
  fields?: Record<string, string>;
  retryAfter?: number;
};

/** A call that brought no result; `data` is what the server said, if it said anything. */
class CallError extends Error {
  readonly data: ClientError;

  constructor(data: ClientError, options?: { cause?: unknown }) {
    super(data.code, options);
    this.name = "CallError";
    this.data = data;
  }
}

const isError = (data: unknown): data is ClientError =>
  typeof data === "object" && data !== null && "code" in data && typeof data.code === "string";

/** One call as tRPC's HTTP protocol writes it: a query in the address, a mutation in the body, the answer in JSON. */
async function call(procedure: string, verb: string, input: unknown): Promise<unknown> {
  const body = input === undefined ? undefined : JSON.stringify(input);
  const headers = { "x-locale": document.documentElement.lang };
  const url = `/api/trpc/${procedure}`;
  const sent =
    verb === "query"
      ? fetch(body === undefined ? url : `${url}?input=${encodeURIComponent(body)}`, { headers })
      : fetch(url, { method: "POST", headers: { ...headers, "content-type": "application/json" }, body });
  // No network, or something between us and the server that does not speak JSON.
  const answer = await sent
    .then((response) => response.json())
    .catch((cause: unknown) => {
      throw new CallError({ code: "OFFLINE" }, { cause });
    });
  if (answer?.result) return answer.result.data;
  const data: unknown = answer?.error?.data;
  throw new CallError(isError(data) ? data : { code: "OFFLINE" });
}

/**
 * The procedures by their names: `trpc.learning.readStep.mutate(input)`. tRPC's own client sends the same and knows
 * much that nobody here uses, for five kilobytes more on every page of a learner. Typed by the router itself: what is
 * not in it cannot be written.
 */
function createClient(): TRPCClient<AppRouter> {
  const along = (path: readonly string[]): unknown =>
    new Proxy(() => undefined, {
      get: (_, name) => along([...path, String(name)]),
      apply: (_, __, [input]) => call(path.slice(0, -1).join("."), path.at(-1) ?? "", input),
    });
  return along([]) as TRPCClient<AppRouter>;
}

/** The procedures, from the browser. One request per call: an answer never waits for a slower neighbour. */
export const trpc = createClient();

/** A mutation by its name, for who keeps names: what was written down to be sent later. */
export const mutate = (procedure: string, input: unknown) => call(procedure, "mutate", input);

/** What went wrong, as codes: OFFLINE when nothing answered, else what the server said (see `server/trpc/init.ts`). */
export function errorData(error: unknown): ClientError {
  return error instanceof CallError ? error.data : { code: "UNKNOWN" };
}
