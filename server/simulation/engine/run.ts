import { type CompiledScenario, factsOf } from "./compile";
import { holds } from "./conditions";
import { eventOf, withoutSecrets } from "./offers";
import { stepAt } from "./steps";
import type {
  Announcement,
  Feedback,
  LedgerLine,
  Move,
  Position,
  Refusal,
  RunOptions,
  RunState,
  Said,
} from "./types";

/** Idle longer than this between two moves counts as this much: the one definition of active time. */
export const IDLE_CUT_OFF_MS = 180_000;
/** A log longer than this is not a person practising. */
export const MOST_MOVES = 2_000;
const UNDO_DEPTH = 10;

export type MoveResult =
  | {
      status: "applied";
      state: RunState;
      move: Move;
      feedback: Feedback | null;
      announcements: Announcement[];
    }
  | { status: "refused"; state: RunState; reason: Refusal };

/** The state before the first move. An unknown variant plays the scenario as it is written. */
export function startRun(compiled: CompiledScenario, options: RunOptions): RunState {
  const position = settle(compiled, compiled.begin(options), 0);
  const step = stepAt(compiled, position, 0);
  return {
    options,
    seq: 0,
    at: 0,
    activeMs: 0,
    position: quiet(position),
    past: [],
    ended: false,
    step: { ...step, errors: 0, hints: 0 },
    furthest: step.index,
    feedback: null,
    ledger: [],
  };
}

/**
 * One move. Never throws: what the screens do not offer, what is out of order or malformed is refused and the
 * state stays as it was. The `move` in the answer is the one to store and send: typed secrets are gone from it.
 */
export function applyMove(compiled: CompiledScenario, state: RunState, given: Move): MoveResult {
  const refused = (reason: Refusal): MoveResult => ({ status: "refused", state, reason });
  const wrong = outOfPlace(state, given);
  if (wrong) return refused(wrong);
  const { at } = given;
  const before = settle(compiled, quiet(state.position), at);
  const clean = { ...withoutSecrets(compiled, before, given), seq: given.seq, at } as Move;
  const moved: RunState = {
    ...state,
    seq: given.seq,
    at,
    activeMs: state.activeMs + Math.min(at - state.at, IDLE_CUT_OFF_MS),
    feedback: null,
  };
  const applied = (next: RunState): MoveResult => ({
    status: "applied",
    state: next,
    move: clean,
    feedback: next.feedback,
    announcements: announcementsOf(compiled, state, next),
  });

  switch (clean.type) {
    case "time":
      return !somethingChanged(state.position, before)
        ? refused("not-offered")
        : applied(arrive(compiled, moved, before));
    case "hint":
      if (state.options.mode !== "guided") return refused("not-in-this-mode");
      return applied(withHint(arrive(compiled, moved, before)));
    case "undo": {
      if (state.options.mode === "alone") return refused("not-in-this-mode");
      const [last, ...rest] = state.past;
      if (!last) return refused("not-offered");
      return applied(
        withLine(arrive(compiled, { ...moved, past: rest }, settle(compiled, last, at)), { kind: "undo" }),
      );
    }
    case "restart": {
      const fresh = settle(compiled, compiled.begin(state.options), at);
      const past = [quiet(before), ...state.past].slice(0, UNDO_DEPTH);
      return applied(withLine(arrive(compiled, { ...moved, past }, fresh), { kind: "restart" }));
    }
    default: {
      if (clean.type === "type" && clean.withheld && clean.withheld !== "unknown") {
        if (!eventOf(compiled, before, clean)) return refused("not-offered");
        const told = withLine(arrive(compiled, moved, before), { kind: "withheld" });
        return applied({ ...told, feedback: { kind: "withheld", reason: clean.withheld } });
      }
      const event = eventOf(compiled, before, clean);
      if (!event) return refused("not-offered");
      const next = settle(compiled, compiled.advance(before, { ...event, at, screens: before.value }), at);
      const past = [quiet(before), ...state.past].slice(0, UNDO_DEPTH);
      return applied(arrive(compiled, { ...moved, past }, next));
    }
  }
}

const MOVE_TYPES = ["press", "type", "choose", "tick", "time", "hint", "undo", "back", "restart"];

function outOfPlace(state: RunState, move: Move): Refusal | null {
  const { type, seq, at } = move;
  if (!MOVE_TYPES.includes(type) || !Number.isSafeInteger(seq) || !Number.isSafeInteger(at))
    return "malformed";
  if ("on" in move && (typeof move.on !== "string" || move.on.length > 120)) return "malformed";
  if (type === "type" && (typeof move.value !== "string" || move.value.length > 200)) return "malformed";
  if (type === "choose" && typeof move.option !== "string") return "malformed";
  if (type === "tick" && typeof move.checked !== "boolean") return "malformed";
  if (seq <= state.seq) return "duplicate";
  if (seq !== state.seq + 1 || at < state.at) return "out-of-order";
  if (state.ended) return "ended";
  return seq > MOST_MOVES ? "too-long" : null;
}

