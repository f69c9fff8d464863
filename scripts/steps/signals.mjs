/** What `unless` throws once a signal came; it travels through every `finally` up to whoever asked. */
class StopRequest extends Error {
  name = "StopRequest";
}

/**
 * Listens for Ctrl-C and SIGTERM from now on. Several signals count as one: what is being stopped gets stopped once.
 *
 * @returns {{ unless<T>(work: Promise<T>): Promise<T>, isStop(error: unknown): boolean }} `unless` waits for the work,
 *   or throws as soon as a signal came
 */
export function untilSignal() {
  const { promise, resolve } = withResolvers();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, resolve);
  watchParent(resolve);
  const stop = promise.then(() => {
    throw new StopRequest("stop");
  });
  stop.catch(() => {});
  return {
    unless: (work) => {
      work.catch(() => {});
      return Promise.race([stop, work]);
    },
    isStop: (error) => error instanceof StopRequest,
  };
}

/** npm starts us through a shell that dies of a signal without passing it on: then our parent is another one. */
function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && onGone(), 500).unref();
}

function withResolvers() {
  let resolve = () => {};
  const promise = new Promise((done) => {
    resolve = () => done(undefined);
  });
  return { promise, resolve };
}
