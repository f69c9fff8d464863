import { describe, expect, it } from "vitest";
import { adviceOf } from "@/components/simulation/advice";
import { announce } from "@/components/simulation/announcements";
import messages from "@/content/messages/fr/simulation.json";
import { compileScenario } from "@/server/simulation/engine/compile";
import { startRun } from "@/server/simulation/engine/run";
import { textOf } from "@/server/simulation/engine/texts";
import type { MoveDraft, RunState } from "@/server/simulation/engine/types";
import { viewRun } from "@/server/simulation/engine/view";
import { fixtureScenario } from "@/tests/support/fixture-scenarios";
import { OPTIONS, play, playAll } from "./moves";

const labels = messages.player;

function stage(id: "every-device" | "identity-card", options = OPTIONS) {
  const { scenario, texts } = fixtureScenario(id);
  const compiled = compileScenario(scenario);
  return {
    compiled,
    start: startRun(compiled, options),
    /** What is said between two states; `focused` is the device that takes the focus. */
    said(before: RunState, after: RunState, focused: string | null = null): string[] {
      const view = viewRun(compiled, after);
      const words = (key: string) => textOf(texts, key, view.params);
      return announce(viewRun(compiled, before), view, {
        advice: adviceOf(view, words, labels),
        focused,
        isShown: options.mode === "show",
        textOf: words,
        labels,
      });
    },
  };
}

const { compiled, start, said } = stage("every-device");
const OPEN: MoveDraft = { type: "choose", on: "desk.programs", option: "internet" };
const TO_READER: MoveDraft[] = [OPEN, { type: "choose", on: "bank-home.ways", option: "reader" }];

describe("what is said of a change", () => {
  it("names the new screen, each new message with its kind and its sender, then the step", () => {
    expect(said(start, play(compiled, start, OPEN))).toEqual([
      "L’ordinateur\u00a0: Page d’accueil de la Banque Horizon.",
      "Le téléphone. SMS\u00a0: Banque Horizon (démo). Votre code SMS est 30582.",
      "Le téléphone. Notification\u00a0: Banque Horizon. Une nouvelle lettre vous attend.",
      "Étape 2 sur 4.",
      "Choisir le lecteur.",
    ]);
  });

  it("leaves out the screen that takes the focus, and messages that were there before", () => {
    const before = play(compiled, start, OPEN);
    const after = playAll(compiled, before, TO_READER.slice(1));
    expect(said(before, after, "computer")).toEqual(["Étape 3 sur 4.", "Mettre la carte et taper le code."]);
  });

  it("says the card before the screen", () => {
    const before = playAll(compiled, start, TO_READER);
    const after = play(compiled, before, { type: "press", on: "reader-off.put-in" });
    expect(said(before, after)[0]).toBe("La carte bancaire est dans le lecteur.");
    const out = play(compiled, after, { type: "press", on: "reader-code.take-out" });
    expect(said(after, out)[0]).toBe("La carte bancaire n’est pas dans le lecteur.");
  });

  it("says a call that comes by itself, once", () => {
    const before = playAll(compiled, start, TO_READER);
    const rings = play(compiled, before, { type: "time" }, 2_000);
    const call = "Le téléphone. Appel entrant\u00a0: Numéro inconnu. Le téléphone sonne.";
    expect(said(before, rings)).toEqual([call]);
    expect(said(rings, play(compiled, rings, { type: "hint" }))).not.toContain(call);
  });

  it("begins with the answer to the move, and says a hint once", () => {
    const before = play(compiled, start, OPEN);
    const wrong = play(compiled, before, { type: "choose", on: "bank-home.ways", option: "app" });
    expect(said(before, wrong)).toEqual([
      "Pas tout à fait.",
      "itsme marche aussi.",
      "Prenez ici le lecteur.",
    ]);
    const hint = play(compiled, before, { type: "hint" });
    expect(said(before, hint)).toEqual(["Touchez « Avec le lecteur de carte »."]);
    expect(said(hint, play(compiled, hint, { type: "hint" }))).toEqual([]);
  });

  it("says the caption in place of screens and steps while it is shown", () => {
    const shown = stage("every-device", { ...OPTIONS, mode: "show" });
    const after = play(shown.compiled, shown.start, OPEN);
    expect(shown.said(shown.start, after).at(-1)).toBe("Je choisis le lecteur de carte.");
    expect(shown.said(shown.start, after)).not.toContain("Étape 2 sur 4.");
  });
});

describe("a reader of identity cards", () => {
  const reader = stage("identity-card");
  const at = (state: RunState) =>
    viewRun(reader.compiled, state).devices.map(({ card, light }) => [card, light]);

  it("has a card and a light that follow the conditions; other devices have none", () => {
    expect(at(reader.start)).toEqual([
      [null, null],
      [false, false],
      [null, null],
    ]);
    const put = play(reader.compiled, reader.start, { type: "press", on: "reader-waits.put-in" });
    expect(at(put)[1]).toEqual([true, true]);
    expect(reader.said(reader.start, put).slice(0, 2)).toEqual([
      "La carte d’identité est dans le lecteur.",
      "La lumière est allumée.",
    ]);
  });
});
