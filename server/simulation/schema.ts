import { z } from "zod";
import { LOCALES, SIMULATION_MODES, SIMULATION_OUTCOMES, SIMULATION_TIMERS } from "@/db/enums";
import { slug } from "@/server/catalogue/question/schema";
import type { ScenarioTexts } from "@/server/catalogue/scenario/schema";
import { eventFacts } from "@/server/learning/schema";
import type { PlayableScenario } from "./engine/types";

const position = { seq: z.number().int().min(1).max(2000), at: z.number().int().min(0).max(86_400_000) };
const on = z.string().max(120);

/** One move as the player logs it: what was done, its place in the run, milliseconds of playing time. */
export const move = z.discriminatedUnion("type", [
  z.object({ ...position, type: z.literal("press"), on }),
  z.object({
    ...position,
    type: z.literal("type"),
    on,
    value: z.string().max(200),
    withheld: z
      .enum(["national-number", "card-number", "bank-account", "phone-number", "email", "unknown"])
      .optional(),
  }),
  z.object({ ...position, type: z.literal("choose"), on, option: z.string().max(120) }),
  z.object({ ...position, type: z.literal("tick"), on, checked: z.boolean() }),
  z.object({ ...position, type: z.literal("time") }),
  z.object({ ...position, type: z.literal("hint") }),
  z.object({ ...position, type: z.literal("undo") }),
  z.object({ ...position, type: z.literal("back") }),
  z.object({ ...position, type: z.literal("restart") }),
]);

export const runOptions = z.object({
  mode: z.enum(SIMULATION_MODES),
  timer: z.enum(SIMULATION_TIMERS),
  variant: z.string(),
  seed: z.string(),
});

const place = { course: slug, simulation: slug, locale: z.enum(LOCALES) };

export const playableScenarioInput = z.object(place);

/** A scenario as the browser may hold it, with its texts in one language. Checked when it was loaded, not again. */
export const playableScenario = z.object({
  id: z.string(),
  contentHash: z.string(),
  title: z.string(),
  scenario: z.custom<PlayableScenario>(),
  texts: z.custom<ScenarioTexts>(),
});

export const openRunInput = z.object({
  ...place,
  lesson: slug,
  mode: z.enum(SIMULATION_MODES),
  timer: z.enum(SIMULATION_TIMERS),
  /** The version the page holds; absent: the current one. */
  knownHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type OpenRunInput = z.infer<typeof openRunInput>;

export const findOpenRunInput = z.object({
  ...place,
  lesson: slug,
  /** The version the page holds; the scenario is sent along only when the attempt is on another one. */
  knownHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type FindOpenRunInput = z.infer<typeof findOpenRunInput>;

/** What the player needs to go on exactly where the run stands. */
export const runView = z.object({
  attemptId: z.string(),
  contentHash: z.string(),
  options: runOptions,
  moves: z.array(move),
  /** Playable scenario and texts of the attempt's own version, when the page holds another. */
  version: z.object({ scenario: z.custom<PlayableScenario>(), texts: z.custom<ScenarioTexts>() }).nullable(),
});
export type RunView = z.infer<typeof runView>;

export const openSurpriseInput = z.object({ surpriseId: z.uuid(), locale: z.enum(LOCALES) });
export type OpenSurpriseInput = z.infer<typeof openSurpriseInput>;

/** "answered": it is done already, here or on another device. Of a refresher as well. */
export const openSurpriseOutput = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("open"), run: runView }),
  z.object({ outcome: z.literal("answered") }),
]);
export type OpenSurpriseOutput = z.infer<typeof openSurpriseOutput>;

export const openRefresherInput = z.object({ refresherId: z.uuid(), locale: z.enum(LOCALES) });
export type OpenRefresherInput = z.infer<typeof openRefresherInput>;

export const recordMovesInput = z.object({
  attemptId: z.uuid(),
  moves: z
    .array(z.object({ ...eventFacts, move }))
    .min(1)
    .max(100),
});
export type RecordMovesInput = z.infer<typeof recordMovesInput>;

/** The server's verdict on a finished run. */
export const runScore = z.object({
  outcome: z.enum(SIMULATION_OUTCOMES),
  score: z.number().int(),
  hintsUsed: z.number().int(),
  mistakes: z.number().int(),
  criticalMistakes: z.number().int(),
});

/**
 * "refused": the log does not fit what the server has from `seq` on; the player reads the run again.
 * Moves before `seq` are kept.
 */
export const recordMovesOutput = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("recorded"), lastSeq: z.number().int(), score: runScore.nullable() }),
  z.object({
    outcome: z.literal("refused"),
    seq: z.number().int(),
    reason: z.string(),
    lastSeq: z.number().int(),
  }),
]);
export type RecordMovesOutput = z.infer<typeof recordMovesOutput>;
