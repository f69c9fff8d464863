import { interruptCommands } from "./commands.mjs";

/** What `unless` throws once a signal came; it travels through every `finally` up to whoever asked. */
class StopRequest extends Error {
  name = "StopRequest";
}

/** @typedef {{ unless<T>(work: Promise<T>): Promise<T> }} StopSignal */

/**
 * Runs `main` until it ends or a signal comes (Ctrl-C, SIGTERM). Several signals count as one: what is being stopped
 * gets stopped once. Commands under way are ended.
 *
 * @param {(signal: StopSignal) => Promise<unknown>} main what it waits for through `signal.unless` throws as soon as a
 *   signal came, and so reaches its `finally`
 */
export async function stoppable(main) {
  const signal = untilSignal();
  try {
    await main(signal);
  } catch (error) {
    if (!(error instanceof StopRequest)) throw error;
    console.log("Stopped.");
  }
}

/** @returns {StopSignal} */
function untilSignal() {
  const { promise, resolve } = withResolvers();
  const onSignal = (name) => {
    resolve();
    interruptCommands(name);
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, onSignal);
  watchParent(() => onSignal("SIGHUP"));
  const stop = promise.then(() => {
    throw new StopRequest("stop");
  });
  stop.catch(() => {});
  return {
    unless: (work) => {
      work.catch(() => {});
      return Promise.race([stop, work]);
    },
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
