import type { Case, Scenario } from "@/server/catalogue/scenario/schema";
import type { Condition, PlainValue } from "@/server/catalogue/scenario-conditions/schema";

export type Mode = "show" | "guided" | "alone";
export type TimerMode = "none" | "triple" | "real";

/** Chosen once, before the first move; stored with the attempt. */
export type RunOptions = { mode: Mode; timer: TimerMode; variant: string; seed: string };

/** A scenario as the browser may hold it: scoring is absent. */
export type PlayableScenario = Scenario;

/** Why a typed value was taken out of a move before anyone stored it. */
export type Withheld =
  | "national-number"
  | "card-number"
  | "bank-account"
  | "phone-number"
  | "email"
  | "unknown";

/** What one move says, without its place in the log. */
export type MoveDraft =
  | { type: "press"; on: string }
  | { type: "type"; on: string; value: string; withheld?: Withheld }
  | { type: "choose"; on: string; option: string }
  | { type: "tick"; on: string; checked: boolean }
  | { type: "time" }
  | { type: "hint" }
  | { type: "undo" }
  | { type: "back" }
  | { type: "restart" };

/** A move as it is logged: `seq` counts from 1, `at` is milliseconds of playing time since the start. */
export type Move = MoveDraft & { seq: number; at: number };

/** Something that may happen, and its answers in order: the first whose condition holds is taken. */
export type Rule = { event: string; source: RuleSource; into?: string; cases: Case[] };
export type RuleSource =
  | { kind: "element"; screen: string; id: string }
  | { kind: "notification" | "timer" | "happening" | "mistake"; id: string };

export type RunningTimer = { startedAt: number; endsAt: number | null };

export type Said =
  | { kind: "mistake"; id: string }
  | { kind: "tip"; id: string }
  | { kind: "expired"; id: string };

/** What the statechart remembers beside the screens. */
export type Story = {
  persona: Record<string, string>;
  values: Record<string, PlainValue>;
  /** How much longer than real a timer runs; null: timers never end. */
  pace: number | null;
  timers: Record<string, RunningTimer>;
  notifications: string[];
  reached: string[];
  happened: string[];
  waiting: Record<string, number>;
  back: string | null;
  attention: string | null;
  said: Said[];
};

/** An event of the statechart: a move, with what the statechart may not look up itself (screens shown, time). */
export type StoryEvent = {
  type: string;
  at: number;
  screens: Record<string, string>;
  value: PlainValue;
};

/** The facts a condition is judged on. */
export type Facts = {
  values: Record<string, PlainValue>;
  persona: Record<string, string>;
  screens: Record<string, string>;
  timers: Record<string, RunningTimer>;
  reached: string[];
};

/** One position of the statechart as plain JSON. */
export type Position = { value: Record<string, string>; story: Story };

export type LedgerLine = { seq: number; at: number; step: string } & (
  | { kind: "mistake"; mistake: string }
  | { kind: "hint"; level: number }
  | { kind: "undo" | "restart" | "expired" | "withheld" }
);

export type Feedback =
  | { kind: "mistake"; id: string; critical: boolean; back: boolean }
  | { kind: "tip"; id: string }
  | { kind: "expired"; id: string }
  | { kind: "withheld"; reason: Withheld };

/** The whole state of a run: plain JSON, equal for equal options and moves on any machine. */
export type RunState = {
  options: RunOptions;
  seq: number;
  at: number;
  activeMs: number;
  position: Position;
  past: Position[];
  ended: boolean;
  step: { id: string; index: number; errors: number; hints: number };
  furthest: number;
  feedback: Feedback | null;
  ledger: LedgerLine[];
};

/** A text to be read out: a key of the scenario's texts, and the device it happened on. */
export type Announcement = { key: string; device: string | null };

export type Refusal =
  | "malformed"
  | "duplicate"
  | "out-of-order"
  | "ended"
  | "not-offered"
  | "not-in-this-mode"
  | "too-long";

export type { Case, Condition, PlainValue, Scenario };
