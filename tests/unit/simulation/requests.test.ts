import { describe, expect, it } from "vitest";
import { compileScenario } from "@/server/simulation/engine/compile";
import { applyMove, startRun } from "@/server/simulation/engine/run";
import { scoreRun } from "@/server/simulation/engine/score";
import type { Mode, MoveDraft } from "@/server/simulation/engine/types";
import { addRequestCounts, requestRates, surpriseOutcome } from "@/server/simulation/rules";
import { LOG_IN, loadScenario } from "@/tests/support/scenario-files";
import { OPTIONS } from "./moves";

const SHOP = loadScenario("itsme-eid", "surprise-shop").scenario;
const press = (on: string): MoveDraft => ({ type: "press", on });
const OPEN = press("notification.request");
const ACCEPT = press("app-request.confirm");
const REFUSE = press("app-request.refuse");

function played(scenario: typeof SHOP, drafts: readonly MoveDraft[], mode: Mode = "alone") {
  const compiled = compileScenario(scenario);
  const state = drafts.reduce(
    (from, draft) => {
      const result = applyMove(compiled, from, { ...draft, seq: from.seq + 1, at: from.at + 1000 });
      if (result.status === "refused") throw new Error(`${JSON.stringify(draft)}: ${result.reason}`);
      return result.state;
    },
    startRun(compiled, { ...OPTIONS, mode }),
  );
  return scoreRun(compiled, state);
}

describe("what a run shows about requests of others", () => {
  it.each<[string, MoveDraft[], Mode, object]>([
    ["just opened: nothing yet", [], "alone", { falseAccepts: null, falseRefuses: null }],
    ["looked at: nothing yet", [OPEN], "alone", { falseAccepts: null }],
    ["refused", [OPEN, REFUSE], "alone", { falseAccepts: 0, outcome: "reached", ended: true }],
    ["accepted, at once", [OPEN, ACCEPT], "alone", { falseAccepts: 1, ended: false, outcome: "unsafe" }],
    [
      "accepted, stopped in time",
      [OPEN, ACCEPT, press("app-code.stop")],
      "alone",
      { falseAccepts: 1, outcome: "unsafe" },
    ],
    [
      "begun again after accepting: it stays",
      [OPEN, ACCEPT, { type: "restart" }, OPEN, REFUSE],
      "alone",
      { falseAccepts: 1, outcome: "unsafe" },
    ],
    ["watched: no occasion", [OPEN, REFUSE], "show", { falseAccepts: null }],
  ])("%s", (_name, drafts, mode, expected) => {
    expect(played(SHOP, drafts, mode)).toMatchObject(expected);
  });

  it("refusing one's own request is the other mistake", () => {
    const log: MoveDraft[] = [
      press("site-home.log-in"),
      { type: "choose", on: "site-keys.keys", option: "itsme" },
      { type: "type", on: "site-number.number", value: "470 00 00 01" },
      press("site-number.send"),
      press("notification.request"),
    ];
    expect(played(LOG_IN.scenario, log)).toMatchObject({ falseAccepts: null, falseRefuses: null });
    expect(played(LOG_IN.scenario, [...log, press("app-request.refuse")])).toMatchObject({
      falseAccepts: null,
      falseRefuses: 1,
    });
  });
});

describe("what she answered", () => {
  it.each([
    ["nothing yet", { falseAccepts: null, ended: false, outcome: "not-reached" }, null],
    ["refused", { falseAccepts: 0, ended: true, outcome: "reached" }, "refused"],
    ["yes, and she goes on", { falseAccepts: 1, ended: false, outcome: "unsafe" }, "accepted"],
    ["yes, then stopped", { falseAccepts: 1, ended: true, outcome: "unsafe" }, "accepted"],
    ["ended otherwise", { falseAccepts: 0, ended: true, outcome: "unsafe" }, null],
  ] as const)("%s: %#", (_name, score, outcome) => {
    expect(surpriseOutcome(score)).toBe(outcome);
  });
});

describe("the rates", () => {
  const none = { acceptChances: 0, falseAccepts: 0, refuseChances: 0, falseRefuses: 0 };
  it.each([
    ["without an occasion there is no rate", none, { falseAccept: null, falseRefuse: null }],
    ["never", { ...none, acceptChances: 4 }, { falseAccept: 0, falseRefuse: null }],
    [
      "one of three",
      { acceptChances: 3, falseAccepts: 1, refuseChances: 2, falseRefuses: 2 },
      { falseAccept: 33, falseRefuse: 100 },
    ],
  ])("%s", (_name, counts, rates) => {
    expect(requestRates(counts)).toEqual(rates);
  });

  it("of a group are those of all runs together, not the mean of its people", () => {
    const group = addRequestCounts([
      { ...none, acceptChances: 9, falseAccepts: 0 },
      { ...none, acceptChances: 1, falseAccepts: 1 },
    ]);
    expect(requestRates(group).falseAccept).toBe(10);
  });
});
