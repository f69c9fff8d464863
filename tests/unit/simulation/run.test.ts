import { describe, expect, it } from "vitest";
import { compileScenario } from "@/server/simulation/engine/compile";
import { applyMove, startRun } from "@/server/simulation/engine/run";
import { nextIdealMove } from "@/server/simulation/engine/steps";
import type { MoveDraft, RunOptions, RunState } from "@/server/simulation/engine/types";
import { viewRun } from "@/server/simulation/engine/view";
import { LOG_IN } from "@/tests/support/scenario-files";
import { idealMoves, OPTIONS, play, playAll, playTo } from "./moves";

const compiled = compileScenario(LOG_IN.scenario);
const start = (options: Partial<RunOptions> = {}) => startRun(compiled, { ...OPTIONS, ...options });
const screens = (state: RunState) => {
  const { story: _story, ...devices } = state.position.value;
  return devices;
};
const GO_TO_NUMBER: MoveDraft[] = [
  { type: "press", on: "site-home.log-in" },
  { type: "choose", on: "site-keys.keys", option: "itsme" },
];

describe("logging in with a number", () => {
  it("goes from the site to the phone and back", () => {
    let state = playAll(compiled, start(), GO_TO_NUMBER);
    state = playAll(compiled, state, [
      { type: "type", on: "site-number.number", value: "470 00 00 01" },
      { type: "press", on: "site-number.send" },
    ]);
    expect(screens(state)).toEqual({ computer: "site-wait", phone: "phone-home", note: "reminder" });
    expect(viewRun(compiled, state)).toMatchObject({
      attention: "phone",
      step: { id: "open-app", index: 4, total: 8 },
    });
    const icon = String(state.position.story.values.icon);
    state = playAll(compiled, state, [
      { type: "press", on: "notification.request" },
      { type: "press", on: "app-request.identify" },
      { type: "press", on: "app-read.confirm" },
      { type: "choose", on: "app-icon.match", option: icon },
      { type: "type", on: "app-code.pad", value: "61947" },
    ]);
    expect(screens(state)).toEqual({ computer: "site-in", phone: "app-done", note: "reminder" });
    expect(state).toMatchObject({ ended: true, ledger: [] });
  });

  const strict = "strict-site";
  it.each([
    ["470 00 00 01", "standard", null, "site-wait"],
    ["0470 00 00 01", "standard", { kind: "tip", id: "number-tidied" }, "site-wait"],
    ["+32 470 00 00 01", "standard", { kind: "tip", id: "number-tidied" }, "site-wait"],
    ["470 00 00 01", strict, null, "site-wait"],
    ["0470 00 00 01", strict, { kind: "mistake", id: "zero-not-wanted" }, "site-number"],
    ["+32 470 00 00 01", strict, { kind: "mistake", id: "country-code-twice" }, "site-number"],
    ["0032470000001", strict, { kind: "mistake", id: "country-code-twice" }, "site-number"],
    ["0470 00 00 02", "standard", { kind: "mistake", id: "wrong-number" }, "site-number"],
    ["0470 00", "standard", { kind: "mistake", id: "number-too-short" }, "site-number"],
    ["", "standard", { kind: "mistake", id: "number-missing" }, "site-number"],
  ])("the number %j in the variant %s gets %j", (value, variant, feedback, screen) => {
    const state = playAll(compiled, start({ variant }), [
      ...GO_TO_NUMBER,
      { type: "type", on: "site-number.number", value },
      { type: "press", on: "site-number.send" },
    ]);
    if (feedback) expect(state.feedback).toMatchObject(feedback);
    else expect(state.feedback).toBeNull();
    expect(screens(state).computer).toBe(screen);
  });

  it.each([
    ["30582", "sms-code-typed"],
    ["84026", "bank-code-typed"],
    ["7351", "card-pin-typed"],
    ["11111", "wrong-code"],
  ])("the code %s in place of the itsme code is %s, and one may try again", (value, mistake) => {
    const state = play(compiled, playTo(compiled, "type-code"), { type: "type", on: "app-code.pad", value });
    expect(state.feedback).toMatchObject({ kind: "mistake", id: mistake, critical: false });
    expect(play(compiled, state, { type: "type", on: "app-code.pad", value: "61947" }).ended).toBe(true);
  });

  it.each<[string, string, (state: RunState) => MoveDraft]>([
    [
      "a wrong icon",
      "match-icon",
      ({ position }) => ({
        type: "choose",
        on: "app-icon.match",
        option: ["boat", "tulip", "lighthouse"].find((one) => one !== position.story.values.icon) ?? "",
      }),
    ],
    ["refusing one's own request", "identify", () => ({ type: "press", on: "app-request.refuse" })],
    ["closing the page", "open-app", () => ({ type: "press", on: "site-wait.bar" })],
  ])("%s stops the request, and the goal can still be reached", (_what, step, move) => {
    const before = playTo(compiled, step);
    const state = play(compiled, before, move(before));
    expect(state.feedback?.kind).toBe("mistake");
    expect(state.position.story.timers).toEqual({});
    expect(play(compiled, state, nextIdealMove(compiled, state) ?? { type: "time" }).seq).toBe(state.seq + 1);
    idealMoves(compiled, state);
  });

  it("gives another person another number and code", () => {
    const state = start({ variant: "another-person", mode: "show" });
    const moves = idealMoves(compiled, state);
    expect(moves).toContainEqual(expect.objectContaining({ value: "29063" }));
    expect(viewRun(compiled, state).params["persona.first-name"]).toBe("Karim");
  });
});

