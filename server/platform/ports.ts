import "server-only";
import { randomBytes, randomInt } from "node:crypto";
import { resolve } from "node:path";
import type { Ports } from "@/server/kernel/context";
import { env } from "./env";
import { mail } from "./mailer";
import { pdf } from "./pdf";
import { secrets } from "./secrets";

/** The real outside world of the services. */
export const ports: Ports = {
  mail,
  pdf,
  secrets,
  random: { integer: (below) => randomInt(below), token: () => randomBytes(32).toString("base64url") },
  workbench: env.WORKBENCH ? resolve(env.WORKBENCH_CONTENT) : null,
  appUrl: env.APP_URL,
};
