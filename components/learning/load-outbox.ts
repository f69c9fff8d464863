const AGAIN_MS = 3000;

let loading: Promise<typeof import("./outbox")> | undefined;

/**
 * The outbox, fetched when there is a learner whose work is to be kept: a visitor who reads never loads it. Tries until
 * it has it, so that whoever waits for it loses nothing to a network that stumbles; whoever asked first is served first.
 */
export function loadOutbox(): Promise<typeof import("./outbox")> {
  loading ??= import("./outbox").catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    loading = undefined;
    return loadOutbox();
  });
  return loading;
}
