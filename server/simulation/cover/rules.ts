import type { CompiledScenario } from "../engine/compile";
import { applyMove } from "../engine/run";
import { outcomeOf } from "../engine/score";
import { nextIdealMove } from "../engine/steps";
import type { MoveDraft, RunOptions, RunState } from "../engine/types";
import { type RunView, viewRun } from "../engine/view";
import { type Moment, playTurns, type Turn } from "../moments/rules";
import { type Walk, walkOptions } from "../walk/rules";

/** One picture worth looking at: the moment, and what is seen in it that no earlier picture shows. */
export type Picture = { moment: Moment; shows: string[] };

type Found = {
  turns: Turn[];
  options: RunOptions;
  phase: Moment["phase"];
  at: number | null;
  shows: string[];
};

/** What people must never type; each rehearsal shows the kind refusal of one of them. */
const REAL_LOOKING = ["85.07.30-033 28", "5399 8300 0000 0008", "BE68 5390 0754 7034", "0475 12 34 56"];
const WARNED_MS = 1000;

/**
 * A small set of moments in which everything a rehearsal can show is seen at least once: each device with each set of
 * things on its screen, each message, each feedback, each hint and caption, warnings of the clock, each mode, the
 * situation before and what comes after the end. Chosen greedily: the moment with most that is new comes first.
 */
export function coverScenario(compiled: CompiledScenario, walks: readonly Walk[]): Picture[] {
  const found = walks.flatMap((walk) => [...played(compiled, walk), ...aside(compiled, walk)]);
  const once = new Map<string, Found>();
  for (const one of found) {
    const name = JSON.stringify(one.shows);
    const known = once.get(name);
    if (!known || one.turns.length < known.turns.length) once.set(name, one);
  }
  return smallestCover([...once.values()]).flatMap(({ one, isNew }) => {
    const { turns, options, phase, at } = one;
    const run = playTurns(compiled, options, turns);
    return run
      ? [{ moment: { phase, options, moves: run.moves, at: at ?? run.state.at }, shows: isNew }]
      : [];
  });
}

/** Greedy set cover: as long as something is unseen, the one that shows most of it, the shorter way first. */
export function smallestCover<T extends { shows: readonly string[]; turns: readonly unknown[] }>(
  all: readonly T[],
): { one: T; isNew: string[] }[] {
  const unseen = new Set(all.flatMap(({ shows }) => shows));
  const chosen: { one: T; isNew: string[] }[] = [];
  let left = all.map((one) => ({ one, isNew: [...one.shows] }));
  while (unseen.size > 0) {
    left = left
      .map(({ one, isNew }) => ({ one, isNew: isNew.filter((name) => unseen.has(name)) }))
      .filter(({ isNew }) => isNew.length > 0);
    const best = left.reduce((first, next) => (isBetter(next, first) ? next : first));
    for (const name of best.isNew) unseen.delete(name);
    chosen.push(best);
  }
  return chosen;
}

type Ranked = { one: { turns: readonly unknown[] }; isNew: string[] };

function isBetter(next: Ranked, first: Ranked): boolean {
  if (next.isNew.length !== first.isNew.length) return next.isNew.length > first.isNew.length;
  return next.one.turns.length < first.one.turns.length;
}

