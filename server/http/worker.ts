import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import next from "next";
import { releaseDatabase } from "@/server/platform/database";
import { env } from "@/server/platform/env";
import { CANNOT_LISTEN } from "./cluster";
import type { ScriptHashes } from "./content-security-policy";
import { stopGracefully } from "./graceful-stop";
import { createListener } from "./listener";
import { readMissingPages } from "./missing-page";

/** One server process: `.build/worker.mjs [development]`. Next answers for pages, our own code for what comes before. */
const development = process.argv[2] === "development";
const server = createServer();
const app = next({
  dev: development,
  dir: process.cwd(),
  hostname: "localhost",
  port: env.PORT,
  httpServer: server,
});
await app.prepare();

const hashFile = new URL("./csp.json", import.meta.url);
const hashes: ScriptHashes =
  !development && existsSync(hashFile)
    ? JSON.parse(readFileSync(hashFile, "utf8"))
    : { pages: {}, anywhere: [] };

server.on(
  "request",
  createListener({
    next: app.getRequestHandler(),
    hashes,
    missing: development ? {} : readMissingPages(join(process.cwd(), ".next/server/app")),
    development,
    secure: env.APP_URL.startsWith("https://"),
    trustProxy: env.TRUST_PROXY,
    formTargets: env.OIDC_ISSUER ? [new URL(env.OIDC_ISSUER).origin] : [],
  }),
);
if (development) server.on("upgrade", app.getUpgradeHandler());

// Slow senders cannot hold a connection; an idle one outlives the usual 60 s of a proxy in front.
server.headersTimeout = 15_000;
server.requestTimeout = 30_000;
server.keepAliveTimeout = 65_000;
server.maxHeadersCount = 100;

server.once("error", (error: NodeJS.ErrnoException) => {
  process.stderr.write(
    `✗ The server cannot listen on port ${env.PORT} (${error.code}). Choose another PORT.\n`,
  );
  process.exit(CANNOT_LISTEN);
});
server.listen(env.PORT);
stopGracefully(server, development ? 200 : 10_000, releaseDatabase);