/** Lets everything happen that is due by `at`, in the order of time: timers that end, happenings whose moment came. */
function settle(compiled: CompiledScenario, from: Position, at: number): Position {
  let position = awaitHappenings(compiled, from, at);
  for (let due = nextDue(compiled, position); due && due.at <= at; due = nextDue(compiled, position)) {
    const next = compiled.advance(position, {
      type: due.type,
      at: due.at,
      screens: position.value,
      value: "",
    });
    if (next.story === position.story) break;
    position = awaitHappenings(compiled, next, due.at);
  }
  return position;
}

/** The next thing that will happen by itself, and when. */
export function nextDue(compiled: CompiledScenario, position: Position): { type: string; at: number } | null {
  if (position.value.story !== "playing") return null;
  const { timers, waiting } = position.story;
  const due = [
    ...Object.entries(timers).flatMap(([id, { endsAt }]) =>
      endsAt === null ? [] : [{ type: `expire:${id}`, at: endsAt }],
    ),
    ...Object.entries(waiting).map(([id, since]) => ({
      type: `happen:${id}`,
      at: since + (compiled.scenario.happenings[id]?.after ?? 0) * 1000,
    })),
  ];
  return due.sort((one, other) => one.at - other.at || (one.type < other.type ? -1 : 1))[0] ?? null;
}

/** Notes since when the condition of each happening holds; forgets it when it no longer does. */
function awaitHappenings(compiled: CompiledScenario, position: Position, at: number): Position {
  const { scenario } = compiled;
  const facts = factsOf(position.story, position.value);
  const waiting: Record<string, number> = {};
  for (const [id, { when }] of Object.entries(scenario.happenings)) {
    if (position.story.happened.includes(id) || !holds(when, facts)) continue;
    waiting[id] = position.story.waiting[id] ?? at;
  }
  return { ...position, story: { ...position.story, waiting } };
}

/** A run that has come to a new position: step, feedback and ledger follow from it. */
function arrive(compiled: CompiledScenario, state: RunState, position: Position): RunState {
  const { said } = position.story;
  const reached = stepAt(compiled, position, state.step.index);
  const mistakes = said.filter((one) => one.kind === "mistake").length;
  const same = reached.id === state.step.id;
  const step = {
    ...reached,
    errors: (same ? state.step.errors : 0) + mistakes,
    hints: same ? state.step.hints : 0,
  };
  const lines = said.flatMap((one): LedgerLine[] => {
    const where = { seq: state.seq, at: state.at, step: state.step.id };
    if (one.kind === "mistake") return [{ ...where, kind: "mistake", mistake: one.id }];
    return one.kind === "expired" ? [{ ...where, kind: "expired" }] : [];
  });
  return {
    ...state,
    position: quiet(position),
    ended: position.value.story === "ended",
    step,
    furthest: Math.max(state.furthest, step.index),
    feedback: feedbackOf(compiled, position, said),
    ledger: [...state.ledger, ...lines],
  };
}

function feedbackOf(compiled: CompiledScenario, position: Position, said: Said[]): Feedback | null {
  const last = said.findLast((one) => one.kind === "mistake") ?? said.at(-1);
  if (!last) return null;
  if (last.kind !== "mistake") return last;
  const mistake = compiled.scenario.mistakes[last.id];
  return {
    kind: "mistake",
    id: last.id,
    critical: mistake?.kind === "critical",
    back: position.story.back === last.id,
  };
}

function withHint(state: RunState): RunState {
  const level = Math.min(state.step.hints + 1, 2);
  return withLine({ ...state, step: { ...state.step, hints: level } }, { kind: "hint", level });
}

type Kind = { kind: "hint"; level: number } | { kind: "undo" | "restart" | "withheld" };

function withLine(state: RunState, kind: Kind): RunState {
  return {
    ...state,
    ledger: [...state.ledger, { ...kind, seq: state.seq, at: state.at, step: state.step.id }],
  };
}

function quiet(position: Position): Position {
  return position.story.said.length ? { ...position, story: { ...position.story, said: [] } } : position;
}

function somethingChanged(one: Position, other: Position): boolean {
  return JSON.stringify([one.value, one.story]) !== JSON.stringify([other.value, other.story]);
}

function announcementsOf(compiled: CompiledScenario, before: RunState, after: RunState): Announcement[] {
  const { scenario } = compiled;
  const screens = Object.keys(scenario.devices).flatMap((device) => {
    const screen = after.position.value[device];
    return screen && screen !== before.position.value[device]
      ? [{ key: `screens.${screen}.name`, device }]
      : [];
  });
  const arrived = after.position.story.notifications.filter(
    (one) => !before.position.story.notifications.includes(one),
  );
  const notified = arrived.map((one) => ({
    key: `notifications.${one}`,
    device: scenario.notifications[one]?.device ?? null,
  }));
  return [...screens, ...notified];
}
