import { randomUUID } from "node:crypto";
import { closeDatabase, createDatabase } from "@/db/client";
import { rebuildReadModels } from "@/server/learning/writes";
import { readEnv } from "@/server/platform/env";
import { ports } from "@/server/platform/ports";

/** Folds the log of learner events anew, as the system, and says how many there were. */
const database = createDatabase(readEnv(process.env).DATABASE_URL, { max: 1 });
try {
  const events = await rebuildReadModels({
    actor: { kind: "system", name: "rebuild" },
    db: database,
    now: new Date(),
    locale: "fr",
    newId: randomUUID,
    ports,
    clientAddress: null,
  });
  process.stdout.write(`Folded ${events} events into progress and time.\n`);
} finally {
  await closeDatabase(database);
}
