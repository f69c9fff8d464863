import "server-only";
import { createHmac } from "node:crypto";
import type { Ports } from "@/server/kernel/context";
import { env } from "./env";

/** Keyed hashes with the instance's secret: without it, nobody can tell a right code from a wrong one by its hash. */
export const secrets: Ports["secrets"] = {
  hash: (kind, secret) => createHmac("sha256", env.AUTH_SECRET).update(`${kind}\0${secret}`).digest(),
};
