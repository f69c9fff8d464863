// ../../s-player/shots.ts
import { chromium } from "playwright";

// server/simulation/engine/compile.ts
import { assign, createMachine, initialTransition, transition } from "xstate";

// server/simulation/engine/secrets.ts
var EXERCISE_RANGE = "4700000";
var WITHHELD_VALUE = "\u2022";
function nationalPart(typed) {
  const digits = typed.replace(/[^\d+]/g, "").replace(/^\+/, "00");
  return digits.replace(/^(?:00320?|32(?=4\d{8}$)|0)/, "");
}
function isExercisePhone(typed) {
  const digits = nationalPart(typed);
  if (digits.length > 9) return false;
  return digits !== "" && digits.slice(0, 7) === EXERCISE_RANGE.slice(0, Math.min(7, digits.length));
}
function looksReal(typed) {
  const compact = typed.replace(/[\s./\-–()]/g, "");
  if (/@/.test(typed)) return /@(?:[a-z0-9-]+\.)*example$/i.test(typed.trim()) ? null : "email";
  if (/^[a-z]{2}\d{2}[a-z0-9]{8,30}$/i.test(compact)) return "bank-account";
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(typed.trim())) return null;
  if (!/^\+?\d+$/.test(compact)) return hidesNumber(compact);
  if (isExercisePhone(compact)) return null;
  const digits = compact.replace("+", "");
  if (digits.length >= 13 && !/^00/.test(compact)) return "card-number";
  if (digits.length === 11 && !/^(?:32|\+)/.test(compact)) return "national-number";
  if (/^(?:\+|00)/.test(compact) && digits.length >= 9) return "phone-number";
  if (digits.length >= 12) return "card-number";
  return digits.length >= 8 ? "phone-number" : null;
}
function hidesNumber(compact) {
  const longest = compact.match(/\d+/g)?.sort((a, b2) => b2.length - a.length)[0] ?? "";
  if (longest.length >= 13) return "card-number";
  if (longest.length === 11) return "national-number";
  return longest.length >= 9 ? "phone-number" : null;
}

// server/simulation/engine/conditions.ts
function fillIn(text, facts) {
  if (!text.includes("{")) return text;
  return text.replace(/\{(persona|value)\.([a-z0-9-]+)\}/g, (written, kind, name) => {
    const found = kind === "persona" ? facts.persona[name] : facts.values[name];
    return found === void 0 ? written : String(found);
  });
}
function passes(test2, value2, facts) {
  const text = String(value2);
  if (test2.is !== void 0 && text !== filled(test2.is, facts)) return false;
  if (test2["is-not"] !== void 0 && text === filled(test2["is-not"], facts)) return false;
  if (test2["one-of"] && !test2["one-of"].some((one) => text === filled(one, facts))) return false;
  if (test2.like !== void 0 && !new RegExp(test2.like, "u").test(text)) return false;
  if (test2["same-as"] !== void 0 && text !== String(facts.values[test2["same-as"]] ?? "")) return false;
  if (test2["same-phone"] !== void 0 && nationalPart(text) !== nationalPart(fillIn(test2["same-phone"], facts)))
    return false;
  if (test2.filled !== void 0 && test2.filled !== (text !== "" && text !== "false")) return false;
  if (test2["at-least"] !== void 0 && !(Number(value2) >= test2["at-least"])) return false;
  return test2["at-most"] === void 0 || Number(value2) <= test2["at-most"];
}
function filled(value2, facts) {
  return fillIn(String(value2), facts);
}
function holds(condition2, facts) {
  if (!condition2) return true;
  const { values, on, running, reached, any, none } = condition2;
  return Object.entries(values).every(([name, test2]) => passes(test2, facts.values[name] ?? "", facts)) && Object.entries(on ?? {}).every(([device, screens]) => screens.includes(facts.screens[device] ?? "")) && (running ?? []).every((timer) => timer in facts.timers) && (reached ?? []).every((goal) => facts.reached.includes(goal)) && (any === void 0 || any.some((one) => holds(one, facts))) && (none === void 0 || !none.some((one) => holds(one, facts)));
}

// server/simulation/engine/effects.ts
function applyCase(scenario, story, effects2, at) {
  const values = { ...story.values, ...filledValues(effects2.set ?? {}, story) };
  for (const [name, amount] of Object.entries(effects2.add ?? {})) {
    values[name] = Number(values[name] ?? 0) + amount;
  }
  const timers = { ...story.timers };
  for (const timer of effects2.stop ?? []) delete timers[timer];
  for (const timer of effects2.start ?? []) {
    const seconds = scenario.timers[timer]?.seconds ?? 0;
    timers[timer] = { startedAt: at, endsAt: story.pace === null ? null : at + seconds * 1e3 * story.pace };
  }
  const kept = story.notifications.filter((one) => !effects2.dismiss?.includes(one));
  const arriving = (effects2.notify ?? []).filter((one) => !kept.includes(one));
  const mistake = effects2.mistake;
  return {
    ...story,
    values,
    timers,
    notifications: [...kept, ...arriving],
    reached: [.../* @__PURE__ */ new Set([...story.reached, ...effects2.reach ?? []])],
    back: mistake && scenario.mistakes[mistake]?.back ? mistake : null,
    attention: effects2.look ?? attentionOf(scenario, effects2) ?? story.attention,
    said: [
      ...story.said,
      ...mistake ? [{ kind: "mistake", id: mistake }] : [],
      ...effects2.say ? [{ kind: "tip", id: effects2.say }] : []
    ]
  };
}
function filledValues(set, story) {
  return Object.fromEntries(
    Object.entries(set).map(([name, value2]) => [
      name,
      typeof value2 === "string" ? fillIn(value2, story) : value2
    ])
  );
}
function attentionOf(scenario, effects2) {
  const notified = effects2.notify?.[0];
  if (notified) return scenario.notifications[notified]?.device ?? null;
  const shown = effects2.show?.[0];
  return shown ? scenario.screens[shown]?.device ?? null : null;
}

// server/simulation/engine/random.ts
function hashOf(text) {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  }
  hash = Math.imul(hash ^ hash >>> 16, 2246822507);
  hash = Math.imul(hash ^ hash >>> 13, 3266489909);
  return (hash ^ hash >>> 16) >>> 0;
}
function pickBySeed(list, seed, name) {
  return list[hashOf(`${seed}/${name}`) % list.length];
}
function shuffleBySeed(list, seed, name) {
  return list.map((item, index) => ({ item, rank: hashOf(`${seed}/${name}/${index}`) })).sort((one, other) => one.rank - other.rank).map(({ item }) => item);
}

// server/simulation/engine/rules.ts
var NOTHING = [{}];
function collectRules(scenario) {
  const elements = Object.entries(scenario.screens).flatMap(
    ([screen2, { elements: elements2 }]) => elements2.flatMap((element2) => elementRules(screen2, element2))
  );
  const named = [
    ["notification", "press:notification.", scenario.notifications],
    ["timer", "expire:", scenario.timers],
    ["happening", "happen:", scenario.happenings]
  ];
  const others = named.flatMap(
    ([kind, prefix, all]) => Object.entries(all).map(
      ([id, { does: does2 }]) => ({
        event: `${prefix}${id}`,
        source: { kind, id },
        cases: does2
      })
    )
  );
  const ways = Object.entries(scenario.mistakes).flatMap(
    ([id, { back }]) => back ? [{ event: `back:${id}`, source: { kind: "mistake", id }, cases: [back] }] : []
  );
  return [...elements, ...others, ...ways];
}
function elementRules(screen2, element2) {
  const on = `${screen2}.${element2.id}`;
  const source = { kind: "element", screen: screen2, id: element2.id };
  switch (element2.kind) {
    case "button":
      return [{ event: `press:${on}`, source, cases: element2.does }];
    case "browser":
      return element2.does ? [{ event: `press:${on}`, source, cases: element2.does }] : [];
    case "field":
    case "code":
      return [{ event: `type:${on}`, source, into: element2.into, cases: element2.does ?? NOTHING }];
    case "check":
      return [{ event: `tick:${on}`, source, into: element2.into, cases: element2.does ?? NOTHING }];
    case "choices":
    case "icons":
      return element2.options.map((option2) => ({
        event: `choose:${on}.${option2.option}`,
        source,
        ...element2.into ? { into: element2.into } : {},
        cases: option2.does ?? element2.does ?? NOTHING
      }));
    default:
      return [];
  }
}

// server/simulation/engine/compile.ts
var PACE = { none: null, triple: 3, real: 1 };
var compiled = /* @__PURE__ */ new WeakMap();
function compileScenario(scenario) {
  const known = compiled.get(scenario) ?? compile(scenario);
  compiled.set(scenario, known);
  return known;
}
function compile(scenario) {
  const rules = new Map(collectRules(scenario).map((rule) => [rule.event, rule]));
  const machine = buildMachine(scenario, [...rules.values()]);
  const [initial] = initialTransition(machine);
  const begin = (options) => {
    const variant = scenario.variants[options.variant];
    return {
      value: { ...initial.value, ...variant?.start },
      story: firstStory(scenario, options)
    };
  };
  const advance = (position, event) => {
    const snapshot = machine.resolveState({ value: position.value, context: position.story });
    const [next] = transition(machine, snapshot, event);
    return { value: next.value, story: next.context };
  };
  return { scenario, rules, begin, advance };
}
function buildMachine(scenario, rules) {
  const devices = Object.entries(scenario.devices).map(([device, { start }]) => [
    device,
    {
      initial: start,
      states: Object.fromEntries(screensOf(scenario, device).map((screen2) => [screen2, {}])),
      on: showTransitions(scenario, rules, device)
    }
  ]);
  const story = {
    initial: "playing",
    states: { playing: { on: storyTransitions(scenario, rules) }, ended: {} }
  };
  return createMachine({
    types: {},
    id: scenario.id,
    type: "parallel",
    context: emptyStory,
    states: { story, ...Object.fromEntries(devices) }
  });
}
function showTransitions(scenario, rules, device) {
  return Object.fromEntries(
    rules.map((rule) => [
      rule.event,
      rule.cases.flatMap((one, index) => {
        const screen2 = one.show?.find((name) => scenario.screens[name]?.device === device);
        return screen2 ? [{ target: `.${screen2}`, guard: chosen(scenario, rule, index) }] : [];
      })
    ])
  );
}
function storyTransitions(scenario, rules) {
  return Object.fromEntries(
    rules.map((rule) => [
      rule.event,
      rule.cases.map((one, index) => ({
        guard: chosen(scenario, rule, index),
        ...one.finish ? { target: "ended" } : {},
        actions: assign(
          ({ context, event }) => applyCase(scenario, received(rule, context, event), one, event.at)
        )
      }))
    ])
  );
}
function chosen(scenario, rule, index) {
  return ({ context, event }) => {
    if (event.screens.story !== "playing" || !isThere(scenario, rule, context, event)) return false;
    const facts = factsOf(received(rule, context, event), event.screens);
    return rule.cases.findIndex((one) => holds(one.when, facts)) === index;
  };
}
function isThere(scenario, rule, story, event) {
  const { source } = rule;
  if (source.kind === "element") {
    const device = scenario.screens[source.screen]?.device ?? "";
    return event.screens[device] === source.screen;
  }
  if (source.kind === "notification") return story.notifications.includes(source.id);
  if (source.kind === "timer") return source.id in story.timers;
  if (source.kind === "happening") return !story.happened.includes(source.id);
  return story.back === source.id;
}
function received(rule, story, event) {
  const { source } = rule;
  if (source.kind === "element" && rule.into) {
    return { ...story, values: { ...story.values, [rule.into]: event.value } };
  }
  if (source.kind === "notification") {
    return { ...story, notifications: story.notifications.filter((one) => one !== source.id) };
  }
  if (source.kind === "timer") {
    const { [source.id]: _ended, ...timers } = story.timers;
    return { ...story, timers, said: [...story.said, { kind: "expired", id: source.id }] };
  }
  if (source.kind === "happening") return { ...story, happened: [...story.happened, source.id] };
  return story;
}
function factsOf(story, screens) {
  const { values, persona, timers, reached } = story;
  return { values, persona, timers, reached, screens };
}
function screensOf(scenario, device) {
  return Object.keys(scenario.screens).filter((name) => scenario.screens[name]?.device === device);
}
function firstStory(scenario, options) {
  const variant = scenario.variants[options.variant];
  const given = { ...scenario.values, ...variant?.values };
  const values = {};
  for (const [name, value2] of Object.entries(given)) {
    values[name] = typeof value2 === "object" ? pickBySeed(value2.pick, options.seed, name) ?? "" : value2;
  }
  const persona = scenario.personas[variant?.persona ?? scenario.persona] ?? {};
  return { ...emptyStory, persona, values, pace: PACE[options.timer] };
}
var emptyStory = {
  persona: {},
  values: {},
  pace: null,
  timers: {},
  notifications: [],
  reached: [],
  happened: [],
  waiting: {},
  back: null,
  attention: null,
  said: []
};

