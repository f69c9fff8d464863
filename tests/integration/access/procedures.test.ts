import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { learnerEvents } from "@/db/schema/learning";
import { DomainError } from "@/server/kernel/errors";
import { pdf } from "@/server/platform/pdf";
import { createCallerFactory } from "@/server/trpc/procedures";
import { appRouter } from "@/server/trpc/root";
import { ACTORS, type AccessWorld, type ActorName, OUTCOMES } from "../../support/access-actors";
import { marksOf, procedureTable } from "../../support/access-table";
import { makeAccessWorld } from "../../support/access-world";
import { database } from "../../support/database";
import { contextOf, fakePorts } from "../../support/factories";
import { lessonNow, quizNow, scenarioNow } from "../../support/lessons";

const fillIn = quizNow().body.file.questions.find(({ kind }) => kind === "fill-in");
const TABLE = procedureTable({
  lessonHash: lessonNow().hash,
  stepId: lessonNow().body.file.steps[0]?.id ?? "",
  quizHash: quizNow().hash,
  questionId: fillIn?.id ?? "",
  scenarioHash: scenarioNow().hash,
  statementId: "log-in",
});
/** tRPC's own list; its types show the tree only. */
const DECLARED = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { inputs: unknown[]; output?: unknown } }
>;
const PROCEDURES = Object.keys(DECLARED);

let made: Awaited<ReturnType<typeof makeAccessWorld>>;
let world: AccessWorld;
beforeAll(async () => {
  made = await makeAccessWorld(database);
  world = made.world;
});

class RollBack extends Error {}
const createCaller = createCallerFactory(appRouter);
type Call = (input: unknown) => Promise<unknown>;

/** What a call comes to; whatever it wrote is rolled back, so that the order of the rows does not matter. */
async function outcomeOf(name: string, who: ActorName): Promise<string> {
  let outcome = "ok";
  try {
    await (database as Database).transaction(async (db) => {
      const ctx = contextOf(db, made.actors[who], { now: world.now, ports: { ...fakePorts(), pdf } });
      const caller = createCaller({ ...ctx, inTransaction: true } as typeof ctx);
      const [domain = "", procedure = ""] = name.split(".");
      const call = (caller as unknown as Record<string, Record<string, Call>>)[domain]?.[procedure];
      if (!call) throw new Error(`no procedure ${name}`);
      try {
        await call(TABLE[name]?.input?.(world));
      } catch (error) {
        const { cause } = error as { cause?: unknown };
        if (!(cause instanceof DomainError)) throw error;
        outcome = cause.code;
      }
      throw new RollBack();
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
  }
  return outcome;
}

describe("the access table", () => {
  it("has a row for every procedure, and no row without one", () => {
    expect(PROCEDURES.length).toBeGreaterThan(30);
    expect(Object.keys(TABLE).sort()).toEqual(PROCEDURES.toSorted());
  });

  it("has a sample input for every procedure that takes one", () => {
    for (const [name, procedure] of Object.entries(DECLARED)) {
      const takes = procedure._def.inputs.length > 0;
      expect([name, TABLE[name]?.input !== undefined]).toEqual([name, takes]);
    }
  });

  it("every procedure declares what it gives back", () => {
    for (const [name, procedure] of Object.entries(DECLARED)) {
      expect([name, procedure._def.output !== undefined]).toEqual([name, true]);
    }
  });

  it.each(PROCEDURES)("%s", async (name) => {
    const row = TABLE[name];
    if (!row) throw new Error(`no row for ${name}: add one to tests/support/access-table.ts`);
    const marks = marksOf(row);
    const expected: Record<string, string> = {};
    const seen: Record<string, string> = {};
    for (const who of ACTORS) {
      expected[who] = OUTCOMES[marks[who] as keyof typeof OUTCOMES] ?? `no such mark: ${marks[who]}`;
      seen[who] = await outcomeOf(name, who);
    }
    expect(seen).toEqual(expected);
  });

  it("leaves nothing behind", async () => {
    // The four events of opening the attempt, the self-assessment, the exam and the run, when the world was made.
    expect(await database.$count(learnerEvents)).toBe(4);
  });
});
