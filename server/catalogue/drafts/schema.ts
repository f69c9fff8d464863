import { z } from "zod";
import type { Scenario, ScenarioLocale, ScenarioTexts } from "../scenario/schema";

/** Something an author must change: where, and what to write instead. */
export const problem = z.object({ file: z.string(), line: z.number().int(), message: z.string() });

/** What can be read of a scenario that is being written. A language whose file cannot be read has null. */
export type DraftBody = { scenario: Scenario; texts: Record<ScenarioLocale, ScenarioTexts | null> };

/** Where a scenario stands: played in lessons, coming up by itself, or in no lesson yet. */
export type DraftPlace = { kind: "lessons"; lessons: string[] } | { kind: "surprise" } | { kind: "nowhere" };

export type DraftName = { course: string; id: string };