// server/simulation/engine/offers.ts
function offeredElement(compiled2, position, on) {
  const [name = "", id] = on.split(".");
  const screen2 = compiled2.scenario.screens[name];
  if (!screen2 || position.value[screen2.device] !== name) return null;
  const element2 = screen2.elements.find((one) => one.id === id);
  if (!element2) return null;
  const facts = factsOf(position.story, position.value);
  const enabled = element2.kind !== "button" || holds(element2.enabled, facts);
  return enabled && holds(element2.when, facts) ? element2 : null;
}
function eventOf(compiled2, position, move) {
  if (move.type === "press" && move.on.startsWith("notification.")) {
    const id = move.on.slice("notification.".length);
    return position.story.notifications.includes(id) ? { type: `press:${move.on}`, value: "" } : null;
  }
  if (move.type === "back") {
    return position.story.back ? { type: `back:${position.story.back}`, value: "" } : null;
  }
  if (!("on" in move)) return null;
  const element2 = offeredElement(compiled2, position, move.on);
  const kind = element2?.kind;
  if (move.type === "press" && (kind === "button" || kind === "browser" && element2?.does)) {
    return { type: `press:${move.on}`, value: "" };
  }
  if (move.type === "type" && (kind === "field" || kind === "code")) {
    return { type: `type:${move.on}`, value: move.withheld ? WITHHELD_VALUE : move.value };
  }
  if (move.type === "tick" && kind === "check") return { type: `tick:${move.on}`, value: move.checked };
  if (move.type === "choose" && (kind === "choices" || kind === "icons")) {
    const known = element2?.options.some(({ option: option2 }) => option2 === move.option);
    return known ? { type: `choose:${move.on}.${move.option}`, value: move.option } : null;
  }
  return null;
}
function withoutSecrets(compiled2, position, move) {
  if (move.type !== "type") return move;
  const { type, on } = move;
  if (move.withheld) return { type, on, value: "", withheld: move.withheld };
  const element2 = offeredElement(compiled2, position, on);
  if (element2?.kind !== "field" && element2?.kind !== "code") return move;
  const value2 = move.value.trim().slice(0, 80);
  const facts = factsOf(position.story, position.value);
  const reason = reasonToWithhold(compiled2, element2, value2, facts);
  return reason ? { type, on, value: "", withheld: reason } : { type, on, value: value2 };
}
function reasonToWithhold(compiled2, element2, value2, facts) {
  if (value2 === "" || isKnown(compiled2, element2.into, value2, facts)) return null;
  const secret = looksReal(value2);
  if (secret) return secret;
  if (element2.keep === "any") return null;
  if (element2.kind === "field" && element2.accepts === "phone" && /^[\d\s+./()-]*$/.test(value2)) {
    return isExercisePhone(value2) ? null : "unknown";
  }
  return "unknown";
}
function isKnown(compiled2, into, value2, facts) {
  const { persona, values } = facts;
  if (Object.values(persona).includes(value2)) return true;
  if (Object.values(values).some((one) => String(one) === value2)) return true;
  return writtenFor(compiled2, into).some((written) => fillIn(written, facts) === value2);
}
var writtenByValue = /* @__PURE__ */ new WeakMap();
function writtenFor(compiled2, into) {
  const known = writtenByValue.get(compiled2) ?? /* @__PURE__ */ new Map();
  writtenByValue.set(compiled2, known);
  const found = known.get(into) ?? findWritten(compiled2, into);
  known.set(into, found);
  return found;
}
function findWritten({ rules }, into) {
  const tests = [...rules.values()].flatMap((rule) => rule.cases.flatMap((one) => testsOn(one, into)));
  const written = tests.flatMap((test2) => [test2.is, test2["is-not"], ...test2["one-of"] ?? []]);
  return [...new Set(written.flatMap((one) => one === void 0 ? [] : [String(one)]))];
}
function testsOn(one, into) {
  const inside = (condition2) => condition2 ? [
    ...condition2.values[into] ? [condition2.values[into]] : [],
    ...[...condition2.any ?? [], ...condition2.none ?? []].flatMap(inside)
  ] : [];
  return inside(one.when);
}

// server/simulation/engine/steps.ts
function stepAt(compiled2, position, current) {
  const { steps } = compiled2.scenario;
  const shown = Object.values(position.value);
  const facts = factsOf(position.story, position.value);
  const index = steps.findLastIndex(
    (step) => step.at.some((screen2) => shown.includes(screen2)) && holds(step.when, facts)
  );
  const found = index === -1 ? current : index;
  return { id: steps[found]?.id ?? "", index: found };
}
function nextIdealMove(compiled2, state) {
  if (state.ended) return null;
  const step = compiled2.scenario.steps[state.step.index];
  for (const written of step?.moves ?? []) {
    const move = draftOf(written, state.position);
    if (!isDone(compiled2, state.position, move) && eventOf(compiled2, state.position, move)) return move;
  }
  return null;
}
function draftOf(move, position) {
  if ("press" in move) return { type: "press", on: move.press };
  if ("type" in move) return { type: "type", on: move.type, value: fillIn(move.value, position.story) };
  if ("choose" in move) {
    return { type: "choose", on: move.choose, option: fillIn(move.option, position.story) };
  }
  return { type: "tick", on: move.tick, checked: true };
}
function isDone(compiled2, position, move) {
  if (move.type !== "type" && move.type !== "tick") return false;
  const into = compiled2.rules.get(`${move.type}:${move.on}`)?.into ?? "";
  const wanted = move.type === "type" ? move.value : move.checked;
  return String(position.story.values[into]) === String(wanted);
}

