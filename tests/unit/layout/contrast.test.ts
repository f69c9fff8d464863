import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("app/styles/tokens.css", "utf8");

/** The declarations of the block that starts with `opening`. */
function block(opening: string): Map<string, string> {
  const start = css.indexOf(opening);
  expect(start, opening).toBeGreaterThan(-1);
  const body = css.slice(start + opening.length, css.indexOf("}", start));
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? "", match[2] ?? ""]),
  );
}

const light = block("@theme static {");
const dark = block('html[data-theme="dark"] {');
const darkWithoutScript = block("html:not([data-theme]) {");
const high = block('html[data-contrast="high"] {');
const highDark = block('html[data-contrast="high"][data-theme="dark"] {');

const LOOKS = {
  light,
  dark: new Map([...light, ...dark]),
  "high contrast": new Map([...light, ...high]),
  "high contrast, dark": new Map([...light, ...dark, ...high, ...highDark]),
};

/** Relative luminance of "#rrggbb" (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio from 1 to 21. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const GROUNDS = ["surface", "raised", "sunken"];
const SOFT = ["accent", "brand", "success", "caution", "info", "tip"];

/** Words on their ground: 7:1 (WCAG 1.4.6). */
const WORDS: [ink: string, ground: string][] = [
  ...GROUNDS.flatMap((ground): [string, string][] =>
    ["ink", "ink-soft", "accent", "brand", "caution", "success"].map((ink) => [ink, ground]),
  ),
  ...SOFT.flatMap((name): [string, string][] => [
    [name, `${name}-soft`],
    ["ink", `${name}-soft`],
  ]),
  ["accent-ink", "accent"],
  ["accent-ink", "accent-strong"],
  ["brand-ink", "brand"],
  ["reading-ink", "reading"],
];

/** Edges of controls, rings of focus, lines of drawings: 3:1 (WCAG 1.4.11). */
const EDGES: [edge: string, ground: string][] = [
  ...GROUNDS.flatMap((ground): [string, string][] =>
    ["border", "focus", "accent"].map((edge) => [edge, ground]),
  ),
  ...["draw-honey", "draw-sage", "draw-rose", "draw-paper"].map((fill): [string, string] => ["ink", fill]),
];

describe.each(Object.entries(LOOKS))("colours, %s", (_, look) => {
  const colour = (name: string) => {
    const value = look.get(`--color-${name}`) ?? "";
    expect(value, name).toMatch(/^#[0-9a-f]{6}$/);
    return value;
  };

  it.each(WORDS)("%s on %s reads at 7:1", (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(7);
  });

  it.each(EDGES)("%s stands out from %s at 3:1", (edge, ground) => {
    expect(contrast(colour(edge), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

describe("the dark look", () => {
  it("is the same with and without scripts", () => {
    expect([...darkWithoutScript]).toEqual([...dark]);
  });

  it("computes as the standard does", () => {
    expect(contrast("#ffffff", "#000000")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });
});
