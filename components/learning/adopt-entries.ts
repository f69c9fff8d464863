import { trpc } from "@/components/providers/trpc-client";

/**
 * Makes hers what this browser kept for an id she had before, so that it is sent: the server says which ids those are.
 * Fetched only where something waits for somebody else. Without an answer it stays as it is until the next visit.
 *
 * @param flush sends what became hers
 */
export async function adoptEntries<Entry extends { owner: string }>(
  store: Promise<{ put(name: "entries", entry: Entry): Promise<unknown> } | null>,
  entries: readonly Entry[],
  owner: string,
  flush: () => void,
): Promise<void> {
  const former = await trpc.identity.listFormerIds.query().catch((): string[] => []);
  const hers = entries.filter((entry) => former.includes(entry.owner));
  const database = await store;
  for (const entry of hers) {
    entry.owner = owner;
    await database?.put("entries", entry);
  }
  if (hers.length > 0) flush();
}