/** What a person with help sees: each situation as each way comes to it, and with the hint she asks for there. */
function played(compiled: CompiledScenario, walk: Walk): Found[] {
  const { options } = walk;
  const one = (turns: Turn[], state: RunState, at: number | null = null): Found => ({
    turns,
    options,
    phase: "run",
    at,
    shows: seenIn(compiled, state),
  });
  const seen = new Set<string>();
  const found = [...walk.states].flatMap(([key, state]) => {
    const turns = walk.turns(key) ?? [];
    const arrivals = (walk.ways.get(key) ?? []).map((way) => one([...turns, way.turn], way.state));
    const hinted = helped(compiled, state);
    const late = lateIn(compiled, state);
    const offered = (walk.ways.get(key) ?? []).flatMap((way) => {
      const again =
        way.feedback?.kind === "mistake" && way.turn !== "wait" ? after(compiled, way.state, way.turn) : null;
      return again && viewRun(compiled, again).hintOffered
        ? [one([...turns, way.turn, way.turn], again)]
        : [];
    });
    const asked: Turn[] = [{ type: "hint" }, { type: "hint" }];
    return [
      ...(key === walk.first ? [one([], state)] : []),
      ...arrivals,
      ...hinted.map((next, index) => one([...turns, ...asked.slice(0, index + 1)], next)),
      ...late.map((moment) => ({ ...one(turns, state, moment.at), shows: [moment.shows] })),
      ...offered.slice(0, 1),
      ...(state.ended
        ? [{ ...one(turns, state), phase: "end" as const, shows: [`end ${outcomeOf(compiled, state)}`] }]
        : []),
    ];
  });
  return found.filter(({ shows }) => {
    const isNew = shows.some((name) => !seen.has(name)) || !seen.has(JSON.stringify(shows));
    for (const name of [...shows, JSON.stringify(shows)]) seen.add(name);
    return isNew;
  });
}

function after(compiled: CompiledScenario, state: RunState, draft: MoveDraft): RunState | null {
  const result = applyMove(compiled, state, { ...draft, seq: state.seq + 1, at: state.at });
  return result.status === "applied" ? result.state : null;
}

/** The situation with one hint, and with the second one that points. */
function helped(compiled: CompiledScenario, state: RunState): RunState[] {
  const once = after(compiled, state, { type: "hint" });
  const twice = once && after(compiled, once, { type: "hint" });
  return [...(once ? [once] : []), ...(twice ? [twice] : [])];
}

/** The warnings of the clocks that run here, unless something else happens before. */
function lateIn(compiled: CompiledScenario, state: RunState): { at: number; shows: string }[] {
  const { timers, nextDueAt } = viewRun(compiled, state);
  return timers.flatMap(({ id, warnAt }) => {
    if (warnAt === null) return [];
    const at = Math.max(state.at, warnAt) + WARNED_MS;
    return nextDueAt !== null && nextDueAt <= at ? [] : [{ at, shows: `clock ${id} warns` }];
  });
}

/** What a walk with help does not come by: the situation before, the other modes, no clock, what looks like a secret. */
function aside(compiled: CompiledScenario, walk: Walk): Found[] {
  const { variant } = walk.options;
  const shown = demonstration(compiled, variant);
  const turnsTo = (is: (state: RunState) => boolean) => {
    const key = [...walk.states].find(([, state]) => is(state))?.[0];
    return key === undefined ? null : walk.turns(key);
  };
  const run = (options: RunOptions, turns: Turn[] | null, shows: string): Found[] =>
    turns && playTurns(compiled, options, turns)
      ? [{ turns, options, phase: "run", at: null, shows: [shows] }]
      : [];
  const guided = walkOptions(variant);
  const clock = turnsTo((state) => Object.keys(state.position.story.timers).length > 0);
  const secret = secretIn(compiled, walk);
  return [
    { turns: [], options: guided, phase: "start", at: 0, shows: ["start"] },
    ...run(walkOptions(variant, "alone"), [], "alone"),
    ...run({ ...guided, timer: "none" }, clock, "no clock"),
    ...run(guided, secret, "secret refused"),
    ...unsafeEnd(compiled, walk),
    ...shown,
  ];
}

function secretIn({ scenario }: CompiledScenario, walk: Walk): Turn[] | null {
  const value = REAL_LOOKING[scenario.id.length % REAL_LOOKING.length] ?? "";
  const fields = Object.entries(scenario.screens).flatMap(([screen, { device, elements }]) =>
    elements.flatMap(({ kind, id, when }) => (kind === "field" && !when ? [{ screen, device, id }] : [])),
  );
  for (const { screen, device, id } of fields) {
    const key = [...walk.states].find(([, { position }]) => position.value[device] === screen)?.[0];
    if (key !== undefined)
      return [...(walk.turns(key) ?? []), { type: "type", on: `${screen}.${id}`, value }];
  }
  return null;
}

