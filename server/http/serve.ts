import { fileURLToPath } from "node:url";
import { env } from "@/server/platform/env";
import { runWorkers } from "./cluster";

/** The server as a program: `.build/serve.mjs`, with its workers in `.build/worker.mjs`. */
runWorkers(fileURLToPath(new URL("./worker.mjs", import.meta.url)), env.WORKERS);
