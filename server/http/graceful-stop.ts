import type { Server } from "node:http";

const PATIENCE_MS = 10_000;

/**
 * On SIGTERM or SIGINT: takes no new connection, finishes the requests under way (ten seconds at most), runs
 * `afterwards`, ends the process with 0.
 */
export function stopGracefully(server: Server, afterwards: () => Promise<void>): void {
  let stopping = false;
  server.prependListener("request", (_req, res) => {
    if (stopping) res.setHeader("connection", "close");
  });
  const stop = () => {
    if (stopping) return;
    stopping = true;
    const timer = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.close(() => {
      clearTimeout(timer);
      afterwards().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
    server.closeIdleConnections();
    // A connection that gets idle after its last answer would hold the server open until its keep-alive ends.
    setInterval(() => server.closeIdleConnections(), 100).unref();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
