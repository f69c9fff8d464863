import type { Server } from "node:http";

/**
 * On SIGTERM, SIGINT, or when the process that started this one is gone: takes no new connection, finishes the
 * requests under way (for `patience` milliseconds at most), runs `afterwards`, ends the process with 0.
 */
export function stopGracefully(server: Server, patience: number, afterwards: () => Promise<void>): void {
  let stopping = false;
  let finishing = false;
  const finish = () => {
    if (finishing) return;
    finishing = true;
    afterwards().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  server.prependListener("request", (_req, res) => {
    if (stopping) res.setHeader("connection", "close");
  });
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.close(finish);
    setTimeout(() => {
      server.closeAllConnections();
      finish();
    }, patience);
    server.closeIdleConnections();
    // A connection that gets idle after its last answer would hold the server open until its keep-alive ends.
    setInterval(() => server.closeIdleConnections(), 100).unref();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("disconnect", stop);
}
