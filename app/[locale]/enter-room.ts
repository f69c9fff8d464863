import { TRPCError } from "@trpc/server";
import { notFound, redirect } from "next/navigation";
import type { Locale } from "next-intl";
import { caller } from "@/server/trpc/caller";

type Caller = Awaited<ReturnType<typeof caller>>;

/** No business here, nothing there, or an address that cannot be one. */
const NO_SUCH_ROOM = new Set(["FORBIDDEN", "NOT_FOUND", "BAD_REQUEST", "UNPROCESSABLE_CONTENT"]);

/**
 * Reads what a page of somebody's own room shows. Who is not signed in is sent to the door and comes back to `path`;
 * who has no business here sees the same "not found" as for a room that does not exist.
 */
export async function enterRoom<T>(
  locale: Locale,
  path: string,
  read: (api: Caller) => Promise<T>,
): Promise<T> {
  try {
    return await read(await caller(locale));
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === "UNAUTHORIZED") redirect(`/${locale}/sign-in?next=${encodeURIComponent(path)}`);
    if (NO_SUCH_ROOM.has(error.code)) notFound();
    throw error;
  }
}
