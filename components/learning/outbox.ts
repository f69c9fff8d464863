import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { errorData, mutate } from "@/components/providers/trpc-client";
import type { RouterInputs, RouterOutputs } from "@/server/trpc/types";

/**
 * What a learner did and the server does not have yet. Kept in the browser's database, so that neither a lost network
 * nor a closed lid loses it; sent in order, each until it has arrived. The server knows a repeated one by its id.
 */
type Deliveries = {
  "learning.readStep": Call<"learning", "readStep">;
  "assessment.submitAnswer": Call<"assessment", "submitAnswer">;
  "assessment.rateStatement": Call<"assessment", "rateStatement">;
  "assessment.answerRefresher": Call<"assessment", "answerRefresher">;
  "simulation.recordMoves": Call<"simulation", "recordMoves">;
};
type Call<Router extends keyof RouterInputs, Name extends keyof RouterInputs[Router]> = {
  input: RouterInputs[Router][Name];
  output: Name extends keyof RouterOutputs[Router] ? RouterOutputs[Router][Name] : never;
};
export type Delivery = keyof Deliveries;

type Entry = { key?: number; owner: string; delivery: Delivery; input: Deliveries[Delivery]["input"] };
interface OutboxSchema extends DBSchema {
  entries: { key: number; value: Entry };
}

/** "saved": the server has everything. "signed-out": kept here until the person signs in again. */
export type OutboxState = "saved" | "sending" | "offline" | "signed-out";

const RETRY_MS = 10_000;
const listeners = new Set<(state: OutboxState, waiting: number) => void>();
const receivers = new Map<number, (output: unknown) => void>();
let memory: Entry[] = [];
let memoryKey = 1;
let state: OutboxState = "saved";
let waiting = 0;
let running: Promise<void> | null = null;
let retry: ReturnType<typeof setTimeout> | undefined;
let store: Promise<IDBPDatabase<OutboxSchema> | null> | undefined;

/** Private windows of old browsers have no database: then the outbox lives as long as the page. */
function openStore() {
  store ??= openDB<OutboxSchema>("digiskipass", 1, {
    upgrade: (database) => database.createObjectStore("entries", { keyPath: "key", autoIncrement: true }),
  }).catch(() => null);
  return store;
}

async function addEntry(entry: Entry): Promise<number> {
  const database = await openStore();
  if (database) return database.add("entries", entry);
  memory.push({ ...entry, key: memoryKey });
  return memoryKey++;
}

async function listAll(): Promise<Entry[]> {
  const database = await openStore();
  return database ? database.getAll("entries") : memory;
}

async function listEntries(owner: string): Promise<Entry[]> {
  return (await listAll()).filter((entry) => entry.owner === owner);
}

async function removeEntry(key: number): Promise<void> {
  const database = await openStore();
  if (database) await database.delete("entries", key);
  else memory = memory.filter((entry) => entry.key !== key);
}

function report(next: OutboxState, count: number) {
  state = next;
  waiting = count;
  for (const listener of listeners) listener(state, waiting);
}

/** Hears every change of state, and the present one at once. Returns how to stop hearing. */
export function watchOutbox(listener: (state: OutboxState, waiting: number) => void): () => void {
  listeners.add(listener);
  listener(state, waiting);
  return () => listeners.delete(listener);
}

/**
 * Keeps a delivery and sends it as soon as it can.
 *
 * @param owner id of the person it belongs to: on a shared tablet nobody sends somebody else's answers
 * @param onArrival called with the server's answer, if it comes while this page is open
 */
export async function send<Name extends Delivery>(
  owner: string,
  delivery: Name,
  input: Deliveries[Name]["input"],
  onArrival?: (output: Deliveries[Name]["output"]) => void,
): Promise<void> {
  // From this moment on the server does not have everything, whatever was said before.
  if (state === "saved") report("sending", waiting + 1);
  const key = await addEntry({ owner, delivery, input });
  if (onArrival) receivers.set(key, (output) => onArrival(output as Deliveries[Name]["output"]));
  await flushOutbox(owner);
}

const WORTH_RETRYING = new Set(["OFFLINE", "UNKNOWN", "UNAVAILABLE", "RATE_LIMITED"]);

async function sendAll(owner: string): Promise<void> {
  clearTimeout(retry);
  for (;;) {
    const entries = await listEntries(owner);
    const [next] = entries;
    if (!next) return report("saved", 0);
    report(state === "offline" ? "offline" : "sending", entries.length);
    try {
      const output = await mutate(next.delivery, next.input);
      report("sending", entries.length);
      await finish(next, output);
    } catch (error) {
      const { code } = errorData(error);
      if (code === "UNAUTHENTICATED") return report("signed-out", entries.length);
      if (WORTH_RETRYING.has(code)) {
        report("offline", entries.length);
        retry = setTimeout(() => void flushOutbox(owner), RETRY_MS);
        return;
      }
      // The server will never take it (its attempt is gone, or it is not this person's): holding it would block the rest.
      await finish(next, undefined);
    }
  }
}

async function finish(entry: Entry, output: unknown): Promise<void> {
  if (entry.key === undefined) return;
  await removeEntry(entry.key);
  if (output !== undefined) receivers.get(entry.key)?.(output);
  receivers.delete(entry.key);
}

/** Sends what waits, in order; one sender at a time in this browser, where it can say so. */
export function flushOutbox(owner: string): Promise<void> {
  const previous = running ?? Promise.resolve();
  const mine = previous.then(() =>
    navigator.locks ? navigator.locks.request("digiskipass-outbox", () => sendAll(owner)) : sendAll(owner),
  );
  running = mine.catch(() => undefined);
  return mine;
}

/** Tries again whenever the network or the person comes back. Returns how to stop. */
export function keepFlushing(owner: string): () => void {
  const again = () => void flushOutbox(owner);
  // What waits for somebody else may be hers: two entries of her may have become one meanwhile.
  void listAll().then((all) => {
    if (all.some((entry) => entry.owner !== owner)) {
      void import("./adopt-entries").then((late) => late.adoptEntries(openStore(), all, owner, again));
    }
  });
  const onVisible = () => document.visibilityState === "visible" && again();
  window.addEventListener("online", again);
  document.addEventListener("visibilitychange", onVisible);
  again();
  return () => {
    window.removeEventListener("online", again);
    document.removeEventListener("visibilitychange", onVisible);
  };
}
