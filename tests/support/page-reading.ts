import { createRequire } from "node:module";
import type { BrowserContext, Page } from "@playwright/test";

const require = createRequire(import.meta.url);
const AXE = createRequire(require.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js");

/** What reads an open page; it lives in the browser as `window.reading`. */
export type Reading = {
  isSeen: (element: Element) => boolean;
  /** Small or covered targets, things over the edge, sideways scrolling: one sentence each. */
  sizesOf: (root: HTMLElement) => string[];
  /**
   * How a part of the page is built: elements, attributes, what scrolls, where words stand and which of them are the
   * same; not the words. Whatever a rule about names, roles and order finds depends on nothing else.
   */
  structureOf: (root: HTMLElement) => string;
  /** One element with words of its own for each look: its letters, and every ground they stand on. */
  looksOf: (root: HTMLElement) => [string, Element][];
};

/** The rules every page and every moment is asked about. */
export const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Brings axe and what reads the page into each page opened here, so that they need not be sent again for every look. */
export async function bringEyes(where: Page | BrowserContext): Promise<void> {
  await where.addInitScript({ path: AXE });
  await where.addInitScript(() => {
    const SMALLEST = 47.5;
    /** Half of the 24 px that WCAG wants free around the middle of a target. */
    const FREE = 11;
    const IDS = /^(?:id|for|name|aria-(?:labelledby|describedby|controls|owns|details|activedescendant))$/;
    const WORDS = /^(?:aria-label|aria-valuetext|aria-roledescription|alt|title|placeholder|value)$/;
    /** The address and the language are those of the page, and say nothing about how it is built. */
    const NOT_LOOKED_AT = /^(?:data-moment|href|hreflang|lang|d|points|viewBox)$/;

    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()} "${(element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 60)}"`;
    const targetOf = (element: Element) =>
      element instanceof HTMLInputElement && /checkbox|radio/.test(element.type)
        ? (element.closest("label") ?? element)
        : element;

    const coverOf = (target: Element, box: DOMRect, root: HTMLElement): Element | null => {
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const places = [
        [x, y],
        [x - FREE, y - FREE],
        [x + FREE, y - FREE],
        [x - FREE, y + FREE],
        [x + FREE, y + FREE],
      ] as const;
      for (const [left, top] of places) {
        const hit = document.elementFromPoint(left, top);
        // What stands around the player (the shelf of help) moves with the window; what is inert lets itself be hit through.
        if (hit && root.contains(hit) && !target.contains(hit) && !hit.contains(target)) return hit;
      }
      return null;
    };

    /** What covers a target wherever the page is scrolled to: a caption that stays in sight lets things pass under it. */
    const alwaysCovered = (target: Element, root: HTMLElement): Element | null => {
      const cover = coverOf(target, target.getBoundingClientRect(), root);
      if (!cover) return null;
      const { scrollX, scrollY } = window;
      target.scrollIntoView({ block: "center", behavior: "instant" });
      const still = coverOf(target, target.getBoundingClientRect(), root);
      window.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
      return still;
    };

    const sizesOf = (root: HTMLElement): string[] => {
      const width = document.documentElement.clientWidth;
      const over = document.documentElement.scrollWidth - width;
      const targets = [...root.querySelectorAll("button, a[href], input, select, textarea, summary")]
        .filter(isSeen)
        .map(targetOf)
        .flatMap((element) => {
          const box = element.getBoundingClientRect();
          const isBig = box.width >= SMALLEST && box.height >= SMALLEST;
          const cover = alwaysCovered(element, root);
          return [
            ...(isBig
              ? []
              : [`${named(element)} is ${Math.round(box.width)} × ${Math.round(box.height)} px`]),
            ...(cover ? [`${named(element)} is covered by ${named(cover)}`] : []),
          ];
        });
      const outside = [...root.querySelectorAll("*")]
        .filter((element) => element.children.length === 0 && isSeen(element))
        .flatMap((element) => {
          const box = element.getBoundingClientRect();
          const isOut = box.width > 1 && (box.right > width + 1 || box.left < -1);
          return isOut ? [`${named(element)} stands over the edge, at ${Math.round(box.right)} px`] : [];
        });
      return [...(over > 0 ? [`sideways scrolling by ${over} px`] : []), ...targets, ...outside];
    };

    const structureOf = (root: HTMLElement): string => {
      const numbers = new Map<string, number>();
      const number = (text: string) => {
        const words = text.replace(/\s+/g, " ").trim();
        if (words === "") return "";
        if (!numbers.has(words)) numbers.set(words, numbers.size);
        return String(numbers.get(words));
      };
      const attribute = ({ name, value }: Attr): string => {
        if (NOT_LOOKED_AT.test(name)) return value === "" ? name : `${name}=…`;
        if (IDS.test(name)) return `${name}=${value.split(/\s+/).map(number).join(" ")}`;
        if (WORDS.test(name)) return `${name}=${number(value)}`;
        return `${name}=${value}`;
      };
      const scrolls = (element: Element) => {
        const isOver =
          element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
        return isOver && /auto|scroll/.test(getComputedStyle(element).overflow) ? " scrolls" : "";
      };
      const of = (node: Node): string => {
        if (node instanceof Text) return number(node.data);
        if (!(node instanceof Element) || node.matches("script, style, template")) return "";
        const attributes = [...node.attributes].map(attribute).join(" ");
        const seen = isSeen(node) ? scrolls(node) : " unseen";
        return `<${node.tagName} ${attributes}${seen}>${[...node.childNodes].map(of).join("|")}</>`;
      };
      return of(root);
    };

    const looksOf = (root: HTMLElement): [string, Element][] => {
      const looks = new Map<string, Element>();
      const grounds = new Map<Element, string>();
      const groundOf = (element: Element): string => {
        const known = grounds.get(element);
        if (known !== undefined) return known;
        const style = getComputedStyle(element);
        const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position } = style;
        const layer = [
          ...(backgroundColor === "rgba(0, 0, 0, 0)" ? [] : [backgroundColor]),
          ...(backgroundImage === "none" ? [] : [backgroundImage]),
          ...(opacity === "1" ? [] : [opacity]),
          ...(filter === "none" && mixBlendMode === "normal" ? [] : [filter, mixBlendMode]),
          ...(/absolute|fixed|sticky/.test(position) ? [position, element.className] : []),
        ].join(" ");
        const below = element === root || !element.parentElement ? "" : groundOf(element.parentElement);
        const ground = layer === "" ? below : `${below} > ${layer}`;
        grounds.set(element, ground);
        return ground;
      };
      for (const element of root.querySelectorAll("*")) {
        const hasWords =
          element.matches("input, select, textarea") ||
          [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== "");
        if (!hasWords || !isSeen(element)) continue;
        const { color, fontSize, fontWeight, textShadow, textDecorationLine } = getComputedStyle(element);
        const letters = [element.tagName, color, fontSize, fontWeight, textShadow, textDecorationLine];
        const look = `${letters.join(" ")} on${groundOf(element)}`;
        if (!looks.has(look)) looks.set(look, element);
      }
      return [...looks];
    };

    Object.assign(window, { reading: { isSeen, sizesOf, structureOf, looksOf } });
  });
}

/**
 * What axe finds on the open page, one line per rule. With `colours` it is asked everything; without, it is not asked about
 * contrast (colours are the same in every language), and a page that is built like one of `known` is only asked whether its
 * targets have room: nothing else can differ.
 * @param known structures of pages that were asked everything; grows
 */
export async function barriersOf(
  page: Page,
  known: Set<string>,
  { colours }: { colours: boolean },
): Promise<string[]> {
  const { found, structure } = await page.evaluate(
    async ({ known, colours, all }) => {
      const { reading, axe } = window as unknown as { reading: Reading; axe: typeof import("axe-core") };
      const structure = reading.structureOf(document.body);
      const isKnown = !colours && known.includes(structure);
      const { violations } = await axe.run({
        resultTypes: ["violations"],
        runOnly: isKnown ? ["target-size"] : all,
        ...(colours || isKnown ? {} : { rules: { "color-contrast": { enabled: false } } }),
      });
      return {
        structure,
        found: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" | ")}`),
      };
    },
    { known: [...known], colours, all: RULES },
  );
  known.add(structure);
  return found;
}
