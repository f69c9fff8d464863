import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CARD_PICTURES as DRAWN } from "@/components/ui/card-pictures/ids";
import { SHAPES } from "@/components/ui/card-pictures/shapes";
import { emblemStarsPath } from "@/components/ui/eu-emblem";
import { CARD_PICTURES } from "@/db/enums";

describe("the European emblem", () => {
  const stars = emblemStarsPath(360)
    .split("Z")
    .filter(Boolean)
    .map((star) =>
      star
        .slice(1)
        .split("L")
        .map((point) => point.split(" ").map(Number)),
    );
  const centres = stars.map((points) => [
    points.reduce((sum, point) => sum + (point[0] ?? 0), 0) / points.length,
    points.reduce((sum, point) => sum + (point[1] ?? 0), 0) / points.length,
  ]);

  it("has twelve stars on a circle of a third of the height, the first at twelve o'clock", () => {
    expect(centres).toHaveLength(12);
    for (const [x = 0, y = 0] of centres) expect(Math.hypot(x - 270, y - 180)).toBeCloseTo(120, 1);
    expect(centres[0]?.[0]).toBeCloseTo(270, 1);
    expect(centres[0]?.[1]).toBeCloseTo(60, 1);
  });

  it("has every star upright, five points in a circle of an eighteenth of the height", () => {
    stars.forEach((points, index) => {
      const [x = 0, y = 0] = centres[index] ?? [];
      expect(points).toHaveLength(10);
      expect(points[0]?.[0]).toBeCloseTo(x, 1);
      expect(y - (points[0]?.[1] ?? 0)).toBeCloseTo(20, 1);
    });
  });

  it("is the same in the file for papers and e-mails", () => {
    const file = readFileSync("public/eu-emblem.svg", "utf8");
    expect(file).toContain(emblemStarsPath(360));
    expect(file).toContain('fill="#003399"');
    expect(file).toContain('fill="#FFCC00"');
  });
});

describe("the pictures of the access cards", () => {
  it("are those the server knows, in the same order, each drawn", () => {
    expect(DRAWN).toEqual(CARD_PICTURES);
    expect(Object.keys(SHAPES)).toEqual([...CARD_PICTURES]);
  });
});
