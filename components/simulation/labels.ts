import type messages from "@/content/messages/fr/simulation.json";

/** The words of the player and of its sheet, ready for a browser: `t.raw("player")`, `t.raw("sheet")` of `simulation`. */
export type SimulationLabels = (typeof messages)["player"];
export type SheetLabels = (typeof messages)["sheet"];