// server/simulation/engine/run.ts
var IDLE_CUT_OFF_MS = 18e4;
var MOST_MOVES = 2e3;
var UNDO_DEPTH = 10;
function startRun(compiled2, options) {
  const position = settle(compiled2, compiled2.begin(options), 0);
  const step = stepAt(compiled2, position, 0);
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
    ledger: []
  };
}
function applyMove(compiled2, state, given) {
  const refused = (reason) => ({ status: "refused", state, reason });
  const wrong = outOfPlace(state, given);
  if (wrong) return refused(wrong);
  const { at } = given;
  const before = settle(compiled2, quiet(state.position), at);
  const clean = { ...withoutSecrets(compiled2, before, given), seq: given.seq, at };
  const moved = {
    ...state,
    seq: given.seq,
    at,
    activeMs: state.activeMs + Math.min(at - state.at, IDLE_CUT_OFF_MS),
    feedback: null
  };
  const applied = (next) => ({
    status: "applied",
    state: next,
    move: clean,
    feedback: next.feedback,
    announcements: announcementsOf(compiled2, state, next)
  });
  switch (clean.type) {
    case "time":
      return !somethingChanged(state.position, before) ? refused("not-offered") : applied(arrive(compiled2, moved, before));
    case "hint":
      if (state.options.mode !== "guided") return refused("not-in-this-mode");
      return applied(withHint(arrive(compiled2, moved, before)));
    case "undo": {
      if (state.options.mode === "alone") return refused("not-in-this-mode");
      const [last, ...rest] = state.past;
      if (!last) return refused("not-offered");
      return applied(
        withLine(arrive(compiled2, { ...moved, past: rest }, settle(compiled2, last, at)), { kind: "undo" })
      );
    }
    case "restart": {
      const fresh = settle(compiled2, compiled2.begin(state.options), at);
      const past = [quiet(before), ...state.past].slice(0, UNDO_DEPTH);
      return applied(withLine(arrive(compiled2, { ...moved, past }, fresh), { kind: "restart" }));
    }
    default: {
      if (clean.type === "type" && clean.withheld && clean.withheld !== "unknown") {
        if (!eventOf(compiled2, before, clean)) return refused("not-offered");
        const told = withLine(arrive(compiled2, moved, before), { kind: "withheld" });
        return applied({ ...told, feedback: { kind: "withheld", reason: clean.withheld } });
      }
      const event = eventOf(compiled2, before, clean);
      if (!event) return refused("not-offered");
      const next = settle(compiled2, compiled2.advance(before, { ...event, at, screens: before.value }), at);
      const past = [quiet(before), ...state.past].slice(0, UNDO_DEPTH);
      return applied(arrive(compiled2, { ...moved, past }, next));
    }
  }
}
var MOVE_TYPES = ["press", "type", "choose", "tick", "time", "hint", "undo", "back", "restart"];
function outOfPlace(state, move) {
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
function settle(compiled2, from, at) {
  let position = awaitHappenings(compiled2, from, at);
  for (let due = nextDue(compiled2, position); due && due.at <= at; due = nextDue(compiled2, position)) {
    const next = compiled2.advance(position, {
      type: due.type,
      at: due.at,
      screens: position.value,
      value: ""
    });
    if (next.story === position.story) break;
    position = awaitHappenings(compiled2, next, due.at);
  }
  return position;
}
function nextDue(compiled2, position) {
  if (position.value.story !== "playing") return null;
  const { timers, waiting } = position.story;
  const due = [
    ...Object.entries(timers).flatMap(
      ([id, { endsAt }]) => endsAt === null ? [] : [{ type: `expire:${id}`, at: endsAt }]
    ),
    ...Object.entries(waiting).map(([id, since]) => ({
      type: `happen:${id}`,
      at: since + (compiled2.scenario.happenings[id]?.after ?? 0) * 1e3
    }))
  ];
  return due.sort((one, other) => one.at - other.at || (one.type < other.type ? -1 : 1))[0] ?? null;
}
function awaitHappenings(compiled2, position, at) {
  const { scenario } = compiled2;
  const facts = factsOf(position.story, position.value);
  const waiting = {};
  for (const [id, { when }] of Object.entries(scenario.happenings)) {
    if (position.story.happened.includes(id) || !holds(when, facts)) continue;
    waiting[id] = position.story.waiting[id] ?? at;
  }
  return { ...position, story: { ...position.story, waiting } };
}
function arrive(compiled2, state, position) {
  const { said } = position.story;
  const reached = stepAt(compiled2, position, state.step.index);
  const mistakes = said.filter((one) => one.kind === "mistake").length;
  const same = reached.id === state.step.id;
  const step = {
    ...reached,
    errors: (same ? state.step.errors : 0) + mistakes,
    hints: same ? state.step.hints : 0
  };
  const lines = said.flatMap((one) => {
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
    feedback: feedbackOf(compiled2, position, said),
    ledger: [...state.ledger, ...lines]
  };
}
function feedbackOf(compiled2, position, said) {
  const last = said.findLast((one) => one.kind === "mistake") ?? said.at(-1);
  if (!last) return null;
  if (last.kind !== "mistake") return last;
  const mistake = compiled2.scenario.mistakes[last.id];
  return {
    kind: "mistake",
    id: last.id,
    critical: mistake?.kind === "critical",
    back: position.story.back === last.id
  };
}
function withHint(state) {
  const level = Math.min(state.step.hints + 1, 2);
  return withLine({ ...state, step: { ...state.step, hints: level } }, { kind: "hint", level });
}
function withLine(state, kind) {
  return {
    ...state,
    ledger: [...state.ledger, { ...kind, seq: state.seq, at: state.at, step: state.step.id }]
  };
}
function quiet(position) {
  return position.story.said.length ? { ...position, story: { ...position.story, said: [] } } : position;
}
function somethingChanged(one, other) {
  return JSON.stringify([one.value, one.story]) !== JSON.stringify([other.value, other.story]);
}
function announcementsOf(compiled2, before, after2) {
  const { scenario } = compiled2;
  const screens = Object.keys(scenario.devices).flatMap((device) => {
    const screen2 = after2.position.value[device];
    return screen2 && screen2 !== before.position.value[device] ? [{ key: `screens.${screen2}.name`, device }] : [];
  });
  const arrived = after2.position.story.notifications.filter(
    (one) => !before.position.story.notifications.includes(one)
  );
  const notified = arrived.map((one) => ({
    key: `notifications.${one}`,
    device: scenario.notifications[one]?.device ?? null
  }));
  return [...screens, ...notified];
}

// server/simulation/engine/score.ts
function outcomeOf({ scenario }, state) {
  const lastStart = state.ledger.findLastIndex(({ kind }) => kind === "restart");
  const counted2 = state.options.mode === "alone" ? state.ledger : state.ledger.slice(lastStart + 1);
  if (counted2.some((line) => isCritical(scenario, line))) return "unsafe";
  const required = Object.entries(scenario.goals).filter(([, { optional }]) => !optional);
  return required.every(([goal]) => state.position.story.reached.includes(goal)) ? "reached" : "not-reached";
}
function isCritical(scenario, line) {
  return line.kind === "mistake" && scenario.mistakes[line.mistake]?.kind === "critical";
}

// server/simulation/engine/view.ts
function viewRun(compiled2, state) {
  const { scenario } = compiled2;
  const { story, value: value2 } = state.position;
  const { mode } = state.options;
  const stepKey = `steps.${state.step.id}`;
  const facts = factsOf(story, value2);
  const devices = Object.entries(scenario.devices).map(([id, { kind, card, light }]) => {
    const screen2 = value2[id] ?? "";
    return {
      id,
      kind,
      key: `devices.${id}`,
      screen: screen2,
      screenKey: `screens.${screen2}.name`,
      card: card ? holds(card, facts) : null,
      light: light ? holds(light, facts) : null,
      elements: elementsOf(compiled2, state, screen2),
      notifications: story.notifications.filter((one) => scenario.notifications[one]?.device === id).map((one) => ({
        id: one,
        on: `notification.${one}`,
        kind: scenario.notifications[one]?.kind ?? "app",
        drawing: scenario.notifications[one]?.drawing ?? "app-key",
        key: `notifications.${one}`
      }))
    };
  });
  return {
    devices,
    attention: story.attention ?? devices[0]?.id ?? "",
    step: {
      id: state.step.id,
      index: state.step.index + 1,
      total: scenario.steps.length,
      key: mode === "alone" ? null : `${stepKey}.title`
    },
    timers: Object.entries(story.timers).map(([id, timer]) => timerOf(scenario, id, timer)),
    feedback: state.feedback,
    hint: state.step.hints > 0 ? { key: `${stepKey}.hint`, on: pointedAt(compiled2, state) } : null,
    caption: mode === "show" ? `${stepKey}.caption` : null,
    hintOffered: mode === "guided" && state.step.errors >= 2 && state.step.hints === 0,
    can: {
      hint: mode === "guided" && !state.ended,
      undo: mode !== "alone" && state.past.length > 0 && !state.ended
    },
    ended: state.ended,
    nextDueAt: nextDue(compiled2, state.position)?.at ?? null,
    params: paramsOf(story)
  };
}
function pointedAt(compiled2, state) {
  if (state.step.hints < 2) return null;
  const move = nextIdealMove(compiled2, state);
  return move && "on" in move ? move.on : null;
}
function timerOf(scenario, id, timer) {
  const { seconds = 0, warn = 0 } = scenario.timers[id] ?? {};
  const warnAt = timer.endsAt === null ? null : timer.endsAt - warn * 1e3;
  return { id, seconds, ...timer, warnAt };
}
function paramsOf(story) {
  const persona = Object.entries(story.persona).map(([name, value2]) => [`persona.${name}`, value2]);
  const values = Object.entries(story.values).map(
    ([name, value2]) => [`value.${name}`, String(value2)]
  );
  return Object.fromEntries([...persona, ...values]);
}
function elementsOf(compiled2, state, screen2) {
  const facts = factsOf(state.position.story, state.position.value);
  return (compiled2.scenario.screens[screen2]?.elements ?? []).filter((element2) => holds(element2.when, facts)).map((element2) => viewElement(compiled2, state, screen2, element2, facts));
}
function viewElement(compiled2, state, screen2, element2, facts) {
  const on = `${screen2}.${element2.id}`;
  const seen = { id: element2.id, on, key: `screens.${on}` };
  const current = "into" in element2 && element2.into ? String(facts.values[element2.into] ?? "") : "";
  switch (element2.kind) {
    case "heading":
    case "sms":
    case "call":
      return { ...seen, kind: element2.kind };
    case "text":
      return { ...seen, kind: "text", tone: element2.tone };
    case "list":
      return { ...seen, kind: "list", items: element2.items.map((item) => `${seen.key}.${item}`) };
    case "button":
      return {
        ...seen,
        kind: "button",
        tone: element2.tone,
        enabled: offeredElement(compiled2, state.position, on) !== null
      };
    case "field":
      return {
        ...seen,
        kind: "field",
        accepts: element2.accepts,
        prefix: element2.prefix ?? "",
        value: current
      };
    case "code":
      return {
        ...seen,
        kind: "code",
        length: element2.length,
        characters: element2.characters,
        hidden: element2.hidden
      };
    case "check":
      return { ...seen, kind: "check", checked: current === "true" };
    case "countdown":
      return { ...seen, kind: "countdown", timer: element2.timer };
    case "picture":
      return {
        ...seen,
        kind: "picture",
        drawing: fillIn(element2.drawing, facts),
        named: element2.drawing.includes("{")
      };
    case "browser":
      return {
        ...seen,
        kind: "browser",
        address: element2.address,
        safe: element2.safe,
        closes: element2.does !== void 0
      };
    default: {
      const options = element2.options.map((option2) => viewOption(option2, seen.key, facts));
      const ordered = element2.shuffle ? shuffleBySeed(options, state.options.seed, on) : options;
      return { ...seen, kind: element2.kind, options: ordered, value: current };
    }
  }
}
function viewOption(option2, key, facts) {
  return {
    id: option2.option,
    key: `${key}.${option2.option}`,
    drawing: option2.drawing ? fillIn(option2.drawing, facts) : null
  };
}

// server/simulation/moments/rules.ts
function momentAddress(moment) {
  return encodeURIComponent(JSON.stringify(moment));
}
function moveOfTurn(compiled2, state, turn) {
  if (turn !== "wait") return { ...turn, seq: state.seq + 1, at: state.at };
  const due = nextDue(compiled2, state.position);
  return due && { type: "time", seq: state.seq + 1, at: Math.max(due.at, state.at) };
}
function playTurns(compiled2, options, turns) {
  let state = startRun(compiled2, options);
  const moves2 = [];
  for (const turn of turns) {
    const move = moveOfTurn(compiled2, state, turn);
    const result = move && applyMove(compiled2, state, move);
    if (result?.status !== "applied") return null;
    moves2.push(result.move);
    state = result.state;
  }
  return { moves: moves2, state };
}

// server/simulation/walk/rules.ts
import { getAdjacencyMap } from "@xstate/graph";
import { fromTransition } from "xstate";

// server/simulation/walk-situations/rules.ts
function keyMaker(scenario) {
  const { later, whole } = howValuesCount(scenario);
  return ({ position: { value: value2, story } }) => {
    const facts = factsOf(story, value2);
    const answers = later.map(([name, test2]) => holds({ values: { [name]: test2 } }, facts) ? 1 : 0).join("");
    const kept = whole.map((name) => story.values[name]);
    const { timers, notifications, happened, reached, back } = story;
    return JSON.stringify([
      Object.values(value2),
      answers,
      kept,
      Object.keys(timers).sort(),
      [...notifications].sort(),
      [...happened].sort(),
      [...reached].sort(),
      back
    ]);
  };
}
var counted = /* @__PURE__ */ new WeakMap();
function howValuesCount(scenario) {
  const known = counted.get(scenario);
  if (known) return known;
  const found = { all: /* @__PURE__ */ new Map(), later: /* @__PURE__ */ new Map(), whole: /* @__PURE__ */ new Set() };
  const { values: given, variants: _variants, personas: _personas, ...structure } = scenario;
  count(structure, found, null);
  const counts = {
    all: [...found.all.values()],
    later: [...found.later.values()],
    whole: [...found.whole].filter((name) => name in given).sort()
  };
  counted.set(scenario, counts);
  return counts;
}
var asked = /* @__PURE__ */ new WeakMap();
function testsThatAsk(scenario, into) {
  const known = asked.get(scenario) ?? /* @__PURE__ */ new Map();
  asked.set(scenario, known);
  const tests = known.get(into) ?? howValuesCount(scenario).all.filter(
    ([name, test2]) => name === into || test2["same-as"] === into || JSON.stringify(test2).includes(`{value.${into}}`)
  );
  known.set(into, tests);
  return tests;
}
function count(node, found, into) {
  if (typeof node === "string") {
    for (const [, name = ""] of node.matchAll(/\{value\.([a-z0-9-]+)\}/g)) found.whole.add(name);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const one of node) count(one, found, into);
    return;
  }
  const part = node;
  for (const name of Object.keys(part.add ?? {})) found.whole.add(name);
  const own = typeof part.into === "string" ? part.into : into;
  for (const [name, test2] of Object.entries(part.values ?? {})) {
    const words = JSON.stringify([name, test2]);
    found.all.set(words, [name, test2]);
    if (name !== into) found.later.set(words, [name, test2]);
    const other = test2["same-as"];
    if (other) {
      for (const one of [name, other]) if (one !== into) found.whole.add(one);
    }
  }
  for (const [word, inner] of Object.entries(part)) {
    count(inner, found, word === "does" || word === "options" || into ? own : null);
  }
}
function busiestValues(scenario, seen) {
  const counted2 = Object.keys(scenario.values).map((name) => ({
    name,
    contents: new Set(seen.map(({ position }) => String(position.story.values[name]))).size
  }));
  return counted2.filter(({ contents }) => contents > 2).sort((one, other) => other.contents - one.contents).slice(0, 3).map(({ name }) => name);
}

// server/simulation/walk/rules.ts
var MOST_SITUATIONS = 4e3;
var TooMany = class extends Error {
};
var walkOptions = (variant, mode = "guided") => ({
  mode,
  timer: "real",
  variant,
  seed: "seed-1"
});
function variantsOf(scenario) {
  const named = Object.keys(scenario.variants);
  return named.length ? named : ["standard"];
}
function walkScenario(compiled2, variant, most = MOST_SITUATIONS) {
  const options = walkOptions(variant);
  const keyOf = keyMaker(compiled2.scenario);
  const start = startRun(compiled2, options);
  const seen = [];
  const logic = fromTransition((state, { turn }) => {
    const move = moveOfTurn(compiled2, state, turn);
    const result = move && applyMove(compiled2, state, move);
    if (result?.status !== "applied") {
      throw new Error(`${JSON.stringify(turn)} is shown but refused: ${result?.reason ?? "nothing is due"}`);
    }
    return { ...result.state, seq: 0, ledger: [], past: [] };
  }, start);
  try {
    const map = getAdjacencyMap(logic, {
      events: ({ context }) => {
        seen.push(context);
        if (seen.length > most) throw new TooMany();
        return turnsFrom(compiled2, context).map((turn) => ({ type: "turn", turn }));
      },
      serializeState: ({ context }) => keyOf(context),
      serializeEvent: ({ turn }) => JSON.stringify(turn)
    });
    const states = new Map(Object.entries(map).map(([key, { state }]) => [key, state.context]));
    const ways = new Map(
      Object.entries(map).map(([key, { transitions }]) => [
        key,
        Object.values(
          transitions
        ).map(({ event, state: { context } }) => ({
          turn: event.turn,
          to: keyOf(context),
          feedback: context.feedback,
          state: context
        }))
      ])
    );
    const first = keyOf(start);
    return { ok: true, walk: { options, first, states, ways, turns: shortest(first, ways) } };
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return { ok: false, values: busiestValues(compiled2.scenario, seen) };
  }
}
function turnsFrom(compiled2, state) {
  if (state.ended) return [];
  const isDue = nextDue(compiled2, state.position) !== null;
  return [...movesFrom(compiled2, state), ...isDue ? ["wait"] : []];
}
function movesFrom(compiled2, state) {
  if (state.ended) return [];
  const typed = typedValues(state);
  const onScreens = viewRun(compiled2, state).devices.flatMap((device) => [
    ...device.notifications.map(({ on }) => ({ type: "press", on })),
    ...device.elements.flatMap((element2) => {
      const { on } = element2;
      switch (element2.kind) {
        case "button":
          return element2.enabled ? [{ type: "press", on }] : [];
        case "browser":
          return element2.closes ? [{ type: "press", on }] : [];
        case "field":
        case "code":
          return alike(compiled2, state, on, typed).map((value2) => ({ type: "type", on, value: value2 }));
        case "choices":
        case "icons":
          return element2.options.map(({ id }) => ({ type: "choose", on, option: id }));
        case "check":
          return [{ type: "tick", on, checked: !element2.checked }];
        default:
          return [];
      }
    })
  ]);
  return [...onScreens, ...state.position.story.back ? [{ type: "back" }] : []];
}
function typedValues({ position }) {
  const { persona } = position.story;
  const phone = persona.phone ?? "";
  const known = Object.entries(persona).flatMap(([name, value2]) => name.includes("name") ? [] : [value2]);
  const wrong = ["0470 00 00 77", "99999"];
  return [.../* @__PURE__ */ new Set([...known, `+32 ${phone.replace(/^0/, "")}`, phone.slice(0, 8), ...wrong])].filter(
    (value2) => value2 !== ""
  );
}
function alike(compiled2, state, on, values) {
  const into = compiled2.rules.get(`type:${on}`)?.into ?? "";
  const { whole } = howValuesCount(compiled2.scenario);
  const asking = testsThatAsk(compiled2.scenario, into);
  const { position } = state;
  const facts = factsOf(position.story, position.value);
  const sorts = /* @__PURE__ */ new Map();
  for (const value2 of values) {
    const given = { ...facts, values: { ...facts.values, [into]: value2 } };
    const clean = withoutSecrets(compiled2, position, { type: "type", on, value: value2 });
    const answers = asking.map(([name, test2]) => holds({ values: { [name]: test2 } }, given));
    const sort = JSON.stringify([
      answers,
      clean.type === "type" ? clean.withheld : null,
      whole.includes(into) ? value2 : null
    ]);
    if (!sorts.has(sort)) sorts.set(sort, value2);
  }
  return [...sorts.values()];
}
function shortest(first, ways) {
  const trees = /* @__PURE__ */ new Map();
  return (to, from = first) => {
    const tree = trees.get(from) ?? treeFrom(from, ways);
    trees.set(from, tree);
    if (to !== from && !tree.has(to)) return null;
    const turns = [];
    for (let step = tree.get(to); step; step = tree.get(step.key)) turns.unshift(step.turn);
    return turns;
  };
}
function treeFrom(from, ways) {
  const tree = /* @__PURE__ */ new Map();
  const queue = [from];
  for (let index = 0; index < queue.length; index += 1) {
    const key = queue[index] ?? "";
    for (const { to, turn } of ways.get(key) ?? []) {
      if (to === from || tree.has(to)) continue;
      tree.set(to, { key, turn });
      queue.push(to);
    }
  }
  return tree;
}

// server/simulation/cover/rules.ts
var REAL_LOOKING = ["85.07.30-033 28", "5399 8300 0000 0008", "BE68 5390 0754 7034", "0475 12 34 56"];
var WARNED_MS = 1e3;
function coverScenario(compiled2, walks) {
  const found = walks.flatMap((walk) => [...played(compiled2, walk), ...aside(compiled2, walk)]);
  const once = /* @__PURE__ */ new Map();
  for (const one of found) {
    const name = JSON.stringify(one.shows);
    const known = once.get(name);
    if (!known || one.turns.length < known.turns.length) once.set(name, one);
  }
  return smallestCover([...once.values()]).flatMap(({ one, isNew }) => {
    const { turns, options, phase, at } = one;
    const run = playTurns(compiled2, options, turns);
    return run ? [{ moment: { phase, options, moves: run.moves, at: at ?? run.state.at }, shows: isNew }] : [];
  });
}
function smallestCover(all) {
  const unseen = new Set(all.flatMap(({ shows }) => shows));
  const chosen2 = [];
  let left = all.map((one) => ({ one, isNew: [...one.shows] }));
  while (unseen.size > 0) {
    left = left.map(({ one, isNew }) => ({ one, isNew: isNew.filter((name) => unseen.has(name)) })).filter(({ isNew }) => isNew.length > 0);
    const best = left.reduce((first, next) => isBetter(next, first) ? next : first);
    for (const name of best.isNew) unseen.delete(name);
    chosen2.push(best);
  }
  return chosen2;
}
function isBetter(next, first) {
  if (next.isNew.length !== first.isNew.length) return next.isNew.length > first.isNew.length;
  return next.one.turns.length < first.one.turns.length;
}
function played(compiled2, walk) {
  const { options } = walk;
  const one = (turns, state, at = null) => ({
    turns,
    options,
    phase: "run",
    at,
    shows: seenIn(compiled2, state)
  });
  const seen = /* @__PURE__ */ new Set();
  const found = [...walk.states].flatMap(([key, state]) => {
    const turns = walk.turns(key) ?? [];
    const arrivals = (walk.ways.get(key) ?? []).map((way) => one([...turns, way.turn], way.state));
    const hinted = helped(compiled2, state);
    const late = lateIn(compiled2, state);
    const offered = (walk.ways.get(key) ?? []).flatMap((way) => {
      const again = way.feedback?.kind === "mistake" && way.turn !== "wait" ? after(compiled2, way.state, way.turn) : null;
      return again && viewRun(compiled2, again).hintOffered ? [one([...turns, way.turn, way.turn], again)] : [];
    });
    const asked2 = [{ type: "hint" }, { type: "hint" }];
    return [
      ...key === walk.first ? [one([], state)] : [],
      ...arrivals,
      ...hinted.map((next, index) => one([...turns, ...asked2.slice(0, index + 1)], next)),
      ...late.map((moment) => ({ ...one(turns, state, moment.at), shows: [moment.shows] })),
      ...offered.slice(0, 1),
      ...state.ended ? [{ ...one(turns, state), phase: "end", shows: [`end ${outcomeOf(compiled2, state)}`] }] : []
    ];
  });
  return found.filter(({ shows }) => {
    const isNew = shows.some((name) => !seen.has(name)) || !seen.has(JSON.stringify(shows));
    for (const name of [...shows, JSON.stringify(shows)]) seen.add(name);
    return isNew;
  });
}
function after(compiled2, state, draft) {
  const result = applyMove(compiled2, state, { ...draft, seq: state.seq + 1, at: state.at });
  return result.status === "applied" ? result.state : null;
}
function helped(compiled2, state) {
  const once = after(compiled2, state, { type: "hint" });
  const twice = once && after(compiled2, once, { type: "hint" });
  return [...once ? [once] : [], ...twice ? [twice] : []];
}
function lateIn(compiled2, state) {
  const { timers, nextDueAt } = viewRun(compiled2, state);
  return timers.flatMap(({ id, warnAt }) => {
    if (warnAt === null) return [];
    const at = Math.max(state.at, warnAt) + WARNED_MS;
    return nextDueAt !== null && nextDueAt <= at ? [] : [{ at, shows: `clock ${id} warns` }];
  });
}
function aside(compiled2, walk) {
  const { variant } = walk.options;
  const shown = demonstration(compiled2, variant);
  const turnsTo = (is) => {
    const key = [...walk.states].find(([, state]) => is(state))?.[0];
    return key === void 0 ? null : walk.turns(key);
  };
  const run = (options, turns, shows) => turns && playTurns(compiled2, options, turns) ? [{ turns, options, phase: "run", at: null, shows: [shows] }] : [];
  const guided = walkOptions(variant);
  const clock = turnsTo((state) => Object.keys(state.position.story.timers).length > 0);
  const secret = secretIn(compiled2, walk);
  return [
    { turns: [], options: guided, phase: "start", at: 0, shows: ["start"] },
    ...run(walkOptions(variant, "alone"), [], "alone"),
    ...run({ ...guided, timer: "none" }, clock, "no clock"),
    ...run(guided, secret, "secret refused"),
    ...unsafeEnd(compiled2, walk),
    ...shown
  ];
}
function secretIn({ scenario }, walk) {
  const value2 = REAL_LOOKING[scenario.id.length % REAL_LOOKING.length] ?? "";
  const fields = Object.entries(scenario.screens).flatMap(
    ([screen2, { device, elements }]) => elements.flatMap(({ kind, id, when }) => kind === "field" && !when ? [{ screen: screen2, device, id }] : [])
  );
  for (const { screen: screen2, device, id } of fields) {
    const key = [...walk.states].find(([, { position }]) => position.value[device] === screen2)?.[0];
    if (key !== void 0)
      return [...walk.turns(key) ?? [], { type: "type", on: `${screen2}.${id}`, value: value2 }];
  }
  return null;
}
function unsafeEnd(compiled2, walk) {
  const ends = [...walk.states].filter(([, { ended }]) => ended).map(([key]) => key);
  for (const [key, ways] of walk.ways) {
    for (const { feedback, to, turn } of ways) {
      if (feedback?.kind !== "mistake" || !feedback.critical) continue;
      const rest = ends.map((end) => walk.turns(end, to)).find((found) => found !== null);
      const turns = rest && [...walk.turns(key) ?? [], turn, ...rest];
      const run = turns && playTurns(compiled2, walk.options, turns);
      if (!turns || !run || outcomeOf(compiled2, run.state) !== "unsafe") continue;
      const shows = [`end ${outcomeOf(compiled2, run.state)}`];
      return [{ turns, options: walk.options, phase: "end", at: null, shows }];
    }
  }
  return [];
}
function demonstration(compiled2, variant) {
  const options = { ...walkOptions(variant, "show"), timer: "none" };
  const found = [];
  const turns = [];
  for (let run = playTurns(compiled2, options, turns); run; run = playTurns(compiled2, options, turns)) {
    const { state } = run;
    const one = { turns: [...turns], options, at: null };
    if (state.ended) {
      found.push({ ...one, phase: "run", shows: ["demonstration ended"] });
      found.push({ ...one, phase: "end", shows: ["end shown"] });
      break;
    }
    found.push({ ...one, phase: "run", shows: [`caption ${state.step.id}`] });
    const next = nextIdealMove(compiled2, state);
    if (turns.length > 300) break;
    turns.push(next ?? "wait");
  }
  return found;
}
function seenIn(compiled2, state) {
  const view = viewRun(compiled2, state);
  const { feedback } = view;
  return [
    ...view.devices.flatMap((device) => deviceSeen(device)),
    ...view.ended ? [`ended ${outcomeOf(compiled2, state)}`] : [],
    ...view.step.key ? [view.step.key] : [],
    ...view.timers.map(({ id }) => `clock ${id}`),
    ...feedback ? [feedbackSeen(feedback)] : [],
    ...view.hint ? [view.hint.key] : [],
    ...view.hint?.on ? ["hint points"] : [],
    ...view.hintOffered ? ["hint offered"] : []
  ];
}
function feedbackSeen(feedback) {
  if (feedback.kind === "withheld") return `withheld ${feedback.reason}`;
  return `${feedback.kind} ${feedback.id}`;
}
function deviceSeen({
  id,
  screen: screen2,
  elements,
  card,
  light,
  notifications
}) {
  const there = elements.map((element2) => element2.id).join(" ");
  const states = elements.flatMap((element2) => {
    if (element2.kind === "button") return element2.enabled ? [] : [`${element2.on} cannot be pressed yet`];
    if (element2.kind === "check") return element2.checked ? [`${element2.on} ticked`] : [];
    if (element2.kind === "field") return element2.value ? [`${element2.on} filled`] : [];
    return [];
  });
  const signs = [card === null ? "" : `card ${card}`, light === null ? "" : `light ${light}`].join(" ").trim();
  return [
    `${id}: ${screen2} [${there}]${signs ? ` ${signs}` : ""}`,
    ...states,
    ...notifications.map((message) => `message ${message.id}`)
  ];
}

// tests/support/scenario-pictures.ts
var WORDS_ONLY = /^(?:mistake|tip|expired|withheld|caption|steps\.)/;
function picturesOf(scenario) {
  const compiled2 = compileScenario(scenario);
  const walks = variantsOf(scenario).map((variant) => {
    const walked = walkScenario(compiled2, variant);
    if (!walked.ok) throw new Error(`${scenario.id} has too many situations: see tests/unit/simulation`);
    return walked.walk;
  });
  return coverScenario(compiled2, walks).map(({ moment, shows }) => ({
    address: momentAddress(moment),
    shows,
    isNewPlace: shows.some((name) => !WORDS_ONLY.test(name))
  }));
}

// tests/support/scenario-files.ts
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

// server/catalogue/scenario/rules.ts
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";

// server/catalogue/scenario-texts/rules.ts
function expectedTexts(scenario) {
  const each = (names, prefix, about, parts) => names.flatMap(
    (name) => parts ? parts.map((part) => ({ key: `${prefix}.${name}.${part}`, about })) : [{ key: `${prefix}.${name}`, about }]
  );
  const mistakes = Object.entries(scenario.mistakes).flatMap(
    ([id, { back }]) => ["what", "next", ...back ? ["back"] : []].map((part) => ({
      key: `mistakes.${id}.${part}`,
      about: part === "back" ? "the button of the way back" : "a mistake"
    }))
  );
  return [
    { key: "title", about: "the name of the exercise" },
    { key: "summary", about: "one sentence that says what one learns" },
    { key: "story", about: "the situation, read before starting" },
    { key: "task", about: "what to do, in one sentence" },
    ...each(Object.keys(scenario.devices), "devices", "the name of a device"),
    ...each(Object.keys(scenario.actors), "actors", "the name of an actor"),
    ...Object.entries(scenario.screens).flatMap(([name, screen2]) => [
      { key: `screens.${name}.name`, about: "the name of the screen, read aloud when it appears" },
      ...screen2.elements.flatMap((element2) => textsOfElement(`screens.${name}.${element2.id}`, element2))
    ]),
    ...each(Object.keys(scenario.notifications), "notifications", "a notification", ["from", "text"]),
    ...each(Object.keys(scenario.timers), "timers", "what is said when the time is over"),
    ...each(
      scenario.steps.map(({ id }) => id),
      "steps",
      "a step of the trail",
      ["title", "hint", "caption", "sheet"]
    ),
    ...mistakes,
    ...each(saidIn(scenario), "says", "a remark"),
    ...each(scenario.remember, "remember", "something to remember")
  ];
}
function textsOfElement(key, element2) {
  const about = `${/^[aeiou]/.test(element2.kind) ? "an" : "a"} ${element2.kind}`;
  const parts = (names) => names.map((name) => ({ key: `${key}.${name}`, about }));
  switch (element2.kind) {
    case "browser":
      return [];
    case "list":
      return parts(element2.items);
    case "choices":
    case "icons":
      return parts(["label", ...element2.options.map(({ option: option2 }) => option2)]);
    case "sms":
    case "call":
      return parts(["from", "text"]);
    default:
      return [{ key, about }];
  }
}
function saidIn(scenario) {
  const said = /* @__PURE__ */ new Set();
  JSON.stringify(scenario, (key, value2) => {
    if (key === "say" && typeof value2 === "string") said.add(value2);
    return value2;
  });
  return [...said].sort();
}
function nearest(word, words) {
  return ranked(word, words)[0] ?? null;
}
function ranked(word, words) {
  const limit = Math.max(2, Math.floor(word.length / 3));
  return words.map((other) => ({ other, far: distance(word, other) })).filter(({ far }) => far <= limit).sort((one, two) => one.far - two.far).map(({ other }) => other);
}
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [column, wanted] of [...other].entries()) {
      const swap = (row[column] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(swap, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

// server/catalogue/scenario-faults/rules.ts
function scenarioFaults(scenario, people) {
  const names = {
    screens: Object.keys(scenario.screens),
    devices: Object.keys(scenario.devices),
    values: Object.keys(scenario.values),
    timers: Object.keys(scenario.timers),
    notifications: Object.keys(scenario.notifications),
    mistakes: Object.keys(scenario.mistakes),
    goals: Object.keys(scenario.goals)
  };
  const cases = casesOf(scenario);
  return [
    ...reservedNames(names),
    ...places(scenario, names),
    ...cases.flatMap(({ path: path2, list, mayBeSilent }) => [
      ...list.flatMap((one, index) => caseFaults(scenario, names, one, place(path2, list, index))),
      ...answered(path2, list, mayBeSilent)
    ]),
    ...stepFaults(scenario, names),
    ...variantFaults(scenario, names, people),
    ...placeholders(scenario),
    ...cases.some(({ list }) => list.some(({ finish }) => finish)) ? [] : [
      {
        path: ["screens"],
        message: "nothing ends the exercise: write finish: true where the goal is reached"
      }
    ]
  ];
}
function casesOf(scenario) {
  const elements = Object.entries(scenario.screens).flatMap(
    ([screen2, { elements: list }]) => list.flatMap((element2, index) => {
      const path2 = ["screens", screen2, "elements", index];
      const own = "does" in element2 && element2.does ? [{ path: [...path2, "does"], list: element2.does }] : [];
      const options = "options" in element2 ? element2.options.flatMap(
        ({ does: does2 }, at) => does2 ? [{ path: [...path2, "options", at, "does"], list: does2 }] : []
      ) : [];
      return [...own, ...options].map((one) => ({ ...one, mayBeSilent: element2.kind === "field" }));
    })
  );
  const named = ["timers", "notifications", "happenings"].flatMap(
    (kind) => Object.entries(scenario[kind]).map(([id, { does: does2 }]) => ({
      path: [kind, id, "does"],
      list: does2,
      mayBeSilent: true
    }))
  );
  const ways = Object.entries(scenario.mistakes).flatMap(
    ([id, { back }]) => back ? [{ path: ["mistakes", id, "back"], list: [back], mayBeSilent: true }] : []
  );
  return [...elements, ...named, ...ways];
}
function place(path2, list, index) {
  return list.length > 1 ? [...path2, index] : path2;
}
function missing(kind, name, known, path2) {
  if (known.includes(name)) return [];
  const near = nearest(name, known);
  const instead2 = near ? `write ${near}` : `write one of: ${known.join(", ") || "none exists yet"}`;
  return [{ path: path2, message: `there is no ${kind} called "${name}"; ${instead2}` }];
}
function caseFaults(scenario, names, one, path2) {
  const all = (kind, list, known, word) => (list ?? []).flatMap((name) => missing(kind, name, known, [...path2, word]));
  const shown = (one.show ?? []).map((name) => scenario.screens[name]?.device);
  const twice = shown.some((device, index) => device !== void 0 && shown.indexOf(device) !== index);
  return [
    ...all("screen", one.show, names.screens, "show"),
    ...all("device", one.look ? [one.look] : [], names.devices, "look"),
    ...all("timer", one.start, names.timers, "start"),
    ...all("timer", one.stop, names.timers, "stop"),
    ...all("notification", one.notify, names.notifications, "notify"),
    ...all("notification", one.dismiss, names.notifications, "dismiss"),
    ...all("goal", one.reach, names.goals, "reach"),
    ...all("mistake", one.mistake ? [one.mistake] : [], names.mistakes, "mistake"),
    ...all("value", Object.keys(one.set ?? {}), names.values, "set"),
    ...all("value", Object.keys(one.add ?? {}), names.values, "add"),
    ...twice ? [{ path: [...path2, "show"], message: "two screens of one device cannot show at once; keep one" }] : [],
    ...conditionFaults(names, one.when, [...path2, "when"])
  ];
}
function conditionFaults(names, condition2, path2) {
  if (!condition2) return [];
  const { values, on, running, reached, any, none } = condition2;
  return [
    ...Object.entries(values).flatMap(([name, test2]) => [
      ...missing("value", name, names.values, [...path2, name]),
      ...test2["same-as"] ? missing("value", test2["same-as"], names.values, [...path2, name]) : [],
      ...test2.like === void 0 || isPattern(test2.like) ? [] : [
        {
          path: [...path2, name],
          message: `"${test2.like}" is not a pattern that can be read; ask for help with it`
        }
      ]
    ]),
    ...Object.entries(on ?? {}).flatMap(([device, screens]) => [
      ...missing("device", device, names.devices, [...path2, "on", device]),
      ...screens.flatMap((screen2) => missing("screen", screen2, names.screens, [...path2, "on", device]))
    ]),
    ...(running ?? []).flatMap((name) => missing("timer", name, names.timers, [...path2, "running"])),
    ...(reached ?? []).flatMap((name) => missing("goal", name, names.goals, [...path2, "reached"])),
    ...[...any ?? [], ...none ?? []].flatMap((one) => conditionFaults(names, one, path2))
  ];
}
function isPattern(written) {
  try {
    return new RegExp(written, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
function answered(path2, list, mayBeSilent) {
  if (mayBeSilent || !list.at(-1)?.when) return [];
  return [
    { path: path2, message: "some moves get no answer here: add a last case without when, for instance a mistake" }
  ];
}
function reservedNames(names) {
  const taken = (kind, words) => names[kind].filter((name) => words.includes(name)).map((name) => ({
    path: [kind, name],
    message: `"${name}" has a meaning of its own here; choose another name`
  }));
  return [
    ...taken("screens", ["notification"]),
    ...taken("devices", ["story"]),
    ...taken("values", ["values", "on", "running", "reached", "any", "none"])
  ];
}
var READERS = ["bank-reader", "eid-reader"];
function places(scenario, names) {
  const devices = Object.entries(scenario.devices).flatMap(([device, { start, kind, card, light }]) => [
    ...conditionFaults(names, card, ["devices", device, "card"]),
    ...conditionFaults(names, light, ["devices", device, "light"]),
    ...(card || light) && !READERS.includes(kind) ? [{ path: ["devices", device], message: "only a bank-reader or an eid-reader has a card and a light" }] : [],
    ...missing("screen", start, names.screens, ["devices", device, "start"]),
    ...scenario.screens[start] && scenario.screens[start].device !== device ? [{ path: ["devices", device, "start"], message: `the screen "${start}" belongs to another device` }] : []
  ]);
  const screens = Object.entries(scenario.screens).flatMap(([name, screen2]) => {
    const ids = screen2.elements.map(({ id }) => id);
    return [
      ...missing("device", screen2.device, names.devices, ["screens", name, "device"]),
      ...screen2.elements.flatMap((element2, index) => {
        const path2 = ["screens", name, "elements", index];
        const into = "into" in element2 && element2.into ? element2.into : null;
        return [
          ...ids.indexOf(element2.id) === index && element2.id !== "name" ? [] : [{ path: path2, message: `"${element2.id}" is already used on this screen; choose another name` }],
          ...into ? missing("value", into, names.values, [...path2, "into"]) : [],
          ...element2.kind === "countdown" ? missing("timer", element2.timer, names.timers, [...path2, "timer"]) : [],
          ...conditionFaults(names, element2.when, [...path2, "when"]),
          ...optionFaults(element2, path2)
        ];
      })
    ];
  });
  const notified = Object.entries(scenario.notifications).flatMap(
    ([id, { device }]) => missing("device", device, names.devices, ["notifications", id, "device"])
  );
  const happenings = Object.entries(scenario.happenings).flatMap(([id, { by, when }]) => [
    ...by ? missing("actor", by, Object.keys(scenario.actors), ["happenings", id, "by"]) : [],
    ...conditionFaults(names, when, ["happenings", id, "when"])
  ]);
  return [...devices, ...screens, ...notified, ...happenings];
}
function optionFaults(element2, path2) {
  if (!("options" in element2)) return [];
  const silent = element2.options.findIndex(({ does: does2 }) => !does2 && !element2.does && !element2.into);
  return silent === -1 ? [] : [{ path: [...path2, "options", silent], message: "choosing this does nothing: add does: or into:" }];
}
function stepFaults(scenario, names) {
  const targets = Object.entries(scenario.screens).flatMap(
    ([screen2, { elements }]) => elements.map(({ id }) => `${screen2}.${id}`)
  );
  const known = [...targets, ...names.notifications.map((id) => `notification.${id}`)];
  return scenario.steps.flatMap((step, index) => [
    ...step.at.flatMap((screen2) => missing("screen", screen2, names.screens, ["steps", index, "at"])),
    ...step.moves.flatMap(
      (move, at) => Object.entries(move).flatMap(
        ([word, on]) => word === "value" || word === "option" ? [] : missing("element", on, known, ["steps", index, "moves", at])
      )
    )
  ]);
}
function variantFaults(scenario, names, people) {
  return [
    ...missing("persona", scenario.persona, people, ["persona"]),
    ...Object.entries(scenario.variants).flatMap(([id, { persona, values, start }]) => [
      ...persona ? missing("persona", persona, people, ["variants", id, "persona"]) : [],
      ...Object.keys(values ?? {}).flatMap((name) => missing("value", name, names.values, ["variants", id])),
      ...Object.values(start ?? {}).flatMap(
        (name) => missing("screen", name, names.screens, ["variants", id])
      )
    ])
  ];
}
function placeholders(scenario) {
  const { personas: _personas, ...structure } = scenario;
  const look = (node, path2) => {
    if (typeof node === "string") {
      return unknownPlaceholders(scenario, node).map((one) => ({
        path: path2,
        message: `{${one}} stands for nothing: check the name`
      }));
    }
    if (typeof node !== "object" || node === null) return [];
    return Object.entries(node).flatMap(([key, inner]) => look(inner, [...path2, key]));
  };
  return look(structure, []);
}
function unknownPlaceholders(scenario, text) {
  const people = Object.values(scenario.personas);
  return [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, inside = ""]) => {
    const [kind, name = ""] = inside.split(".");
    if (kind === "value" && name in scenario.values) return [];
    if (kind === "persona" && people.every((person) => name in person)) return [];
    return /^[,\d]+$/.test(inside) ? [] : [inside];
  });
}

// server/catalogue/scenario-words/rules.ts
var SAID = {
  TAB_AS_INDENT: "there is a tab at the start of this line: write spaces instead",
  DUPLICATE_KEY: "this name stands twice in the same place: keep one of the two",
  BAD_INDENT: "this line begins too far to the left or to the right: give it as many spaces as the lines it belongs with",
  MISSING_CHAR: "something is not closed: look for a missing quotation mark or bracket, here or in a line above",
  MULTILINE_IMPLICIT_KEY: "a name needs a colon and a space after it, as in minutes: 6; or a quotation mark above is not closed",
  BLOCK_AS_IMPLICIT_KEY: 'this line begins with another number of spaces than the lines it belongs with; or it has two colons, and its text needs "quotation marks"',
  UNEXPECTED_TOKEN: 'there is a sign too many: put the whole text in "quotation marks"',
  BAD_SCALAR_START: 'put this text in "quotation marks": it begins with a sign that has a meaning of its own'
};
function unreadable(error) {
  const said = SAID[error.code] ?? error.message.split("\n")[0];
  return `this cannot be read: ${said}`;
}
function openQuoteLine(text) {
  const at = text.split("\n").findIndex((line) => {
    if (/^\s*#/.test(line)) return false;
    return (line.match(/(?<!\\)"/g) ?? []).length % 2 === 1;
  });
  return at === -1 ? null : at + 1;
}
var FORMAT_WORDS = [
  ...["id", "minutes", "checked", "competences", "skills", "persona", "devices", "values", "timers"],
  ...["notifications", "actors", "happenings", "screens", "steps", "mistakes", "goals", "scoring"],
  ...["variants", "remember", "device", "elements", "kind", "start", "card", "light", "seconds", "warn"],
  ...["does", "role", "when", "after", "by", "at", "moves", "press", "type", "choose", "tick", "value"],
  ...["option", "options", "points", "counts", "back", "optional", "hint", "mistake", "undo", "lowest"],
  ...["show", "set", "add", "stop", "notify", "dismiss", "reach", "say", "look", "finish", "pick", "tone"],
  ...["enabled", "accepts", "prefix", "into", "keep", "length", "characters", "hidden", "shuffle", "items"],
  ...["drawing", "address", "safe", "timer", "heading", "text", "list", "button", "field", "code", "choices"],
  ...["icons", "check", "countdown", "picture", "browser", "sms", "call", "on", "running", "reached", "any"],
  ...["none", "is", "is-not", "one-of", "like", "same-as", "same-phone", "filled", "at-least", "at-most"]
];

// server/catalogue/scenario/schema.ts
import { z as z2 } from "zod";

// server/catalogue/scenario-conditions/schema.ts
import { z } from "zod";
var slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error: "use small letters, digits and hyphens only, as in log-in"
});
var slugs = z.union([slug, z.array(slug).min(1)]).transform((one) => Array.isArray(one) ? one : [one]);
var plain = z.union([z.string(), z.number(), z.boolean()]);
var isRecord = (raw) => typeof raw === "object" && raw !== null && !Array.isArray(raw);
var test = z.union([
  plain.transform((is) => ({ is })),
  z.strictObject({
    is: plain.optional(),
    "is-not": plain.optional(),
    "one-of": z.array(plain).min(1).optional(),
    like: z.string().optional(),
    "same-as": slug.optional(),
    "same-phone": z.string().optional(),
    filled: z.boolean().optional(),
    "at-least": z.number().optional(),
    "at-most": z.number().optional()
  })
]);
var CONDITION_WORDS = ["values", "on", "running", "reached", "any", "none"];
function gatherValues(raw) {
  if (!isRecord(raw) || "values" in raw) return raw;
  const words = CONDITION_WORDS;
  const entries = Object.entries(raw);
  return {
    ...Object.fromEntries(entries.filter(([name]) => words.includes(name))),
    values: Object.fromEntries(entries.filter(([name]) => !words.includes(name)))
  };
}
var condition = z.lazy(
  () => z.preprocess(
    gatherValues,
    z.strictObject({
      values: z.record(slug, test),
      on: z.record(slug, slugs).optional(),
      running: slugs.optional(),
      reached: slugs.optional(),
      any: z.array(condition).min(1).optional(),
      none: z.array(condition).min(1).optional()
    })
  )
);

// server/catalogue/scenario-drawings/schema.ts
var DRAWINGS = [
  "boat",
  "tulip",
  "lighthouse",
  "umbrella",
  "bicycle",
  "cat",
  "teapot",
  "guitar",
  "kite",
  "apple",
  "fish",
  "app-key",
  "app-messages",
  "app-bank",
  "app-photos",
  "app-phone",
  "app-shop",
  "app-internet",
  "app-settings",
  "health",
  "shield",
  "key",
  "id-card",
  "bank-card",
  "bank-reader",
  "eid-reader",
  "letter",
  "document",
  "qr-code",
  "fingerprint",
  "camera",
  "euro",
  "shop",
  "town-hall",
  "contract",
  "envelope",
  "usb-plug",
  "alarm",
  "padlock"
];

// server/catalogue/scenario/schema.ts
var SCENARIO_LOCALES = ["fr", "nl", "de", "en"];
var DEVICE_KINDS = ["computer", "phone", "bank-reader", "eid-reader", "paper"];
var target = z2.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, { error: "write screen.element, as in site-home.log-in" });
var effects = {
  set: z2.record(slug, plain).optional(),
  add: z2.record(slug, z2.number()).optional(),
  stop: slugs.optional(),
  start: slugs.optional(),
  dismiss: slugs.optional(),
  notify: slugs.optional(),
  reach: slugs.optional(),
  mistake: slug.optional(),
  say: slug.optional(),
  show: slugs.optional(),
  look: slug.optional(),
  finish: z2.literal(true).optional()
};
var caseOf = z2.strictObject({ when: condition.optional(), ...effects });
var does = z2.union([caseOf, z2.array(caseOf).min(1)]).transform((one) => Array.isArray(one) ? one : [one]);
var ELEMENT_KINDS = [
  "heading",
  "text",
  "list",
  "button",
  "field",
  "code",
  "choices",
  "icons",
  "check",
  "countdown",
  "picture",
  "browser",
  "sms",
  "call"
];
var common = { id: slug, when: condition.optional() };
var drawing = z2.union([
  z2.enum(DRAWINGS),
  z2.string().regex(/^\{value\.[a-z0-9-]+\}$/, { error: "write the name of a drawing, or {value.name}" })
]);
var option = z2.preprocess(
  (raw) => typeof raw === "string" ? { option: raw } : raw,
  z2.strictObject({ option: slug, drawing: drawing.optional(), does: does.optional() })
);
var optionSet = {
  ...common,
  options: z2.array(option).min(2),
  into: slug.optional(),
  shuffle: z2.boolean().default(false),
  does: does.optional()
};
var keep = z2.enum(["known", "any"]).default("known");
var element = z2.preprocess(
  (raw) => {
    if (!isRecord(raw) || "kind" in raw) return raw;
    const kind = ELEMENT_KINDS.find((name) => name in raw);
    if (!kind) return raw;
    const { [kind]: id, ...rest } = raw;
    return { kind, id, ...rest };
  },
  z2.discriminatedUnion("kind", [
    z2.strictObject({ kind: z2.literal("heading"), ...common }),
    z2.strictObject({
      kind: z2.literal("text"),
      ...common,
      tone: z2.enum(["plain", "info", "warning", "good", "waiting"]).default("plain")
    }),
    z2.strictObject({ kind: z2.literal("list"), ...common, items: z2.array(slug).min(1) }),
    z2.strictObject({
      kind: z2.literal("button"),
      ...common,
      tone: z2.enum(["primary", "plain", "danger"]).default("plain"),
      enabled: condition.optional(),
      does
    }),
    z2.strictObject({
      kind: z2.literal("field"),
      ...common,
      accepts: z2.enum(["phone", "text", "name", "email", "digits"]).default("text"),
      prefix: z2.string().max(6).optional(),
      into: slug,
      keep,
      does: does.optional()
    }),
    z2.strictObject({
      kind: z2.literal("code"),
      ...common,
      length: z2.number().int().min(3).max(8).default(5),
      characters: z2.enum(["digits", "letters-and-digits"]).default("digits"),
      hidden: z2.boolean().default(true),
      into: slug,
      keep,
      does
    }),
    z2.strictObject({ kind: z2.literal("choices"), ...optionSet }),
    z2.strictObject({ kind: z2.literal("icons"), ...optionSet }),
    z2.strictObject({ kind: z2.literal("check"), ...common, into: slug, does: does.optional() }),
    z2.strictObject({ kind: z2.literal("countdown"), ...common, timer: slug }),
    z2.strictObject({ kind: z2.literal("picture"), ...common, drawing }),
    z2.strictObject({
      kind: z2.literal("browser"),
      ...common,
      address: z2.string().regex(/^[a-z0-9.-]+\.example(?:[/?].*)?$/, {
        error: "use an address nobody has: it ends in .example, as in ma-sante-demo.example/connexion"
      }),
      safe: z2.boolean().default(true),
      does: does.optional()
    }),
    z2.strictObject({ kind: z2.literal("sms"), ...common }),
    z2.strictObject({ kind: z2.literal("call"), ...common })
  ])
);
var screen = z2.strictObject({ device: slug, elements: z2.array(element).min(1) });
var value = z2.union([plain, z2.strictObject({ pick: z2.array(plain).min(2) })]);
var stepMove = z2.union([
  z2.strictObject({ press: target }),
  z2.strictObject({ type: target, value: z2.string() }),
  z2.strictObject({ choose: target, option: z2.string() }),
  z2.strictObject({ tick: target })
]);
var points = z2.number().int().min(0).max(100);
var personaSchema = z2.object({
  name: z2.string(),
  phone: z2.string().regex(/^(?:\+32 ?|0)470 ?00 ?00 ?\d\d$/, {
    error: "use a number of the exercises, from 0470 00 00 00 to 0470 00 00 99"
  })
}).catchall(z2.string()).refine((person) => Object.keys(person).every((field) => slug.safeParse(field).success), {
  error: "use small letters, digits and hyphens for the names of the lines"
});
var personasSchema = z2.record(slug, personaSchema);
var scenarioSchema = z2.strictObject({
  id: slug,
  minutes: z2.number().int().min(1).max(60),
  checked: z2.iso.date(),
  competences: z2.array(z2.string().regex(/^[1-5]\.[1-6]$/, { error: 'write a DigComp number, as in "2.3"' })).min(1),
  skills: z2.array(z2.number().int().min(1).max(99)).default([]),
  persona: slug,
  personas: z2.record(slug, z2.record(slug, z2.string())).default({}),
  devices: z2.record(
    slug,
    z2.strictObject({
      kind: z2.enum(DEVICE_KINDS),
      start: slug,
      card: condition.optional(),
      light: condition.optional()
    })
  ),
  values: z2.record(slug, value).default({}),
  timers: z2.record(
    slug,
    z2.strictObject({
      seconds: z2.number().int().min(10).max(3600),
      warn: z2.number().int().default(60),
      does
    })
  ).default({}),
  notifications: z2.record(
    slug,
    z2.strictObject({
      device: slug,
      kind: z2.enum(["app", "sms", "call"]).default("app"),
      drawing: z2.enum(DRAWINGS).optional(),
      does
    })
  ).default({}),
  actors: z2.record(slug, z2.strictObject({ role: z2.enum(["attacker", "helper", "service"]) })).default({}),
  happenings: z2.record(
    slug,
    z2.strictObject({
      by: slug.optional(),
      when: condition.optional(),
      after: z2.number().int().min(0).max(600).default(0),
      does
    })
  ).default({}),
  screens: z2.record(slug, screen),
  steps: z2.array(
    z2.strictObject({
      id: slug,
      at: slugs,
      when: condition.optional(),
      moves: z2.array(stepMove).default([])
    })
  ).min(1),
  mistakes: z2.record(
    slug,
    z2.strictObject({
      kind: z2.enum(["repairable", "critical"]).default("repairable"),
      points: points.optional(),
      counts: z2.enum(["false-accept", "false-refuse"]).optional(),
      back: caseOf.optional()
    })
  ).default({}),
  goals: z2.record(slug, z2.strictObject({ points: points.optional(), optional: z2.boolean().default(false) })),
  scoring: z2.strictObject({
    hint: points.default(5),
    mistake: points.default(5),
    undo: points.default(0),
    lowest: points.default(30)
  }).optional(),
  variants: z2.record(
    slug,
    z2.strictObject({
      persona: slug.optional(),
      values: z2.record(slug, value).optional(),
      start: z2.record(slug, slug).optional()
    })
  ).default({}),
  remember: z2.array(slug).min(1).max(5)
});

// server/catalogue/scenario/rules.ts
function parsePersonas(source) {
  const reading = readYaml(source);
  if (reading.problems.length) return { ok: false, problems: reading.problems };
  const parsed = personasSchema.safeParse(reading.raw);
  return parsed.success ? { ok: true, personas: parsed.data } : { ok: false, problems: schemaProblems(parsed.error, source.file, reading) };
}
function parseScenario(source, personas) {
  const { file } = source;
  const reading = readYaml(source);
  if (reading.problems.length) return { ok: false, problems: reading.problems };
  const parsed = scenarioSchema.safeParse(reading.raw);
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error, file, reading) };
  const named = [parsed.data.persona, ...Object.values(parsed.data.variants).map(({ persona }) => persona)];
  const people = Object.entries(personas).filter(([id]) => named.includes(id));
  const scenario = { ...parsed.data, personas: { ...Object.fromEntries(people), ...parsed.data.personas } };
  const problems = scenarioFaults(scenario, Object.keys(personas)).map(({ path: path2, message }) => ({
    file,
    line: reading.lineOf(path2),
    message: path2.length ? `${path2.map(String).join(".")}: ${message}` : message
  }));
  return problems.length ? { ok: false, problems } : { ok: true, scenario };
}
function parseScenarioTexts(source, scenario) {
  const { texts, problems } = readScenarioTexts(source, scenario);
  return texts && !problems.length ? { ok: true, texts } : { ok: false, problems };
}
function readScenarioTexts(source, scenario) {
  const { file } = source;
  const reading = readYaml(source);
  if (reading.problems.length) return { texts: null, problems: reading.problems };
  const { texts, wrong } = flatten(reading.raw);
  const expected = expectedTexts(scenario);
  const keys = expected.map(({ key }) => key);
  const line = (key) => reading.lineOf(key.split("."));
  const missing2 = expected.filter(({ key }) => texts[key] === void 0 && !wrong.includes(key));
  const extra = Object.keys(texts).filter((key) => !keys.includes(key));
  const unfilled = Object.entries(texts).flatMap(
    ([key, text]) => unknownPlaceholders(scenario, text).map((one) => ({ key, one }))
  );
  const problems = [
    ...wrong.map((key) => ({
      file,
      line: line(key),
      message: `${key}: write a text here, in quotes if need be`
    })),
    ...missing2.map(({ key, about }) => ({
      file,
      line: line(key),
      message: `${key} is missing (${about}): add "${key.split(".").at(-1)}:" and its text here`
    })),
    ...extra.map((key) => ({
      file,
      line: line(key),
      message: unusedText(
        key,
        missing2.map((one) => one.key)
      )
    })),
    ...unfilled.map(({ key, one }) => ({
      file,
      line: line(key),
      message: `${key}: {${one}} stands for nothing; write for instance {persona.name}`
    }))
  ];
  return { texts, problems };
}
function checkScenario(sources) {
  const read = parseScenario(sources.scenario, sources.personas);
  if (!read.ok) return read;
  const { scenario } = read;
  const problems = [];
  const texts = { fr: {}, nl: {}, de: {}, en: {} };
  for (const locale of SCENARIO_LOCALES) {
    const checked = parseScenarioTexts(sources.texts[locale], scenario);
    if (checked.ok) texts[locale] = checked.texts;
    else problems.push(...checked.problems);
  }
  return problems.length ? { ok: false, problems } : { ok: true, scenario, texts };
}
function unusedText(key, missing2) {
  const near = nearest(key, missing2);
  return near ? `${key} is not used by the scenario; it was probably meant to be ${near}` : `${key} is not used by the scenario: delete the line, or add the thing to scenario.yaml`;
}
function flatten(raw, prefix = "") {
  const texts = {};
  const wrong = [];
  for (const [name, value2] of Object.entries(raw ?? {})) {
    const key = prefix ? `${prefix}.${name}` : name;
    if (typeof value2 === "string" && value2.trim() !== "") texts[key] = value2.trim();
    else if (typeof value2 === "object" && value2 !== null && !Array.isArray(value2)) {
      const inner = flatten(value2, key);
      Object.assign(texts, inner.texts);
      wrong.push(...inner.wrong);
    } else wrong.push(key);
  }
  return { texts, wrong };
}
function readYaml({ file, text }) {
  const lines = new LineCounter();
  const document2 = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const problems = document2.errors.slice(0, 1).map((error) => ({
    file,
    // A quotation mark that is not closed is noticed at the end of the file, where nobody would look for it.
    line: (isUnclosed(error) ? openQuoteLine(text) : null) ?? lines.linePos(error.pos[0]).line,
    message: unreadable(error)
  }));
  const lineOf = (path2) => lines.linePos(offsetOf(document2.contents, path2)).line;
  return { raw: problems.length ? null : document2.toJS(), problems, lineOf };
}
var isUnclosed = ({ code, message }) => code === "MISSING_CHAR" && /quote/.test(message);
function offsetOf(contents, path2) {
  let node = contents;
  let offset = 0;
  for (const part of path2) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (!pair) continue;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(part)];
      if (item === void 0) break;
      node = item;
      if ((isMap(item) || isScalar(item) || isSeq(item)) && item.range) offset = item.range[0];
    }
  }
  return offset;
}
function schemaProblems(error, file, reading) {
  return error.issues.flatMap(
    (issue) => plainIssues(issue, []).map(({ path: path2, message }) => ({
      file,
      line: reading.lineOf(path2),
      message: `${path2.map(String).join(".") || "the file"}: ${message}`
    }))
  );
}
function plainIssues(issue, outer) {
  const path2 = [...outer, ...issue.path];
  if (issue.code === "invalid_union") {
    if (issue.discriminator === "kind") {
      return [{ path: path2, message: `start with one of: ${ELEMENT_KINDS.join(", ")}` }];
    }
    const ways = issue.errors.filter(
      (way) => way.some((one) => one.path.length || one.code !== "invalid_type")
    );
    const nearestWay = ways.sort((one, other) => depth(other) - depth(one))[0];
    if (nearestWay) return nearestWay.flatMap((one) => plainIssues(one, path2));
    return [{ path: path2, message: "this is not the kind of thing that belongs here" }];
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path2, key],
      message: `"${key}" is not a word of this format; ${instead(key)}`
    }));
  }
  if (issue.code === "invalid_type" && issue.input === void 0) {
    return [{ path: path2, message: `this line is missing (${issue.expected} expected)` }];
  }
  if (issue.code === "invalid_value") {
    return [{ path: path2, message: `write one of: ${issue.values.map(String).join(", ")}` }];
  }
  if (issue.code === "invalid_key" || issue.code === "invalid_element") {
    return issue.issues.flatMap((one) => plainIssues(one, path2));
  }
  return [{ path: path2, message: issue.message }];
}
function instead(key) {
  const near = nearest(key, FORMAT_WORDS);
  return near && near !== key ? `write ${near}, or delete it` : "delete or rename it";
}
function depth(way) {
  return Math.max(...way.map((one) => one.path.length));
}