describe("the clock", () => {
  const sent = (timer: RunOptions["timer"]) => playTo(compiled, "open-app", { ...OPTIONS, timer });

  it.each([
    ["real", 180_000],
    ["triple", 540_000],
  ] as const)("%s: the request ends after %i ms, and one press asks again", (timer, length) => {
    const state = sent(timer);
    const due = viewRun(compiled, state).nextDueAt;
    expect(due).toBe(state.at + length);
    expect(applyMove(compiled, state, { type: "time", seq: state.seq + 1, at: (due ?? 0) - 1 }).status).toBe(
      "refused",
    );
    const late = play(compiled, state, { type: "time" }, length);
    expect(late.feedback).toEqual({ kind: "expired", id: "request" });
    expect(screens(late)).toMatchObject({ computer: "site-expired", phone: "phone-home" });
    expect(late.ledger).toMatchObject([{ kind: "expired" }]);
    const again = play(compiled, late, { type: "press", on: "site-expired.again" });
    expect(screens(again).computer).toBe("site-wait");
    expect(viewRun(compiled, again).nextDueAt).toBe(again.at + length);
  });

  it("none: the countdown shows but nothing ever ends", () => {
    const state = sent("none");
    expect(viewRun(compiled, state).timers).toMatchObject([{ id: "request", seconds: 180, endsAt: null }]);
    expect(viewRun(compiled, state).nextDueAt).toBeNull();
    expect(applyMove(compiled, state, { type: "time", seq: state.seq + 1, at: 9_000_000 }).status).toBe(
      "refused",
    );
  });

  it("refuses a press that comes after the time, on a screen that is gone", () => {
    const state = sent("real");
    const late = {
      type: "press",
      on: "notification.request",
      seq: state.seq + 1,
      at: state.at + 200_000,
    } as const;
    expect(applyMove(compiled, state, late)).toMatchObject({ status: "refused", reason: "not-offered" });
  });
});

