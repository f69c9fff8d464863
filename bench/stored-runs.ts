import { createHash, randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { asc, eq } from "drizzle-orm";
import { closeDatabase, createDatabase, type Database } from "@/db/client";
import { insertContentVersions } from "@/db/queries/catalogue";
import { listAttemptEvents } from "@/db/queries/learning";
import { learnerEvents } from "@/db/schema/learning";
import { simulationAttempts } from "@/db/schema/simulation";
import { loadPersonas, loadScenario } from "@/server/catalogue/scenario/reads";
import type { Scenario } from "@/server/catalogue/scenario/schema";
import { compileScenario } from "@/server/simulation/engine/compile";
import { pickBySeed } from "@/server/simulation/engine/random";
import { applyMove, startRun } from "@/server/simulation/engine/run";
import { replayRun, scoreRun } from "@/server/simulation/engine/score";
import { nextIdealMove } from "@/server/simulation/engine/steps";
import type { Move, MoveDraft, RunOptions, RunState } from "@/server/simulation/engine/types";
import { viewRun } from "@/server/simulation/engine/view";
import type { SignedIn } from "./seed";

const CONTENT = "content";
const MOVE_MS = 8000;
const ROWS_AT_ONCE = 1000;
/** A log stops here at the latest; every tenth goes on that long, beginning again each time it ends or gets lost. */
const LONGEST = 200;

/** Every scenario there is, those of lessons to come included. */
function listScenarios() {
  const foldersIn = (path: string) => readdirSync(`${CONTENT}/${path}`, { withFileTypes: true });
  return foldersIn("courses").flatMap(({ name: course }) => {
    const personas = loadPersonas(CONTENT, `courses/${course}`);
    return foldersIn(`courses/${course}/simulations`).flatMap((folder) => {
      if (!folder.isDirectory()) return [];
      const body = loadScenario(CONTENT, `courses/${course}/simulations/${folder.name}`, personas);
      const hash = createHash("sha256").update(JSON.stringify(body)).digest("hex");
      return [{ course, activityId: `bench/${folder.name}`, hash, body }];
    });
  });
}

type Stored = { attemptId: string; hash: string; scenario: Scenario; options: RunOptions };

export type ReplayFigures = {
  logs: number;
  scenarios: number;
  /** Moves of the shortest, the middle and the longest log. */
  moves: { shortest: number; median: number; longest: number };
  /** Milliseconds for one log: reading it from the database, and replaying and scoring it. */
  read: number;
  replay: number;
  /** Microseconds for one move, in the quarter of shortest and of longest logs: a growth would show here. */
  perMove: { short: number; long: number };
};

/**
 * Stores logs of every scenario of every course, each of another length and with other detours, then reads each from
 * the database and replays it as the server does. Throws when a replay shows something else than was stored.
 */
export async function replayStoredRuns(
  databaseUrl: string,
  learners: readonly SignedIn[],
  count: number,
): Promise<ReplayFigures> {
  const database = createDatabase(databaseUrl, { max: 1 });
  try {
    const stored = await storeRuns(database, learners, count);
    return await replayThem(database, stored);
  } finally {
    await closeDatabase(database);
  }
}

async function storeRuns(
  database: Database,
  learners: readonly SignedIn[],
  count: number,
): Promise<Stored[]> {
  const scenarios = listScenarios();
  const firstServedAt = new Date();
  await insertContentVersions(
    database,
    scenarios.map(({ hash, body, activityId }) => ({
      ...{ hash, kind: "scenario" as const, itemId: activityId, body, firstServedAt },
    })),
  );
  const runs: (typeof simulationAttempts.$inferInsert)[] = [];
  const events: Omit<typeof learnerEvents.$inferInsert, "position">[] = [];
  const stored: Stored[] = [];
  const startedAt = new Date();
  for (let index = 0; index < count; index++) {
    const one = scenarios[index % scenarios.length];
    const learner = learners[index % learners.length];
    if (!one || !learner) throw new Error("the bench has no scenario or no learner");
    const { personId, organisationId } = learner;
    const { hash, course, activityId } = one;
    const { scenario } = one.body;
    const log = wander(scenario, index);
    const attemptId = randomUUID();
    const common = { organisationId, personId, course, activityId, contentHash: hash };
    const { outcome, assistance, score, hintsUsed, mistakes, criticalMistakes, activeSeconds } = log.score;
    runs.push({
      ...common,
      ...log.options,
      ...{ id: attemptId, status: "completed", startedAt, completedAt: startedAt },
      ...{ outcome, assistance, score, hintsUsed, mistakes, criticalMistakes, activeSeconds },
    });
    for (const move of log.moves) {
      events.push({
        ...common,
        ...{ id: randomUUID(), kind: "simulation-move", attemptId, seq: move.seq },
        payload: { action: { move } },
        occurredAt: startedAt,
        recordedAt: startedAt,
      });
    }
    stored.push({ attemptId, hash, scenario, options: log.options });
  }
  for (let from = 0; from < runs.length; from += ROWS_AT_ONCE) {
    await database.insert(simulationAttempts).values(runs.slice(from, from + ROWS_AT_ONCE));
  }
  for (let from = 0; from < events.length; from += ROWS_AT_ONCE) {
    await database.insert(learnerEvents).values(events.slice(from, from + ROWS_AT_ONCE));
  }
  return stored;
}

const MODES = ["guided", "alone", "show"] as const;
const TIMERS = ["none", "triple", "real"] as const;

/** Plays log number `index`: some reach the end, some stop early, all take wrong turns on the way. */
function wander(scenario: Scenario, index: number) {
  const compiled = compileScenario(scenario);
  const seed = `bench-${index}`;
  const variants = Object.keys(scenario.variants);
  const options: RunOptions = {
    mode: MODES[index % MODES.length] ?? "guided",
    timer: TIMERS[(index >> 2) % TIMERS.length] ?? "none",
    variant: variants[index % Math.max(1, variants.length)] ?? "main",
    seed,
  };
  const isLong = index % 10 === 9;
  const most = isLong ? LONGEST : 3 + (index % 60);
  let state = startRun(compiled, options);
  const moves: Move[] = [];
  for (let turn = 0; turn < 3 * most && moves.length < most && !state.ended; turn++) {
    const drafts = draftsOf(state, `${seed}/${turn}`, isLong);
    for (const draft of drafts) {
      const result = applyMove(compiled, state, { ...draft, seq: state.seq + 1, at: state.at + MOVE_MS });
      // A long log never ends: a move that would end it is left out, and she begins again.
      if (result.status === "refused" || (isLong && result.state.ended && moves.length < most - 1)) continue;
      moves.push(result.move);
      state = result.state;
      break;
    }
  }
  return { options, moves, score: scoreRun(compiled, state) };

  function draftsOf(now: RunState, dice: string, wantsMore: boolean): MoveDraft[] {
    const detours: MoveDraft[] = [{ type: "hint" }, { type: "undo" }, { type: "restart" }, { type: "time" }];
    const presses = viewRun(compiled, now).devices.flatMap((device) =>
      device.elements.flatMap((element): MoveDraft[] =>
        element.kind === "button" && element.enabled ? [{ type: "press", on: element.on }] : [],
      ),
    );
    const ideal = nextIdealMove(compiled, now);
    const wanted = ideal ? [ideal] : [];
    const any = pickBySeed([...presses, ...detours], dice, "any");
    const anything = any ? [any] : [];
    const goesAstray = pickBySeed([false, false, false, false, true], dice, "astray");
    return [...(goesAstray ? anything : wanted), ...wanted, ...anything, ...(wantsMore ? detours : [])];
  }
}

async function replayThem(database: Database, stored: readonly Stored[]): Promise<ReplayFigures> {
  const taken: { moves: number; milliseconds: number }[] = [];
  let reading = 0;
  for (const { attemptId, scenario, options } of stored) {
    const before = performance.now();
    const events = await listAttemptEvents(database, attemptId);
    const moves = events.map(({ payload }) => (payload as { action: { move: Move } }).action.move);
    const between = performance.now();
    const compiled = compileScenario(scenario);
    const replay = replayRun(compiled, options, moves);
    const score = scoreRun(compiled, replay.state);
    taken.push({ moves: moves.length, milliseconds: performance.now() - between });
    reading += between - before;
    await compare(database, attemptId, replay.ok, score);
  }
  const byLength = taken.toSorted((one, other) => one.moves - other.moves);
  const quarter = Math.floor(byLength.length / 4);
  const sum = (list: typeof taken, part: "moves" | "milliseconds") =>
    list.reduce((all, one) => all + one[part], 0);
  const perMove = (list: typeof taken) => (1000 * sum(list, "milliseconds")) / sum(list, "moves");
  return {
    logs: taken.length,
    scenarios: new Set(stored.map(({ hash }) => hash)).size,
    moves: {
      shortest: byLength[0]?.moves ?? 0,
      median: byLength[Math.floor(byLength.length / 2)]?.moves ?? 0,
      longest: byLength.at(-1)?.moves ?? 0,
    },
    read: reading / taken.length,
    replay: sum(taken, "milliseconds") / taken.length,
    perMove: { short: perMove(byLength.slice(0, quarter)), long: perMove(byLength.slice(-quarter)) },
  };
}

async function compare(
  database: Database,
  attemptId: string,
  isWhole: boolean,
  score: ReturnType<typeof scoreRun>,
): Promise<void> {
  const [kept] = await database
    .select()
    .from(simulationAttempts)
    .where(eq(simulationAttempts.id, attemptId))
    .orderBy(asc(simulationAttempts.id));
  const facts = ["outcome", "score", "assistance", "mistakes", "hintsUsed", "activeSeconds"] as const;
  if (!isWhole || !kept || facts.some((fact) => kept[fact] !== score[fact])) {
    throw new Error(`the replay of ${kept?.activityId} (${attemptId}) shows something else than was stored`);
  }
}