// tests/support/scenario-files.ts
var courses = path.join(process.cwd(), "content", "courses");
function sourceOf(...parts) {
  const file = path.join(courses, ...parts);
  return { file: path.relative(process.cwd(), file), text: readFileSync(file, "utf8") };
}
function personasOf(course) {
  const read = parsePersonas(sourceOf(course, "personas.yaml"));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.personas;
}
function checkFiles(course, id) {
  const text = (locale) => sourceOf(course, "simulations", id, `${locale}.yaml`);
  return checkScenario({
    scenario: sourceOf(course, "simulations", id, "scenario.yaml"),
    texts: { fr: text("fr"), nl: text("nl"), de: text("de"), en: text("en") },
    personas: personasOf(course)
  });
}
function loadScenario(course, id) {
  const checked = checkFiles(course, id);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems, null, 2));
  return checked;
}
var LOG_IN = loadScenario("itsme-eid", "log-in-computer-number");

// ../../s-player/shots.ts
var b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"] });
var ctx = await b.newContext({ baseURL: process.env.BASE_URL, reducedMotion: "reduce", locale: "fr-BE" });
var page = await ctx.newPage();
var go = async (path2, name, w, h) => {
  await page.setViewportSize({ width: w, height: h });
  await page.goto(path2);
  await page.waitForTimeout(1200);
  await page.screenshot({ path: `/tmp/s-player/${name}-${w}.png` });
};
var pics = picturesOf(loadScenario("itsme-eid", "log-in-computer-number").scenario);
page.setDefaultTimeout(12e4);
page.setDefaultNavigationTimeout(12e4);
var moves = pics.filter((p) => p.shows.some((s) => s.startsWith("caption")));
var P = "/fr/workbench/itsme-eid/log-in-computer-number/player#";
console.log(moves.length);
await page.goto(P + moves[0].address, { timeout: 12e4 });
for (const w of [320, 768, 1280]) {
  const h = w === 320 ? 640 : 900;
  await page.goto("about:blank");
  await go(P + moves[Math.min(3, moves.length - 1)].address, "show", w, h);
  await page.evaluate(() => window.scrollTo(0, document.querySelector(".sim-stage").getBoundingClientRect().top + scrollY - 250));
  await page.waitForTimeout(200);
  await page.screenshot({ path: `/tmp/s-player/show2-${w}.png` });
  await go("/fr/courses/itsme-eid/log-in", "cover", w, h === 640 ? 1100 : h);
}
var wait = pics.find((p) => {
  const m = JSON.parse(decodeURIComponent(p.address));
  return m.options.mode === "show" && m.phase === "run";
});
for (const w of [320, 1280]) for (const m of moves) {
  await page.goto("about:blank");
  await page.setViewportSize({ width: w, height: 900 });
  await page.goto(P + m.address);
  await page.waitForTimeout(300);
  if (await page.getByText("Un instant\u2026").count()) {
    await page.screenshot({ path: `/tmp/s-player/wait-${w}.png` });
    console.log("wait", w);
    break;
  }
}
await b.close();
