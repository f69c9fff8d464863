import type { IncomingHttpHeaders } from "node:http";

const FORWARDED = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "forwarded",
];

/**
 * Replaces what the visitor says about addresses by what is known: handlers read `x-client-address` and nothing else.
 * Behind our own proxy (`trustProxy`) it is the last entry of X-Forwarded-For, the one that proxy added; entries
 * before it come from the visitor. Otherwise every forwarding header is removed.
 *
 * @param headers changed in place
 * @param peer the other end of the connection
 */
export function setClientAddress(
  headers: IncomingHttpHeaders,
  peer: string | undefined,
  trustProxy: boolean,
): void {
  const chain = headers["x-forwarded-for"];
  const added = trustProxy
    ? (Array.isArray(chain) ? chain.at(-1) : chain)?.split(",").at(-1)?.trim()
    : undefined;
  if (!trustProxy) for (const name of FORWARDED) delete headers[name];
  headers["x-client-address"] = (added || peer || "unknown").replace(/^::ffff:/, "");
}
