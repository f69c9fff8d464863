import { existsSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { filesUnder, ROOT, textOf } from "../support/repository";

const rooted = readdirSync(ROOT).filter((name) => name.endsWith(".md"));
const below = ["docs", "content"].filter((folder) => existsSync(join(ROOT, folder)));
const DOCUMENTS = [...rooted, ...below.flatMap((folder) => filesUnder(folder, ".md"))];
const FOLDERS = "app|bench|components|content|db|docs|public|scripts|server|tests";

/** Made when something runs, so that a fresh clone has none of it. */
const MADE = /^(?:bench\/results\.json|public\/fonts\b|docs\/screenshots\/)/;

/** A cited path up to its first placeholder (`<lesson>`, `*`, `…`, `{a,b}`): that much must be there. */
function solidPart(path: string): string {
  const cut = path.search(/[<*…{]|\.\.\./);
  return cut < 0 ? path : path.slice(0, path.slice(0, cut).lastIndexOf("/") + 1);
}

function citedPaths(text: string): string[] {
  const path = new RegExp(`(?<![\\w./-])(?:${FOLDERS})/[^\\s"'\`,;:]+`, "g");
  return [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = ""]) =>
    [...code.matchAll(path)].map(([cited]) => {
      const plain = cited.replace(/#.*$/, "").replace(/\.$/, "");
      return plain.includes("(") ? plain : plain.replace(/\)+$/, "");
    }),
  );
}

const linkedPaths = (text: string) =>
  [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s]+)\)/g)].map(([, path = ""]) =>
    path.replace(/#.*$/, ""),
  );

describe("what the documents cite is there", () => {
  it("there are documents to read", () => {
    expect(DOCUMENTS.length).toBeGreaterThan(0);
  });

  it.each(DOCUMENTS)("%s: paths", (document) => {
    const missing = citedPaths(textOf(document)).filter(
      (path) => !MADE.test(path) && !existsSync(join(ROOT, solidPart(path))),
    );
    expect(missing).toEqual([]);
  });

  it.each(DOCUMENTS)("%s: links", (document) => {
    const missing = linkedPaths(textOf(document)).filter((path) => {
      const target = normalize(join(dirname(document), path));
      return !MADE.test(target) && !existsSync(join(ROOT, target));
    });
    expect(missing).toEqual([]);
  });

  it.each(DOCUMENTS)("%s: commands of npm", (document) => {
    const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
    const cited = [...textOf(document).matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name = ""]) => name);
    expect(cited.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe("what the code cites is there", () => {
  const sources = ["app", "components", "db", "server", "scripts", "tests"]
    .flatMap((folder) => filesUnder(folder))
    .filter((path) => /\.(?:tsx?|mjs|cjs)$/.test(path));

  it("decisions, by their number", () => {
    const numbers = readdirSync(join(ROOT, "docs/decisions")).map((name) => name.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
    const missing = sources.flatMap((path) =>
      [...textOf(path).matchAll(/docs\/decisions\/(\d{4})/g)]
        .filter(([, number = ""]) => !numbers.includes(number))
        .map(([cited]) => `${path}: ${cited}`),
    );
    expect(missing).toEqual([]);
  });

  it("documents and files, in comments", () => {
    const comment = /(?:^\s*\*|^\s*\/\*\*|\/\/).*$/gm;
    const missing = sources.flatMap((path) =>
      [...textOf(path).matchAll(comment)]
        .flatMap(([line]) => citedPaths(line))
        .filter((cited) => !MADE.test(cited) && !existsSync(join(ROOT, solidPart(cited))))
        .map((cited) => `${path}: ${cited}`),
    );
    expect(missing).toEqual([]);
  });
});
