import { readdirSync, readFileSync } from "node:fs";
import autocannon from "autocannon";

const CONNECTIONS = 50;
const WARM_UP_SECONDS = 3;
const SECONDS = 6;
/** Requests that tell the pace: few enough for the slowest page. */
const FEWEST = 100;
const CLOCK_TICKS = 100;

/**
 * What one request is: a fixed one, or another each time.
 *
 * @typedef {{ method?: "GET" | "POST", path: string, headers?: Record<string, string>, body?: string }} Sent
 * @typedef {{ name: string, origin: string, next: () => Sent, most?: number, isRight?: (body: string) => boolean,
 *   pids: () => number[] }} Target `most`: how many different requests there are
 * @typedef {{ requests: number, perSecond: number, p50: number, p97: number, cpuMs: number | null, failed: number }} Load
 *   milliseconds; `failed` counts answers other than 2xx, wrong bodies, errors and timeouts
 */

/** Seconds of processor time that these processes used so far; null where the system does not tell. */
function cpuSeconds(pids) {
  try {
    return pids.reduce((sum, pid) => {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return sum + (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS;
    }, 0);
  } catch {
    return null;
  }
}

/** Processes that we started, or that these started in turn, and that run one of the programs. @param {string[]} programs */
export function ownProcesses(programs) {
  const parents = new Map();
  const commands = new Map();
  try {
    for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
      commands.set(Number(name), readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0"));
    }
  } catch {
    // No /proc, or a process that ended while we looked: what was seen so far has to do.
  }
  const isOurs = (pid) => pid > 1 && (pid === process.pid || isOurs(parents.get(pid) ?? 0));
  return [...commands].flatMap(([pid, command]) =>
    pid !== process.pid && isOurs(pid) && programs.some((program) => command.includes(program)) ? [pid] : [],
  );
}

/** Sends `amount` requests over 50 connections. @param {Target} target @param {number} amount */
async function send(target, amount) {
  const startedAt = performance.now();
  let endedAt = startedAt;
  const run = autocannon({
    url: target.origin,
    connections: Math.min(CONNECTIONS, amount),
    amount,
    sampleInt: 100,
    timeout: 20,
    requests: [{ setupRequest: (request) => ({ ...request, ...target.next() }) }],
    ...(target.isRight ? { verifyBody: target.isRight } : {}),
  });
  run.on("response", () => {
    endedAt = performance.now();
  });
  const result = await run;
  const { errors, timeouts, non2xx, mismatches, latency } = result;
  return {
    seconds: (endedAt - startedAt) / 1000,
    failed: errors + timeouts + non2xx + mismatches + Math.max(0, amount - result["2xx"] - non2xx),
    p50: latency.p50,
    p97: latency.p97_5,
  };
}

/**
 * Warms a target up, then measures it for about six seconds.
 *
 * @param {Target} target
 * @returns {Promise<Load>}
 */
export async function measure(target) {
  const most = target.most ?? Number.POSITIVE_INFINITY;
  const first = await send(target, FEWEST);
  const pace = FEWEST / first.seconds;
  const second = Math.floor(Math.min(pace * WARM_UP_SECONDS, most / 8));
  const warm = await send(target, second);
  const requests = Math.floor(Math.min((second / warm.seconds) * SECONDS, most - FEWEST - second));
  const pids = target.pids();
  const before = cpuSeconds(pids);
  const load = await send(target, requests);
  const after = cpuSeconds(pids);
  const known = pids.length > 0 && before !== null && after !== null;
  return {
    requests,
    perSecond: round(requests / load.seconds, 1),
    p50: load.p50,
    p97: load.p97,
    cpuMs: known ? round((1000 * (after - before)) / requests, 3) : null,
    failed: first.failed + warm.failed + load.failed,
  };
}

/** @param {number} value @param {number} digits */
export function round(value, digits) {
  return Number(value.toFixed(digits));
}
