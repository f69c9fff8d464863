import { parseSync } from "@swc/core";
import { describe, expect, it } from "vitest";
import { filesUnder, textOf } from "../support/repository";

/** What may stand in a component as it is: the name of the product, also in its two colours, and names of languages in their own language. */
const ALLOWED = new Set(["DigiSkiPasS", "DigiSki", "PasS", "Français", "Nederlands", "Deutsch", "English"]);

/** Attributes that a person reads or hears. */
const SPOKEN = new Set([
  "alt",
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "label",
  "placeholder",
  "title",
  "summary",
  "lead",
]);

type Node = { type?: string; [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** Words in the JSX of a file that no message stands behind: text nodes, and literals in attributes that are read out. */
function hardCoded(source: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const held of value) visit(held);
    if (Array.isArray(value) || !isNode(value)) return;
    if (value.type === "JSXText") found.push(String(value.value));
    if (value.type === "JSXExpressionContainer") found.push(...literalOf(value.expression));
    if (value.type === "JSXAttribute") {
      const name = (value.name as { value?: string; name?: { value?: string } }).value;
      if (SPOKEN.has(name ?? "")) found.push(...literalOf(value.value));
      // The value of another attribute is no text; what is drawn inside it is.
      if (isNode(value.value) && value.value.type === "JSXExpressionContainer") {
        const { expression } = value.value;
        if (isNode(expression) && expression.type !== "StringLiteral") visit(expression);
      }
      return;
    }
    for (const [key, held] of Object.entries(value)) if (key !== "span") visit(held);
  };
  visit(parseSync(source, { syntax: "typescript", tsx: true }).body);
  return found
    .map((text) => text.replace(/&\w+;/g, "").trim())
    .filter((text) => /\p{L}{2,}/u.test(text) && !ALLOWED.has(text));
}

/** The words of a literal, alone or as one side of a choice: `"x"`, `open ? "x" : "y"`, `name || "x"`. */
function literalOf(value: unknown): string[] {
  if (!isNode(value)) return [];
  switch (value.type) {
    case "StringLiteral":
      return [String(value.value)];
    case "JSXExpressionContainer":
      return literalOf(value.expression);
    case "ConditionalExpression":
      return [...literalOf(value.consequent), ...literalOf(value.alternate)];
    case "BinaryExpression":
      return ["||", "??", "&&"].includes(String(value.operator)) ? literalOf(value.right) : [];
    case "TemplateLiteral":
      return (value.quasis as { raw: string }[]).map(({ raw }) => raw);
    default:
      return [];
  }
}

describe("the search for hard-coded words", () => {
  it.each<[string, string[]]>([
    ["<p>Bonjour</p>", ["Bonjour"]],
    ["<p>{t('hello')} — 3 / 7</p>", []],
    ["<p>{'Bonjour'}</p>", ["Bonjour"]],
    ["<p>{open ? 'Fermer' : t('open')}</p>", ["Fermer"]],
    ["<p>{name || 'Anonyme'}</p>", ["Anonyme"]],
    [`<p>{\`Étape \${n}\`}</p>`, ["Étape"]],
    ['<img alt="Un chat" className="big cat" data-x="words here" />', ["Un chat"]],
    ["<Card title={<b>Titre</b>} tone='quiet' />", ["Titre"]],
    ["<p>DigiSkiPasS</p>", []],
    ["<p>A &nbsp; · x</p>", []],
  ])("%s", (jsx, words) => {
    expect(hardCoded(`export const Piece = () => ${jsx};`)).toEqual(words);
  });
});

it("no component says anything that is not translated", () => {
  const files = ["app", "components"].flatMap((folder) => filesUnder(folder, ".tsx"));
  expect(files.length).toBeGreaterThan(80);
  const found = files.flatMap((path) => hardCoded(textOf(path)).map((words) => `${path}: ${words}`));
  expect(found).toEqual([]);
});
