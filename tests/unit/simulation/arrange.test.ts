import { describe, expect, it } from "vitest";
import { arrange, type Place } from "@/components/simulation/arrange";
import type { ViewDevice } from "@/server/simulation/engine/view";

type Kind = ViewDevice["kind"];

describe("devices side by side", () => {
  it.each<[Kind[], "desk" | "pair" | "one", number, Place[]]>([
    [["phone"], "one", 1, ["alone"]],
    [["computer", "phone"], "desk", 1, ["main", "aside"]],
    [["phone", "computer"], "desk", 1, ["aside", "main"]],
    [["computer", "eid-reader", "paper"], "desk", 2, ["main", "aside", "under-wide"]],
    [["computer", "phone", "paper"], "desk", 2, ["main", "aside", "under-wide"]],
    [["computer", "bank-reader", "phone", "paper"], "desk", 2, ["main", "under", "aside", "under"]],
    [
      ["computer", "bank-reader", "phone", "paper", "eid-reader"],
      "desk",
      3,
      ["main", "under", "aside", "under", "under-wide"],
    ],
    [["phone", "paper"], "pair", 1, ["left", "right"]],
    [["paper", "bank-reader", "phone"], "pair", 2, ["right", "right", "left"]],
  ])("%j", (kinds, columns, rows, places) => {
    expect(arrange(kinds)).toEqual({ columns, rows, places });
  });
});
