import "server-only";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkbenchPort } from "@/server/kernel/context";
import { env } from "./env";

/** Reads what `scripts/sim.mjs` writes while an author works. */
export const workbench: WorkbenchPort = {
  findReport(course, simulation) {
    const file = join(env.DATA_DIR, "workbench", `${course}.${simulation}.json`);
    return existsSync(file) ? readFileSync(file, "utf8") : null;
  },
};
