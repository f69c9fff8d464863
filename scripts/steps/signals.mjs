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

function withResolvers() {
  let resolve = () => {};
  const promise = new Promise((done) => {
    resolve = () => done(undefined);
  });
  return { promise, resolve };
}