/** What a run comes to that went on after an unsafe choice. */
function unsafeEnd(compiled: CompiledScenario, walk: Walk): Found[] {
  const ends = [...walk.states].filter(([, { ended }]) => ended).map(([key]) => key);
  for (const [key, ways] of walk.ways) {
    for (const { feedback, to, turn } of ways) {
      if (feedback?.kind !== "mistake" || !feedback.critical) continue;
      const rest = ends.map((end) => walk.turns(end, to)).find((found) => found !== null);
      const turns = rest && [...(walk.turns(key) ?? []), turn, ...rest];
      const run = turns && playTurns(compiled, walk.options, turns);
      if (!turns || !run || outcomeOf(compiled, run.state) !== "unsafe") continue;
      const shows = [`end ${outcomeOf(compiled, run.state)}`];
      return [{ turns, options: walk.options, phase: "end", at: null, shows }];
    }
  }
  return [];
}

/** *Montre-moi*, caption by caption, to its end. */
function demonstration(compiled: CompiledScenario, variant: string): Found[] {
  const options = { ...walkOptions(variant, "show"), timer: "none" as const };
  const found: Found[] = [];
  const turns: Turn[] = [];
  for (let run = playTurns(compiled, options, turns); run; run = playTurns(compiled, options, turns)) {
    const { state } = run;
    const one = { turns: [...turns], options, at: null };
    if (state.ended) {
      found.push({ ...one, phase: "run", shows: ["demonstration ended"] });
      found.push({ ...one, phase: "end", shows: ["end shown"] });
      break;
    }
    found.push({ ...one, phase: "run", shows: [`caption ${state.step.id}`] });
    const next = nextIdealMove(compiled, state);
    if (turns.length > 300) break;
    turns.push(next ?? "wait");
  }
  return found;
}

/** Everything that can be seen of a state, one name each. */
export function seenIn(compiled: CompiledScenario, state: RunState): string[] {
  const view = viewRun(compiled, state);
  const { feedback } = view;
  return [
    ...view.devices.flatMap((device) => deviceSeen(device)),
    ...(view.ended ? [`ended ${outcomeOf(compiled, state)}`] : []),
    ...(view.step.key ? [view.step.key] : []),
    ...view.timers.map(({ id }) => `clock ${id}`),
    ...(feedback ? [feedbackSeen(feedback)] : []),
    ...(view.hint ? [view.hint.key] : []),
    ...(view.hint?.on ? ["hint points"] : []),
    ...(view.hintOffered ? ["hint offered"] : []),
  ];
}

function feedbackSeen(feedback: NonNullable<RunView["feedback"]>): string {
  if (feedback.kind === "withheld") return `withheld ${feedback.reason}`;
  return `${feedback.kind} ${feedback.id}`;
}

function deviceSeen({
  id,
  screen,
  elements,
  card,
  light,
  notifications,
}: RunView["devices"][number]): string[] {
  const there = elements.map((element) => element.id).join(" ");
  const states = elements.flatMap((element): string[] => {
    if (element.kind === "button") return element.enabled ? [] : [`${element.on} cannot be pressed yet`];
    if (element.kind === "check") return element.checked ? [`${element.on} ticked`] : [];
    if (element.kind === "field") return element.value ? [`${element.on} filled`] : [];
    return [];
  });
  const signs = [card === null ? "" : `card ${card}`, light === null ? "" : `light ${light}`]
    .join(" ")
    .trim();
  return [
    `${id}: ${screen} [${there}]${signs ? ` ${signs}` : ""}`,
    ...states,
    ...notifications.map((message) => `message ${message.id}`),
  ];
}
