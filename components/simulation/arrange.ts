import type { ViewDevice } from "@/server/simulation/engine/view";

type Kind = ViewDevice["kind"];

/** Where a device stands on a wide screen; see `.sim-stage` in simulation.css. */
export type Place = "main" | "aside" | "under" | "under-wide" | "left" | "right" | "alone";

/** `desk`: a computer, something held in the hand beside it, the rest in front of it. `pair`: no computer. */
export type Arrangement = { columns: "desk" | "pair" | "one"; rows: number; places: Place[] };

/** What one takes into the hand first stands beside the others. */
const HELD: readonly Kind[] = ["phone", "bank-reader", "eid-reader", "paper", "computer"];

/**
 * How devices stand side by side, in the order of the scenario (that order stays the order of reading).
 * With a computer: the computer wide on the left, the phone (else a reader, else the paper) at its right, and what is left
 * two by two under the computer. Without: the phone on the left, the others one under the other at its right.
 */
export function arrange(kinds: readonly Kind[]): Arrangement {
  if (kinds.length < 2) return { columns: "one", rows: 1, places: kinds.map(() => "alone") };
  const beside = (among: readonly number[]) =>
    [...among].sort((one, other) => rank(kinds[one]) - rank(kinds[other]))[0];
  const all = kinds.map((_, index) => index);
  const main = kinds.indexOf("computer");
  if (main < 0) {
    const left = beside(all);
    const places = all.map((index): Place => (index === left ? "left" : "right"));
    return { columns: "pair", rows: kinds.length - 1, places };
  }
  const aside = beside(all.filter((index) => index !== main));
  const under = all.filter((index) => index !== main && index !== aside);
  const lonely = under.length % 2 === 1 ? under.at(-1) : undefined;
  const places = all.map((index): Place => {
    if (index === main) return "main";
    if (index === aside) return "aside";
    return index === lonely ? "under-wide" : "under";
  });
  return { columns: "desk", rows: 1 + Math.ceil(under.length / 2), places };
}

function rank(kind: Kind | undefined): number {
  return kind ? HELD.indexOf(kind) : HELD.length;
}