describe("help", () => {
  it("takes the last move back, with or without help from the person's own memory", () => {
    const before = playTo(compiled, "identify");
    const wrong = play(compiled, before, { type: "press", on: "app-request.refuse" });
    const back = play(compiled, wrong, { type: "undo" });
    expect(back.position).toEqual(before.position);
    expect(back.ledger.map(({ kind }) => kind)).toEqual(["mistake", "undo"]);
  });

  it("starts again from the beginning, and that can be taken back too", () => {
    const before = playTo(compiled, "identify");
    const fresh = play(compiled, before, { type: "restart" });
    expect(fresh.position).toEqual(start().position);
    expect(play(compiled, fresh, { type: "undo" }).position).toEqual(before.position);
  });

  it("gives a hint in words, then points at the place", () => {
    const first = play(compiled, playTo(compiled, "identify"), { type: "hint" });
    expect(viewRun(compiled, first).hint).toEqual({ key: "steps.identify.hint", on: null });
    const second = play(compiled, first, { type: "hint" });
    expect(viewRun(compiled, second).hint?.on).toBe("app-request.identify");
    const further = play(compiled, second, { type: "press", on: "app-request.identify" });
    expect(viewRun(compiled, further).hint).toBeNull();
  });

  it("offers a hint after two errors on one step", () => {
    const wrong: MoveDraft = { type: "choose", on: "site-keys.keys", option: "eid" };
    const once = play(compiled, playTo(compiled, "choose-key"), wrong);
    expect(viewRun(compiled, once).hintOffered).toBe(false);
    const twice = play(compiled, once, wrong);
    expect(viewRun(compiled, twice).hintOffered).toBe(true);
    expect(viewRun(compiled, play(compiled, twice, { type: "hint" })).hintOffered).toBe(false);
  });

  it.each(["hint", "undo"] as const)("has no %s when one is alone", (type) => {
    const state = playTo(compiled, "identify", { ...OPTIONS, mode: "alone" });
    const result = applyMove(compiled, state, { type, seq: state.seq + 1, at: state.at });
    expect(result).toMatchObject({ status: "refused", reason: "not-in-this-mode" });
    expect(viewRun(compiled, state)).toMatchObject({
      can: { hint: false, undo: false },
      step: { key: null },
    });
  });

  it("shows itself to the end, with a caption for every move", () => {
    let state = start({ mode: "show", timer: "real" });
    for (let draft = nextIdealMove(compiled, state); draft; draft = nextIdealMove(compiled, state)) {
      expect(viewRun(compiled, state).caption).toBe(`steps.${state.step.id}.caption`);
      state = play(compiled, state, draft);
    }
    expect(state.ended).toBe(true);
  });
});

describe("moves that do not belong", () => {
  const state = playTo(compiled, "identify");
  const place = { seq: state.seq + 1, at: state.at + 5 };
  it.each<[string, unknown, string]>([
    [
      "a button of a screen that is not shown",
      { type: "press", on: "site-home.log-in", ...place },
      "not-offered",
    ],
    ["a button that does not exist", { type: "press", on: "app-request.nothing", ...place }, "not-offered"],
    ["a message that has gone", { type: "press", on: "notification.request", ...place }, "not-offered"],
    [
      "typing into a button",
      { type: "type", on: "app-request.identify", value: "x", ...place },
      "not-offered",
    ],
    [
      "an option that does not exist",
      { type: "choose", on: "app-icon.match", option: "cat", ...place },
      "not-offered",
    ],
    ["a way back nobody offered", { type: "back", ...place }, "not-offered"],
    ["a move of an unknown kind", { type: "win", ...place }, "malformed"],
    ["a value that is no text", { type: "type", on: "a.b", value: 7, ...place }, "malformed"],
    ["a place that is no number", { type: "press", on: "a.b", seq: "1", at: 0 }, "malformed"],
    ["half a millisecond", { type: "press", on: "a.b", seq: place.seq, at: 0.5 }, "malformed"],
    [
      "the same place again",
      { type: "press", on: "app-request.identify", seq: state.seq, at: place.at },
      "duplicate",
    ],
    [
      "a place too far",
      { type: "press", on: "app-request.identify", seq: state.seq + 2, at: place.at },
      "out-of-order",
    ],
    [
      "time running backwards",
      { type: "press", on: "app-request.identify", seq: place.seq, at: 0 },
      "out-of-order",
    ],
  ])("%s is refused and changes nothing", (_what, move, reason) => {
    expect(applyMove(compiled, state, move as never)).toEqual({ status: "refused", state, reason });
  });

  it("nothing happens after the end", () => {
    const end = playAll(compiled, start({ mode: "show" }), idealMoves(compiled, start({ mode: "show" })));
    const result = applyMove(compiled, end, { type: "restart", seq: end.seq + 1, at: end.at });
    expect(result).toMatchObject({ status: "refused", reason: "ended" });
  });
});
