import { z } from "zod";
import { type DraftBody, problem } from "@/server/catalogue/drafts/schema";
import { slug } from "@/server/catalogue/question/schema";
import type { Outcome } from "../engine/score";
import type { Moment, Turn } from "../moments/rules";

export const draftInput = z.object({ course: slug, simulation: slug });

/** Changes whenever one of the files is saved with other words. */
export const draftStamp = z.object({ stamp: z.string() });

/**
 * A scenario as its files say now. `body` is the last one that could be read: `isCurrent` tells whether that is the
 * one of now; null when none has been readable since the program was started.
 */
export const draftSheet = z.object({
  stamp: z.string(),
  problems: z.array(problem),
  isCurrent: z.boolean(),
  body: z.custom<DraftBody>().nullable(),
});
export type DraftSheet = z.infer<typeof draftSheet>;

/** What sorts of ways a chart tells apart. */
export type WayKind = "move" | "time" | "mistake" | "critical";

/** One thing that is done, and what is said about it: a key of the texts, without `.what`. */
export type ChartMove = { turn: Turn; said: string | null };

/** What is answered without going anywhere. */
export type Stay = ChartMove & { kind: "mistake" | "critical" | "tip" };

export type ChartState = {
  id: string;
  step: string;
  /** Where a person looks. */
  device: string;
  screen: string;
  isFirst: boolean;
  isIdeal: boolean;
  outcome: Outcome | null;
  stays: Stay[];
  /** The nearest moment at which it is seen. */
  moment: Moment;
};

export type ChartWay = { from: string; to: string; kind: WayKind; isIdeal: boolean; moves: ChartMove[] };

export type Point = { x: number; y: number };
export type Box = Point & { width: number; height: number };

/** A chart with its places: boxes by their middle, ways as points on their line. */
export type Chart = {
  width: number;
  height: number;
  states: (ChartState & { box: Box })[];
  ways: (ChartWay & { line: Point[] })[];
  steps: { id: string; box: Box }[];
};

/** One view worth looking at, and what is new in it. */
export type DraftView = { moment: Moment; shows: string[] };

/** What walking every path of a draft shows; `charts` by variant. */
export const draftStudy = z.object({
  stamp: z.string(),
  charts: z.record(z.string(), z.custom<Chart>()),
  findings: z.array(problem),
  views: z.array(z.custom<DraftView>()),
});
export type DraftStudy = z.infer<typeof draftStudy>;
